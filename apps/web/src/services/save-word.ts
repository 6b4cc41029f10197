/**
 * Save word: one word for all documents of this tab. Not pure: holds a signal.
 *
 * 1. "Saved" only when everything is durable in a store that outlives the tab (I6).
 */
import type { SaveState } from "@recourse/sync";
import { createSignal, type Accessor } from "solid-js";
import type { SaveWord } from "./services.ts";

export interface SaveWords {
  readonly word: Accessor<SaveWord>;
  /** `undefined`: that document is closed. */
  readonly note: (doc: string, state: SaveState | undefined) => void;
  /** The documents could not be read at all. */
  readonly fail: () => void;
}

/** What the states of all documents come to. */
export function wordOf(states: Iterable<SaveState>): SaveWord {
  const all = [...states];
  if (all.length === 0) return "opening";
  if (all.some((state) => state.failed !== undefined)) return "failed";
  if (all.some((state) => state.pending > 0)) return "saving";
  return all.every((state) => state.durable) ? "saved" : "failed";
}

/** Says `opening` until the first document is noted. */
export function createSaveWords(): SaveWords {
  const states = new Map<string, SaveState>();
  const [word, setWord] = createSignal<SaveWord>("opening");
  return {
    word,
    note: (doc, state) => {
      if (state === undefined) states.delete(doc);
      else states.set(doc, state);
      setWord(wordOf(states.values()));
    },
    fail: () => {
      setWord("failed");
    },
  };
}
