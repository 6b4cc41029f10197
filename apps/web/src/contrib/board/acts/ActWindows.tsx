/** The one open window of what is done to cases. It stands beside the workbench, so that every screen can ask for it. */
import { Match, Show, Switch, type JSX } from "solid-js";
import { acting } from "./acting.ts";
import { MoveWindow } from "./MoveWindow.tsx";
import { ProgressWindow } from "./ProgressWindow.tsx";
import { RemoveWindow } from "./RemoveWindow.tsx";
import { SnoozeWindow } from "./SnoozeWindow.tsx";

export function ActWindows(): JSX.Element {
  return (
    <Show when={acting.act()} keyed>
      {(act) => (
        <Switch>
          <Match when={act.is === "move" && act}>{(found) => <MoveWindow act={found()} />}</Match>
          <Match when={act.is === "progress" && act}>{(found) => <ProgressWindow act={found()} />}</Match>
          <Match when={act.is === "snooze" && act}>{(found) => <SnoozeWindow act={found()} />}</Match>
          <Match when={act.is === "remove" && act}>{(found) => <RemoveWindow act={found()} />}</Match>
        </Switch>
      )}
    </Show>
  );
}
