/**
 * A new case in plain words: what was bought, from whom, for how much. Only a name and a kind are needed; the rest may come from a bill (G2, G5, L3).
 *
 * 1. A bill that was put in is read once the case exists; the person then picks the row, nothing is taken by itself (E11).
 */
import { isId, type Category, type Id } from "@recourse/core";
import { Button, Dialog, Field, Icon } from "@recourse/ui";
import { ShieldAlert } from "lucide";
import { createSignal, For, Show, type JSX } from "solid-js";
import { fakeHelperLine } from "../../parts/fake-helper-line.ts";
import { FileDrop } from "../../parts/FileDrop.tsx";
import { perform, refusal } from "../../parts/perform.ts";
import { InCase, useServices } from "../../parts/served.tsx";
import type { TakenFile } from "../../services/taken-file.ts";
import { asking } from "./asking.ts";
import { FileProgress } from "./FileProgress.tsx";
import { readForm, type FieldSpec } from "./forms/field.ts";
import { FieldRow } from "./forms/FieldRow.tsx";
import styles from "./forms/Form.module.css";
import { MetLine } from "./MetLine.tsx";
import { PickRow } from "./PickRow.tsx";

const categories: readonly Category[] = ["membership", "topup", "course", "software", "engagement", "other"];

const fields: readonly FieldSpec[] = [
  { name: "respondent", type: "text", hint: "screen.hint.new.respondent" },
  { name: "paidTo", type: "choice", set: "paidTo", values: ["merchant", "person", "store", "wallet", "unknown"] },
  { name: "number", type: "text", hint: "screen.hint.order.number" },
  { name: "paidFen", type: "money" },
  { name: "orderedAt", type: "moment" },
  { name: "purpose", type: "choice", set: "purpose", values: ["life", "business", "unknown"] },
  { name: "payerAge", type: "number", hint: "screen.hint.case.payerAge" },
];

export function NewCase(): JSX.Element {
  const { say } = useServices();
  return (
    <Dialog
      open={asking.isNew()}
      title={say.word("screen.empty.new")}
      closeLabel={say.word("screen.case.close")}
      onClose={() => asking.setNew(false)}
    >
      <NewCaseForm onDone={() => asking.setNew(false)} />
    </Dialog>
  );
}

/** What was bought, from whom, for how much, when: all but title and kind can wait. A bill dropped first fills the rest. */
export function NewCaseForm(props: { onDone(): void }): JSX.Element {
  const services = useServices();
  const { say, cases, desk, intake } = services;
  const [title, setTitle] = createSignal("");
  const [category, setCategory] = createSignal<Category>();
  const [texts, setTexts] = createSignal<Readonly<Record<string, string>>>({});
  const [errors, setErrors] = createSignal<Readonly<Record<string, string>>>({});
  const [refused, setRefused] = createSignal("");
  const [bill, setBill] = createSignal<readonly File[]>([]);
  const [made, setMade] = createSignal<Id>();
  const [taken, setTaken] = createSignal<readonly TakenFile[]>([]);
  const [busy, setBusy] = createSignal(false);
  let form!: HTMLFormElement;

  const finish = (caseId: Id): void => {
    props.onDone();
    desk.exec("case.open", { caseId });
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const read = readForm(fields, texts());
    const kind = category();
    const wrong = {
      ...read.errors,
      ...(title().trim() === "" && bill().length === 0 ? { title: "screen.form.required" } : {}),
      ...(kind === undefined ? { category: "screen.form.required" } : {}),
    };
    setErrors(wrong);
    if (kind === undefined || Object.keys(wrong).length > 0) {
      form.querySelector<HTMLElement>("[aria-invalid=true], [data-wrong] input")?.focus();
      return;
    }
    setBusy(true);
    const created = await cases.create(
      dataOf(kind, title().trim() === "" ? say.word(`category.${kind}`) : title().trim(), read.values),
    );
    if (!created.ok) {
      setBusy(false);
      const { error } = created;
      setRefused(error.kind === "store" ? say.word("screen.save.failed.more") : refusal(say, error));
      return;
    }
    if (bill().length === 0) {
      finish(created.value);
      return;
    }
    setMade(created.value);
    setTaken(await intake.take(bill(), created.value, "支付凭证"));
    setBusy(false);
  };
  const dataOf = (
    kind: Category,
    name: string,
    values: Readonly<Record<string, unknown>>,
  ): Readonly<Record<string, unknown>> => {
    const { respondent, number, paidFen, orderedAt, paidTo, purpose, payerAge } = values;
    const hasOrder = paidFen !== undefined && orderedAt !== undefined;
    return {
      title: name,
      category: kind,
      lang: say.lang(),
      ...(paidTo === undefined ? {} : { paidTo }),
      ...(purpose === undefined ? {} : { purpose }),
      ...(payerAge === undefined ? {} : { payerAge }),
      ...(respondent === undefined ? {} : { respondent: { name: respondent } }),
      ...(hasOrder ? { order: { number: number ?? "", item: name, paidFen, orderedAt } } : {}),
    };
  };
  const live = (): ReturnType<typeof cases.live> => {
    const id = made();
    return id !== undefined && isId(id) ? cases.live(id) : undefined;
  };
  return (
    <Show
      when={made() === undefined || live() === undefined}
      fallback={
        <Show when={live()} keyed>
          {(open) => (
            <InCase live={open}>
              <PickRow
                files={taken()}
                onPicked={(item) => {
                  if (title().trim() === "" && item !== "")
                    perform(services, open, "case.edit", { set: { title: item } });
                }}
                onDone={() => finish(open.caseId)}
              />
            </InCase>
          )}
        </Show>
      }
    >
      <form ref={form} class={styles["form"]} onSubmit={(event) => void submit(event)} novalidate>
        <p class={styles["warn"]}>
          <Icon icon={ShieldAlert} />
          <span>
            {say.word("screen.case.G2")} {fakeHelperLine(say, "create")}
          </span>
        </p>
        <fieldset class={styles["group"]} data-wrong={errors()["category"] === undefined ? undefined : ""}>
          <legend>{say.word("screen.new.what")}</legend>
          <div class={styles["cards"]}>
            <For each={categories}>
              {(id) => (
                <label class={styles["card"]}>
                  <input
                    type="radio"
                    name="category"
                    value={id}
                    checked={category() === id}
                    onChange={() => setCategory(id)}
                  />
                  {say.word(`category.${id}`)}
                  <small>{say.word(`screen.new.example.${id}`)}</small>
                </label>
              )}
            </For>
          </div>
          <Show when={errors()["category"]}>{(code) => <p class={styles["refused"]}>{say.word(code())}</p>}</Show>
        </fieldset>
        <Field
          label={say.word("screen.new.title")}
          hint={say.word("screen.hint.new.title")}
          error={errors()["title"] === undefined ? "" : say.word(errors()["title"] ?? "")}
        >
          {(control) => (
            <input
              {...control}
              autocomplete="off"
              value={title()}
              onInput={(event) => setTitle(event.currentTarget.value)}
            />
          )}
        </Field>
        <fieldset class={styles["group"]}>
          <legend>{say.word("screen.new.bill")}</legend>
          <p class={styles["lead"]}>{say.word("screen.new.bill_hint")}</p>
          <FileDrop label={say.word("screen.step.bill")} busy={busy()} onFiles={setBill} />
          <For each={bill()}>{(file) => <p class={styles["lead"]}>{file.name}</p>}</For>
          <FileProgress />
        </fieldset>
        <details class={styles["group"]} open={bill().length === 0}>
          <summary>{say.word("screen.new.more")}</summary>
          <div class={styles["form"]}>
            <For each={fields}>
              {(field) => (
                <>
                  <FieldRow
                    spec={field}
                    kind="new"
                    text={texts()[field.name] ?? ""}
                    error={errors()[field.name]}
                    onText={(text) => setTexts((before) => ({ ...before, [field.name]: text }))}
                  />
                  <Show when={field.name === "respondent"}>
                    <MetLine name={texts()["respondent"] ?? ""} />
                  </Show>
                </>
              )}
            </For>
          </div>
        </details>
        <div aria-live="polite">
          <Show when={refused()}>
            <p class={styles["refused"]}>{refused()}</p>
          </Show>
        </div>
        <div class={styles["foot"]}>
          <Button onClick={() => props.onDone()}>{say.word("screen.case.cancel")}</Button>
          <Button tone="solid" type="submit" disabled={busy()}>
            {say.word("screen.empty.new")}
          </Button>
        </div>
      </form>
    </Show>
  );
}
