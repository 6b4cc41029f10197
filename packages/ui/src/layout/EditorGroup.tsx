/**
 * One group: its tab strip and its panels.
 *
 * 1. A tab that was once in view stays mounted until it is closed, so scrolling, drafts and folds are there on return.
 * 2. Focus anywhere in the group makes it the one used last.
 */
import { createMemo, For, Show, type JSX } from "solid-js";
import styles from "./EditorArea.module.css";
import { findLeaf, focusGroup, type Tab } from "./groups.ts";
import { useShell } from "./shell.ts";
import { panelDomId, tabDomId, TabStrip } from "./TabStrip.tsx";
import { ViewHost } from "./ViewHost.tsx";

export interface EditorGroupProps {
  readonly id: string;
  /** Its number in reading order, from 1. */
  readonly number: number;
  readonly place: Readonly<Record<string, string>>;
  readonly hidden: boolean;
}

export function EditorGroup(props: EditorGroupProps): JSX.Element {
  const shell = useShell();
  const { wb, layout } = shell;
  const leaf = createMemo(() => findLeaf(layout.groups(), props.id));
  const tabs = createMemo(() => new Map((leaf()?.tabs ?? []).map((tab) => [tab.id, tab])));
  const visited = createMemo<readonly string[]>((before) => {
    const active = leaf()?.active ?? null;
    const kept = before.filter((id) => tabs().has(id));
    return active === null || kept.includes(active) ? kept : [...kept, active];
  }, []);
  const isActive = (id: string): boolean => leaf()?.active === id;
  const Content = (own: { readonly tab: Tab }): JSX.Element => (
    <Show when={wb.view(own.tab.view)} keyed>
      {(view) => <ViewHost view={view} arg={own.tab.arg} active={isActive(own.tab.id) && !props.hidden} />}
    </Show>
  );
  return (
    <section
      class={styles["group"]}
      style={{ ...props.place }}
      hidden={props.hidden}
      data-part="editor"
      data-group={props.id}
      aria-label={wb.word("ui.tab.group", { n: props.number })}
      onFocusIn={() => layout.edit((groups) => focusGroup(groups, props.id))}
    >
      <Show when={!shell.phone()} fallback={<div />}>
        <Show when={leaf()}>{(found) => <TabStrip leaf={found()} number={props.number} />}</Show>
      </Show>
      <div class={styles["panels"]}>
        <For each={visited()}>
          {(id) => (
            <div
              id={panelDomId(props.id, id)}
              class={styles["panel"]}
              hidden={!isActive(id)}
              role={shell.phone() ? undefined : "tabpanel"}
              aria-labelledby={shell.phone() ? undefined : tabDomId(props.id, id)}
              tabIndex={0}
              data-focus-home={isActive(id) && layout.groups().focus === props.id ? "" : undefined}
            >
              <Show when={tabs().get(id)} keyed>
                {(tab) => <Content tab={tab} />}
              </Show>
            </div>
          )}
        </For>
      </div>
    </section>
  );
}
