/**
 * The few things a step needs: when, and where or how much. What is not known stays empty.
 *
 * 1. Only what has happened is recorded: a time ahead is refused where it is typed.
 */
import { parseYuan, type Instant } from "@recourse/core";
import { Button, Field } from "@recourse/ui";
import { createSignal, For, Show, type JSX } from "solid-js";
import { createStore } from "solid-js/store";
import { fromField, toField } from "../../../parts/moment.ts";
import { useServices } from "../../../parts/served.tsx";
import styles from "./Acts.module.css";
import type { StepFacts } from "./record-step.ts";

/** A field of a step, by the fact it gives. */
export type StepField = "channel" | "periodHours" | "reference" | "amountFen" | "ground" | "result";

export interface StepFormProps {
  readonly fields: readonly StepField[];
  /** Those that may not be left empty. */
  readonly needed: readonly StepField[];
  /** What `channel` and `result` offer, each with its words. */
  readonly choices: Readonly<Partial<Record<StepField, readonly { readonly value: string; readonly label: string }[]>>>;
  /** What stands in a field at first, where it is among its choices. */
  readonly first?: Readonly<Partial<Record<StepField, string | undefined>>>;
  /** Words of the button. */
  readonly go: string;
  /** Another way, beside the button. */
  readonly other?: JSX.Element;
  onGo(facts: StepFacts): void;
  onCancel(): void;
}

/** Units: characters of a field of day and time without seconds. */
const MINUTES = 16;
const OTHER = "other";

export function StepForm(props: StepFormProps): JSX.Element {
  const { say, now } = useServices();
  const likely = Object.fromEntries(
    Object.entries(props.first ?? {}).filter(([field, text]) =>
      props.fields.some((each) => each === field && props.choices[each]?.some((choice) => choice.value === text)),
    ),
  );
  const [texts, setTexts] = createStore<Record<string, string>>({ at: toField(now()).slice(0, MINUTES), ...likely });
  const [tried, setTried] = createSignal(false);
  let form!: HTMLFormElement;
  const text = (name: string): string => (texts[name] ?? "").trim();
  const at = (): Instant | undefined => {
    const read = fromField(text("at"));
    // The field knows no seconds.
    return read !== undefined && read <= now() ? read : undefined;
  };
  const channel = (): string => (text("channel") === OTHER ? text("channelName") : text("channel"));
  const hours = (): number | undefined => {
    const n = Number(text("periodHours"));
    return text("periodHours") !== "" && Number.isInteger(n) && n > 0 ? n : undefined;
  };
  const amount = (): number | undefined => {
    const read = parseYuan(text("amountFen"));
    return read.ok && read.value > 0 ? read.value : undefined;
  };
  const given = (field: StepField): boolean =>
    field === "channel"
      ? channel() !== ""
      : field === "periodHours"
        ? hours() !== undefined
        : field === "amountFen"
          ? amount() !== undefined
          : text(field) !== "";
  const isWrong = (field: StepField): boolean =>
    props.fields.includes(field) &&
    !given(field) &&
    (props.needed.includes(field) || text(field) !== "" || (field === "channel" && text("channel") === OTHER));
  const errorOf = (field: StepField): string =>
    tried() && isWrong(field) ? say.word(`screen.step.error.${field}`) : "";
  const submit = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    const when = at();
    if (when === undefined || props.fields.some(isWrong)) {
      form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    const has = (field: StepField): boolean => props.fields.includes(field) && given(field);
    props.onGo({
      at: when,
      channel: has("channel") ? channel() : undefined,
      periodHours: has("periodHours") ? hours() : undefined,
      amountFen: has("amountFen") ? amount() : undefined,
      reference: has("reference") ? text("reference") : undefined,
      ground: has("ground") ? text("ground") : undefined,
      result: has("result") ? text("result") : undefined,
    });
  };
  const label = (field: StepField): string => {
    const name = say.word(`screen.step.field.${field}`);
    return props.needed.includes(field) ? name : say.word("screen.form.optional", { name });
  };
  return (
    <form ref={form} class={styles["form"]} noValidate onSubmit={submit}>
      <Field
        label={say.word("screen.step.field.at")}
        error={tried() && at() === undefined ? say.word("screen.send.at.error") : ""}
      >
        {(control) => (
          <input
            {...control}
            autofocus
            type="datetime-local"
            value={texts["at"] ?? ""}
            onInput={(event) => setTexts("at", event.currentTarget.value)}
          />
        )}
      </Field>
      <For each={props.fields}>
        {(field) => (
          <Field
            label={label(field)}
            error={errorOf(field)}
            {...(field === "periodHours" ? { hint: say.word("screen.step.hint.periodHours") } : {})}
          >
            {(control) => (
              <Show
                when={props.choices[field]}
                fallback={
                  <input
                    {...control}
                    type="text"
                    autocomplete="off"
                    inputmode={field === "periodHours" ? "numeric" : field === "amountFen" ? "decimal" : undefined}
                    value={texts[field] ?? ""}
                    onInput={(event) => setTexts(field, event.currentTarget.value)}
                  />
                }
              >
                {(choices) => (
                  <select {...control} onChange={(event) => setTexts(field, event.currentTarget.value)}>
                    <option value="">{say.word("screen.form.choose")}</option>
                    <For each={choices()}>
                      {(each) => (
                        <option value={each.value} selected={each.value === texts[field]}>
                          {each.label}
                        </option>
                      )}
                    </For>
                    <Show when={field === "channel"}>
                      <option value={OTHER}>{say.word("screen.send.channel.other")}</option>
                    </Show>
                  </select>
                )}
              </Show>
            )}
          </Field>
        )}
      </For>
      <Show when={texts["channel"] === OTHER}>
        <Field label={say.word("screen.send.channel.name")} error={errorOf("channel")}>
          {(control) => (
            <input
              {...control}
              type="text"
              autocomplete="off"
              value={texts["channelName"] ?? ""}
              onInput={(event) => setTexts("channelName", event.currentTarget.value)}
            />
          )}
        </Field>
      </Show>
      <div class={styles["foot"]}>
        {props.other}
        <Button onClick={() => props.onCancel()}>{say.word("screen.case.cancel")}</Button>
        <Button tone="solid" type="submit" data-record-step="">
          {props.go}
        </Button>
      </div>
    </form>
  );
}
