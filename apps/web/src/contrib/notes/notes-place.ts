/**
 * Which note is open, as a key of the address, and what a command wants of the screen. The place is pure; wishes are a signal.
 *
 * 1. The address of the tab in view may be another tab's: a query without our key, or with one that is not ours, says nothing about us.
 */
import { isId, type Id } from "@recourse/core";
import type { Route } from "@recourse/ui";
import { createSignal } from "solid-js";

/** No note is open: on a phone that is the list. */
export const LIST = "list";

/** What a query says; undefined when it is not about notes. */
export function readNotePlace(query: Route["query"]): Id | typeof LIST | undefined {
  const { note, ...rest } = query;
  if (note === undefined || Object.keys(rest).length > 0) return undefined;
  return isId(note) ? note : LIST;
}

/** A note to be opened. */
export interface NoteWish {
  readonly caseId: Id;
  readonly note: Id;
  /** To be written in at once. */
  readonly isNew: boolean;
}

const [wish, setWish] = createSignal<NoteWish>();

export const noteWishes = {
  /** Asked for and not shown yet. */
  now: wish,
  ask: (of: NoteWish): void => void setWish(of),
  done: (): void => void setWish(undefined),
} as const;
