/**
 * What taking in another copy of a case would change, field by field. Pure.
 *
 * 1. Three ways where the common base is known: what only they changed is theirs, what only we changed is ours, what
 *    both changed differently is a conflict. Without a base every difference is a conflict, but for records only they
 *    have.
 * 2. Works on CaseFiles, so that what a newer app wrote is seen too; what this version cannot take in is listed in
 *    `unreadable`, never dropped silently.
 * 3. A preview changes nothing: `takeChanges` makes ordinary Changes of it.
 *
 * Source: R8; 2-architecture, "One case, its forms".
 */
import {
  appendOnly,
  err,
  ok,
  readRecord,
  ref,
  type CaseFile,
  type Fields,
  type Id,
  type Kind,
  type Misfit,
  type Ref,
  type Result,
} from "@recourse/core";
import { canonicalText } from "@recourse/vault";

/**
 * - `new`: a record only they have.
 * - `removed`: they removed a record that is live here.
 * - `theirs`, `ours`: only that side changed it. `same`: both changed it alike.
 * - `conflict`: both changed it, or nobody knows who did.
 */
export type MergeVerdict = "new" | "theirs" | "ours" | "same" | "conflict" | "removed";

/** Where a row's values come from: a whole record, whether it is removed, or one field. */
export type MergeSubject = "record" | "presence" | "field";

export interface MergeRow {
  /** `kind/id` for a record or its presence, `kind/id/field` for a field. */
  readonly ref: Ref;
  readonly kind: Kind;
  readonly id: Id;
  readonly subject: MergeSubject;
  /** Only of a field. */
  readonly field?: string;
  /** A presence is `"live"`, `"removed"` or `undefined` (not there). */
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
  readonly verdict: MergeVerdict;
  /** False where nothing can be taken over: what happened is appended and never edited (X1, A3). */
  readonly takeable: boolean;
}

export interface MergePreview {
  /** What differs, and what both changed alike; equal values have no row. */
  readonly rows: readonly MergeRow[];
  /** Records that differ and that this version cannot read on one side, theirs first: the raw value and why. */
  readonly unreadable: readonly Misfit[];
  readonly hasBase: boolean;
}

export interface MergeInput {
  /** The CaseFile both copies come from, if it is still known. */
  readonly base?: CaseFile;
  readonly ours: CaseFile;
  readonly theirs: CaseFile;
}

/** They are copies of two different cases. */
export interface OtherCase {
  readonly kind: "other_case";
  readonly ours: Id;
  readonly theirs: Id;
}

type Presence = "live" | "removed" | undefined;

/** One record as one copy has it. */
interface Side {
  readonly fields: Fields | undefined;
  readonly presence: Presence;
}

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Own properties only: a record called `constructor` is nothing the file holds. */
function rawOf(file: CaseFile | undefined, kind: string, id: string): unknown {
  const records = file !== undefined && Object.hasOwn(file.records, kind) ? file.records[kind] : undefined;
  return records !== undefined && Object.hasOwn(records, id) ? records[id] : undefined;
}

function sideOf(file: CaseFile | undefined, removed: ReadonlySet<string>, kind: string, id: string): Side {
  const raw = rawOf(file, kind, id);
  if (!isObject(raw)) return { fields: undefined, presence: undefined };
  return { fields: raw, presence: removed.has(`${kind}/${id}`) ? "removed" : "live" };
}

/** Equal as data. What has no canonical form (half a character) is compared as JSON writes it. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [left, right] = [canonicalText(a), canonicalText(b)];
  return left.ok && right.ok ? left.value === right.value : JSON.stringify(a) === JSON.stringify(b);
}

/** Who changed a value. Nothing when the sides agree and nothing changed. */
function judge(base: unknown, ours: unknown, theirs: unknown, hasBase: boolean): MergeVerdict | undefined {
  if (isEqual(ours, theirs)) return hasBase && !isEqual(base, ours) ? "same" : undefined;
  if (!hasBase) return "conflict";
  if (isEqual(ours, base)) return "theirs";
  return isEqual(theirs, base) ? "ours" : "conflict";
}

interface Sides {
  readonly base: Side;
  readonly ours: Side;
  readonly theirs: Side;
  readonly hasBase: boolean;
}

const fieldsChanged = (side: Side, { base }: Sides): boolean =>
  side.fields !== undefined && !isEqual(side.fields, base.fields);

/** Removing on one side against editing on the other is a conflict, whichever way round. */
function judgePresence(sides: Sides): MergeVerdict | undefined {
  const { base, ours, theirs, hasBase } = sides;
  // A copy that lost the record without saying so (edited by hand) counts as having removed it, if the base had it.
  const theirPresence = theirs.presence ?? (base.presence === undefined ? undefined : "removed");
  if (theirPresence === undefined) return "ours";
  const verdict = judge(base.presence, ours.presence, theirPresence, hasBase);
  if (verdict === "theirs" && theirPresence === "removed") return fieldsChanged(ours, sides) ? "conflict" : "removed";
  if (verdict === "ours" && ours.presence === "removed" && fieldsChanged(theirs, sides)) return "conflict";
  return verdict;
}

function rowsOf(kind: Kind, id: Id, sides: Sides): readonly MergeRow[] {
  const { base, ours, theirs, hasBase } = sides;
  const canEdit = !appendOnly.has(kind);
  const of = { kind, id };
  if (ours.presence === undefined) {
    const row = {
      ...of,
      ref: ref(kind, id),
      subject: "record",
      base: base.fields,
      ours: undefined,
      takeable: true,
    } as const;
    return [{ ...row, theirs: theirs.fields, verdict: "new" }];
  }
  const rows: MergeRow[] = [];
  const presence = judgePresence(sides);
  if (presence !== undefined) {
    const values = { base: base.presence, ours: ours.presence, theirs: theirs.presence };
    const takeable = canEdit && kind !== "case" && presence !== "ours" && presence !== "same";
    rows.push({ ...of, ref: ref(kind, id), subject: "presence", ...values, verdict: presence, takeable });
  }
  if (theirs.fields === undefined) return rows;
  const names = new Set([ours, theirs].flatMap(({ fields }) => Object.keys(fields ?? {})));
  for (const field of [...names].toSorted()) {
    const values = { base: base.fields?.[field], ours: ours.fields?.[field], theirs: theirs.fields[field] };
    const verdict = judge(values.base, values.ours, values.theirs, hasBase);
    if (verdict === undefined) continue;
    const takeable = canEdit && verdict !== "ours" && verdict !== "same";
    rows.push({ ...of, ref: ref(kind, id, field), subject: "field", field, ...values, verdict, takeable });
  }
  return rows;
}

/** Kinds and ids of both copies, ours first, each once. */
function keysOf(files: readonly CaseFile[]): readonly (readonly [kind: string, id: string])[] {
  const keys = new Map<string, readonly [string, string]>();
  for (const { records } of files)
    for (const [kind, byId] of Object.entries(records))
      for (const recordId of Object.keys(byId)) keys.set(`${kind}/${recordId}`, [kind, recordId]);
  return [...keys.values()];
}

/** Compares two copies of one case. Errors: `other_case`. */
export function previewImport({ base, ours, theirs }: MergeInput): Result<MergePreview, OtherCase> {
  if (ours.caseId !== theirs.caseId) return err({ kind: "other_case", ours: ours.caseId, theirs: theirs.caseId });
  const common = base?.caseId === ours.caseId ? base : undefined;
  const removed = { base: new Set(common?.removed), ours: new Set(ours.removed), theirs: new Set(theirs.removed) };
  const rows: MergeRow[] = [];
  const unreadable: Misfit[] = [];
  for (const [kind, recordId] of keysOf([ours, theirs])) {
    const [mine, other] = [rawOf(ours, kind, recordId), rawOf(theirs, kind, recordId)];
    const read = [other, mine].filter((raw) => raw !== undefined).map((raw) => readRecord(kind, recordId, raw));
    const misfit = read.flatMap((each) => (each.as === "record" ? [] : [each.misfit]))[0];
    const [record] = read;
    if (misfit !== undefined || record?.as !== "record") {
      if (misfit !== undefined && other !== undefined && !isEqual(mine, other)) unreadable.push(misfit);
      continue;
    }
    rows.push(
      ...rowsOf(record.kind, record.record.id, {
        base: sideOf(common, removed.base, kind, recordId),
        ours: sideOf(ours, removed.ours, kind, recordId),
        theirs: sideOf(theirs, removed.theirs, kind, recordId),
        hasBase: common !== undefined,
      }),
    );
  }
  return ok({ rows, unreadable, hasBase: common !== undefined });
}
