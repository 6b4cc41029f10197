/**
 * Which card of a case stands in which column of the board. Pure.
 *
 * 1. Columns are rounds. What is ours to do stands where it leads: after an application the next move is the first reminder.
 * 2. A filing has a card of its own. Where all there is to do is waiting for a filing, its card says so and there is no other.
 * 3. Earlier columns keep one quiet card each for what was done there; a column is folded while nothing at all stands in it.
 */
import type { Round, When } from "@recourse/core";
import type { BoardRow } from "./board-row.ts";
import { isLive } from "./filing-status.ts";

export const ROUNDS: readonly Round[] = ["prepare", "apply", "first", "second", "third", "settle"];

/** Columns that are always shown. */
const ALWAYS: readonly Round[] = ["prepare", "apply"];

/** The column of filings. */
export const FILED: Round = "third";

const leadsTo: Readonly<Record<Round, Round>> = {
  prepare: "prepare",
  apply: "first",
  first: "second",
  second: "third",
  third: "third",
  settle: "settle",
};

/** The column of the card that counts: where the next move belongs. */
export const columnOf = ({ round, turn }: Pick<BoardRow, "round" | "turn">): Round =>
  turn === "mine" ? leadsTo[round] : round;

/** Whether the next move has a card beside those of filings: where there is more to do than to wait for them. */
export const hasMove = ({ turn, filings, next }: Pick<BoardRow, "turn" | "filings" | "next">): boolean =>
  turn !== "authority" || next.code !== "next.wait_authority" || !filings.some(isLive);

/** One list per column: thousands of rows are asked with every letter typed. */
const alone: Readonly<Record<Round, readonly Round[]>> = {
  prepare: ["prepare"],
  apply: ["apply"],
  first: ["first"],
  second: ["second"],
  third: ["third"],
  settle: ["settle"],
};

/** Columns in which a case has a card that counts. */
export function columnsOf(row: Pick<BoardRow, "round" | "turn" | "filings" | "next">): readonly Round[] {
  if (row.filings.length === 0) return alone[columnOf(row)];
  return hasMove(row) && columnOf(row) !== FILED ? [columnOf(row), FILED] : alone[FILED];
}

/** What was done in a column that lies behind. */
export type Done =
  /** `gaps`: elements still open; none of them means that all is there. */
  | { readonly is: "prepared"; readonly exhibits: number; readonly gaps: number }
  | { readonly is: "applied" | "first" | "second"; readonly at: When };

/** The quiet card of a case in a column; undefined where nothing was done or the card that counts stands there. */
export function doneIn(row: BoardRow, round: Round): Done | undefined {
  const here = columnOf(row);
  if (round === here && hasMove(row)) return undefined;
  if (round === "prepare") {
    const gaps = row.elements.filter((element) => element.verdict !== "ok").length;
    return { is: "prepared", exhibits: row.exhibits, gaps };
  }
  if (ROUNDS.indexOf(round) >= ROUNDS.indexOf(here)) return undefined;
  const [first, second] = row.reminders;
  if (round === "apply" && row.submittedAt !== undefined) return { is: "applied", at: row.submittedAt };
  if (round === "first" && first !== undefined) return { is: "first", at: first };
  return round === "second" && second !== undefined ? { is: "second", at: second } : undefined;
}

/** Columns to draw in full, of those in which some case has a card; the others are strips. */
export const openColumns = (used: ReadonlySet<string>): ReadonlySet<Round> =>
  new Set(ROUNDS.filter((round) => ALWAYS.includes(round) || used.has(round)));
