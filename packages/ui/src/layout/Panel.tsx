/** The bottom panel: tabs of contributed panel views. `PanelContent` is also what a phone pulls up as a sheet. */
import { ChevronDown } from "lucide";
import { createUniqueId, For, Show, type JSX } from "solid-js";
import type { View } from "../contribution.ts";
import { IconButton } from "../primitives/Button.tsx";
import { PANEL_HEIGHT } from "./layout-state.ts";
import styles from "./Panel.module.css";
import { Sash } from "./Sash.tsx";
import { useShell } from "./shell.ts";
import { ViewHost } from "./ViewHost.tsx";

/** Tabs and the view in use. `end` stands right of the tabs. */
export function PanelContent(props: { readonly end?: JSX.Element }): JSX.Element {
  const shell = useShell();
  const { wb } = shell;
  const id = createUniqueId();
  let list!: HTMLDivElement;
  const views = (): readonly View[] => wb.views("panel");
  const isActive = (view: View): boolean => shell.panelView()?.id === view.id;
  const key = (event: KeyboardEvent): void => {
    const all = views();
    const at = all.findIndex(isActive);
    const to = {
      ArrowLeft: all.at(at - 1),
      ArrowRight: all[(at + 1) % all.length],
      Home: all[0],
      End: all.at(-1),
    }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    shell.layout.showPanel(to.id);
    list.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  };
  return (
    <>
      <div class={styles["head"]}>
        <div ref={list} role="tablist" class={styles["tabs"]} aria-label={wb.word("ui.panel")} onKeyDown={key}>
          <For each={views()}>
            {(view) => (
              <button
                type="button"
                role="tab"
                id={`${id}-${view.id}`}
                class={styles["tab"]}
                aria-selected={isActive(view)}
                aria-controls={isActive(view) ? `${id}-panel` : undefined}
                tabIndex={isActive(view) ? 0 : -1}
                onClick={() => shell.layout.showPanel(view.id)}
              >
                {view.label?.(undefined, wb.services) ?? wb.word(view.title)}
              </button>
            )}
          </For>
        </div>
        {props.end}
      </div>
      <Show when={shell.panelView()} keyed>
        {(view) => (
          <div
            id={`${id}-panel`}
            role="tabpanel"
            class={styles["content"]}
            aria-labelledby={`${id}-${view.id}`}
            tabIndex={0}
          >
            <ViewHost view={view} active={true} />
          </div>
        )}
      </Show>
    </>
  );
}

export function Panel(): JSX.Element {
  const shell = useShell();
  const { wb, layout } = shell;
  let panel!: HTMLElement;
  return (
    <section
      ref={panel}
      class={styles["panel"]}
      style={{ height: `${layout.state().panel.height}px` }}
      data-part="panel"
      tabIndex={-1}
      aria-label={wb.word("ui.panel")}
    >
      <Sash
        label={wb.word("ui.sash.panel")}
        orientation="horizontal"
        value={layout.state().panel.height}
        least={PANEL_HEIGHT.least}
        most={PANEL_HEIGHT.most}
        usual={PANEL_HEIGHT.usual}
        step={16}
        sign={-1}
        place={{ top: "0" }}
        fromPointer={(event) => panel.getBoundingClientRect().bottom - event.clientY}
        onChange={(value) => layout.setPanelHeight(value)}
      />
      <PanelContent
        end={
          <IconButton
            icon={ChevronDown}
            size="small"
            label={wb.word("ui.panel.hide")}
            keys={wb.keyFor("ui.panel.toggle")}
            onClick={() => shell.keepFocus(() => layout.setPanelOpen(false))}
          />
        }
      />
    </section>
  );
}
