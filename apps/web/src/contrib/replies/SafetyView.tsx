/**
 * What to be careful of: one screen, big type, before any letter (G1–G6, L6).
 *
 * 1. A card that stops stands first; its steps are ticked here and stay on Today until they are.
 * 2. Nothing of it goes into an address or a note of what was done.
 */
import { parseRef, type SafetyCard } from "@recourse/core";
import { Button, EmptyState, Icon, type ViewProps } from "@recourse/ui";
import { ArrowLeft, HeartHandshake, OctagonAlert, ShieldCheck, TriangleAlert } from "lucide";
import { createMemo, createUniqueId, For, Show, type JSX } from "solid-js";
import { CasePage } from "../../parts/CasePage.tsx";
import { questionOf, questionText, questionWhy } from "../../parts/pack-words.ts";
import page from "../../parts/Page.module.css";
import { PageHead } from "../../parts/PageHead.tsx";
import { perform } from "../../parts/perform.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";
import styles from "./Replies.module.css";

const icons = { stop: OctagonAlert, warn: TriangleAlert, quiet: ShieldCheck } as const;

export function SafetyView(props: ViewProps<Services>): JSX.Element {
  return <CasePage {...props}>{() => <Safety />}</CasePage>;
}

function Safety(): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  // A card keeps its place and its focus while it changes.
  const codes = createMemo<readonly SafetyCard["code"][]>(() => live.safety().map((card) => card.code), [], {
    equals: (a, b) => a.length === b.length && a.every((code, at) => code === b[at]),
  });
  return (
    <div class={page["page"]} data-safety="">
      <PageHead title={say.word("screen.safety.title")} />
      <Show
        when={codes().length > 0}
        fallback={<EmptyState icon={ShieldCheck} title={say.word("screen.safety.none")} />}
      >
        <For each={codes()}>
          {(code) => (
            <Show when={live.safety().find((card) => card.code === code)}>{(card) => <Card card={card()} />}</Show>
          )}
        </For>
      </Show>
      <p class={page["acts"]}>
        <Button icon={ArrowLeft} onClick={() => desk.exec("case.open", { caseId: live.caseId })}>
          {say.word("screen.safety.back")}
        </Button>
        <Button tone="plain" onClick={() => desk.exec("doors.open", { caseId: live.caseId })}>
          {say.word("screen.doors.title")}
        </Button>
      </p>
    </div>
  );
}

function Card(props: { readonly card: SafetyCard }): JSX.Element {
  const services = useServices();
  const { say, now } = services;
  const live = useCase();
  const title = createUniqueId();
  const ids = createMemo<readonly string[]>(() => props.card.steps.map((step) => step.id), [], {
    equals: (a, b) => a.length === b.length && a.every((id, at) => id === b[at]),
  });
  const icon = () => (props.card.code === "G6.pause" ? HeartHandshake : icons[props.card.severity]);
  const tick = (id: string, done: boolean): void => {
    perform(services, live, "answer.give", { question: id, value: done ? "yes" : "no", at: now() });
  };
  return (
    <section
      class={`${styles["safety"]} ${styles[props.card.severity]}`}
      data-safety-card={props.card.code}
      role={props.card.severity === "stop" ? "alert" : "note"}
      aria-labelledby={title}
    >
      <h2 id={title} class={styles["big"]}>
        <Icon icon={icon()} size="large" />
        <span>{say.say(props.card.title)}</span>
      </h2>
      <For each={props.card.lines}>{(line) => <p class={styles["line"]}>{say.say(line)}</p>}</For>
      <Show when={ids().length > 0}>
        <div class={styles["steps"]} role="group" aria-label={say.word("screen.safety.steps")}>
          <p class={page["label"]} aria-hidden="true">
            {say.word("screen.safety.steps")}
          </p>
          <For each={ids()}>
            {(id) => (
              <Step id={id} done={props.card.steps.find((step) => step.id === id)?.done === true} onTick={tick} />
            )}
          </For>
        </div>
      </Show>
      <Ways card={props.card} />
    </section>
  );
}

/** Where a card leads. */
function Ways(props: { readonly card: SafetyCard }): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const caseId = live.caseId;
  /** The message that was heard. */
  const heard = (): string | undefined =>
    props.card.refs
      .map((at) => parseRef(at))
      .flatMap((read) => (read.ok && read.value.kind === "communication" ? [read.value.id] : []))[0];
  const way = (): { readonly word: string; run(): void } | undefined => {
    switch (props.card.code) {
      case "G5.minor":
        return {
          word: "screen.case.add_guardian",
          run: () => desk.exec("case.ask", { caseId, command: "party.add", data: { role: "guardian" } }),
        };
      case "L6.business":
        return {
          word: "screen.safety.lawyer",
          run: () => desk.exec("doors.open", { caseId, channel: "legal_help" }),
        };
      case "G1.heard":
        return {
          word: "screen.reply.judge",
          run: () => desk.exec("reply.add", { caseId, communication: heard() }),
        };
      default:
        return undefined;
    }
  };
  return (
    <Show when={way()}>
      {(found) => (
        <p class={page["acts"]}>
          <Button tone="solid" onClick={() => found().run()}>
            {say.word(found().word)}
          </Button>
        </p>
      )}
    </Show>
  );
}

function Step(props: {
  readonly id: string;
  readonly done: boolean;
  readonly onTick: (id: string, done: boolean) => void;
}): JSX.Element {
  const { say, pack } = useServices();
  const question = createMemo(() => questionOf(pack, props.id));
  return (
    <label class={styles["step"]}>
      <input
        type="checkbox"
        checked={props.done}
        onInput={(event) => props.onTick(props.id, event.currentTarget.checked)}
        data-step={props.id}
      />
      <span>
        <Show when={question()} fallback={props.id}>
          {(asked) => (
            <>
              {questionText(asked(), say.lang())}
              <small>{questionWhy(asked(), say.lang())}</small>
            </>
          )}
        </Show>
      </span>
    </label>
  );
}
