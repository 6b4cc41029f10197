/**
 * Rows in the order a person needs them: mine now, waiting for them, put off. Pure.
 *
 * 1. A case stands in one section by its turn; what was put off stands in none of them until it wakes.
 * 2. Order: what ends sooner first, what has no clock last; among equals the newer case first. The same rows give the same order.
 */
import { endOf, toMillis, type Instant } from "@recourse/core";
import type { BoardRow, RowClock } from "./board-row.ts";
import { newestFirst, type RowSpec } from "./row-list.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When a clock certainly has run out, kept by clock: thousands of rows are sorted by it. */
const ends = new WeakMap<RowClock, Instant>();

/** When a clock certainly has run out. */
export function endsAt(clock: RowClock): Instant {
  const known = ends.get(clock);
  if (known !== undefined) return known;
  const end = endOf(clock.due);
  ends.set(clock, end);
  return end;
}

const NEVER = "9999";
const dueAt = (row: BoardRow): string => (row.clock === undefined ? NEVER : endsAt(row.clock));

/** What ends sooner first. */
export function soonestFirst(a: BoardRow, b: BoardRow): number {
  const [left, right] = [dueAt(a), dueAt(b)];
  return left === right ? newestFirst(a, b) : left < right ? -1 : 1;
}

/** Cases in which the next move is ours. */
export const mineSpec = (asleep: ReadonlySet<string>): RowSpec => ({
  fits: (row) => row.turn === "mine" && !asleep.has(row.caseId),
  order: soonestFirst,
});

/** Cases in which they, or an authority, owe an answer. */
export const theirsSpec = (asleep: ReadonlySet<string>): RowSpec => ({
  fits: (row) => (row.turn === "theirs" || row.turn === "authority") && !asleep.has(row.caseId),
  order: soonestFirst,
});

/** Cases with something to read or to do for safety first, whether they were put off or not. */
export const safetySpec: RowSpec = { fits: (row) => row.safety.length > 0, order: newestFirst };

/** Cases that were put off. */
export const asleepSpec = (asleep: ReadonlySet<string>): RowSpec => ({
  fits: (row) => asleep.has(row.caseId),
  order: newestFirst,
});

/** Cases whose row turns stale by itself. */
export const staleSpec: RowSpec = {
  fits: (row) => row.staleAt !== undefined,
  order: (a, b) => (a.staleAt === b.staleAt ? newestFirst(a, b) : (a.staleAt ?? NEVER) < (b.staleAt ?? NEVER) ? -1 : 1),
};

/** How far ahead "coming up" looks. Units: milliseconds. */
export const AHEAD = 7 * DAY;

/** Cases with a date of our own within a week, soonest first. */
export const comingSpec = (now: Instant): RowSpec => ({
  fits: (row) => row.dates.some((date) => isComing(date, now)),
  order: (a, b) => {
    const [left, right] = [soonestDate(a, now), soonestDate(b, now)];
    return left === right ? newestFirst(a, b) : left < right ? -1 : 1;
  },
});

const isComing = (date: RowClock, now: Instant): boolean =>
  !isOver(date, now) && toMillis(endsAt(date)) - toMillis(now) <= AHEAD;

const soonestDate = (row: BoardRow, now: Instant): string => {
  const [date] = comingDates(row, now);
  return date === undefined ? NEVER : endsAt(date);
};

/** Dates of a row that are due within a week, soonest first. */
export const comingDates = (row: BoardRow, now: Instant): readonly RowClock[] =>
  row.dates.filter((date) => isComing(date, now));

/** A day ends with its last millisecond. */
export const isOver = (clock: RowClock, now: Instant): boolean => endsAt(clock) < now;

/** A kept clock as it stands now: a row says what was true when it was made. */
export const clockNow = (clock: RowClock, now: Instant): RowClock =>
  clock.passed === isOver(clock, now) ? clock : { ...clock, passed: !clock.passed };

/**
 * What is left in a word code of `screen.left` and its number, in the units of a card's clock: hours up to three days.
 * Undefined when it is over.
 */
export function shortLeft(
  due: RowClock["due"],
  now: Instant,
): { readonly code: string; readonly args: { readonly n: number } } | undefined {
  const ms = toMillis(endOf(due)) - toMillis(now);
  if (ms < 0) return undefined;
  if (ms >= 3 * DAY) return { code: "screen.left.days", args: { n: Math.floor(ms / DAY) } };
  if (ms >= HOUR) return { code: "screen.left.hours", args: { n: Math.floor(ms / HOUR) } };
  return { code: "screen.left.minutes", args: { n: Math.floor(ms / MINUTE) } };
}
