/**
 * Distress: words in one's own notes and messages that ask for a pause, not for evidence. Pure (G6).
 *
 * 1. The answer is yes or no. Neither the words nor where they stand go anywhere: nothing to log, nothing to store.
 */
import { all, type Case } from "../case/case.ts";
import { fold } from "../letters/fold.ts";

/** Whether one of the pack's phrases stands in a text. */
export function soundsDesperate(text: string, phrases: readonly string[]): boolean {
  if (phrases.length === 0 || text === "") return false;
  const folded = fold(text).text;
  return phrases.some((p) => folded.includes(fold(p).text));
}

/** In what the person wrote for themselves. */
export const desperateNote = (of: Case, phrases: readonly string[]): boolean =>
  all(of, "note").some((n) => soundsDesperate(n.text, phrases));

/** In what the person wrote to the other side. */
export const desperateTalk = (of: Case, phrases: readonly string[]): boolean =>
  all(of, "communication").some((c) => c.direction === "mine" && soundsDesperate(c.text, phrases));
