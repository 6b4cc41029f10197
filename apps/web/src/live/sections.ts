/**
 * Rows in the order a person needs them: mine now, waiting for them, coming up. Pure.
 *
 * 1. A case stands in one section by its turn; in "coming up" it stands besides, for a deadline of its own.
 * 2. Order: what ends sooner first, what has no clock last; among equals the newer case first. The same rows give the same order.
 */
import { endOf, toMillis, type Instant } from "@recourse/core";
import type { BoardRow, RowClock } from "./board-row.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When a clock certainly has run out, kept by clock: thousands of rows are sorted by it. */
const ends = new WeakMap<RowClock, Instant>();
function endsAt(clock: RowClock): Instant {
  const known = ends.get(clock);
  if (known !== undefined) return known;
  const end = endOf(clock.due);
  ends.set(clock, end);
  return end;
}

const NEVER = "9999";
const dueAt = (row: BoardRow): string => (row.clock === undefined ? NEVER : endsAt(row.clock));

function soonestFirst(rows: readonly BoardRow[]): readonly BoardRow[] {
  const keyed = rows.map((row) => ({ row, due: dueAt(row) }));
  keyed.sort((a, b) => (a.due === b.due ? (a.row.caseId < b.row.caseId ? 1 : -1) : a.due < b.due ? -1 : 1));
  return keyed.map(({ row }) => row);
}

/** Cases in which the next move is ours. */
export const minesOf = (rows: readonly BoardRow[]): readonly BoardRow[] =>
  soonestFirst(rows.filter((row) => row.turn === "mine"));

/** How many of them: for the number on the button. */
export const mineCount = (rows: readonly BoardRow[]): number =>
  rows.reduce((sum, row) => (row.turn === "mine" ? sum + 1 : sum), 0);

/** Cases in which they, or an authority, owe an answer. */
export const theirsOf = (rows: readonly BoardRow[]): readonly BoardRow[] =>
  soonestFirst(rows.filter((row) => row.turn === "theirs" || row.turn === "authority"));

/** Deadlines of our own that are still open. */
export const comingOf = (rows: readonly BoardRow[], now: Instant): readonly BoardRow[] =>
  soonestFirst(rows.filter((row) => row.turn === "mine" && row.clock?.owner === "mine" && !isOver(row.clock, now)));

/** The row whose clock ends next. */
export function nextDeadline(rows: readonly BoardRow[], now: Instant): BoardRow | undefined {
  let next: BoardRow | undefined;
  for (const row of rows) {
    if (row.clock === undefined || isOver(row.clock, now)) continue;
    if (next === undefined || dueAt(row) < dueAt(next)) next = row;
  }
  return next;
}

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
