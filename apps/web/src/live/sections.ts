/**
 * Rows in the order a person needs them: mine now, waiting for them, coming up. Pure.
 *
 * 1. A case stands in one section by its turn; in "coming up" it stands besides, for a deadline of its own.
 * 2. Order: what ends sooner first, what has no clock last; among equals the newer case first. The same rows give the same order.
 */
import { endOf, toMillis, type Instant } from "@recourse/core";
import type { BoardRow, RowClock } from "./board-row.ts";

const HOUR = 3_600_000;

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

/** Cases in which they, or an authority, owe an answer. */
export const theirsOf = (rows: readonly BoardRow[]): readonly BoardRow[] =>
  soonestFirst(rows.filter((row) => row.turn === "theirs" || row.turn === "authority"));

/** Deadlines of our own that are still open. */
export const comingOf = (rows: readonly BoardRow[], now: Instant): readonly BoardRow[] =>
  rows.filter((row) => row.turn === "mine" && row.clock?.owner === "mine" && !isOver(row.clock, now)).toSorted(bySoonest);

/** The row whose clock ends next. */
export const nextDeadline = (rows: readonly BoardRow[], now: Instant): BoardRow | undefined =>
  rows.filter((row) => row.clock !== undefined && !isOver(row.clock, now)).toSorted(bySoonest)[0];

/** A day ends with its last millisecond. */
export const isOver = (clock: Pick<RowClock, "due">, now: Instant): boolean => endOf(clock.due) < now;

/** A kept clock as it stands now: a row says what was true when it was made. */
export const clockNow = (clock: RowClock, now: Instant): RowClock =>
  clock.passed === isOver(clock, now) ? clock : { ...clock, passed: !clock.passed };

/** What is left, in the largest unit that says enough: hours up to two days. A code of `screen.left` and its number; undefined when it is over. */
export function shortLeft(due: RowClock["due"], now: Instant): { readonly code: string; readonly args: { readonly n: number } } | undefined {
  const ms = toMillis(endOf(due)) - toMillis(now);
  if (ms < 0) return undefined;
  const hours = Math.floor(ms / HOUR);
  if (hours >= 48) return { code: "screen.left.days", args: { n: Math.floor(hours / 24) } };
  if (hours >= 1) return { code: "screen.left.hours", args: { n: hours } };
  return { code: "screen.left.minutes", args: { n: Math.floor(ms / 60_000) } };
}
