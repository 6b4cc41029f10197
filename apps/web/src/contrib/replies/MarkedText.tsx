/** Their words with the part that decides marked (X5). */
import type { JSX } from "solid-js";
import styles from "./Replies.module.css";

export interface MarkedTextProps {
  readonly text: string;
  /** Units: UTF-16 code units. */
  readonly span: { readonly start: number; readonly end: number };
}

export function MarkedText(props: MarkedTextProps): JSX.Element {
  return (
    <blockquote class={styles["said"]}>
      {props.text.slice(0, props.span.start)}
      <mark>{props.text.slice(props.span.start, props.span.end)}</mark>
      {props.text.slice(props.span.end)}
    </blockquote>
  );
}
