/**
 * Deadlines: every clock of a case, derived from an event or a record and a rule; never typed, except a date a court sets. Pure (K1–K9, X3, X12).
 *
 * 1. A deadline exists only because an event started it: a draft has none (X3).
 * 2. A period counts against the other side only if a message that was sent or delivered named it, or their own words do (K7).
 * 3. A clock whose answer has come, or that the person ticked as done, is no deadline any more.
 */
import type { Case } from "../case/case.ts";
import type { Deadline } from "../assess/assessment.ts";
import type { Pack } from "../pack/pack.ts";
import { addMillis, civilOf, endOf, toMillis, type Instant } from "../time.ts";
import type { History } from "../course/history.ts";
import { lawDeadlines } from "./law-deadlines.ts";
import { isOver, lastMoment } from "./rule-clock.ts";
import { setDeadlines } from "./set-deadlines.ts";

/** All deadlines of a case, soonest first. A delivered demand replaces the clock of its sending. */
export function deadlinesOf(of: Case, history: History, pack: Pack, now: Instant): readonly Deadline[] {
  const met = new Set(history.events.filter((e) => e.type === "deadline.met").map((e) => e.data["deadline"]));
  return [...lawDeadlines(of, history, pack, now), ...setDeadlines(of, history, pack)]
    .filter((d) => !met.has(d.id))
    .map((d): Deadline => ({ ...d, passed: isOver(d, now) }))
    .toSorted((a, b) => toMillis(endOf(a.due)) - toMillis(endOf(b.due)) || (a.id < b.id ? -1 : 1));
}

/** The first moment at which the list reads differently without a new event: a time runs out, or a clock that stands still moves with the day. */
export function deadlinesStaleAt(deadlines: readonly Deadline[], now: Instant): Instant | undefined {
  const ends = deadlines.filter((d) => !d.passed).map(lastMoment);
  const days = deadlines.some((d) => d.paused === true) ? [endOf(civilOf(now))] : [];
  const first = [...ends, ...days].toSorted()[0];
  return first === undefined ? undefined : addMillis(first, 1);
}
