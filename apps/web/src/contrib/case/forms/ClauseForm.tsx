/**
 * Captures a term of theirs (B2, B10): where it stands, its exact words, its screenshot, and what it means for a refund.
 *
 * 1. What the words mean is a suggestion from the pack's patterns; the person sees the condition, may change its numbers, and confirms it by saving.
 * 2. A quote that does not stand in the text of the screenshot is said at once; it may be saved all the same.
 */
import { GroundKindSchema, info, quoteState, recogniseClause, type Condition, type GroundKind } from "@recourse/core";
import { Button } from "@recourse/ui";
import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from "solid-js";
import { createStore } from "solid-js/store";
import { perform } from "../../../parts/perform.ts";
import { useCase, useServices } from "../../../parts/served.tsx";
import type { Data } from "../asking.ts";
import {
  conditionFields,
  conditionText,
  conditionTexts,
  conditionTypes,
  startCondition,
  withValues,
  type ConditionType,
} from "./condition.ts";
import { idIn, readForm, textIn, textOf, type FieldSpec } from "./field.ts";
import { FieldRow } from "./FieldRow.tsx";
import styles from "./Form.module.css";
import { linkTo } from "./saving.ts";

const fields: readonly FieldSpec[] = [
  { name: "exhibit", type: "exhibit", material: "平台规则", hint: "screen.hint.clause.exhibit" },
  { name: "quote", type: "long", required: true, hint: "screen.hint.clause.quote" },
  { name: "document", type: "text", required: true, hint: "screen.hint.clause.document" },
  { name: "article", type: "text", hint: "screen.hint.clause.article" },
  { name: "url", type: "text" },
  { name: "capturedAt", type: "when" },
  {
    name: "shownAtOrder",
    type: "choice",
    set: "answer",
    values: ["yes", "no", "unknown"],
    required: true,
    hint: "screen.hint.clause.shownAtOrder",
  },
];

export interface ClauseFormProps {
  readonly command: string;
  readonly data: Data;
  onDone(): void;
}

export function ClauseForm(props: ClauseFormProps): JSX.Element {
  const services = useServices();
  const { say, pack } = services;
  const live = useCase();
  const record = props.command === "clause.edit" ? live.record("clause", textIn(props.data["id"])) : undefined;
  const initial: Data = record ?? { shownAtOrder: "unknown", ...props.data };
  const [texts, setTexts] = createStore<Record<string, string>>(
    Object.fromEntries(fields.map((field) => [field.name, textOf(field, initial[field.name])])),
  );
  const [errors, setErrors] = createSignal<Readonly<Record<string, string>>>({});
  const [ground, setGround] = createSignal<GroundKind>(record?.ground ?? "not_started");
  const [condition, setCondition] = createSignal<Condition>(record?.condition ?? { type: "refund_clause" });
  const [numbers, setNumbers] = createStore<Record<string, string>>({ ...conditionTexts(condition()) });
  const [byHand, setByHand] = createSignal(record !== undefined);
  const suggestions = createMemo(() =>
    (texts["quote"] ?? "").trim() === "" ? [] : recogniseClause(texts["quote"] ?? "", pack),
  );
  const take = (of: GroundKind, c: Condition): void => {
    setGround(of);
    setCondition(c);
    setNumbers({ ...conditionTexts(c) });
  };
  createEffect(
    on(suggestions, ([best]) => {
      if (best !== undefined && !byHand()) take(best.ground, best.condition);
    }),
  );
  const grounds = (): readonly GroundKind[] =>
    pack.categories.find((c) => c.id === info(live.whole())?.category)?.grounds ?? [];
  const quoteMissing = createMemo(() => {
    const exhibit = idIn(texts["exhibit"]);
    const quote = texts["quote"] ?? "";
    if (exhibit === undefined || quote.trim() === "") return false;
    const draft = {
      id: live.caseId,
      document: "",
      article: "",
      quote,
      exhibit,
      ground: ground(),
      condition: condition(),
      shownAtOrder: "unknown" as const,
    };
    return quoteState(live.whole(), draft) === "not_contained";
  });
  /** Sentences of the screenshot's text to take the words from, so that nothing has to be retyped. */
  const sentences = createMemo(() => {
    const text = live.record("exhibit", texts["exhibit"])?.text ?? "";
    return text
      .split(/(?<=[。！？!?；;])|\n/)
      .map((s) => s.trim())
      .filter((s) => s.length >= 4)
      .slice(0, 60);
  });
  let form!: HTMLFormElement;
  const submit = (event: Event): void => {
    event.preventDefault();
    const read = readForm(fields, texts);
    const values = readForm(conditionFields(condition().type), numbers);
    setErrors({ ...read.errors, ...values.errors });
    if (Object.keys({ ...read.errors, ...values.errors }).length > 0) {
      form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    save(
      { article: "", ...read.values, ground: ground(), condition: withValues(condition(), values.values) },
      read.empty,
    );
  };
  const save = (fieldsOf: Data, empty: readonly string[]): void => {
    const unset = record === undefined ? [] : empty.filter((name) => name !== "article" && record[name] !== undefined);
    const done =
      record === undefined
        ? perform(services, live, "clause.add", fieldsOf)
        : perform(services, live, "clause.edit", { id: record.id, set: fieldsOf, unset });
    if (done === undefined) return;
    const exhibit = idIn(texts["exhibit"]);
    if (exhibit !== undefined)
      linkTo(services, live, exhibit, ["breach", "responsibility"], {
        code: "proves.clause",
        proves: `《${textIn(fieldsOf["document"]) ?? ""}》${textIn(fieldsOf["article"]) ?? ""}`,
      });
    const place = textIn(props.data["place"]);
    const clause = done.made[0];
    if (place !== undefined && clause !== undefined)
      perform(services, live, "lookup.add", { place, result: "captured", on: services.now(), clause });
    props.onDone();
  };
  const row = (field: FieldSpec): JSX.Element => (
    <FieldRow
      spec={field}
      kind="clause"
      text={texts[field.name] ?? ""}
      error={errors()[field.name]}
      first={field.name === (props.data["ask"] === "quote" ? "quote" : "exhibit")}
      onText={(text) => setTexts(field.name, text)}
    />
  );
  return (
    <form ref={form} class={styles["form"]} onSubmit={submit} novalidate>
      <For each={fields}>
        {(field) => (
          <>
            {row(field)}
            <Show when={field.name === "exhibit" && (texts["quote"] ?? "").trim() === "" && sentences().length > 0}>
              <div class={styles["rows"]} role="group" aria-label={say.word("screen.clause.pick")}>
                <For each={sentences()}>
                  {(sentence) => (
                    <button type="button" onClick={() => setTexts("quote", sentence)}>
                      {sentence}
                    </button>
                  )}
                </For>
              </div>
            </Show>
          </>
        )}
      </For>
      <div aria-live="polite">
        <Show when={quoteMissing()}>
          <p class={styles["warn"]}>{say.word("screen.clause.quote_not_there")}</p>
        </Show>
      </div>
      <fieldset class={styles["group"]}>
        <legend>{say.word("screen.clause.meaning")}</legend>
        <p class={styles["lead"]} aria-live="polite">
          {suggestions().length > 0 ? say.word("screen.clause.recognised") : say.word("screen.clause.not_recognised")}
        </p>
        <For each={suggestions()}>
          {(s) => (
            <label class={styles["option"]}>
              <input
                type="radio"
                name="meaning"
                checked={!byHand() && s.ground === ground() && s.condition.type === condition().type}
                onChange={() => {
                  setByHand(false);
                  take(s.ground, s.condition);
                }}
              />
              <span>
                {say.word(`ground.${s.ground}`)}
                <small>{conditionText(say, s.condition)}</small>
              </span>
            </label>
          )}
        </For>
        <label class={styles["option"]}>
          <input
            type="radio"
            name="meaning"
            checked={byHand() || suggestions().length === 0}
            onChange={() => setByHand(true)}
          />
          {say.word("screen.clause.by_hand")}
        </label>
        <Show when={byHand() || suggestions().length === 0}>
          <div class={styles["pair"]}>
            <FieldRow
              spec={{ name: "ground", type: "choice", set: "ground", values: grounds(), required: true }}
              kind="clause"
              text={ground()}
              error={undefined}
              onText={(text) => {
                const chosen = GroundKindSchema.safeParse(text);
                if (!chosen.success) return;
                setByHand(true);
                setGround(chosen.data);
              }}
            />
            <FieldRow
              spec={{
                name: "condition",
                type: "choice",
                set: "screen.condition.name",
                values: conditionTypes,
                required: true,
              }}
              kind="clause"
              text={condition().type}
              error={undefined}
              onText={(text) => {
                const type = conditionTypes.find((t): t is ConditionType => t === text);
                if (type === undefined) return;
                setByHand(true);
                take(ground(), startCondition(type, pack));
              }}
            />
          </div>
        </Show>
        <Show when={conditionFields(condition().type).length > 0}>
          <div class={styles["pair"]}>
            <For each={conditionFields(condition().type)}>
              {(field) => (
                <FieldRow
                  spec={field}
                  kind="condition"
                  text={numbers[field.name] ?? ""}
                  error={errors()[field.name]}
                  onText={(text) => setNumbers(field.name, text)}
                />
              )}
            </For>
          </div>
        </Show>
      </fieldset>
      <div class={styles["foot"]}>
        <Button onClick={() => props.onDone()}>{say.word("screen.case.cancel")}</Button>
        <Button tone="solid" type="submit">
          {say.word("screen.case.save")}
        </Button>
      </div>
    </form>
  );
}
