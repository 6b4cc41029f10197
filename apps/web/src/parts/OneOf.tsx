/** One choice among a few, each in sight: native radio buttons in frames a finger can press. */
import { Icon } from "@recourse/ui";
import { CircleAlert } from "lucide";
import { createUniqueId, For, Show, type JSX } from "solid-js";
import styles from "./Choices.module.css";
import page from "./Page.module.css";

export interface OneOfProps<T extends string> {
  /** Of the radio buttons; those of one form belong together by it. */
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T | undefined;
  readonly onChoose: (value: T) => void;
  /** What is wrong; shown and announced. */
  readonly error?: string | undefined;
}

export function OneOf<T extends string>(props: OneOfProps<T>): JSX.Element {
  const id = createUniqueId();
  return (
    <fieldset class={styles["choices"]} aria-describedby={props.error === undefined ? undefined : `${id}-error`}>
      <legend class={styles["legend"]}>{props.legend}</legend>
      <div class={styles["options"]}>
        <For each={props.options}>
          {(option) => (
            <label class={styles["choice"]}>
              <input
                type="radio"
                name={props.name}
                value={option.value}
                checked={props.value === option.value}
                onInput={() => props.onChoose(option.value)}
              />
              {option.label}
            </label>
          )}
        </For>
      </div>
      <div aria-live="polite">
        <Show when={props.error}>
          <p id={`${id}-error`} class={page["wrong"]}>
            <Icon icon={CircleAlert} size="small" /> {props.error}
          </p>
        </Show>
      </div>
    </fieldset>
  );
}
