/**
 * Carets in texts of a shared case, between letters and numbers, both ways (FR5). Pure but for the document it reads, and what it remembers of it.
 *
 * 1. Presence may come before the letters it stands between: until they are here a caret stays where it was last found.
 */
import { textOf } from "@recourse/sync";
import { findCaretAt, markCaretAt, type CaretAt, type Present } from "@recourse/sync/wire";
import type * as Y from "yjs";
import type { CaretIn } from "./sharing.ts";

/** Somebody's caret in a text as it stands here. */
export interface FoundCaret {
  readonly present: Present;
  readonly anchor: number;
  readonly head: number;
}

export interface CaretBook {
  /** As others can find it; undefined where the case has no such text. */
  readonly mark: (caret: CaretIn) => CaretAt | undefined;
  /** Whose carets stand in a text; this device's own are left out. */
  readonly find: (field: string, present: readonly Present[]) => readonly FoundCaret[];
}

/** `doc`: another one after each rebuild. */
export function createCaretBook(doc: () => Y.Doc): CaretBook {
  const found = new Map<string, CaretAt>();
  const textIn = (field: string): Y.Text | undefined => {
    const [kind, id, name] = field.split("/");
    return kind === undefined || id === undefined || name === undefined ? undefined : textOf(doc(), kind, id, name);
  };
  return {
    mark: ({ field, anchor, head }) => {
      const text = textIn(field);
      if (text === undefined) return undefined;
      const within = (place: number): number => Math.min(Math.max(place, 0), text.length);
      return markCaretAt(text, field, { anchor: within(anchor), head: within(head) });
    },
    find: (field, present) => {
      const here = new Set(present.map(({ session }) => String(session)));
      for (const session of found.keys()) if (!here.has(session)) found.delete(session);
      const text = textIn(field);
      if (text === undefined) return [];
      return present.flatMap((each): readonly FoundCaret[] => {
        const { caret } = each.looks;
        if (each.own || caret?.field !== field) return [];
        const now = findCaretAt(text, caret);
        if (now !== undefined) found.set(each.session, caret);
        const before = found.get(each.session);
        const at = now ?? (before?.field === field ? findCaretAt(text, before) : undefined);
        return at === undefined ? [] : [{ present: each, ...at }];
      });
    },
  };
}
