/** What was said and done, in order: ours on the left, theirs on the right, promises with their own clock (X1). */
import type { Args, Id } from "@recourse/core";
import { Button, EmptyState, MenuButton } from "@recourse/ui";
import { CalendarClock, MessageSquareReply, Plus, Undo2 } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { rowClock } from "../../live/row-clock.ts";
import { ClockLine } from "../../parts/ClockLine.tsx";
import { yuan } from "../../parts/Money.tsx";
import { perform } from "../../parts/perform.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import { When } from "../../parts/When.tsx";
import { Block } from "./Block.tsx";
import { timelineOf, type TimelineItem } from "./timeline-model.ts";
import styles from "./Timeline.module.css";

export function Timeline(): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const items = createMemo(() => timelineOf(live.whole(), live.course().retracted));
  const byKey = createMemo(() => new Map<string, TimelineItem>(items().map((item) => [item.key, item])));
  const keys = createMemo<readonly string[]>(() => items().map((item) => item.key), [], {
    equals: (a, b) => a.length === b.length && a.every((key, n) => key === b[n]),
  });
  const ask = (command: string): void => desk.exec("case.ask", { caseId: live.caseId, command, data: {} });
  return (
    <Block
      name="timeline"
      title={say.word("screen.case.timeline")}
      actions={
        <>
          <Button icon={MessageSquareReply} onClick={() => desk.exec("reply.add", { caseId: live.caseId })}>
            {say.word("screen.reply.title")}
          </Button>
          <Button icon={Plus} onClick={() => ask("event.append")}>
            {say.word("screen.form.title.event")}
          </Button>
          <Button icon={Plus} onClick={() => ask("communication.add")}>
            {say.word("screen.form.title.communication.add")}
          </Button>
        </>
      }
    >
      <Show
        when={keys().length > 0}
        fallback={<EmptyState shape="row" icon={CalendarClock} title={say.word("screen.case.no_timeline")} />}
      >
        <p class={styles["sides"]} aria-hidden="true">
          <span>{say.word("direction.mine")}</span>
          <span>{say.word("direction.theirs")}</span>
        </p>
        <ol class={styles["list"]}>
          <For each={keys()}>{(key) => <Show when={byKey().get(key)}>{(item) => <Line item={item()} />}</Show>}</For>
        </ol>
      </Show>
    </Block>
  );
}

function Line(props: { readonly item: TimelineItem }): JSX.Element {
  const services = useServices();
  const { say } = services;
  const live = useCase();
  const text = createMemo(() => textOf(live, services, props.item));
  const clock = createMemo(() => live.deadlines().find((d) => d.event === props.item.key && d.owner !== "record"));
  /** Whether a message was already said to be an answer (X5). */
  const judged = createMemo(() =>
    live.all("event").some((e) => e.type === "reply.received" && e.data["communication"] === props.item.id),
  );
  const retract = (id: Id): void => {
    perform(services, live, "event.retract", { of: id }, { code: "screen.case.retracted" });
  };
  return (
    <li
      class={`${styles["item"]} ${styles[props.item.side]} ${props.item.retracted ? styles["gone"] : ""}`}
      data-ref={props.item.key}
      tabIndex={-1}
    >
      <p class={styles["meta"]}>
        {say.word(props.item.side === "middle" ? "screen.case.side_other" : `direction.${props.item.side}`)} ·{" "}
        <Show when={props.item.at} fallback={say.word("screen.case.no_time")}>
          {(at) => <When at={at()} form="full" />}
        </Show>
      </p>
      <Show when={props.item.retracted} fallback={<p class={styles["text"]}>{text()}</p>}>
        <p class={styles["text"]}>
          <s>{text()}</s> <small>{say.word("screen.case.was_retracted")}</small>
        </p>
      </Show>
      <Show when={!props.item.retracted && clock()}>
        {(deadline) => <ClockLine form="text" clock={rowClock(live.whole(), deadline())} />}
      </Show>
      <Show when={props.item.kind === "communication" && props.item.side !== "mine" && !judged()}>
        <span class={styles["menu"]}>
          <Button
            size="usual"
            onClick={() => services.desk.exec("reply.add", { caseId: live.caseId, communication: props.item.id })}
          >
            {say.word("screen.reply.judge")}
          </Button>
        </span>
      </Show>
      <Show when={props.item.kind === "event" && !props.item.retracted}>
        <span class={styles["menu"]}>
          <MenuButton
            size="small"
            label={say.word("screen.case.more_of", { what: text() })}
            entries={[
              { id: "retract", label: say.word("screen.case.retract"), icon: Undo2, run: () => retract(props.item.id) },
            ]}
          />
        </span>
      </Show>
    </li>
  );
}

/** K7: a period that stands in a captured term is theirs, and is said so. */
function factsOf({ periodHours, ...data }: Args): Args {
  if (periodHours === undefined) return data;
  return data["clause"] === undefined ? { ...data, periodHours } : { ...data, publishedHours: periodHours };
}

/** The sentence of a line. */
function textOf(
  live: ReturnType<typeof useCase>,
  { say }: ReturnType<typeof useServices>,
  { kind, id }: TimelineItem,
): string {
  switch (kind) {
    case "communication": {
      const talk = live.record("communication", id);
      if (talk === undefined) return "";
      return talk.sender === "" ? talk.text : `${talk.sender}：${talk.text}`;
    }
    case "event": {
      const event = live.record("event", id);
      if (event === undefined) return "";
      return say.has(`event.${event.type}`) ? say.word(`event.${event.type}`, factsOf(event.data)) : event.type;
    }
    case "payment": {
      const payment = live.record("payment", id);
      return payment === undefined
        ? ""
        : say.word("screen.case.paid", { amount: yuan(payment.amountFen), payee: payment.payee });
    }
    case "refund": {
      const refund = live.record("refund", id);
      return refund === undefined ? "" : say.word("screen.case.refunded", { amount: yuan(refund.amountFen) });
    }
    case "order": {
      const order = live.record("order", id);
      return order === undefined ? "" : say.word("screen.case.ordered", { item: order.item });
    }
    case "capture": {
      const exhibit = live.record("exhibit", id);
      return exhibit === undefined ? "" : say.word("screen.case.captured", { file: exhibit.name });
    }
  }
}
