/**
 * One thing they may say: what it means, what answers it and rests on what, what the answer lacks, what not to do (X6).
 *
 * 1. A danger has steps to protect oneself and never an answer (G1).
 * 2. Words the pack expects are nobody's words yet: only an answer to what was really said can be copied or written into a letter.
 */
import { ref, type ExcuseAnswer, type Id } from "@recourse/core";
import { Button, Chip, Icon } from "@recourse/ui";
import {
  ChevronDown,
  CircleAlert,
  Copy,
  FilePenLine,
  MessageSquareReply,
  MessageSquareWarning,
  OctagonAlert,
} from "lucide";
import { createMemo, createUniqueId, For, Show, type JSX } from "solid-js";
import { buttonCode } from "../../../parts/next-step.ts";
import page from "../../../parts/Page.module.css";
import { ProvisionChip } from "../../../parts/ProvisionChip.tsx";
import { useCase, useServices } from "../../../parts/served.tsx";
import { SourceChip } from "../../../parts/SourceChip.tsx";
import chips from "../SourceChips.module.css";
import styles from "./ExcuseCard.module.css";
import type { LikelySaid } from "./likely-said.ts";
import { slotFix } from "./slot-fixes.ts";

export interface ExcuseCardProps {
  readonly of: LikelySaid;
  /** Unfolded at first; what was said and what is a danger always is. */
  readonly open: boolean;
}

export function ExcuseCard(props: ExcuseCardProps): JSX.Element {
  const { say } = useServices();
  const danger = (): boolean => props.of.said.replyKind === "danger";
  const wasSaid = (): boolean => props.of.said.why.some((m) => m.code === "likely.said");
  const opened = props.open || danger() || wasSaid();
  return (
    <details
      class={styles["card"]}
      open={opened}
      data-excuse={props.of.said.excuse}
      data-danger={danger() ? "" : undefined}
    >
      <summary class={styles["summary"]}>
        <span class={styles["fold"]}>
          <Icon icon={ChevronDown} size="small" />
        </span>
        <h2 class={styles["label"]}>
          <Icon icon={danger() ? OctagonAlert : MessageSquareWarning} size="small" /> {props.of.said.label}
        </h2>
        <Show when={wasSaid()}>
          <Chip tone="mine">{say.word("screen.rehearse.said")}</Chip>
        </Show>
        <Show when={danger()}>
          <Chip tone="danger">{say.word("screen.rehearse.danger")}</Chip>
        </Show>
      </summary>
      <div class={styles["body"]}>
        <p class={styles["why"]}>
          {say.word("screen.rehearse.why", { reasons: props.of.said.why.map((m) => say.say(m)) })}
        </p>
        <p>{props.of.said.meaning}</p>
        <Show when={danger()} fallback={<Answer of={props.of} />}>
          <Guard steps={props.of.said.protect} />
        </Show>
        <Show when={props.of.said.doNot.length > 0}>
          <div>
            <h3 class={page["label"]}>{say.word("screen.rehearse.do_not")}</h3>
            <ul class={page["lines"]}>
              <For each={props.of.said.doNot}>{(each) => <Advice text={each} />}</For>
            </ul>
          </div>
        </Show>
      </div>
    </details>
  );
}

/** A line of the pack may name a provision by its id: it is shown as the button that opens it. */
function Advice(props: { readonly text: string }): JSX.Element {
  const { pack } = useServices();
  const parts = createMemo(() => {
    const found = /^(.*?)\s*[（(]([a-z]+(?:-[a-z0-9]+)+)[）)]$/u.exec(props.text);
    const known = pack.provisions.find((p) => p.id === found?.[2]);
    return { text: known === undefined ? props.text : (found?.[1] ?? props.text), provision: known?.id };
  });
  return (
    <li>
      {parts().text} <Show when={parts().provision}>{(id) => <ProvisionChip id={id()} />}</Show>
    </li>
  );
}

/** Steps instead of an answer (G1). */
function Guard(props: { readonly steps: readonly string[] }): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  return (
    <div class={styles["guard"]} data-protect="">
      <p>{say.word("G1.no_answer")}</p>
      <ol class={styles["steps"]}>
        <For each={props.steps}>{(step) => <li>{step}</li>}</For>
      </ol>
      <p class={page["acts"]}>
        <Button onClick={() => desk.exec("safety.open", { caseId: live.caseId })}>
          {say.word("screen.rehearse.protect")}
        </Button>
      </p>
    </div>
  );
}

function Answer(props: { readonly of: LikelySaid }): JSX.Element {
  const { say } = useServices();
  const answer = createMemo(() => props.of.said.answer);
  return (
    <Show when={answer()} fallback={<p class={page["text"]}>{say.word("screen.rehearse.no_answer")}</p>}>
      {(made) => <Made of={props.of} answer={made()} />}
    </Show>
  );
}

function Made(props: { readonly of: LikelySaid; readonly answer: ExcuseAnswer }): JSX.Element {
  const services = useServices();
  const { say, desk, dossier } = services;
  const live = useCase();
  const heading = createUniqueId();
  const lang = (): string => live.all("case")[0]?.lang ?? "zh-CN";
  const copy = async (): Promise<void> => {
    const done = await dossier.copy(props.answer.text);
    const text = say.word(done ? "screen.rehearse.copied" : "screen.letter.copy.failed");
    desk.toast({ text });
    desk.announce(text);
  };
  const ready = (): boolean => props.of.reply !== undefined && props.answer.missing.length === 0;
  return (
    <div role="group" aria-labelledby={heading} class={styles["answer"]}>
      <h3 id={heading} class={page["label"]}>
        {say.word("screen.rehearse.answer")}
      </h3>
      <blockquote class={styles["text"]} lang={lang()} data-answer="">
        {props.answer.text}
      </blockquote>
      <p class={page["chips"]}>
        <For each={props.answer.exhibits}>
          {(e) => (
            <button
              type="button"
              class={chips["chip"]}
              title={live.record("exhibit", e.exhibit)?.name}
              onClick={() => desk.exec("case.open", { caseId: live.caseId, target: ref("exhibit", e.exhibit) })}
            >
              {say.word("screen.letter.chip", { n: e.number })}
            </button>
          )}
        </For>
        <For each={props.answer.clauses}>{(clause) => <SourceChip source={clause} />}</For>
        <For each={props.answer.provisions}>{(id) => <ProvisionChip id={id} />}</For>
      </p>
      <Show when={props.answer.missing.length > 0}>
        <ul class={styles["gaps"]} aria-label={say.word("screen.rehearse.missing")}>
          <For each={props.answer.missing}>{(slot) => <Gap slot={slot} />}</For>
        </ul>
      </Show>
      <Ways of={props.of} ready={ready()} onCopy={() => void copy()} />
    </div>
  );
}

function Ways(props: { readonly of: LikelySaid; readonly ready: boolean; readonly onCopy: () => void }): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const write = (answers: Id): void =>
    desk.exec("letter.open", { caseId: live.caseId, kind: "reminder2", answers, where: "here" });
  const judge = (communication: Id): void => desk.exec("reply.add", { caseId: live.caseId, communication });
  return (
    <>
      <Show when={props.of.reply === undefined && props.of.heard === undefined}>
        <p class={page["text"]}>{say.word("screen.rehearse.only_if_said")}</p>
      </Show>
      <p class={page["acts"]}>
        <Show when={props.of.reply}>
          {(reply) => (
            <Button icon={FilePenLine} disabled={live.readOnly()} onClick={() => write(reply())}>
              {say.word("screen.rehearse.write")}
            </Button>
          )}
        </Show>
        <Show when={props.ready}>
          <Button icon={Copy} onClick={() => props.onCopy()}>
            {say.word("screen.rehearse.copy")}
          </Button>
        </Show>
        <Show when={props.of.heard}>
          {(message) => (
            <Button icon={MessageSquareReply} onClick={() => judge(message())}>
              {say.word("screen.reply.judge")}
            </Button>
          )}
        </Show>
      </p>
    </>
  );
}

function Gap(props: { readonly slot: string }): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const fix = createMemo(() => slotFix(props.slot));
  const press = (): void => {
    const found = fix();
    if (found === undefined) desk.exec("case.open", { caseId: live.caseId });
    else desk.exec("case.ask", { caseId: live.caseId, ...found });
  };
  return (
    <li class={page["lacks"]} data-slot={props.slot}>
      <span>
        <Icon icon={CircleAlert} size="small" /> {say.word("screen.rehearse.lacks", { slot: props.slot })}
      </span>
      <Button disabled={live.readOnly()} onClick={press}>
        {say.word(fixWord(fix()))}
      </Button>
    </li>
  );
}

const fixWord = (fix: ReturnType<typeof slotFix>): string =>
  fix === undefined ? "screen.letter.gap.open" : buttonCode(fix.command, fix.data["material"]);
