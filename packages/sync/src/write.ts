/**
 * Writing Changes into a document: one transaction, per field. The only effect is on the document.
 *
 * 1. `read(write(doc, c)) = apply(read(doc), c)`, with the same changes skipped, for records that read as records.
 * 2. A put of an id that is there changes nothing: a command repeated is done once.
 * 3. Writing the value that is there already writes nothing, unless it settles a conflict.
 * 4. Never throws for what it is given: what cannot be stored is skipped and returned.
 */
import * as Y from "yjs";
import type { Change } from "@recourse/core";
import { lostWrites, settledWrites } from "./forks.ts";
import {
  BIRTH,
  isProse,
  itemAt,
  keyOf,
  proseOff,
  rootOf,
  settledKey,
  TOMBSTONE,
  valueNow,
  type RecordTable,
} from "./layout.ts";
import { applySplice, spliceBetween, wholePairs } from "./prose.ts";
import { isFieldName, isPlainObject, sameValue, toStored } from "./stored-value.ts";

/** A Change of any table. */
export type StoredChange = Change extends infer C
  ? C extends Change
    ? Omit<C, "kind"> & { readonly kind: string }
    : never
  : never;

export interface Written<C> {
  /** Changes that did not fit, e.g. a `set` of a record that does not exist. */
  readonly skipped: readonly C[];
}

/** `origin` travels with the transaction: it says which tab, and whether it was an undo. */
export function write<S, C extends StoredChange>(
  doc: Y.Doc,
  table: RecordTable<S>,
  changes: readonly C[],
  origin: unknown,
): Written<C> {
  const skipped: C[] = [];
  doc.transact(() => {
    for (const change of changes) if (!writeOne(doc, table, change)) skipped.push(change);
  }, origin);
  return { skipped };
}

/** False when the change does not fit. */
function writeOne<S>(doc: Y.Doc, table: RecordTable<S>, change: StoredChange): boolean {
  if (!table.kinds.includes(change.kind)) return false;
  const root = rootOf(doc, change.kind);
  const born = itemAt(root, change.id) !== undefined;
  switch (change.op) {
    case "put":
      return !born && put(root, table, change);
    case "append":
      return !born && table.appendOnly.has(change.kind) && put(root, table, change);
    case "set":
      return born && !table.appendOnly.has(change.kind) && set(root, table, change);
    case "text":
      return born && !table.appendOnly.has(change.kind) && splice(root, change);
    case "remove":
    case "restore": {
      const removed = valueNow(root, keyOf(change.id, TOMBSTONE)) === true;
      if (
        !born ||
        removed === (change.op === "remove") ||
        table.appendOnly.has(change.kind) ||
        table.fixed.has(change.kind)
      )
        return false;
      settle(root, change.id, TOMBSTONE);
      root.set(keyOf(change.id, TOMBSTONE), change.op === "remove");
      return true;
    }
  }
}

type Of<Op extends Change["op"]> = Extract<StoredChange, { readonly op: Op }>;

function put<S>(root: Y.Map<unknown>, table: RecordTable<S>, { kind, id, value }: Of<"put"> | Of<"append">): boolean {
  const stored = toStored(value);
  if (!stored.ok || !isPlainObject(stored.value)) return false;
  // The key says the id.
  const { id: _id, ...fields } = stored.value;
  const { birth, texts } = proseOff(table, kind, fields);
  // An override that was waiting for this birth value already holds the field.
  for (const [field, text] of texts)
    if (itemAt(root, keyOf(id, field)) === undefined) root.set(keyOf(id, field), new Y.Text(text));
  root.set(id, birth);
  return true;
}

function set<S>(root: Y.Map<unknown>, table: RecordTable<S>, { kind, id, field, value }: Of<"set">): boolean {
  const stored = toStored(value);
  if (!stored.ok || !isFieldName(field)) return false;
  const key = keyOf(id, field);
  const held = root.get(key);
  const settled = settle(root, id, field);
  if (held instanceof Y.Text && typeof stored.value === "string") {
    applySplice(held, spliceBetween(held.toString(), stored.value));
  } else if (isProse(table, kind, field) && typeof stored.value === "string" && !root.has(key)) {
    root.set(key, new Y.Text(stored.value));
  } else if (settled || !sameValue(fieldNow(root, id, field), stored.value)) {
    root.set(key, stored.value);
  }
  return true;
}

function splice(root: Y.Map<unknown>, { id, field, at, del, ins }: Of<"text">): boolean {
  const now = fieldNow(root, id, field);
  if (typeof now !== "string" || !isFieldName(field)) return false;
  if (!Number.isInteger(at) || !Number.isInteger(del) || at < 0 || del < 0 || at + del > now.length) return false;
  const fitted = wholePairs(now, { at, del, ins });
  const held = root.get(keyOf(id, field));
  if (held instanceof Y.Text) applySplice(held, fitted);
  else root.set(keyOf(id, field), now.slice(0, fitted.at) + fitted.ins + now.slice(fitted.at + fitted.del));
  return true;
}

/** A field's value as it reads now: the override where there is one, else that of the birth value. */
function fieldNow(root: Y.Map<unknown>, id: string, field: string): unknown {
  const key = keyOf(id, field);
  if (itemAt(root, key) !== undefined) return valueNow(root, key);
  const birth = valueNow(root, id);
  return isPlainObject(birth) && Object.hasOwn(birth, field) ? birth[field] : undefined;
}

/** Marks the lost writes of a part as seen by the writer. True where there were any: then the value is written even if it stays the same. */
function settle(root: Y.Map<unknown>, id: string, part: string): boolean {
  const newest = itemAt(root, keyOf(id, part));
  if (newest === undefined) {
    // Two birth values: the first override of a field settles it, because from then on birth values no longer show.
    const birth = itemAt(root, keyOf(id, BIRTH));
    return birth !== undefined && lostWrites(birth).length > 0;
  }
  const settled = settledWrites(root, id, part);
  const open = lostWrites(newest).filter((each) => !settled.has(each.write));
  if (open.length > 0) root.set(settledKey(id, part), [...settled, ...open.map((each) => each.write)]);
  return open.length > 0;
}
