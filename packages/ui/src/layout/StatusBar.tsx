/** The status bar: quiet words of the moment, each a button to its command. Groups that start with `right` sit right. */
import { createMemo, For, Show, type JSX } from "solid-js";
import type { MenuItem } from "../contribution.ts";
import { showKeys } from "../keybinding.ts";
import { Icon } from "../primitives/Icon.tsx";
import { useShell } from "./shell.ts";
import styles from "./StatusBar.module.css";

export function StatusBar(): JSX.Element {
  const { wb } = useShell();
  const items = createMemo(() => wb.menu("status"));
  const isRight = (item: MenuItem): boolean => item.group?.startsWith("right") === true;
  const Item = (props: { readonly item: MenuItem }): JSX.Element => (
    <li>
      <button
        type="button"
        class={styles["item"]}
        title={wb.word(wb.commands().get(props.item.command)?.title ?? props.item.command)}
        onClick={() => void wb.exec(props.item.command, props.item.arg)}
      >
        <Show when={props.item.icon}>{(icon) => <Icon icon={icon()} size="small" />}</Show>
        {props.item.label?.(wb.services) ?? wb.word(wb.commands().get(props.item.command)?.title ?? props.item.command)}
      </button>
    </li>
  );
  return (
    <footer class={styles["bar"]} data-part="status" tabIndex={-1} aria-label={wb.word("ui.status")}>
      <ul class={styles["side"]}>
        <For each={items().filter((item) => !isRight(item))}>{(item) => <Item item={item} />}</For>
      </ul>
      <span class={styles["chord"]} role="status">
        <Show when={wb.keyboard.pending().length > 0}>
          {wb.word("ui.chord", { keys: showKeys(wb.keyboard.pending(), wb.mac) })}
        </Show>
      </span>
      <ul class={styles["side"]}>
        <For each={items().filter(isRight)}>{(item) => <Item item={item} />}</For>
      </ul>
    </footer>
  );
}
