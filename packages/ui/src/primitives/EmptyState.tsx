/** What a place says while it is empty: what it is for and what to do next. */
import type { IconNode } from "lucide";
import { Show, type JSX } from "solid-js";
import styles from "./EmptyState.module.css";
import { Icon } from "./Icon.tsx";

export interface EmptyStateProps {
  readonly icon?: IconNode;
  readonly title: string;
  readonly text?: string;
  /** Buttons that lead on. */
  readonly children?: JSX.Element;
  /** `row` for low places such as the bottom panel. */
  readonly shape?: "block" | "row";
}

export function EmptyState(props: EmptyStateProps): JSX.Element {
  return (
    <div class={`${styles["empty"]} ${props.shape === "row" ? styles["row"] : ""}`}>
      <Show when={props.icon}>{(icon) => <Icon icon={icon()} size="large" />}</Show>
      <p class={styles["title"]}>{props.title}</p>
      <Show when={props.text}>
        <p class={styles["text"]}>{props.text}</p>
      </Show>
      <Show when={props.children}>
        <div class={styles["actions"]}>{props.children}</div>
      </Show>
    </div>
  );
}
