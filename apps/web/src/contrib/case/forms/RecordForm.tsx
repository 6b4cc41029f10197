/** A small form over one kind of record: adds one, or edits the one named. */
import { Button } from "@recourse/ui";
import { batch, createSignal, For, type JSX } from "solid-js";
import { createStore } from "solid-js/store";
import { useCase, useServices } from "../../../parts/served.tsx";
import type { Data } from "../asking.ts";
import { idIn, readForm, textIn, textOf } from "./field.ts";
import { FieldRow } from "./FieldRow.tsx";
import styles from "./Form.module.css";
import { send } from "./saving.ts";
import { recordToEdit, startOfRecord, type FormSpec } from "./specs.ts";

export interface RecordFormProps {
  readonly spec: FormSpec;
  /** The command asked, `<kind>.add` or `<kind>.edit`. */
  readonly command: string;
  readonly data: Data;
  onDone(): void;
}

export function RecordForm(props: RecordFormProps): JSX.Element {
  const services = useServices();
  const { say } = services;
  const live = useCase();
  const { spec, command, data } = props;
  const isEdit = command.endsWith(".edit");
  const record = isEdit ? recordToEdit(spec.kind, idIn(data["id"]), live.whole()) : undefined;
  const { ask: _ask, id: _id, ...given } = data;
  const initial: Data = record ?? { ...startOfRecord(spec.kind, live.whole()), ...given };
  const [texts, setTexts] = createStore<Record<string, string>>(
    Object.fromEntries(spec.fields.map((field) => [field.name, textOf(field, initial[field.name])])),
  );
  const [errors, setErrors] = createSignal<Readonly<Record<string, string>>>({});
  const first = textIn(data["ask"]) ?? spec.fields[0]?.name;
  let form!: HTMLFormElement;
  const submit = (event: Event): void => {
    event.preventDefault();
    const read = readForm(spec.fields, texts);
    setErrors(read.errors);
    if (Object.keys(read.errors).length > 0) {
      form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    const known = new Set(spec.fields.map((field) => field.name));
    const extra = Object.fromEntries(Object.entries(given).filter(([name]) => !known.has(name)));
    if (send(services, live, spec, read, record, extra)) batch(() => props.onDone());
  };
  return (
    <form ref={form} class={styles["form"]} onSubmit={submit} novalidate>
      <For each={spec.fields}>
        {(field) => (
          <FieldRow
            spec={field}
            kind={spec.kind}
            text={texts[field.name] ?? ""}
            error={errors()[field.name]}
            first={field.name === first}
            onText={(text) => setTexts(field.name, text)}
          />
        )}
      </For>
      <div class={styles["foot"]}>
        <Button onClick={() => props.onDone()}>{say.word("screen.case.cancel")}</Button>
        <Button tone="solid" type="submit">
          {say.word("screen.case.save")}
        </Button>
      </div>
    </form>
  );
}
