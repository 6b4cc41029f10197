/**
 * What was asked of the other side and what came back, read from the events of a case. Pure (X1, X4, X5).
 *
 * 1. Only events that count now: none retracted, none later than `now`.
 * 2. A reply that means danger is never part of a letter (G1); silence is no reply.
 */
import { all, find, type Case } from "../case/case.ts";
import { historyOf, type CaseEvent } from "../course/history.ts";
import { isId, parseRef, ref, type Ref } from "../identity.ts";
import { LetterKindSchema, type LetterKind } from "../schema/course.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { endOf, startOf, type Instant } from "../time.ts";

/** A letter that went out. */
export interface Ask {
  readonly event: CaseEvent;
  readonly letter: LetterKind;
  readonly sent: RecordOf<"sentVersion"> | undefined;
  readonly delivered: CaseEvent | undefined;
}

/** What they said, as the person confirmed it. */
export interface Reply {
  readonly event: CaseEvent;
  readonly as: string;
  /** Id of an excuse of the pack. */
  readonly excuse: string | undefined;
  readonly communication: RecordOf<"communication"> | undefined;
  /** The words that made it that excuse. */
  readonly phrase: string | undefined;
  /** Units: fen. */
  readonly amountFen: number | undefined;
  /** The event, the message, and what else shows it. */
  readonly refs: readonly Ref[];
}

const asks: Readonly<Record<string, LetterKind>> = {
  "application.submitted": "application",
  "demand.sent": "reminder1",
  "termination.sent": "termination",
};

/** Letters that went to them, oldest first. */
export function asksOf(of: Case, now: Instant): readonly Ask[] {
  const { events } = historyOf(of, now);
  return events.flatMap((event) => {
    const usual = asks[event.type];
    if (usual === undefined) return [];
    const sent = event.refs.flatMap((r) => {
      const parts = parseRef(r);
      return parts.ok && parts.value.kind === "sentVersion" ? (find(of, "sentVersion", parts.value.id) ?? []) : [];
    })[0];
    const said = LetterKindSchema.safeParse(find(of, "draft", sent?.draft)?.kind ?? event.data["letter"]);
    const delivered = events.find((e) => e.type.endsWith(".delivered") && e.refs.includes(ref("event", event.id)));
    return [{ event, letter: said.success ? said.data : usual, sent, delivered }];
  });
}

const text = (e: CaseEvent, field: string): string | undefined => {
  const value = e.data[field];
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
};

/** What a reply of theirs is, from its event. */
export function replyFrom(of: Case, event: CaseEvent): Reply {
  const said = text(event, "communication");
  const communication = said !== undefined && isId(said) ? find(of, "communication", said) : undefined;
  const amount = event.data["amountFen"];
  return {
    event,
    as: text(event, "as") ?? "",
    excuse: text(event, "excuse"),
    communication,
    phrase: text(event, "phrase"),
    amountFen: typeof amount === "number" ? amount : undefined,
    refs: [
      ref("event", event.id),
      ...(communication ? [ref("communication", communication.id)] : []),
      ...event.refs.filter((r) => r.startsWith("exhibit/")),
    ],
  };
}

/** Every reply that can be spoken of in a letter, oldest first. */
export const repliesOf = (of: Case, now: Instant): readonly Reply[] =>
  historyOf(of, now)
    .events.filter((e) => e.type === "reply.received")
    .map((e) => replyFrom(of, e))
    .filter((r) => r.as !== "danger" && r.as !== "silent");

/**
 * The reply a letter answers: the one it was begun for, else the newest that came with a reason of theirs.
 * Silence counts here: it, too, has an answer.
 */
export function answeredReply(of: Case, now: Instant, draft: string): Reply | undefined {
  const told = historyOf(of, now)
    .events.filter((e) => e.type === "reply.received")
    .map((e) => replyFrom(of, e))
    .filter((r) => r.as !== "danger");
  const chosen = find(of, "draft", draft)?.answers;
  if (chosen !== undefined) return told.find((r) => r.event.id === chosen);
  return told.findLast((r) => r.excuse !== undefined) ?? told.at(-1);
}

/** Whether anything of theirs is dated after a moment: then nobody may say that no answer came. */
export function heardSince(of: Case, since: CaseEvent, now: Instant): boolean {
  const from = startOf(since.at);
  const replied = repliesOf(of, now).some((r) => endOf(r.event.at) > from && r.event.id !== since.id);
  const wrote = all(of, "communication").some(
    (c) => c.direction === "theirs" && c.at !== undefined && c.at > from && c.at <= now,
  );
  return replied || wrote;
}
