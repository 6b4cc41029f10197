/**
 * What of a case could not be read or was written twice at once, and the changes that settle it. Pure but for what `steadyTrouble` remembers.
 *
 * 1. Nothing here decides: a conflict is settled only by a person's choice.
 * 2. Choosing another value is the ordinary command of that record. Commands write only what differs, so confirming the value in use is a change of its own.
 */
import { appendOnly, commands, isId, isKind, kinds, ref, type Change, type StoredTrouble } from "@recourse/core";
import type { CaseReading } from "@recourse/sync";
import type { Conflict, Trouble } from "../services/services.ts";
import type { Action } from "./action.ts";

/** The field of a conflict between removing and restoring a record. */
export const REMOVED = "!";

/** Trouble as screens take it, and as core's assessment does. */
export interface SteadyTrouble {
  readonly shown: Trouble;
  readonly assessed: StoredTrouble;
}

/** Both stay the same objects until any of it changes: the assessor compares by `===`, and screens wake only for news. */
export function steadyTrouble(): (reading: CaseReading) => SteadyTrouble {
  let last: SteadyTrouble | undefined;
  return ({ foreign, quarantine, conflicts }) => {
    const before = last?.shown;
    const same = before?.foreign === foreign && before.quarantine === quarantine && before.conflicts === conflicts;
    if (same && last !== undefined) return last;
    const values = conflicts.map((c) => ({
      ref: ref(c.kind, c.id, c.field),
      values: [c.kept, ...c.lost.map((lost) => lost.value)],
    }));
    last = { shown: { foreign, quarantine, conflicts }, assessed: { foreign, quarantine, conflicts: values } };
    return last;
  };
}

type Place = Pick<Conflict, "kind" | "id" | "field">;

/** The command that puts another value in the place of the one in use; undefined where there is none, e.g. for a field of a newer app. */
export function choosing({ kind, id, field }: Place, value: unknown): Action | undefined {
  const known = (command: string, data: Action["data"]): Action | undefined =>
    commands.has(command) ? { command, data } : undefined;
  if (!isKind(kind)) return undefined;
  if (field === REMOVED) return known(`${kind}.${value === true ? "remove" : "restore"}`, { id });
  if (kind === "sentence") return ofSentence(id, field, value);
  if (!Object.hasOwn(kinds[kind].shape, field)) return undefined;
  const change = value === undefined ? { set: {}, unset: [field] } : { set: { [field]: value } };
  return known(`${kind}.edit`, kind === "case" ? change : { id, ...change });
}

/** Sentences have commands of their own (A3). */
function ofSentence(sentence: string, field: string, value: unknown): Action | undefined {
  if (field === "omitted")
    return { command: value === true ? "sentence.omit" : "sentence.include", data: { sentence } };
  if (field !== "text") return undefined;
  return typeof value === "string"
    ? { command: "sentence.rewrite", data: { sentence, text: value } }
    : { command: "sentence.reset", data: { sentence } };
}

/** Changes that settle a conflict for the value in use; undefined for records that are never written again. */
export function confirming({ kind, id, field, kept }: Place & Pick<Conflict, "kept">): readonly Change[] | undefined {
  if (!isKind(kind) || !isId(id) || appendOnly.has(kind)) return undefined;
  if (field !== REMOVED) return [{ op: "set", kind, id, field, value: kept }];
  // A record that stands as it should takes no removing or restoring: one there and back writes it anew.
  return kept === true
    ? [
        { op: "restore", kind, id },
        { op: "remove", kind, id },
      ]
    : [
        { op: "remove", kind, id },
        { op: "restore", kind, id },
      ];
}
