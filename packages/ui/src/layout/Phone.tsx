/**
 * The shell of a phone: a head with the title of what is shown, a bar at the lower edge with the big ＋, and one sheet at
 * a time for side bar, panel, open tabs and the rest of the navigation.
 */
import { Ellipsis, Layers, PanelLeft, Plus, TriangleAlert, X } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { IconButton } from "../primitives/Button.tsx";
import { Sheet } from "../primitives/Dialog.tsx";
import { Icon } from "../primitives/Icon.tsx";
import { Row } from "../primitives/Row.tsx";
import { createActivities, type Activity } from "./activity.ts";
import { openTab } from "./groups.ts";
import { PanelContent } from "./Panel.tsx";
import styles from "./Phone.module.css";
import { useShell } from "./shell.ts";
import { SideContent } from "./SideBar.tsx";

/** Places in the bar beside the ＋; one more than fits moves the rest behind "more". */
const PLACES = 4;

/** The top of a phone screen: the title of what is shown and the state of saving. */
export function PhoneHead(): JSX.Element {
  const shell = useShell();
  const { wb, layout } = shell;
  const title = (): string => {
    const tab = layout.activeTab();
    return tab === undefined ? wb.word("ui.app.region") : shell.tabTitle(tab);
  };
  // Only the first of the status words fits; the rest is in the bar of a wide screen.
  const status = createMemo(() => wb.menu("status").find((item) => item.label !== undefined));
  const tabs = (): number => layout.leaves().reduce((sum, leaf) => sum + leaf.tabs.length, 0);
  return (
    <header class={styles["head"]} data-part="head" tabIndex={-1}>
      <Show when={shell.sideView()}>
        {(view) => (
          <IconButton
            icon={PanelLeft}
            label={wb.word(view().title)}
            aria-haspopup="dialog"
            onClick={() => shell.setSheet("side")}
          />
        )}
      </Show>
      <div class={styles["title"]}>
        <p class={styles["name"]}>{title()}</p>
        <Show when={status()}>{(item) => <p class={styles["status"]}>{item().label?.(wb.services)}</p>}</Show>
      </div>
      <Show when={wb.problems().length > 0}>
        <button
          type="button"
          class={styles["count"]}
          aria-haspopup="dialog"
          aria-label={wb.word("ui.problems.count", { n: wb.problems().length })}
          onClick={() => shell.setSheet("panel")}
        >
          <Icon icon={TriangleAlert} />
          <span aria-hidden="true">{wb.problems().length}</span>
        </button>
      </Show>
      <Show when={tabs() > 1}>
        <button
          type="button"
          class={styles["count"]}
          aria-haspopup="dialog"
          aria-label={wb.word("ui.tab.open", { n: tabs() })}
          onClick={() => shell.setSheet("tabs")}
        >
          <Icon icon={Layers} />
          <span aria-hidden="true">{tabs()}</span>
        </button>
      </Show>
    </header>
  );
}

/** The activity bar of a phone: at the bottom, with the one big action in its middle. */
export function PhoneBar(): JSX.Element {
  const shell = useShell();
  const { wb } = shell;
  const activities = createActivities(shell);
  const fits = (): boolean => activities().length <= PLACES;
  const first = createMemo(() => activities().slice(0, fits() ? PLACES : PLACES - 1));
  const rest = createMemo(() => activities().slice(first().length));
  const half = (): number => Math.ceil((first().length + (fits() ? 0 : 1)) / 2);
  const name = (entry: Activity): string =>
    entry.count() === 0 ? entry.title() : wb.word("ui.activity.count", { title: entry.title(), n: entry.count() });
  const Entry = (props: { readonly entry: Activity }): JSX.Element => (
    <li>
      <button
        type="button"
        class={styles["entry"]}
        aria-current={props.entry.current() ? "true" : undefined}
        aria-label={name(props.entry)}
        onClick={() => props.entry.press()}
      >
        <Icon icon={props.entry.icon} size="large" />
        <span aria-hidden="true">{props.entry.title()}</span>
        <Show when={props.entry.count() > 0}>
          <span class={styles["badge"]} aria-hidden="true">
            {props.entry.count()}
          </span>
        </Show>
      </button>
    </li>
  );
  return (
    <nav class={styles["bar"]} data-part="activity" aria-label={wb.word("ui.activity")}>
      <ul class={styles["entries"]}>
        <For each={first().slice(0, half())}>{(entry) => <Entry entry={entry} />}</For>
        <Show when={shell.add}>
          {(add) => (
            <li>
              <button
                type="button"
                class={styles["add"]}
                aria-label={wb.word(wb.commands().get(add().command)?.title ?? "ui.add")}
                onClick={() => void wb.exec(add().command, add().arg)}
              >
                <Icon icon={Plus} size="large" />
              </button>
            </li>
          )}
        </Show>
        <For each={first().slice(half())}>{(entry) => <Entry entry={entry} />}</For>
        <Show when={!fits()}>
          <li>
            <button
              type="button"
              class={styles["entry"]}
              aria-haspopup="dialog"
              aria-current={rest().some((entry) => entry.current()) ? "true" : undefined}
              onClick={() => shell.setSheet("more")}
            >
              <Icon icon={Ellipsis} size="large" />
              <span>{wb.word("ui.activity.more")}</span>
            </button>
          </li>
        </Show>
      </ul>
      <Sheet
        open={shell.sheet() === "more"}
        title={wb.word("ui.activity.more")}
        closeLabel={wb.word("ui.close")}
        onClose={() => shell.setSheet(null)}
      >
        <ul class={styles["list"]}>
          <For each={rest()}>
            {(entry) => (
              <Row
                icon={entry.icon}
                title={name(entry)}
                current={entry.current()}
                onPress={() => {
                  shell.setSheet(null);
                  entry.press();
                }}
              />
            )}
          </For>
        </ul>
      </Sheet>
    </nav>
  );
}

/** The other sheets: side bar, panel, open tabs. */
export function PhoneSheets(): JSX.Element {
  const shell = useShell();
  const { wb, layout } = shell;
  const close = (): void => shell.setSheet(null);
  const sideTitle = (): string => {
    const view = shell.sideView();
    return view === undefined ? wb.word("ui.side") : wb.word(view.title);
  };
  const panelTitle = (): string => {
    const view = shell.panelView();
    return view === undefined ? wb.word("ui.panel") : wb.word(view.title);
  };
  return (
    <>
      <Sheet open={shell.sheet() === "side"} title={sideTitle()} closeLabel={wb.word("ui.close")} onClose={close}>
        <SideContent />
      </Sheet>
      <Sheet open={shell.sheet() === "panel"} title={panelTitle()} closeLabel={wb.word("ui.close")} onClose={close}>
        <PanelContent />
      </Sheet>
      <Sheet
        open={shell.sheet() === "tabs"}
        title={wb.word("ui.tab.list")}
        closeLabel={wb.word("ui.close")}
        onClose={close}
      >
        <ul class={styles["list"]}>
          <For each={layout.leaves().flatMap((leaf) => leaf.tabs.map((tab) => ({ leaf, tab })))}>
            {({ leaf, tab }) => (
              <li class={styles["tab"]}>
                <ul>
                  <Row
                    icon={wb.view(tab.view)?.icon}
                    title={shell.tabTitle(tab)}
                    current={layout.groups().focus === leaf.id && leaf.active === tab.id}
                    onPress={() => {
                      layout.edit((groups) => openTab(groups, tab, leaf.id));
                      close();
                    }}
                  />
                </ul>
                <IconButton
                  icon={X}
                  label={wb.word("ui.tab.close", { title: shell.tabTitle(tab) })}
                  onClick={() => shell.keepFocus(() => layout.close(tab.id, leaf.id))}
                />
              </li>
            )}
          </For>
        </ul>
      </Sheet>
    </>
  );
}
