/** The activity bar at the left edge of a wide screen. On a phone `PhoneBar` takes its place. */
import { For, Show, type JSX } from "solid-js";
import { Icon } from "../primitives/Icon.tsx";
import { createActivities, type Activity } from "./activity.ts";
import styles from "./ActivityBar.module.css";
import { useShell } from "./shell.ts";

export function ActivityBar(): JSX.Element {
  const shell = useShell();
  const activities = createActivities(shell);
  const name = (entry: Activity): string =>
    entry.count() === 0
      ? entry.title()
      : shell.wb.word("ui.activity.count", { title: entry.title(), n: entry.count() });
  const List = (props: { readonly foot: boolean }): JSX.Element => (
    <ul>
      <For each={activities().filter((entry) => entry.foot === props.foot)}>
        {(entry) => (
          <li>
            <button
              type="button"
              class={styles["entry"]}
              aria-current={entry.current() ? "true" : undefined}
              aria-label={name(entry)}
              title={name(entry)}
              onClick={() => entry.press()}
            >
              <Icon icon={entry.icon} size="large" />
              <Show when={entry.count() > 0}>
                <span class={styles["count"]} aria-hidden="true">
                  {entry.count() > 99 ? "99+" : entry.count()}
                </span>
              </Show>
            </button>
          </li>
        )}
      </For>
    </ul>
  );
  return (
    <nav class={styles["bar"]} data-part="activity" tabIndex={-1} aria-label={shell.wb.word("ui.activity")}>
      <List foot={false} />
      <List foot={true} />
    </nav>
  );
}
