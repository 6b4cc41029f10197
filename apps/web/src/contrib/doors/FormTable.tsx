/**
 * The fields of a formal paper, as they read from the case, each to be copied into the page of whoever receives it (X9, P4).
 *
 * 1. Identity numbers are never kept: such a field says that the person writes it there.
 */
import { formOf, letterView, type FormField, type FormKind, type FormView, type Id } from "@recourse/core";
import { letterRenderer } from "@recourse/words";
import { Button, Chip, Icon } from "@recourse/ui";
import { CircleAlert, CircleCheck, Copy } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { fixWord } from "../../parts/fix-words.ts";
import styles from "../../parts/Page.module.css";
import own from "./Doors.module.css";
import { Provisions } from "../../parts/Provisions.tsx";
import { useCase, useServices } from "../../parts/served.tsx";

export interface FormTableProps {
  readonly kind: FormKind;
  readonly filing: Id;
  /** The letter of the same kind: its sentences are the facts and the request. */
  readonly draft: Id | undefined;
}

/** What a person fills in; the rest is for whoever receives it. */
const ours = (view: FormView): readonly { readonly title: string; readonly fields: readonly FormField[] }[] =>
  view.sections
    .map(({ title, fields }) => ({ title, fields: fields.filter((f) => f.state !== "theirs") }))
    .filter(({ fields }) => fields.length > 0);

export function FormTable(props: FormTableProps): JSX.Element {
  const services = useServices();
  const { say, reference, pack, now } = services;
  const live = useCase();
  const view = createMemo(() => {
    const forms = reference.forms();
    if (forms === undefined) return undefined;
    const lang = live.all("case")[0]?.lang ?? "zh-CN";
    const context = { grounds: live.grounds(), demand: live.demand(), measures: live.measures(), now: now() };
    const full = services.fullPack() ?? pack;
    const { draft } = props;
    return formOf(live.whole(), forms, props.kind, {
      lang,
      context,
      filing: props.filing,
      ...(draft === undefined ? {} : { letter: letterView(live.whole(), full, draft, letterRenderer, lang, context) }),
    });
  });
  const gaps = (form: FormView): number =>
    ours(form).reduce((n, { fields }) => n + fields.filter((f) => f.missing?.required === true).length, 0);
  return (
    <Show when={view()} fallback={<p role="status">{say.word("screen.filing.form.loading")}</p>}>
      {(form) => (
        <details class={own["paper"]} data-form={form().kind}>
          <summary class={own["doorHead"]}>
            <h3 class={styles["name"]}>{form().title}</h3>
            <Show
              when={gaps(form()) > 0}
              fallback={
                <Chip tone="good" icon={CircleCheck}>
                  {say.word("screen.filing.form.full")}
                </Chip>
              }
            >
              <Chip tone="mine" icon={CircleAlert}>
                {say.word("screen.filing.form.gaps", { n: gaps(form()) })}
              </Chip>
            </Show>
          </summary>
          <div class={styles["body"]}>
            <p class={styles["text"]}>{form().note}</p>
            <Provisions of={form().basis} folded />
            <For each={ours(form())}>
              {(section) => (
                <section>
                  <h4 class={styles["label"]}>{section.title}</h4>
                  <dl class={own["fields"]}>
                    <For each={section.fields}>{(field) => <Row field={field} />}</For>
                  </dl>
                </section>
              )}
            </For>
            <ul class={styles["lines"]}>
              <For each={form().notes}>{(note) => <li>{say.say(note)}</li>}</For>
            </ul>
          </div>
        </details>
      )}
    </Show>
  );
}

function Row(props: { readonly field: FormField }): JSX.Element {
  const services = useServices();
  const { say, desk } = services;
  const live = useCase();
  const text = createMemo(() => props.field.value.map((line) => say.say(line)).join("\n"));
  const copy = async (): Promise<void> => {
    const done = await services.dossier.copy(text());
    desk.toast({ text: say.word(done ? "screen.filing.form.copied" : "screen.filing.form.not_copied") });
  };
  return (
    <div class={own["fieldRow"]} data-field={props.field.id} data-state={props.field.state}>
      <dt>{props.field.label}</dt>
      <dd>
        <span class={own["said"]}>
          <Show when={text() !== ""}>
            <span class={styles["value"]}>{text()}</span>
          </Show>
          <Show when={props.field.choices.length > 0}>
            <span class={styles["chips"]}>
              <For each={props.field.choices}>
                {(choice) => (
                  <Chip tone={choice.chosen ? "good" : "line"} {...(choice.chosen ? { icon: CircleCheck } : {})}>
                    {choice.label}
                  </Chip>
                )}
              </For>
            </span>
          </Show>
          <Show when={props.field.note}>{(note) => <small>{say.say(note())}</small>}</Show>
          <Show when={props.field.missing}>
            {(gap) => (
              <span class={own["gap"]} data-required={gap().required ? "" : undefined}>
                <Icon icon={CircleAlert} size="small" /> {say.say(gap().message)}
              </span>
            )}
          </Show>
        </span>
        <Show when={props.field.missing}>
          {(gap) => (
            <Button
              aria-label={`${fixWord(say, gap().fix)}：${props.field.label}`}
              onClick={() =>
                desk.exec("case.ask", { caseId: live.caseId, command: gap().fix.command, data: gap().fix.data })
              }
            >
              {fixWord(say, gap().fix)}
            </Button>
          )}
        </Show>
        <Show when={text() !== ""}>
          <Button
            tone="plain"
            icon={Copy}
            onClick={() => void copy()}
            aria-label={say.word("screen.filing.form.copy", { what: props.field.label })}
          >
            {say.word("screen.filing.form.copy_short")}
          </Button>
        </Show>
      </dd>
    </div>
  );
}
