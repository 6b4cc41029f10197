/**
 * Shelf: the records of one kind as last read, and how they change. Holds state; effects none.
 *
 * 1. A record that was not touched stays the same object; a slice in which nothing changed stays the same object.
 * 2. A touched record that reads as before stays the same object too.
 * 3. Slices are made when they are looked at: a burst of writes that nobody looks into costs no copies.
 */
import type { Fields } from "@recourse/core";
import { BIRTH, itemAt, partsOf, type AnyRoot, type RecordTable, type StoredRecord } from "./layout.ts";
import { conflictsAt, recordAt, type Conflict, type Place, type ReadPlace, type StoredMisfit } from "./record.ts";

type Slice = Readonly<Record<string, StoredRecord>>;

/** One touched record: where it stood and where it stands. */
export interface Moved {
  readonly id: string;
  readonly before: Place;
  readonly after: Place;
  readonly changed: boolean;
}

export interface Shelf {
  readonly live: () => Slice;
  readonly removed: () => Slice;
  readonly misfits: (place: "foreign" | "quarantine") => readonly StoredMisfit[];
  readonly conflicts: () => readonly Conflict[];
  /** Reads the records of these keys again. */
  readonly touch: (root: AnyRoot, keys: Iterable<string>) => readonly Moved[];
}

/** Records by id, and the slice that shows them: made anew when somebody looks and something has changed since. */
interface Side {
  readonly records: Map<string, StoredRecord>;
  readonly changed: Set<string>;
  slice: Slice;
}

const createSide = (): Side => ({ records: new Map(), changed: new Set(), slice: {} });

function sliceOf(side: Side): Slice {
  if (side.changed.size === 0) return side.slice;
  const slice: Record<string, StoredRecord> = { ...side.slice };
  for (const id of side.changed) {
    const record = side.records.get(id);
    if (record === undefined) delete slice[id];
    else slice[id] = record;
  }
  side.changed.clear();
  side.slice = slice;
  return slice;
}

const none: readonly string[] = [];

/** An empty shelf; whoever reads the document tells it which keys were touched. */
export function createShelf<S>(table: RecordTable<S>, kind: string): Shelf {
  const live = createSide();
  const removed = createSide();
  const misfits = new Map<string, ReadPlace>();
  const conflicts = new Map<string, readonly Conflict[]>();
  const parts = new Map<string, string[]>();

  const before = (id: string): ReadPlace => {
    const record = live.records.get(id);
    if (record !== undefined) return { place: "live", record };
    const gone = removed.records.get(id);
    return gone === undefined ? (misfits.get(id) ?? { place: "none" }) : { place: "removed", record: gone };
  };
  const keep = (side: Side, id: string, record: StoredRecord | undefined): void => {
    if (record === undefined) side.records.delete(id);
    else side.records.set(id, record);
    side.changed.add(id);
  };
  const take = (id: string, from: Place): void => {
    if (from === "live") keep(live, id, undefined);
    else if (from === "removed") keep(removed, id, undefined);
    else misfits.delete(id);
  };
  const readAgain = (root: AnyRoot, id: string): Moved => {
    const keys = { root, kind, id, birth: itemAt(root, id), parts: parts.get(id) ?? none };
    const was = before(id);
    const is = recordAt(table, keys);
    const open = conflictsAt(table, keys);
    const disputed = open.length > 0 || conflicts.has(id);
    if (open.length > 0) conflicts.set(id, open);
    else conflicts.delete(id);
    const same =
      was.place === is.place &&
      was.record !== undefined &&
      is.record !== undefined &&
      sameFields(was.record, is.record);
    if (same) return { id, before: was.place, after: is.place, changed: disputed };
    if (was.place !== is.place) take(id, was.place);
    if (is.record !== undefined) keep(is.place === "live" ? live : removed, id, is.record);
    else if (is.misfit !== undefined) misfits.set(id, is);
    return { id, before: was.place, after: is.place, changed: true };
  };

  return {
    live: () => sliceOf(live),
    removed: () => sliceOf(removed),
    misfits: (place) =>
      [...misfits.values()].flatMap((m) => (m.place === place && m.misfit !== undefined ? [m.misfit] : [])),
    conflicts: () => [...conflicts.values()].flat(),
    touch: (root, keys) => {
      const ids = new Set<string>();
      for (const key of keys) {
        const { id, part } = partsOf(key);
        ids.add(id);
        if (part === BIRTH) continue;
        const known = parts.get(id);
        if (known === undefined) parts.set(id, [part]);
        else if (!known.includes(part)) known.push(part);
      }
      return [...ids].map((id) => readAgain(root, id));
    },
  };
}

/** Field by field `===`: enough to see that nothing changed, without walking nested values. */
function sameFields(a: Fields, b: Fields): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && a[name] === b[name]);
}
