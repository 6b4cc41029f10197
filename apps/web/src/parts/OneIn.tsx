/** One choice out of a list that unfolds. The entry in use is marked on itself: a list made later would otherwise show its first. */
import { Field } from "@recourse/ui";
import { For, type JSX } from "solid-js";

export interface OneInProps<T extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T | undefined;
  readonly onChoose: (value: T) => void;
}

export function OneIn<T extends string>(props: OneInProps<T>): JSX.Element {
  return (
    <Field label={props.label} {...(props.hint === undefined ? {} : { hint: props.hint })}>
      {(control) => (
        <select
          {...control}
          onChange={(event) => {
            const chosen = props.options.find((option) => option.value === event.currentTarget.value);
            if (chosen !== undefined) props.onChoose(chosen.value);
          }}
        >
          <For each={props.options}>
            {(option) => (
              <option value={option.value} selected={option.value === props.value}>
                {option.label}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  );
}
