/**
 * Retrospective: how the matter went, in computed facts. Pure (S3).
 *
 * 1. Nothing here says that one thing caused another: what came last before the money is named, with the days between.
 * 2. Hours are those the person entered; nothing is estimated.
 */
import { all, type Case } from "../case/case.ts";
import type { Round } from "../assess/assessment.ts";
import { courseOf } from "../course/course.ts";
import { closingOf, historyOf, isAnswer, type CaseEvent, type History } from "../course/history.ts";
import { mattersOf } from "../course/matter.ts";
import { ref, type Ref } from "../identity.ts";
import type { Fen } from "../money.ts";
import { ReplyAsSchema, type ReplyAs } from "../replies/excuse.ts";
import { civilOf, DAY_MS, endOf, startOf, toMillis, type Instant, type When } from "../time.ts";
import type { Settlement } from "./settlement.ts";

/** Question whose answer holds the hours spent so far. */
export const HOURS_QUESTION = "hours_spent";

export interface RoundSpan {
  readonly round: Round;
  readonly from: When;
  /** When the next round began; undefined for the one that still runs. */
  readonly to?: When;
  /** Units: days between the civil days. */
  readonly days: number;
}

export interface Retrospective {
  readonly orderedAt?: Instant;
  readonly firstAskedAt?: When;
  readonly closedAt?: When;
  readonly outcome?: string;
  /** From the first asking to the closing, or to now. Units: days. */
  readonly days?: number;
  readonly rounds: readonly RoundSpan[];
  readonly lettersSent: number;
  readonly filings: number;
  readonly replies: Readonly<Record<ReplyAs, number>>;
  readonly promises: number;
  /** The last thing done before they first agreed or the first money was seen. */
  readonly before?: {
    readonly event: Ref;
    readonly type: string;
    readonly channel?: string;
    readonly at: When;
    /** What followed: they agreed, or money was seen. */
    readonly what: "agreed" | "money";
    readonly whatAt: When;
    /** Units: days. */
    readonly days: number;
  };
  readonly paidFen: Fen;
  readonly expectedFen: Fen | undefined;
  readonly receivedFen: Fen;
  readonly remainingFen: Fen | undefined;
  /** Units: hours. */
  readonly hours?: number;
}

const asking: ReadonlySet<string> = new Set(["application.submitted", "demand.sent", "termination.sent"]);
const ours: ReadonlySet<string> = new Set([...asking, "filing.submitted", "suit.filed", "offer.answered"]);

/** Units: days, by the calendar of Asia/Shanghai. */
const daysBetween = (a: When, b: When): number =>
  Math.round((toMillis(startOf(civilOf(b))) - toMillis(startOf(civilOf(a)))) / DAY_MS);

/** `money`: what was paid, from the demand or the money of the same moment. */
export function retrospectiveOf(
  of: Case,
  history: History,
  settlement: Settlement,
  money: { readonly paidFen: Fen },
  now: Instant,
): Retrospective {
  const { events } = history;
  const first = events.find((e) => asking.has(e.type));
  const closing = closingOf(history);
  const ordered = all(of, "order")
    .map((o) => o.orderedAt)
    .toSorted()[0];
  const outcome = closing?.data["outcome"];
  const before = beforeOf(events, settlement);
  const hours = hoursOf(of);
  const matters = mattersOf(of, history);
  const handedIn = events.filter((e) => e.type === "filing.submitted" || e.type === "suit.filed");
  return {
    ...(ordered === undefined ? {} : { orderedAt: ordered }),
    ...(first === undefined ? {} : { firstAskedAt: first.at, days: daysBetween(first.at, closing?.at ?? now) }),
    ...(closing === undefined ? {} : { closedAt: closing.at }),
    ...(typeof outcome === "string" ? { outcome } : {}),
    rounds: roundsOf(of, events, closing?.at ?? now),
    lettersSent: events.filter((e) => asking.has(e.type)).length,
    filings: new Set(handedIn.map((e) => matters.of(e)?.id ?? e.id)).size,
    replies: repliesOf(events),
    promises: events.filter((e) => e.type === "promise.made").length,
    ...(before === undefined ? {} : { before }),
    paidFen: money.paidFen,
    expectedFen: settlement.expectedFen,
    receivedFen: settlement.receivedFen,
    remainingFen: settlement.remainingFen,
    ...(hours === undefined ? {} : { hours }),
  };
}

/** Rounds as they were at each event, with the moment each began. */
function roundsOf(of: Case, events: readonly CaseEvent[], end: When): readonly RoundSpan[] {
  const begun: { readonly round: Round; readonly from: When }[] = [];
  for (const e of events) {
    const { round } = courseOf(of, historyOf(of, startOf(e.at)), [], [], startOf(e.at));
    if (round !== "prepare" && begun.at(-1)?.round !== round) begun.push({ round, from: e.at });
  }
  return begun.map(({ round, from }, i) => {
    const to = begun[i + 1]?.from;
    return { round, from, ...(to === undefined ? {} : { to }), days: daysBetween(from, to ?? end) };
  });
}

function repliesOf(events: readonly CaseEvent[]): Readonly<Record<ReplyAs, number>> {
  const count = (as: ReplyAs): number =>
    events.filter((e) => e.type === "reply.received" && e.data["as"] === as).length;
  const [agreed, refused, vague, silent, offer, danger] = ReplyAsSchema.options.map(count);
  return {
    agreed: agreed ?? 0,
    refused: refused ?? 0,
    vague: vague ?? 0,
    silent: silent ?? 0,
    offer: offer ?? 0,
    danger: danger ?? 0,
  };
}

function beforeOf(events: readonly CaseEvent[], settlement: Settlement): Retrospective["before"] {
  const agreed = events.find((e) => isAnswer(e) && e.data["as"] === "agreed")?.at;
  const money = settlement.lines.find((l) => l.seen && l.repeats === undefined && l.at !== undefined)?.at;
  const both = [
    ...(agreed === undefined ? [] : [{ what: "agreed" as const, whatAt: agreed }]),
    ...(money === undefined ? [] : [{ what: "money" as const, whatAt: money }]),
  ].toSorted((a, b) => toMillis(endOf(a.whatAt)) - toMillis(endOf(b.whatAt)));
  const [turn] = both;
  if (!turn) return undefined;
  const last = events.findLast((e) => ours.has(e.type) && toMillis(startOf(e.at)) <= toMillis(endOf(turn.whatAt)));
  if (!last) return undefined;
  const channel = last.data["channel"];
  return {
    event: ref("event", last.id),
    type: last.type,
    ...(typeof channel === "string" ? { channel } : {}),
    at: last.at,
    ...turn,
    days: daysBetween(last.at, turn.whatAt),
  };
}

function hoursOf(of: Case): number | undefined {
  const told = all(of, "answer")
    .find((a) => a.question === HOURS_QUESTION)
    ?.value.trim();
  const hours = told === undefined || told === "" ? Number.NaN : Number(told);
  return Number.isFinite(hours) && hours >= 0 ? hours : undefined;
}
