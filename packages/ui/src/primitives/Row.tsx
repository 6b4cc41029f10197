/** Dense rows for side bars and sheets: a section with heading and count, and a row with icon, title, detail and aside. */
import type { IconNode } from "lucide";
import { createUniqueId, Show, type JSX } from "solid-js";
import { Icon } from "./Icon.tsx";
import styles from "./Row.module.css";

export interface SectionProps {
  readonly title: string;
  readonly count?: number;
  readonly children: JSX.Element;
}

/** A headed list. Its children are `Row`s. */
export function Section(props: SectionProps): JSX.Element {
  const id = createUniqueId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class={styles["heading"]}>
        {props.title}
        <Show when={props.count !== undefined}>
          <span>{props.count}</span>
        </Show>
      </h2>
      <ul>{props.children}</ul>
    </section>
  );
}

export type RowTone = "mine" | "theirs" | "authority" | "danger" | "good" | "quiet";

export interface RowProps {
  readonly title: string;
  readonly icon?: IconNode;
  /** Colour of the icon; the words of the row say the same. */
  readonly tone?: RowTone;
  readonly detail?: string;
  /** Short words on the right, e.g. the time left. */
  readonly aside?: string;
  readonly current?: boolean;
  /** Exact time and the like, on hover. */
  readonly hint?: string;
  onPress(): void;
}

export function Row(props: RowProps): JSX.Element {
  return (
    <li>
      <button
        type="button"
        class={styles["row"]}
        aria-current={props.current ? "true" : undefined}
        title={props.hint}
        onClick={() => props.onPress()}
      >
        <span class={`${styles["icon"]} ${styles[props.tone ?? "quiet"]}`}>
          <Show when={props.icon}>{(icon) => <Icon icon={icon()} />}</Show>
        </span>
        <span class={styles["title"]}>{props.title}</span>
        <Show when={props.aside}>
          <span class={styles["aside"]}>{props.aside}</span>
        </Show>
        <Show when={props.detail}>
          <small class={styles["detail"]}>{props.detail}</small>
        </Show>
      </button>
    </li>
  );
}
