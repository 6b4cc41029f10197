/** A section of the case, named by its heading, and by the case too where two are in view: heading, a word about its state, its actions, and what it holds. */
import { createUniqueId, Show, type JSX } from "solid-js";
import { useCase } from "../../parts/served.tsx";
import styles from "./Block.module.css";
import { severalShown, titleId } from "./shown-cases.ts";

export interface BlockProps {
  /** Name by which `case.open` finds it. */
  readonly name: string;
  readonly title: string;
  readonly state?: JSX.Element;
  readonly actions?: JSX.Element;
  readonly children: JSX.Element;
}

export function Block(props: BlockProps): JSX.Element {
  const live = useCase();
  const id = createUniqueId();
  return (
    <section
      class={styles["block"]}
      aria-labelledby={severalShown() ? `${id} ${titleId(live.caseId)}` : id}
      data-section={props.name}
    >
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
