/**
 * Which card of a case stands in which column of the board. Pure.
 *
 * 1. Columns are rounds. What is ours to do stands where it leads: after an application the next move is the first reminder.
 * 2. Earlier columns keep one quiet card each for what was done there; a column is folded while nothing at all stands in it.
 */
import type { Instant, Round, Turn, When } from "@recourse/core";
import type { BoardRow } from "./board-row.ts";
import { isOver } from "./sections.ts";

export const ROUNDS: readonly Round[] = ["prepare", "apply", "first", "second", "third", "settle"];

/** Columns that are always shown. */
const ALWAYS: ReadonlySet<Round> = new Set<Round>(["prepare", "apply"]);

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

/** What stands in one cell. */
export type Cell =
  | { readonly is: "empty" }
  | { readonly is: "now" }
  /** `gaps`: elements still open; none of them means that all is there. */
  | { readonly is: "prepared"; readonly exhibits: number; readonly gaps: number }
  | { readonly is: "applied"; readonly at: When | undefined };

/** The cell of a case in a column. */
export function cellOf(row: BoardRow, round: Round): Cell {
  const here = columnOf(row);
  if (round === here) return { is: "now" };
  if (round === "prepare") {
    const gaps = row.elements.filter((element) => element.verdict !== "ok").length;
    return { is: "prepared", exhibits: row.exhibits, gaps };
  }
  const passed = ROUNDS.indexOf(round) < ROUNDS.indexOf(here);
  return round === "apply" && passed && row.submittedAt !== undefined
    ? { is: "applied", at: row.submittedAt }
    : { is: "empty" };
}

/** Columns to draw in full; the others are strips. */
export const openColumns = (rows: readonly BoardRow[]): ReadonlySet<Round> =>
  new Set([...ALWAYS, ...rows.map(columnOf)]);

/** What the board is narrowed to. */
export interface BoardFilter {
  readonly turn: Turn | undefined;
  readonly category: string | undefined;
  /** Only where the time of a clock is over. */
  readonly over: boolean;
}

const TURNS: readonly Turn[] = ["mine", "theirs", "authority", "none"];

/** The filter an address names; what it does not know is ignored. */
export const filterOf = (query: Readonly<Record<string, string>>): BoardFilter => ({
  turn: TURNS.find((turn) => turn === query["turn"]),
  category: query["category"],
  over: query["over"] !== undefined,
});

/** Rows that fit, in the order given. */
export function filtered(
  rows: readonly BoardRow[],
  { turn, category, over }: BoardFilter,
  now: Instant,
): readonly BoardRow[] {
  if (turn === undefined && category === undefined && !over) return rows;
  return rows.filter(
    (row) =>
      (turn === undefined || row.turn === turn) &&
      (category === undefined || row.category === category) &&
      (!over || (row.clock !== undefined && isOver(row.clock, now))),
  );
}
