/** Where the passphrase of a file is typed: in plain sight, because what is read off paper is checked letter by letter. */
import { Field } from "@recourse/ui";
import type { JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";

export interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly error: string | undefined;
}

export function PassphraseField(props: PassphraseFieldProps): JSX.Element {
  const { say } = useServices();
  return (
    <Field
      label={props.label}
      hint={say.word("screen.casebox.phrase.hint")}
      {...(props.error === undefined ? {} : { error: props.error })}
    >
      {(control) => (
        <input
          {...control}
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
