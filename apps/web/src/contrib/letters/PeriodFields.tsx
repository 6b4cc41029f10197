/** How long to wait, as a choice with the fields it needs (K7, K8). Their own published time is read from the term that is chosen, to be looked over. */
import type { Id, RecordOf } from "@recourse/core";
import { Field } from "@recourse/ui";
import { createUniqueId, For, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import { hoursIn, type PeriodChoice, type PeriodKind } from "./periods.ts";
import styles from "./SendDialog.module.css";

/** What is typed and chosen. Units: `hours` as typed. */
export interface PeriodGiven {
  readonly hours: string;
  readonly clause: Id | undefined;
}

export interface PeriodFieldsProps {
  readonly choices: readonly PeriodChoice[];
  readonly chosen: PeriodKind;
  readonly given: PeriodGiven;
  readonly clauses: readonly RecordOf<"clause">[];
  readonly wrong: boolean;
  readonly onChoose: (kind: PeriodKind) => void;
  readonly onGive: (given: PeriodGiven) => void;
}

export function PeriodFields(props: PeriodFieldsProps): JSX.Element {
  const { say } = useServices();
  const name = createUniqueId();
  const read = (id: string | undefined): void => {
    const found = props.clauses.find((c) => c.id === id);
    if (found === undefined) return;
    const hours = hoursIn(found.quote);
    props.onGive({ clause: found.id, hours: hours === undefined ? props.given.hours : String(hours) });
  };
  const choose = (kind: PeriodKind): void => {
    props.onChoose(kind);
    if (kind === "published") read(props.given.clause);
  };
  return (
    <fieldset class={styles["periods"]}>
      <legend class={styles["legend"]}>{say.word("screen.send.period")}</legend>
      <For each={props.choices}>
        {(each) => (
          <label class={styles["choice"]}>
            <input
              type="radio"
              name={name}
              value={each.kind}
              checked={props.chosen === each.kind}
              onInput={() => choose(each.kind)}
            />
            {say.word(each.code, each.args)}
          </label>
        )}
      </For>
      <Show when={props.chosen === "published"}>
        <Field label={say.word("screen.send.period.clause")}>
          {(control) => (
            <select {...control} value={props.given.clause ?? ""} onInput={(event) => read(event.currentTarget.value)}>
              <For each={props.clauses}>
                {(each) => (
                  <option value={each.id}>
                    {each.document} {each.article}：{each.quote}
                  </option>
                )}
              </For>
            </select>
          )}
        </Field>
      </Show>
      <Show when={props.chosen === "own" || props.chosen === "published"}>
        <Field
          label={say.word("screen.send.period.hours")}
          error={props.wrong ? say.word("screen.send.period.hours.error") : undefined}
        >
          {(control) => (
            <input
              {...control}
              type="number"
              inputMode="numeric"
              min="1"
              step="1"
              value={props.given.hours}
              onInput={(event) => props.onGive({ ...props.given, hours: event.currentTarget.value })}
            />
          )}
        </Field>
      </Show>
      <p class={styles["text"]}>{say.word("screen.send.period.hint")}</p>
    </fieldset>
  );
}
