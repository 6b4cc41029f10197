/**
 * The tabs of one group.
 *
 * 1. A close button is no part of its tab: the list of tabs is a separate element that owns the tabs by id, so the strip
 *    may hold tabs and buttons side by side and still be a correct tablist.
 * 2. Arrows, Home and End go from tab to tab and show it; Delete and the middle button close.
 * 3. Alt with an arrow moves the tab; the shell announces where it went.
 */
import { FileText, X } from "lucide";
import { createEffect, createMemo, For, type JSX } from "solid-js";
import { IconButton } from "../primitives/Button.tsx";
import { Icon } from "../primitives/Icon.tsx";
import { MenuButton, type MenuEntry } from "../primitives/Menu.tsx";
import { focusGroup, openTab, type Leaf, type Tab } from "./groups.ts";
import { useShell } from "./shell.ts";
import styles from "./TabStrip.module.css";

/** Ids in the DOM. A tab id may hold anything, so it is encoded. */
export const tabDomId = (group: string, tab: string): string => `tab-${group}-${encodeURIComponent(tab)}`;
/** DOM id of the panel a tab controls; tab and panel name each other. */
export const panelDomId = (group: string, tab: string): string => `panel-${group}-${encodeURIComponent(tab)}`;

const GROUP_COMMANDS = [
  "ui.editor.close",
  "ui.editor.closeOthers",
  "ui.editor.splitRight",
  "ui.editor.splitDown",
  "ui.editor.moveLeft",
  "ui.editor.moveRight",
  "ui.editor.movePrevious",
  "ui.editor.moveNext",
] as const;

interface Raw {
  readonly id: string;
  readonly separated: boolean;
  readonly arg?: unknown;
  readonly label?: string | undefined;
}

export function TabStrip(props: { readonly leaf: Leaf; readonly number: number }): JSX.Element {
  const shell = useShell();
  const { wb, layout } = shell;
  let strip!: HTMLDivElement;
  const ids = createMemo(() => props.leaf.tabs.map((tab) => tab.id));
  const inGroup = (): void => layout.edit((groups) => focusGroup(groups, props.leaf.id));
  const show = (tab: Tab): void => layout.edit((groups) => openTab(groups, tab, props.leaf.id));
  const focusTab = (id: string): void => document.getElementById(tabDomId(props.leaf.id, id))?.focus();
  createEffect(() => {
    const { active, id } = props.leaf;
    if (active !== null)
      document.getElementById(tabDomId(id, active))?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  const key = (event: KeyboardEvent, tab: Tab): void => {
    const { tabs } = props.leaf;
    const at = tabs.findIndex((other) => other.id === tab.id);
    if (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      event.preventDefault();
      event.stopPropagation();
      inGroup();
      void wb.exec(event.key === "ArrowLeft" ? "ui.editor.moveLeft" : "ui.editor.moveRight");
      focusTab(tab.id);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = {
      ArrowLeft: tabs.at(at - 1),
      ArrowRight: tabs[(at + 1) % tabs.length],
      Home: tabs[0],
      End: tabs.at(-1),
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      show(to);
      focusTab(to.id);
    } else if (event.key === "Delete") {
      event.preventDefault();
      close(tab);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      show(tab);
      document.getElementById(panelDomId(props.leaf.id, tab.id))?.focus();
    }
  };
  const close = (tab: Tab): void => {
    const title = shell.tabTitle(tab);
    shell.keepFocus(() => layout.close(tab.id, props.leaf.id));
    shell.announcer.say(wb.word("ui.editor.closed", { title }));
  };
  const entries = createMemo((): readonly MenuEntry[] => {
    const own = GROUP_COMMANDS.map((id, index): Raw => ({ id, separated: index === 2 || index === 4 }));
    const brought = wb.menu("editor/title").map((item, index): Raw => ({
      id: item.command,
      separated: index === 0,
      arg: item.arg,
      label: item.label?.(wb.services),
    }));
    return [...own, ...brought]
      .filter((entry) => wb.canRun(entry.id))
      .map((entry) => ({
        id: entry.id,
        label: entry.label ?? wb.word(wb.commands().get(entry.id)?.title ?? entry.id),
        separated: entry.separated,
        run: () => {
          inGroup();
          void wb.exec(entry.id, entry.arg);
        },
      }));
  });
  return (
    <div ref={strip} class={styles["strip"]} data-used={layout.groups().focus === props.leaf.id ? "" : undefined}>
      <div class={styles["scroll"]}>
        <div
          role="tablist"
          class={styles["list"]}
          aria-label={wb.word("ui.tab.group", { n: props.number })}
          aria-owns={ids()
            .map((id) => tabDomId(props.leaf.id, id))
            .join(" ")}
        />
        <For each={props.leaf.tabs}>
          {(tab) => {
            const active = (): boolean => props.leaf.active === tab.id;
            return (
              <div class={styles["item"]} data-active={active() ? "" : undefined}>
                <div
                  id={tabDomId(props.leaf.id, tab.id)}
                  role="tab"
                  class={styles["tab"]}
                  aria-selected={active()}
                  aria-controls={active() ? panelDomId(props.leaf.id, tab.id) : undefined}
                  tabIndex={active() ? 0 : -1}
                  onClick={() => show(tab)}
                  onAuxClick={(event) => {
                    if (event.button === 1) close(tab);
                  }}
                  onKeyDown={(event) => key(event, tab)}
                >
                  <Icon icon={wb.view(tab.view)?.icon ?? FileText} />
                  <span class={styles["title"]}>{shell.tabTitle(tab)}</span>
                </div>
                <span class={styles["close"]}>
                  <IconButton
                    icon={X}
                    size="small"
                    tabIndex={active() ? 0 : -1}
                    label={wb.word("ui.tab.close", { title: shell.tabTitle(tab) })}
                    onClick={() => close(tab)}
                  />
                </span>
              </div>
            );
          }}
        </For>
      </div>
      <div class={styles["menu"]}>
        <MenuButton label={wb.word("ui.menu.more")} size="small" entries={entries()} />
      </div>
    </div>
  );
}
