/**
 * A small form over one kind of record: adds one, or edits the one named.
 *
 * 1. Asked for one thing of a record that is there, it shows that, and what has to be there; the rest is a press away.
 */
import { Button } from "@recourse/ui";
import { batch, createSignal, For, Show, type JSX } from "solid-js";
import { createStore } from "solid-js/store";
import { maskedIn } from "../../../parts/masking.ts";
import { MaskNote } from "../../../parts/MaskNote.tsx";
import { useCase, useServices } from "../../../parts/served.tsx";
import type { Data } from "../asking.ts";
import { idIn, readForm, textIn, textOf, type FieldSpec } from "./field.ts";
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
  const asked = spec.fields.find((field) => field.name === textIn(data["ask"]));
  const needed = (field: FieldSpec): boolean =>
    !isEdit || asked === undefined || field === asked || (field.required === true && texts[field.name] === "");
  // Decided once: a field does not move while it is filled in.
  const main = spec.fields.filter(needed).toSorted((a, b) => (isEdit ? Number(b === asked) - Number(a === asked) : 0));
  const rest = spec.fields.filter((field) => !main.includes(field));
  const [unfolded, setUnfolded] = createSignal(false);
  let form!: HTMLFormElement;
  const submit = (event: Event): void => {
    event.preventDefault();
    const read = readForm(spec.fields, texts);
    setErrors(read.errors);
    if (Object.keys(read.errors).length > 0) {
      if (rest.some((field) => Object.hasOwn(read.errors, field.name))) setUnfolded(true);
      form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    const known = new Set(spec.fields.map((field) => field.name));
    const extra = Object.fromEntries(Object.entries(given).filter(([name]) => !known.has(name)));
    const covered = Object.fromEntries(
      spec.fields.flatMap(({ name, masked }) => {
        const text = textIn(read.values[name]);
        return masked === true && text !== undefined ? [[name, maskedIn(live, text).text]] : [];
      }),
    );
    if (send(services, live, spec, { ...read, values: { ...read.values, ...covered } }, record, extra))
      batch(() => props.onDone());
  };
  const Rows = (own: { readonly of: readonly FieldSpec[] }): JSX.Element => (
    <For each={own.of}>
      {(field) => (
        <>
          <FieldRow
            spec={field}
            kind={spec.kind}
            text={texts[field.name] ?? ""}
            error={errors()[field.name]}
            first={field === (asked ?? main[0])}
            onText={(text) => setTexts(field.name, text)}
          />
          <Show when={field.masked}>
            <MaskNote text={texts[field.name] ?? ""} />
          </Show>
        </>
      )}
    </For>
  );
  return (
    <form ref={form} class={styles["form"]} onSubmit={submit} novalidate>
      <Rows of={main} />
      <Show when={rest.length > 0}>
        <details class={styles["group"]} open={unfolded()}>
          <summary>{say.word("screen.form.rest")}</summary>
          <div class={styles["form"]}>
            <Rows of={rest} />
          </div>
        </details>
      </Show>
      <div class={styles["foot"]}>
        <Button onClick={() => props.onDone()}>{say.word("screen.case.cancel")}</Button>
        <Button tone="solid" type="submit">
          {say.word("screen.case.save")}
        </Button>
      </div>
    </form>
  );
}
