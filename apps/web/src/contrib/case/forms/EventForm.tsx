/** Says that something happened (X1): what, when, and the few facts that matter for it. */
import { Button } from "@recourse/ui";
import { createSignal, For, type JSX } from "solid-js";
import { createStore } from "solid-js/store";
import { perform } from "../../../parts/perform.ts";
import { useCase, useServices } from "../../../parts/served.tsx";
import type { Data } from "../asking.ts";
import { readForm, textIn, type FieldSpec } from "./field.ts";
import { FieldRow } from "./FieldRow.tsx";
import styles from "./Form.module.css";

const channels = [
  "platform_form",
  "platform_letter",
  "platform_phone",
  "platform_intervention",
  "app_store",
  "payment_dispute",
] as const;
const choice = (name: string, set: string, values: readonly string[], required = false): FieldSpec => ({
  name,
  type: "choice",
  set,
  values,
  required,
});

/** What a person may record here; filings and suits come with their own screens. */
const types: Readonly<Record<string, readonly FieldSpec[]>> = {
  "application.submitted": [
    choice("channel", "channel", channels),
    { name: "periodHours", type: "number", hint: "screen.hint.event.periodHours" },
  ],
  "demand.sent": [
    choice("channel", "channel", channels),
    { name: "periodHours", type: "number", hint: "screen.hint.event.periodHours" },
  ],
  "reply.received": [
    choice("as", "screen.reply", ["agreed", "refused", "vague", "silent"], true),
    { name: "phrase", type: "long", hint: "screen.hint.event.phrase" },
  ],
  "promise.made": [
    { name: "phrase", type: "long", required: true },
    { name: "periodHours", type: "number", hint: "screen.hint.event.promiseHours" },
  ],
  "offer.made": [
    { name: "amountFen", type: "money" },
    { name: "condition", type: "long" },
  ],
  "refund.received": [{ name: "amountFen", type: "money", required: true }],
  "entry.unavailable": [],
  "case.closed": [choice("outcome", "outcome", ["refunded", "partly_refunded", "refused", "stopped"], true)],
};

const atField: FieldSpec = { name: "at", type: "when", required: true };

export interface EventFormProps {
  readonly data: Data;
  onDone(): void;
}

export function EventForm(props: EventFormProps): JSX.Element {
  const services = useServices();
  const { say } = services;
  const live = useCase();
  const [type, setType] = createSignal(textIn(props.data["type"]) ?? "reply.received");
  const [texts, setTexts] = createStore<Record<string, string>>({ at: "" });
  const [errors, setErrors] = createSignal<Readonly<Record<string, string>>>({});
  const fields = (): readonly FieldSpec[] => [atField, ...(types[type()] ?? [])];
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
    if (perform(services, live, "event.append", { type: type(), at, data }) !== undefined) props.onDone();
  };
  return (
    <form ref={form} class={styles["form"]} onSubmit={submit} novalidate>
      <FieldRow
        spec={choice("type", "screen.event", Object.keys(types), true)}
        kind="event"
        text={type()}
        error={undefined}
        first
        onText={(text) => {
          if (Object.hasOwn(types, text)) setType(text);
        }}
      />
      <For each={fields()}>
        {(field) => (
          <FieldRow
            spec={field}
            kind="event"
            text={texts[field.name] ?? ""}
            error={errors()[field.name]}
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
