/**
 * Rows in the order a person needs them: mine now, waiting for them, coming up; and the words of a row's clock. Pure.
 *
 * 1. A case stands in one section by its turn; in "coming up" it stands besides, for a deadline of its own.
 * 2. Order: what ends sooner first, what has no clock last; among equals the newer case first. The same rows give the same order.
 */
import { endOf, toMillis, type Args, type Instant } from "@recourse/core";
import type { BoardRow, RowClock } from "./board-row.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const dueAt = (row: BoardRow): string => (row.clock === undefined ? "9999" : endOf(row.clock.due));
const bySoonest = (a: BoardRow, b: BoardRow): number =>
  dueAt(a) === dueAt(b) ? (a.caseId < b.caseId ? 1 : -1) : dueAt(a) < dueAt(b) ? -1 : 1;

/** Cases in which the next move is ours. */
export const minesOf = (rows: readonly BoardRow[]): readonly BoardRow[] =>
  rows.filter((row) => row.turn === "mine").toSorted(bySoonest);

/** Cases in which they, or an authority, owe an answer. */
export const theirsOf = (rows: readonly BoardRow[]): readonly BoardRow[] =>
  rows.filter((row) => row.turn === "theirs" || row.turn === "authority").toSorted(bySoonest);

/** Deadlines of our own that are still open. */
export const comingOf = (rows: readonly BoardRow[], now: Instant): readonly BoardRow[] =>
  rows.filter((row) => row.turn === "mine" && row.clock?.owner === "mine" && !isOver(row.clock, now)).toSorted(bySoonest);

/** The row whose clock ends next. */
export const nextDeadline = (rows: readonly BoardRow[], now: Instant): BoardRow | undefined =>
  rows.filter((row) => row.clock !== undefined && !isOver(row.clock, now)).toSorted(bySoonest)[0];

/** A day ends with its last millisecond. */
export const isOver = (clock: Pick<RowClock, "due">, now: Instant): boolean => endOf(clock.due) < now;

/** A word code and its facts. */
export interface Words {
  readonly code: string;
  readonly args: Args;
}

/** What is left in the largest unit that is not zero, cut down: "3 days" is said until it is less. `prefix` is a family of codes. */
export function leftUntil(due: RowClock["due"], now: Instant, prefix: "clock.left" | "screen.left"): Words | undefined {
  const ms = toMillis(endOf(due)) - toMillis(now);
  if (ms < 0) return undefined;
  // Up to three days hours say more than days.
  if (ms >= 3 * DAY) return { code: `${prefix}.days`, args: { n: Math.floor(ms / DAY) } };
  if (ms >= HOUR) return { code: `${prefix}.hours`, args: { n: Math.floor(ms / HOUR) } };
  return { code: `${prefix}.minutes`, args: { n: Math.floor(ms / 60_000) } };
}

/** A clock in words: what is left or that it is over (K7), when, and by whose word. */
export interface ClockWords {
  readonly over: boolean;
  readonly main: Words;
  readonly due: RowClock["due"];
  readonly basis: Words;
  readonly provisional: boolean;
}

export function clockWords(clock: RowClock, now: Instant): ClockWords {
  const { basis, hours, due, provisional } = clock;
  const left = leftUntil(due, now, "clock.left");
  return {
    over: left === undefined,
    main: left ?? { code: `clock.over.${basis}`, args: {} },
    due,
    basis:
      hours !== undefined && basis !== "law"
        ? { code: `screen.clock.hours.${basis}`, args: { hours } }
        : { code: `clock.${basis}`, args: {} },
    provisional,
  };
}
