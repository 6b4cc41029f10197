/** The side bar of a wide screen, with its border. `SideContent` is also what a phone shows in a sheet. */
import { For, Show, type JSX } from "solid-js";
import { CircleDot } from "lucide";
import { IconButton } from "../primitives/Button.tsx";
import { SIDE_WIDTH } from "./layout-state.ts";
import { Sash } from "./Sash.tsx";
import { useShell } from "./shell.ts";
import styles from "./SideBar.module.css";
import { ViewHost } from "./ViewHost.tsx";

/** The side view in use, under its title's commands where there are any. */
export function SideContent(): JSX.Element {
  const shell = useShell();
  const { wb } = shell;
  const items = () => wb.menu("view/title");
  return (
    <Show when={shell.sideView()} keyed>
      {(view) => (
        <>
          <Show when={items().length > 0}>
            <div class={styles["head"]}>
              <span class={styles["title"]}>{wb.word(view.title)}</span>
              <For each={items()}>
                {(item) => (
                  <IconButton
                    size="small"
                    icon={item.icon ?? wb.commands().get(item.command)?.icon ?? CircleDot}
                    label={item.label?.(wb.services) ?? wb.word(wb.commands().get(item.command)?.title ?? item.command)}
                    keys={wb.keyFor(item.command)}
                    onClick={() => void wb.exec(item.command, item.arg)}
                  />
                )}
              </For>
            </div>
          </Show>
          <ViewHost view={view} active={true} />
        </>
      )}
    </Show>
  );
}

export function SideBar(): JSX.Element {
  const shell = useShell();
  const { wb, layout } = shell;
  let bar!: HTMLElement;
  const title = (): string => {
    const view = shell.sideView();
    return view === undefined ? wb.word("ui.side") : wb.word(view.title);
  };
  return (
    <aside ref={bar} class={styles["bar"]} data-part="side" tabIndex={-1} aria-label={title()}>
      <div class={styles["content"]} tabIndex={-1}>
        <SideContent />
      </div>
      <Sash
        label={wb.word("ui.sash.side")}
        orientation="vertical"
        value={layout.state().side.width}
        least={SIDE_WIDTH.least}
        most={SIDE_WIDTH.most}
        usual={SIDE_WIDTH.usual}
        step={16}
        place={{ left: "100%" }}
        fromPointer={(event) => event.clientX - bar.getBoundingClientRect().left}
        onChange={(value) => layout.setSideWidth(value)}
      />
    </aside>
  );
}
