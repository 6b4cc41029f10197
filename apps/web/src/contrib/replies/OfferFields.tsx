/** The terms of an offer: how much, in what form, what is asked for it, until when (X11). */
import { formatYuan, parseYuan } from "@recourse/core";
import { Field } from "@recourse/ui";
import { createSignal, Show, type JSX } from "solid-js";
import { fromField, toField } from "../../parts/moment.ts";
import { OneIn } from "../../parts/OneIn.tsx";
import styles from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import type { OfferDraft } from "./offer-terms.ts";

const forms: readonly OfferDraft["form"][] = ["money", "credit", "redo", "other"];
const asked: readonly OfferDraft["asks"][] = ["nothing", "withdraw", "waiver", "take_down", "praise", "other"];

export interface OfferFieldsProps {
  readonly offer: OfferDraft;
  /** An offer of one's own asks for nothing in return. */
  readonly mine?: boolean;
  readonly onChange: (offer: OfferDraft) => void;
}

export function OfferFields(props: OfferFieldsProps): JSX.Element {
  const { say } = useServices();
  const [amount, setAmount] = createSignal<string>();
  const shown = (): string =>
    amount() ?? (props.offer.amountFen === undefined ? "" : formatYuan(props.offer.amountFen));
  const wrong = (): boolean => shown().trim() !== "" && !parseYuan(shown()).ok;
  const type = (text: string): void => {
    setAmount(text);
    const { amountFen: _before, ...rest } = props.offer;
    const read = parseYuan(text);
    props.onChange(read.ok ? { ...rest, amountFen: read.value } : rest);
  };
  const until = (text: string): void => {
    const { expiresAt: _before, ...rest } = props.offer;
    const read = fromField(text);
    props.onChange(read === undefined ? rest : { ...rest, expiresAt: read });
  };
  const word = (set: string, value: string): string => say.word(`screen.offer.${set}.${value}`);
  return (
    <div class={styles["pair"]} data-offer-fields="">
      <OneIn
        label={say.word(props.mine ? "screen.offer.form.mine" : "screen.offer.form")}
        options={forms.map((value) => ({ value, label: word("form", value) }))}
        value={props.offer.form}
        onChoose={(form) => props.onChange({ ...props.offer, form })}
      />
      <Show when={props.offer.form === "money" || props.offer.form === "credit"}>
        <Field label={say.word("screen.field.amountFen")} error={wrong() ? say.word("screen.offer.amount.error") : ""}>
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="decimal"
              autocomplete="off"
              value={shown()}
              onInput={(event) => type(event.currentTarget.value)}
            />
          )}
        </Field>
      </Show>
      <Show when={!props.mine}>
        <OneIn
          label={say.word("screen.offer.asks")}
          options={asked.map((value) => ({ value, label: word("asks", value) }))}
          value={props.offer.asks}
          onChoose={(asks) => props.onChange({ ...props.offer, asks })}
        />
      </Show>
      <Show when={props.offer.asks === "other" || props.offer.form === "redo" || props.offer.form === "other"}>
        <Field label={say.word("screen.offer.condition")}>
          {(control) => (
            <input
              {...control}
              type="text"
              autocomplete="off"
              value={props.offer.condition ?? ""}
              onInput={(event) => props.onChange({ ...props.offer, condition: event.currentTarget.value })}
            />
          )}
        </Field>
      </Show>
      <Field label={say.word("screen.offer.until")} hint={say.word("screen.offer.until.hint")}>
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            value={toField(props.offer.expiresAt).slice(0, 16)}
            onInput={(event) => until(event.currentTarget.value)}
          />
        )}
      </Field>
    </div>
  );
}
