/** One field of a small form: label, control of its type, hint, error. */
import { Field } from "@recourse/ui";
import { shortMoment } from "@recourse/words";
import { For, Match, Switch, type JSX } from "solid-js";
import { ExhibitPicker } from "../../../parts/ExhibitPicker.tsx";
import { useCase, useSay } from "../../../parts/served.tsx";
import { typedValue } from "../../../parts/typed-value.ts";
import { idIn, type FieldSpec } from "./field.ts";
import styles from "./Form.module.css";

export interface FieldRowProps {
  readonly spec: FieldSpec;
  /** Kind of record, for the label. */
  readonly kind: string;
  readonly text: string;
  readonly error: string | undefined;
  /** Gets the focus when the form opens. */
  readonly first?: boolean;
  onText(text: string): void;
}

export function FieldRow(props: FieldRowProps): JSX.Element {
  const say = useSay();
  const label = (): string => {
    const own = `screen.field.${props.kind}.${props.spec.name}`;
    const name = say.word(say.has(own) ? own : `screen.field.${props.spec.name}`);
    return props.spec.required ? name : say.word("screen.form.optional", { name });
  };
  const hint = (): { readonly hint: string } | undefined =>
    props.spec.hint === undefined ? undefined : { hint: say.word(props.spec.hint) };
  const error = (): { readonly error: string } | undefined =>
    props.error === undefined ? undefined : { error: say.word(props.error) };
  return (
    <Field label={label()} {...hint()} error={error()?.error ?? ""}>
      {(control) => (
        <Switch
          fallback={
            <input
              {...control}
              autofocus={props.first}
              type={props.spec.type === "moment" ? "datetime-local" : "text"}
              step={props.spec.type === "moment" ? 1 : undefined}
              inputmode={props.spec.type === "money" || props.spec.type === "number" ? "decimal" : undefined}
              autocomplete="off"
              ref={typedValue(() => props.text)}
              onInput={(event) => props.onText(event.currentTarget.value)}
            />
          }
        >
          <Match when={props.spec.type === "long"}>
            <textarea
              {...control}
              autofocus={props.first}
              rows={3}
              value={props.text}
              onInput={(event) => props.onText(event.currentTarget.value)}
            />
          </Match>
          <Match when={props.spec.type === "when"}>
            <WhenControl
              control={control}
              first={props.first ?? false}
              text={props.text}
              onText={(text) => props.onText(text)}
            />
          </Match>
          <Match when={props.spec.type === "choice" || props.spec.type === "flag"}>
            <select
              {...control}
              autofocus={props.first}
              value={props.text}
              onChange={(event) => props.onText(event.currentTarget.value)}
            >
              <option value="">{say.word("screen.form.choose")}</option>
              <For each={props.spec.type === "flag" ? ["yes", "no"] : (props.spec.values ?? [])}>
                {(value) => (
                  <option value={value} selected={value === props.text}>
                    {say.word(`${props.spec.set ?? "answer"}.${value}`)}
                  </option>
                )}
              </For>
            </select>
          </Match>
          <Match when={props.spec.type === "draft"}>
            <DraftControl
              control={control}
              first={props.first ?? false}
              text={props.text}
              onText={(text) => props.onText(text)}
            />
          </Match>
          <Match when={props.spec.type === "exhibit"}>
            <ExhibitPicker
              control={control}
              value={idIn(props.text)}
              material={props.spec.material}
              onChoose={(id) => props.onText(id ?? "")}
            />
          </Match>
        </Switch>
      )}
    </Field>
  );
}

/** One of the letters of the case, by its kind and when it was begun. */
function DraftControl(props: {
  readonly control: { readonly id: string; readonly class: string };
  readonly first: boolean;
  readonly text: string;
  onText(text: string): void;
}): JSX.Element {
  const say = useSay();
  const live = useCase();
  return (
    <select
      {...props.control}
      autofocus={props.first}
      value={props.text}
      onChange={(event) => props.onText(event.currentTarget.value)}
    >
      <option value="">{say.word("screen.form.draft.none")}</option>
      <For each={live.all("draft")}>
        {(draft) => (
          <option value={draft.id} selected={draft.id === props.text}>
            {[say.word(`letterKind.${draft.kind}`), draft.recordedAt === undefined ? "" : shortMoment(draft.recordedAt)]
              .filter((part) => part !== "")
              .join(" · ")}
          </option>
        )}
      </For>
    </select>
  );
}

/** A day, and the time of day where it is known. */
function WhenControl(props: {
  readonly control: { readonly id: string; readonly class: string };
  readonly first: boolean;
  readonly text: string;
  onText(text: string): void;
}): JSX.Element {
  const say = useSay();
  const day = (): string => props.text.split("T")[0] ?? "";
  const time = (): string => props.text.split("T")[1] ?? "";
  const put = (d: string, t: string): void => props.onText(d === "" ? "" : t === "" ? d : `${d}T${t}`);
  return (
    <span class={styles["when"]}>
      <input
        {...props.control}
        type="date"
        autofocus={props.first}
        value={day()}
        onInput={(e) => put(e.currentTarget.value, time())}
      />
      <input
        class={props.control.class}
        type="time"
        aria-label={say.word("screen.form.time_if_known")}
        value={time()}
        onInput={(e) => put(day(), e.currentTarget.value)}
      />
    </span>
  );
}
