/**
 * Reading a document: total and incremental. Holds state; the only effect is to listen to the document.
 *
 * 1. A transaction names the touched records; only these are read again, all others stay the same object, as do the slices of untouched kinds.
 * 2. Nothing throws and nothing is dropped: what is not a record of the table is in `foreign` or `quarantine`, what was written at the same time in `conflicts`.
 * 3. `read(write(doc, c)) = apply(read(doc), c)` (see `write.ts`).
 */
import * as Y from "yjs";
import { ref, type Case, type Id, type Ref, type Slices } from "@recourse/core";
import { caseTable, rootOf, roots, type AnyRoot, type RecordSlices, type RecordTable } from "./layout.ts";
import type { Conflict, Place, StoredMisfit } from "./record.ts";
import { createShelf, type Shelf } from "./shelf.ts";

/** Everything a document says. The object and each of its members stay the same (`===`) until they change. */
export interface Reading<S> {
  readonly live: S;
  readonly removed: S;
  readonly foreign: readonly StoredMisfit[];
  readonly quarantine: readonly StoredMisfit[];
  readonly conflicts: readonly Conflict[];
}

export interface CaseReading extends Reading<Slices> {
  readonly case: Case;
}

/** A record that a transaction touched. `added` and `removed` say whether it came among the live ones or left them. */
export interface Touched {
  readonly kind: string;
  readonly id: string;
  readonly ref: Ref;
  readonly before: Place;
  readonly after: Place;
  readonly added: boolean;
  readonly removed: boolean;
}

export interface ReadChange<R> {
  /** The reading now; made when first looked at. */
  readonly reading: () => R;
  readonly touched: readonly Touched[];
  /** As given to `write`, or what applied a remote update. */
  readonly origin: unknown;
  readonly local: boolean;
}

export interface Reader<R> {
  readonly current: () => R;
  /** Once per transaction that touched a record. Answers how to stop listening. */
  readonly subscribe: (listener: (change: ReadChange<R>) => void) => () => void;
  readonly dispose: () => void;
}

/** Reads a document by its table. */
export function createRecordReader<S>(doc: Y.Doc, table: RecordTable<S>): Reader<Reading<S>> {
  const shelves = new Map<string, Shelf>();
  const listeners = new Set<(change: ReadChange<Reading<S>>) => void>();
  for (const kind of table.kinds) {
    rootOf(doc, kind);
    shelves.set(kind, createShelf(table, kind));
  }
  const shelfOf = (kind: string): Shelf => {
    const known = shelves.get(kind);
    if (known !== undefined) return known;
    const made = createShelf(table, kind);
    shelves.set(kind, made);
    return made;
  };
  const touch = (kind: string, root: AnyRoot, keys: Iterable<string>): readonly Touched[] =>
    shelfOf(kind)
      .touch(root, keys)
      .filter((moved) => moved.changed)
      .map(({ id, before, after }) => ({
        kind,
        id,
        ref: ref(kind, id),
        before,
        after,
        added: after === "live" && before !== "live",
        removed: before === "live" && after !== "live",
      }));

  for (const [kind, root] of roots(doc)) shelfOf(kind).touch(root, root._map.keys());
  let gathered: Gathered<S> | undefined;
  let stale = true;
  const current = (): Reading<S> => {
    if (gathered === undefined || stale) gathered = gather(doc, table, shelves, gathered);
    stale = false;
    return gathered.reading;
  };

  const onTransaction = (transaction: Y.Transaction): void => {
    const touched: Touched[] = [];
    let elsewhere = false;
    for (const [kind, keys] of touchedKeys(transaction)) {
      const root = doc.share.get(kind);
      if (root === undefined) continue;
      if (keys.size === 0) elsewhere = true;
      touched.push(...touch(kind, root, keys));
    }
    if (touched.length === 0 && !elsewhere) return;
    stale = true;
    const change = {
      reading: current,
      touched,
      origin: transaction.origin as unknown,
      local: transaction.local,
    };
    for (const listener of listeners) listener(change);
  };
  doc.on("afterTransaction", onTransaction);

  return {
    current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispose: () => {
      doc.off("afterTransaction", onTransaction);
      listeners.clear();
    },
  };
}

/** Reads a case document: the same, and the case as `core` takes it. */
export const createReader = (doc: Y.Doc, caseId: Id): Reader<CaseReading> =>
  asCaseReader(createRecordReader(doc, caseTable), caseId);

/** A reader of a case document's records as a reader of the case. */
export function asCaseReader(records: Reader<Reading<Slices>>, caseId: Id): Reader<CaseReading> {
  let from: Reading<Slices> | undefined;
  let last: CaseReading | undefined;
  const asCase = (reading: Reading<Slices>): CaseReading => {
    if (last !== undefined && reading === from) return last;
    const { live, removed } = reading;
    const unchanged = last !== undefined && last.live === live && last.removed === removed;
    from = reading;
    last = { ...reading, case: unchanged && last !== undefined ? last.case : { caseId, live, removed } };
    return last;
  };
  return {
    current: () => asCase(records.current()),
    subscribe: (listener) =>
      records.subscribe((change) => listener({ ...change, reading: () => asCase(change.reading()) })),
    dispose: records.dispose,
  };
}

/** Kind → keys a transaction changed; a root that is no map of records comes with no keys. */
function touchedKeys(transaction: Y.Transaction): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [type, subs] of transaction.changed) {
    let at = type;
    let inside: string | null = null;
    // Climbs from inside a value (a prose text) to the root's key that holds it.
    while (at._item !== null && at._item.parent instanceof Y.AbstractType) {
      inside = at._item.parentSub;
      at = at._item.parent;
    }
    if (at._item !== null) continue;
    const kind = Y.findRootTypeKey(at);
    const keys = found.get(kind) ?? new Set<string>();
    found.set(kind, keys);
    if (at === type) for (const sub of subs) if (sub !== null) keys.add(sub);
    if (inside !== null) keys.add(inside);
  }
  return found;
}

/** A reading, and the untyped slices it was made from: these tell what stays the same object. */
interface Gathered<S> {
  readonly reading: Reading<S>;
  readonly live: RecordSlices;
  readonly removed: RecordSlices;
}

function gather<S>(
  doc: Y.Doc,
  table: RecordTable<S>,
  shelves: ReadonlyMap<string, Shelf>,
  last: Gathered<S> | undefined,
): Gathered<S> {
  const slices = (of: "live" | "removed"): RecordSlices => {
    const now = Object.fromEntries(table.kinds.map((kind) => [kind, shelves.get(kind)?.[of]() ?? {}]));
    const before = last?.[of];
    return before !== undefined && table.kinds.every((kind) => before[kind] === now[kind]) ? before : now;
  };
  const all = <T>(of: (shelf: Shelf) => readonly T[]): readonly T[] => [...shelves.values()].flatMap(of);
  const live = slices("live");
  const removed = slices("removed");
  const { reading: was } = last ?? {};
  const foreign = [...all((shelf) => shelf.misfits("foreign")), ...oddRoots(doc, was?.foreign ?? [])];
  const quarantine = all((shelf) => shelf.misfits("quarantine"));
  const reading: Reading<S> = {
    live: was !== undefined && live === last?.live ? was.live : table.sliced(live),
    removed: was !== undefined && removed === last?.removed ? was.removed : table.sliced(removed),
    foreign: same(was?.foreign, foreign),
    quarantine: same(was?.quarantine, quarantine),
    conflicts: same(
      was?.conflicts,
      all((shelf) => shelf.conflicts()),
    ),
  };
  return { reading, live, removed };
}

function same<T>(last: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  return last !== undefined && last.length === now.length && last.every((each, n) => each === now[n]) ? last : now;
}

/** Roots of newer apps that hold a list or text where we keep records: named, and kept in the document. */
function oddRoots(doc: Y.Doc, last: readonly StoredMisfit[]): readonly StoredMisfit[] {
  return roots(doc).flatMap(([kind, root]) => {
    if (root._start === null) return [];
    const known = last.find((misfit) => misfit.kind === kind && misfit.id === "");
    return [known ?? { kind, id: "", raw: undefined, reason: "not a map of records", removed: false, orphan: false }];
  });
}
