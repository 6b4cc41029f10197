/** The next step of a row as the title of its card. Pure (E5). */
import { stepTitle } from "../parts/next-step.ts";
import type { Say } from "../services/services.ts";
import type { BoardRow } from "./board-row.ts";

/** The step in the words of every screen; the date of a clock that stands below it is not said twice. */
export function rowTitle(say: Pick<Say, "word" | "has">, { next, clock }: Pick<BoardRow, "next" | "clock">): string {
  const { due, ...rest } = next.args;
  return stepTitle(say, clock === undefined || due === undefined ? next : { ...next, args: rest });
}
