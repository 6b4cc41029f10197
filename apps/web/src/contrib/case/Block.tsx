/** A section of the case: heading, a word about its state, its actions, and what it holds. */
import { createUniqueId, Show, type JSX } from "solid-js";
import styles from "./Block.module.css";

export interface BlockProps {
  /** Name by which `case.open` finds it. */
  readonly name: string;
  readonly title: string;
  readonly state?: JSX.Element;
  readonly actions?: JSX.Element;
  readonly children: JSX.Element;
}

export function Block(props: BlockProps): JSX.Element {
  const id = createUniqueId();
  return (
    <section class={styles["block"]} aria-labelledby={id} data-section={props.name}>
      <header class={styles["head"]}>
        <h2 id={id} class={styles["title"]} tabIndex={-1}>
          {props.title}
        </h2>
        {props.state}
        <Show when={props.actions}>
          <span class={styles["acts"]}>{props.actions}</span>
        </Show>
      </header>
      {props.children}
    </section>
  );
}
