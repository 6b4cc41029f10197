/** Where a key leads among the cards of the board. Pure. */
import type { BoardRow } from "../../live/board-row.ts";
import { columnOf, FILED, hasMove, ROUNDS } from "../../live/board-cards.ts";
import type { CardRef } from "../../live/row-focus.ts";

/** Index of the case to go to; undefined when the key means nothing here. `at` is -1 while no card is in use. */
export function nextIndex(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case "ArrowDown":
      return within(at + 1, count);
    case "ArrowUp":
      return within(at - 1, count);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

/** The index, or the nearest there is. */
export const within = (to: number, count: number): number => Math.max(0, Math.min(count - 1, to));

/** Cards of a case from left to right, those of one column from top to bottom. */
export function cardsOf(row: BoardRow): readonly CardRef[] {
  const move: readonly CardRef[] = hasMove(row) ? [{ caseId: row.caseId }] : [];
  const filings = row.filings.map((filing): CardRef => ({ caseId: row.caseId, filing: filing.id }));
  const before = ROUNDS.indexOf(columnOf(row)) <= ROUNDS.indexOf(FILED);
  return before ? [...move, ...filings] : [...filings, ...move];
}

/** Whether two references name one card. */
export const sameCard = (a: CardRef | undefined, b: CardRef | undefined): boolean =>
  a?.caseId === b?.caseId && a?.filing === b?.filing;

/** The card beside one of the same case; undefined at the ends and for other keys. */
export function cardBeside(key: string, row: BoardRow, card: CardRef): CardRef | undefined {
  const all = cardsOf(row);
  const at = all.findIndex((each) => sameCard(each, card));
  if (key === "ArrowRight") return all[at + 1];
  return key === "ArrowLeft" && at > 0 ? all[at - 1] : undefined;
}

/** The card of a case that stands for another: the same filing where it has it, else its first. */
export function cardLike(row: BoardRow, card: CardRef | undefined): CardRef | undefined {
  const all = cardsOf(row);
  return all.find((each) => sameCard(each, card)) ?? all[0];
}
