/** A form field: label, hint and error tied to the control, so a screen reader reads all three. */
import { CircleAlert } from "lucide";
import { createUniqueId, Show, type JSX } from "solid-js";
import styles from "./Field.module.css";
import { Icon } from "./Icon.tsx";

/** What the control has to carry. */
export interface FieldControl {
  readonly id: string;
  readonly class: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": "true" | undefined;
}

export interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong and how to put it right; shown and announced when it appears. */
  readonly error?: string;
  /** Renders the control; spread the given attributes onto it. */
  children(control: FieldControl): JSX.Element;
}

export function Field(props: FieldProps): JSX.Element {
  const id = createUniqueId();
  const control: FieldControl = {
    id,
    class: styles["control"] ?? "",
    get "aria-describedby"() {
      const ids = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(" ");
      return ids === "" ? undefined : ids;
    },
    get "aria-invalid"() {
      return props.error ? "true" : undefined;
    },
  };
  return (
    <div class={styles["field"]}>
      <label class={styles["label"]} for={id}>
        {props.label}
      </label>
      {props.children(control)}
      <Show when={props.hint}>
        <p id={`${id}-hint`} class={styles["hint"]}>
          {props.hint}
        </p>
      </Show>
      <div aria-live="polite">
        <Show when={props.error}>
          <p id={`${id}-error`} class={styles["error"]}>
            <Icon icon={CircleAlert} size="small" /> {props.error}
          </p>
        </Show>
      </div>
    </div>
  );
}
