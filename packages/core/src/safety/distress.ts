/**
 * Distress: words in one's own notes and messages that ask for a pause, not for evidence. Pure (G6).
 *
 * 1. The answer is yes or no. Neither the words nor where they stand go anywhere: nothing to log, nothing to store.
 */
import { all, type Case } from "../case/case.ts";
import { fold } from "../letters/fold.ts";

/** Whether a text asks for a pause. */
export type Listener = (text: string) => boolean;

/** Listens for the pack's phrases, which are read once. */
export function listenForDistress(phrases: readonly string[]): Listener {
  const listed = phrases.map((p) => fold(p).text);
  return (text) => {
    if (listed.length === 0 || text === "") return false;
    const folded = fold(text).text;
    return listed.some((p) => folded.includes(p));
  };
}

/** Whether one of the pack's phrases stands in a text. */
export const soundsDesperate = (text: string, phrases: readonly string[]): boolean => listenForDistress(phrases)(text);

/** What is asked of one record; an assessor passes what remembers its answers. */
type Heard = (record: { readonly text: string }) => boolean;

/** In what the person wrote for themselves. */
export const desperateNote = (of: Case, heard: Heard): boolean => all(of, "note").some(heard);

/** In what the person wrote to the other side. */
export const desperateTalk = (of: Case, heard: Heard): boolean =>
  all(of, "communication").some((c) => c.direction === "mine" && heard(c));
