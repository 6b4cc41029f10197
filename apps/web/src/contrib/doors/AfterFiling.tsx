/** A filing that is in: waiting for them, or what came of it, and the way on (X1, X4). */
import type { FilingTrack } from "@recourse/core";
import { Button } from "@recourse/ui";
import { DoorOpen, Flag } from "lucide";
import { createSignal, Show, type JSX } from "solid-js";
import styles from "../../parts/Page.module.css";
import { useCase, useServices } from "../../parts/served.tsx";
import { OutcomeDialog } from "./OutcomeDialog.tsx";

export function AfterFiling(props: { readonly track: FilingTrack }): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const [asking, setAsking] = createSignal(false);
  const open = (): boolean => props.track.status === "submitted" || props.track.status === "accepted";
  const result = (code: string): string =>
    say.has(`screen.filing.result.${code}`) ? say.word(`screen.filing.result.${code}`) : code;
  return (
    <section class={styles["group"]}>
      <h2 class={styles["subtitle"]}>{say.word("screen.filing.step.outcome")}</h2>
      <Show when={props.track.result}>{(code) => <p>{result(code())}</p>}</Show>
      <Show when={props.track.ground}>
        {(ground) => <p>{say.word("screen.track.ground", { ground: ground() })}</p>}
      </Show>
      <p class={styles["text"]}>{say.word(open() ? "screen.filing.waiting" : "screen.filing.over")}</p>
      <p class={styles["acts"]}>
        <Show when={open()}>
          <Button tone="solid" icon={Flag} onClick={() => setAsking(true)} data-outcome="">
            {say.word("screen.filing.report")}
          </Button>
        </Show>
        <Button icon={DoorOpen} onClick={() => desk.exec("doors.open", { caseId: live.caseId })}>
          {say.word("screen.doors.title")}
        </Button>
      </p>
      <OutcomeDialog track={props.track} open={asking()} onClose={() => setAsking(false)} />
    </section>
  );
}
