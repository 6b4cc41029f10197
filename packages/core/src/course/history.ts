/**
 * The history of a case: its events in order, without those retracted. Pure (X1, X2).
 *
 * 1. Order is (at, id), never arrival; only events with `at` ≤ now count, so a later event never changes an earlier answer.
 * 2. A retracted event counts as never appended; so does a retraction that was itself taken back later.
 * 3. A civil date counts from the start of its day: we know the day, and nothing said later in it.
 */
import { all, type Case } from "../case/case.ts";
import type { Id, Ref } from "../identity.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { civilOf, startOf, toMillis, type Instant, type When } from "../time.ts";

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
  "termination.sent",
  "termination.delivered",
  "reply.received",
  "promise.made",
  "filing.submitted",
  "filing.accepted",
  "filing.refused",
  "filing.withdrawn",
  "mediation.ended",
  "appraisal.started",
  "appraisal.ended",
  "suit.filed",
  "suit.docketed",
  "suit.ended",
  "offer.made",
  "offer.answered",
  "refund.received",
  "case.closed",
  "case.reopened",
  "deadline.met",
  "event.retracted",
] as const;

/** X12: start events that only a person can tell of, recorded under the name the rules use. */
export const statedFacts = [
  "infringement.known",
  "infringement.happened",
  "fraud.known",
  "mistake.known",
  "termination_ground.known",
  "guardian.notified",
  "goods.received",
  "platform.rule_change_published",
  "operator.closing",
  "complaint.received_by_regulator",
  "mediation.clue_found",
  "court.sets_period",
  "preservation.ordered",
  "debtor.agreed",
] as const;

/** X12: what records of the case raise by themselves. */
export const recordEvents = ["order.placed", "payment.made"] as const;

const byAtThenId = (a: CaseEvent, b: CaseEvent): number => {
  const d = toMillis(startOf(a.at)) - toMillis(startOf(b.at));
  return d !== 0 ? d : a.id < b.id ? -1 : 1;
};

/** Ids taken back by a retraction that stands. Newest first, so that taking back a retraction is known before the retraction is read. */
function retractedBy(retractions: readonly CaseEvent[]): ReadonlySet<string> {
  const gone = new Set<string>();
  for (const r of retractions.toSorted(byAtThenId).toReversed()) {
    if (gone.has(r.id)) continue;
    const target = String(r.data["of"]);
    const earlier = retractions.find((x) => x.id === target);
    // Of two retractions only the later can take back the other, whichever arrived first.
    if (earlier === undefined || byAtThenId(earlier, r) < 0) gone.add(target);
  }
  return gone;
}

/** What counts at `now`. */
export function historyOf(of: Case, now: Instant): History {
  const events = all(of, "event").toSorted(byAtThenId);
  const counts = (e: CaseEvent): boolean => toMillis(startOf(e.at)) <= toMillis(now);
  const retracted = retractedBy(events.filter((e) => e.type === "event.retracted" && counts(e)));
  const later = events.find((e) => !counts(e) && !retracted.has(e.id));
  return {
    events: events.filter((e) => e.type !== "event.retracted" && !retracted.has(e.id) && counts(e)),
    retracted: events.filter((e) => retracted.has(e.id)).map((e) => e.id),
    nextAt: later ? startOf(later.at) : undefined,
  };
}

/** The newest event of one of the types. */
export function latest(history: History, ...types: readonly string[]): CaseEvent | undefined {
  return history.events.findLast((e) => types.includes(e.type));
}

/** The closing that stands: one after which the case was not reopened. */
export function closingOf(history: History): CaseEvent | undefined {
  const last = latest(history, "case.closed", "case.reopened");
  return last?.type === "case.closed" ? last : undefined;
}

/** Something that happened at a time, and the record that says so. */
export interface Happening {
  readonly at: When;
  readonly from: Ref;
}

/**
 * Whether `a` came after `b`, as far as is known. On one day without clock times the order in which they were recorded decides;
 * where one has a clock time and the other none, it may have come after, and does.
 */
export function cameAfter(a: Happening, b: Happening): boolean {
  if (a.at === b.at) return a.from > b.from;
  if (a.at.includes("T") && b.at.includes("T")) return toMillis(startOf(a.at)) > toMillis(startOf(b.at));
  return civilOf(a.at) >= civilOf(b.at);
}

/** A reply that says nothing clear is no answer (X5). */
export const isAnswer = (e: CaseEvent): boolean =>
  e.type === "reply.received" && e.data["as"] !== "vague" && e.data["as"] !== "silent";
