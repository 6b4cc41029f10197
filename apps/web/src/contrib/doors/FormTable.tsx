/**
 * The fields of a formal paper, as they read from the case, each to be copied into the page of whoever receives it (X9, P4).
 *
 * 1. Identity numbers are never kept: such a field says that the person writes it there.
 */
import { formOf, letterView, type FormField, type FormKind, type Id } from "@recourse/core";
import { letterRenderer } from "@recourse/words";
import { Button, Chip, Icon } from "@recourse/ui";
import { CircleAlert, Copy } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { ProvisionChip } from "../../parts/ProvisionChip.tsx";
import { useCase, useServices } from "../../parts/served.tsx";
import styles from "./Doors.module.css";

export interface FormTableProps {
  readonly kind: FormKind;
  readonly filing: Id;
  /** The letter of the same kind: its sentences are the facts and the request. */
  readonly draft: Id | undefined;
}

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
  return (
    <Show when={view()} fallback={<p role="status">{say.word("screen.filing.form.loading")}</p>}>
      {(form) => (
        <div class={styles["form"]} data-form={form().kind}>
          <h3 class={styles["name"]}>{form().title}</h3>
          <p class={styles["chips"]}>
            <For each={form().basis}>{(id) => <ProvisionChip id={id} />}</For>
          </p>
          <p class={styles["text"]}>{form().note}</p>
          <For each={form().sections}>
            {(section) => (
              <section aria-label={section.title}>
                <h4 class={styles["label"]}>{section.title}</h4>
                <dl class={styles["fields"]}>
                  <For each={section.fields.filter((f) => f.state !== "theirs")}>
                    {(field) => <Row field={field} />}
                  </For>
                </dl>
              </section>
            )}
          </For>
          <ul class={styles["lines"]}>
            <For each={form().notes}>{(note) => <li>{say.say(note)}</li>}</For>
          </ul>
        </div>
      )}
    </Show>
  );
}

function Row(props: { readonly field: FormField }): JSX.Element {
  const { say, desk, dossier } = useServices();
  const live = useCase();
  const text = createMemo(() => props.field.value.map((line) => say.say(line)).join("\n"));
  const copy = async (): Promise<void> => {
    const done = await dossier.copy(text());
    desk.toast({ text: say.word(done ? "screen.filing.form.copied" : "screen.filing.form.not_copied") });
  };
  return (
    <div class={styles["fieldRow"]} data-field={props.field.id} data-state={props.field.state}>
      <dt>{props.field.label}</dt>
      <dd>
        <Show when={text() !== ""}>
          <span class={styles["value"]}>{text()}</span>
        </Show>
        <For each={props.field.choices}>
          {(choice) => <Chip tone={choice.chosen ? "good" : "line"}>{choice.label}</Chip>}
        </For>
        <Show when={props.field.note}>{(note) => <small>{say.say(note())}</small>}</Show>
        <Show when={props.field.missing}>
          {(gap) => (
            <span class={styles["lacks"]}>
              <Icon icon={CircleAlert} size="small" /> {say.say(gap().message)}{" "}
              <Button
                onClick={() =>
                  desk.exec("case.ask", { caseId: live.caseId, command: gap().fix.command, data: gap().fix.data })
                }
              >
                {say.word("screen.fix")}
              </Button>
            </span>
          )}
        </Show>
      </dd>
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
    </div>
  );
}
