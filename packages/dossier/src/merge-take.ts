/**
 * A merge preview and the person's choices → ordinary Changes. Pure.
 *
 * 1. Without a choice: what is new and what only they changed or removed is taken; what conflicts stays ours.
 * 2. Taking is never replacing: only fields that differ are set, and text merges by character where records say so.
 * 3. Taken twice, nothing changes the second time.
 */
import { appendOnly, prose, type CaseFile, type Change, type Fields, type Misfit, type Ref } from "@recourse/core";
import { previewImport, type MergePreview, type MergeRow } from "./merge-preview.ts";

/** What the person decided, by the row's Ref and subject. */
export interface MergeChoice {
  readonly ref: Ref;
  readonly subject: MergeRow["subject"];
  readonly take: "ours" | "theirs";
}

const takenByDefault: ReadonlySet<MergeRow["verdict"]> = new Set(["new", "theirs", "removed"]);

const keyOf = ({ ref, subject }: Pick<MergeRow, "ref" | "subject">): string => `${subject} ${ref}`;

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** Half a character must not be cut apart: a low surrogate belongs to what stands before it. */
const isLow = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0xdc_00 && code <= 0xdf_ff;
};

/** The one stretch in which two texts differ. Units: UTF-16 code units. */
function stretch(from: string, to: string): { readonly at: number; readonly del: number; readonly ins: string } {
  const shorter = Math.min(from.length, to.length);
  let at = 0;
  while (at < shorter && from[at] === to[at]) at += 1;
  while (at > 0 && (isLow(from, at) || isLow(to, at))) at -= 1;
  let tail = 0;
  while (tail < shorter - at && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  while (tail > 0 && (isLow(from, from.length - tail) || isLow(to, to.length - tail))) tail -= 1;
  return { at, del: from.length - tail - at, ins: to.slice(at, to.length - tail) };
}

/** The changes of one taken row. `removed`: records their copy has as removed. */
function changesOf(row: MergeRow, removed: ReadonlySet<string>): readonly Change[] {
  const { kind, id, field, ours, theirs } = row;
  if (row.subject === "record") {
    if (!isObject(theirs)) return [];
    const put: Change = { op: appendOnly.has(kind) ? "append" : "put", kind, id, value: theirs };
    const isRemoved = removed.has(row.ref) && !appendOnly.has(kind) && kind !== "case";
    return isRemoved ? [put, { op: "remove", kind, id }] : [put];
  }
  if (row.subject === "presence") return [{ op: theirs === "live" ? "restore" : "remove", kind, id }];
  if (field === undefined) return [];
  const isProse = prose[kind]?.includes(field) === true && typeof ours === "string" && typeof theirs === "string";
  return [
    isProse ? { op: "text", kind, id, field, ...stretch(ours, theirs) } : { op: "set", kind, id, field, value: theirs },
  ];
}

/**
 * The Changes that take in what was chosen; pass them to the case like any other. `theirs` is the CaseFile the preview
 * was made of.
 */
export function takeChanges(
  preview: MergePreview,
  theirs: Pick<CaseFile, "removed">,
  choices: readonly MergeChoice[] = [],
): readonly Change[] {
  const chosen = new Map(choices.map((choice) => [keyOf(choice), choice.take]));
  const removed = new Set(theirs.removed);
  return preview.rows
    .filter(
      (row) =>
        row.takeable && (chosen.get(keyOf(row)) ?? (takenByDefault.has(row.verdict) ? "theirs" : "ours")) === "theirs",
    )
    .flatMap((row) => changesOf(row, removed));
}

/** An archive opened as a case that is not here yet: every record as a Change, and what could not be read. */
export function openChanges(theirs: CaseFile): {
  readonly changes: readonly Change[];
  readonly unreadable: readonly Misfit[];
} {
  const preview = previewImport({ ours: { ...theirs, records: {}, removed: [] }, theirs });
  if (!preview.ok) return { changes: [], unreadable: [] };
  return { changes: takeChanges(preview.value, theirs), unreadable: preview.value.unreadable };
}
