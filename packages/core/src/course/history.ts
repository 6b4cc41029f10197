/**
 * The history of a case: its events in order, without those retracted. Pure (X1, X2).
 *
 * 1. Order is (at, id), never arrival; only events with `at` ≤ now count, so a later event never changes an earlier answer.
 * 2. A retracted event counts as never appended.
 */
import { all, type Case } from "../case/case.ts";
import type { Id } from "../identity.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { endOf, startOf, toMillis, type Instant } from "../time.ts";

export type CaseEvent = RecordOf<"event">;

export interface History {
  /** Events that count at `now`, oldest first. */
  readonly events: readonly CaseEvent[];
  readonly retracted: readonly Id[];
  /** When the next known event begins to count. */
  readonly nextAt: Instant | undefined;
}

/** The event types core understands; others are kept, shown, and change nothing. */
export const eventTypes = [
  "application.submitted",
  "entry.unavailable",
  "demand.sent",
  "demand.delivered",
  "reply.received",
  "promise.made",
  "filing.submitted",
  "filing.accepted",
  "filing.refused",
  "mediation.ended",
  "suit.filed",
  "suit.docketed",
  "offer.made",
  "offer.answered",
  "refund.received",
  "case.closed",
  "event.retracted",
] as const;

const byAtThenId = (a: CaseEvent, b: CaseEvent): number => {
  const d = toMillis(startOf(a.at)) - toMillis(startOf(b.at));
  return d !== 0 ? d : a.id < b.id ? -1 : 1;
};

/** A civil date counts from the start of its day: we know the day, and nothing said later in it. */
export function historyOf(of: Case, now: Instant): History {
  const events = all(of, "event");
  const retracted = new Set(
    events.filter((e) => e.type === "event.retracted" && e.at <= now).map((e) => String(e.data["of"])),
  );
  const standing = events.filter((e) => e.type !== "event.retracted" && !retracted.has(e.id)).toSorted(byAtThenId);
  const counts = (e: CaseEvent): boolean => toMillis(startOf(e.at)) <= toMillis(now);
  const later = standing.find((e) => !counts(e));
  return {
    events: standing.filter(counts),
    retracted: events.filter((e) => retracted.has(e.id)).map((e) => e.id),
    nextAt: later ? startOf(later.at) : undefined,
  };
}

/** The newest event of one of the types. */
export function latest(history: History, ...types: readonly string[]): CaseEvent | undefined {
  return history.events.findLast((e) => types.includes(e.type));
}

/** When a deadline that starts or ends with this event has certainly passed: the end of its day where only the day is known. */
export const endOfEvent = (e: CaseEvent): Instant => endOf(e.at);
