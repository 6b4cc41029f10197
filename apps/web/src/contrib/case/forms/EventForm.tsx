/** Says that something happened (X1): what, when, and the few facts that matter for it. */
import { ref, type Ref } from "@recourse/core";
import { Button } from "@recourse/ui";
import { createSignal, For, Show, type JSX } from "solid-js";
import { createStore } from "solid-js/store";
import { perform } from "../../../parts/perform.ts";
import { useCase, useServices } from "../../../parts/served.tsx";
import type { Data } from "../asking.ts";
import { eventForms } from "./event-forms.ts";
import { readForm, textIn, type FieldSpec } from "./field.ts";
import { FieldRow } from "./FieldRow.tsx";
import styles from "./Form.module.css";

const typeField = (values: readonly string[]): FieldSpec => ({
  name: "type",
  type: "choice",
  set: "screen.event",
  values,
  required: true,
});
const atField: FieldSpec = { name: "at", type: "when", required: true };

export interface EventFormProps {
  readonly data: Data;
  onDone(): void;
}

export function EventForm(props: EventFormProps): JSX.Element {
  const services = useServices();
  const { say } = services;
  const live = useCase();
  const wanted = textIn(props.data["type"]);
  const [type, setType] = createSignal(wanted ?? "application.submitted");
  const [texts, setTexts] = createStore<Record<string, string>>({ at: "" });
  const [errors, setErrors] = createSignal<Readonly<Record<string, string>>>({});
  const fields = (): readonly FieldSpec[] => [atField, ...(eventForms[type()] ?? [])];
  /** The reminder that arrived: the newest one. */
  const reminder = (): Ref | undefined => {
    const sent = live
      .all("event")
      .filter((e) => e.type === "demand.sent")
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
      .at(-1);
    return sent === undefined ? undefined : ref("event", sent.id);
  };
  const types = (): readonly string[] =>
    Object.keys(eventForms).filter((each) => each !== "demand.delivered" || reminder() !== undefined);
  let form!: HTMLFormElement;
  const submit = (event: Event): void => {
    event.preventDefault();
    const read = readForm(fields(), texts);
    setErrors(read.errors);
    if (Object.keys(read.errors).length > 0) {
      form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    const { at, ...data } = read.values;
    const arrived = type() === "demand.delivered" ? reminder() : undefined;
    const refs = arrived === undefined ? {} : { refs: [arrived] };
    if (perform(services, live, "event.append", { type: type(), at, data, ...refs }) !== undefined) props.onDone();
  };
  return (
    <form ref={form} class={styles["form"]} onSubmit={submit} novalidate>
      <Show when={wanted === undefined}>
        <FieldRow
          spec={typeField(types())}
          kind="event"
          text={type()}
          error={undefined}
          first
          onText={(text) => {
            if (Object.hasOwn(eventForms, text)) setType(text);
          }}
        />
      </Show>
      <For each={fields()}>
        {(field) => (
          <FieldRow
            spec={field}
            kind="event"
            text={texts[field.name] ?? ""}
            error={errors()[field.name]}
            first={wanted !== undefined && field === atField}
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
