/**
 * One record put together from its keys, and the conflicts in it. Pure; total.
 *
 * 1. Anything may stand under a key: what does not fit comes back as a misfit with its raw value.
 * 2. An override whose birth value has not arrived is a misfit that waits (`orphan`), and becomes part of the record when it does.
 */
import type * as Y from "yjs";
import type { Fields, Misfit } from "@recourse/core";
import { openForks, type LostWrite } from "./forks.ts";
import {
  BIRTH,
  isOverride,
  itemAt,
  keyOf,
  TOMBSTONE,
  valueOf,
  type AnyRoot,
  type RecordTable,
  type StoredRecord,
} from "./layout.ts";
import { isPlainObject, sameValue } from "./stored-value.ts";

/** A record that could not be read, and where it stands. */
export interface StoredMisfit extends Misfit {
  /** It carries a tombstone. */
  readonly removed: boolean;
  /** Its birth value has not arrived. */
  readonly orphan: boolean;
}

/** A value that was written at the same time as the one shown, and lost. `known` is false where the document no longer has it. */
export interface LostValue {
  readonly write: string;
  readonly known: boolean;
  readonly value: unknown;
}

/**
 * A part of a record that was written by two people without knowledge of each other. Shown, never decided silently: a later write of the field settles it.
 * `field` is `!` where one removed and the other restored the record.
 */
export interface Conflict {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
  readonly kept: unknown;
  readonly lost: readonly LostValue[];
}

export type Place = "live" | "removed" | "foreign" | "quarantine" | "none";

export interface ReadPlace {
  readonly place: Place;
  readonly record?: StoredRecord;
  readonly misfit?: StoredMisfit;
}

/** The keys of one record: `birth` is the item of its birth value, `parts` what else there is. */
export interface RecordKeys {
  readonly root: AnyRoot;
  readonly kind: string;
  readonly id: string;
  readonly birth: Y.Item | undefined;
  readonly parts: readonly string[];
}

/** Where a record stands and how it reads. A record that fits nowhere is a misfit with its raw value, never an error. */
export function recordAt<S>(table: RecordTable<S>, keys: RecordKeys): ReadPlace {
  const { root, kind, id, birth, parts } = keys;
  const tombstone = parts.includes(TOMBSTONE) ? itemAt(root, keyOf(id, TOMBSTONE)) : undefined;
  const removed = valueOf(tombstone) === true;
  const misfit = (place: "foreign" | "quarantine", of: Misfit, orphan: boolean): ReadPlace => ({
    place,
    misfit: { ...of, removed, orphan },
  });
  if (birth === undefined) {
    const raw = overlaid({}, keys);
    if (Object.keys(raw).length === 0 && tombstone === undefined) return { place: "none" };
    return misfit("quarantine", { kind, id, raw, reason: "no birth value" }, true);
  }
  const value = valueOf(birth);
  const read = table.read(kind, id, isPlainObject(value) ? overlaid(value, keys) : value);
  if (read.as !== "record") return misfit(read.as, read.misfit, false);
  return { place: removed ? "removed" : "live", record: read.record };
}

function overlaid(birth: Fields, { root, id, parts }: RecordKeys): Fields {
  let over: Record<string, unknown> | undefined;
  for (const part of parts) {
    const item = isOverride(part) ? itemAt(root, keyOf(id, part)) : undefined;
    if (item === undefined) continue;
    over ??= { ...birth };
    const value = valueOf(item);
    if (value === undefined) delete over[part];
    else over[part] = value;
  }
  return over ?? birth;
}

const none: readonly Conflict[] = [];

/** Conflicts of the record, in no promised order. */
export function conflictsAt<S>(table: RecordTable<S>, keys: RecordKeys): readonly Conflict[] {
  const { root, kind, id, birth, parts } = keys;
  const found: Conflict[] = [];
  for (const part of parts) {
    if (part !== TOMBSTONE && (!isOverride(part) || table.stamps.has(part))) continue;
    const newest = itemAt(root, keyOf(id, part));
    if (newest === undefined || newest.left === null) continue;
    const kept = valueOf(newest);
    const lost = openForks(root, id, part, newest).filter(
      (each) => !each.held.known || !sameValue(each.held.value, kept),
    );
    if (lost.length > 0) found.push({ kind, id, field: part, kept, lost: lost.map(lostValue) });
  }
  if (birth !== undefined && birth.left !== null) found.push(...birthConflicts(table, keys, birth));
  return found.length === 0 ? none : found;
}

const lostValue = ({ write, held }: LostWrite): LostValue => ({
  write,
  known: held.known,
  value: held.known ? held.value : undefined,
});

/** Two devices made the same record, e.g. from the same bill: fields that differ, unless somebody has written them since. */
function birthConflicts<S>(table: RecordTable<S>, { root, kind, id }: RecordKeys, newest: Y.Item): readonly Conflict[] {
  const kept = valueOf(newest);
  if (!isPlainObject(kept)) return none;
  const byField = new Map<string, LostValue[]>();
  for (const { write, held } of openForks(root, id, BIRTH, newest)) {
    if (!held.known || !isPlainObject(held.value)) continue;
    for (const field of new Set([...Object.keys(kept), ...Object.keys(held.value)])) {
      const settled = table.stamps.has(field) || itemAt(root, keyOf(id, field)) !== undefined;
      if (settled || sameValue(kept[field], held.value[field])) continue;
      byField.set(field, [...(byField.get(field) ?? []), { write, known: true, value: held.value[field] }]);
    }
  }
  return [...byField].map(([field, lost]) => ({ kind, id, field, kept: kept[field], lost }));
}
