/** What moving a card would record, or why it cannot be moved, as a sentence. Pure. */
import { ROUNDS } from "../../live/board-cards.ts";
import type { BoardRow } from "../../live/board-row.ts";
import type { Move } from "../../live/row-move.ts";
import type { Say } from "../../services/services.ts";

/** The newest record of a case in words, as the timeline has it. */
export function lastWords(say: Pick<Say, "word" | "has">, row: Pick<BoardRow, "last">): string {
  if (row.last === undefined) return "";
  const code = `event.${row.last.type}`;
  return say.has(code) ? say.word(code, row.last.args) : row.last.type;
}

/** What moving a card to each column would record, in words. */
export function moveWords(
  { say }: { readonly say: Pick<Say, "word" | "has"> },
  row: BoardRow,
  to: (typeof ROUNDS)[number],
  move: Move,
): string {
  if (move.is === "record") return say.word(`screen.move.record.${move.step}`);
  if (move.is === "back") return say.word("screen.move.back", { what: lastWords(say, row), round: to });
  return say.word(`screen.move.cannot.${move.why}`);
}
