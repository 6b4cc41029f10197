/**
 * UpdateStore: the append-only truth of this device, as a port: of the workspace, and of a case until it is shared and gets a log.
 *
 * 1. `append` answers only when the row is durable: for IndexedDB on `complete` of a strict transaction (I6).
 * 2. A batch of frames is one row, written whole or not at all.
 * 3. Row numbers of a document grow by one, in the order of becoming durable, whichever tab writes; so "rows after n" misses nothing.
 * 4. A bad row is named and the others load. Nothing is rewritten, ever.
 */
import { err, ok, type Result } from "@recourse/core";
import { packRow, unpackRow, type BadRow, type Row, type RowKind, type StoredRow } from "./row.ts";
import { createWatched, type Watched } from "./watched.ts";

/**
 * - `quota`: no room left on the device.
 * - `needs_update`: another tab runs a newer version of the app.
 * - `closed`: the store was closed, or its data deleted, by this or another tab.
 * - `unavailable`: the platform offers no store here (`code` is its own name for why).
 * - `io`: an operation failed. `silent`: no answer within the time allowed.
 */
export type StoreError =
  | { readonly kind: "quota" }
  | { readonly kind: "needs_update" }
  | { readonly kind: "closed" }
  | { readonly kind: "unavailable"; readonly code: string }
  | { readonly kind: "io"; readonly code: string }
  | { readonly kind: "silent"; readonly ms: number };

export type StoreStatus = { readonly is: "ok" } | { readonly is: "degraded"; readonly reason: StoreError };

/** Rows after the one asked for; `last` is the highest number seen, bad rows included. */
export interface Loaded {
  readonly rows: readonly Row[];
  readonly bad: readonly BadRow[];
  readonly last: number;
}

/** Where the fast-open copy of a document stands: its generation, the last row in it, and how to check it (LO3). */
export interface ViewMark {
  readonly generation: string;
  readonly row: number;
  readonly length: number;
  readonly crc: number;
}

export interface UpdateStore {
  /** Whether what is durable here outlives the tab. Without it nothing is ever shown as saved. */
  readonly lasting: boolean;
  readonly status: Watched<StoreStatus>;
  /** Answers the row's number, once durable. Errors: any `StoreError`; then nothing of it was written, or all of it and the answer was lost. */
  readonly append: (doc: string, frames: readonly Uint8Array[], kind: RowKind) => Promise<Result<number, StoreError>>;
  readonly load: (doc: string, after: number) => Promise<Result<Loaded, StoreError>>;
  /** Documents that have rows. */
  readonly docs: () => Promise<Result<readonly string[], StoreError>>;
  readonly mark: (doc: string) => Promise<Result<ViewMark | undefined, StoreError>>;
  readonly setMark: (doc: string, mark: ViewMark | undefined) => Promise<Result<void, StoreError>>;
  /** Makes room beforehand, so that text can still be saved when the device is full (LO4). Call it when idle. */
  readonly reserve: () => Promise<Result<void, StoreError>>;
  /** Deletes a document's rows for good (P6). */
  readonly erase: (doc: string) => Promise<Result<void, StoreError>>;
  readonly close: () => Promise<void>;
}

/** Rows that several memory stores share, as tabs share a database. */
export interface MemoryRows {
  readonly rows: Map<string, StoredRow[]>;
  readonly marks: Map<string, ViewMark>;
}

/** Rows of a device that has stored nothing yet. */
export const createMemoryRows = (): MemoryRows => ({ rows: new Map(), marks: new Map() });

/** A store in memory: for tests and where the platform has none. `lasting` only for tests, which have no tab to lose. */
export function createMemoryUpdateStore(shared: MemoryRows = createMemoryRows(), lasting = false): UpdateStore {
  const status = createWatched<StoreStatus>({ is: "ok" });
  let closed = false;
  const open = async <T>(work: () => T): Promise<Result<T, StoreError>> =>
    closed ? err({ kind: "closed" }) : ok(work());
  const rowsOf = (doc: string): StoredRow[] => {
    const rows = shared.rows.get(doc) ?? [];
    shared.rows.set(doc, rows);
    return rows;
  };
  return {
    lasting,
    status,
    append: (doc, frames, kind) =>
      open(() => {
        const rows = rowsOf(doc);
        const row = (rows.at(-1)?.row ?? 0) + 1;
        rows.push(packRow(doc, row, kind, frames));
        return row;
      }),
    load: (doc, after) =>
      open(() =>
        collect(
          after,
          rowsOf(doc).flatMap((raw) => (raw.row > after ? [[raw.row, raw] as const] : [])),
        ),
      ),
    docs: () => open(() => [...shared.rows].flatMap(([doc, rows]) => (rows.length > 0 ? [doc] : []))),
    mark: (doc) => open(() => shared.marks.get(doc)),
    setMark: (doc, mark) =>
      open(() => void (mark === undefined ? shared.marks.delete(doc) : shared.marks.set(doc, mark))),
    reserve: () => open(() => undefined),
    erase: (doc) =>
      open(() => {
        shared.rows.delete(doc);
        shared.marks.delete(doc);
      }),
    close: async () => {
      closed = true;
      status.set({ is: "degraded", reason: { kind: "closed" } });
    },
  };
}

/** Raw rows by number → what loads and what is bad. */
export function collect(after: number, raw: Iterable<readonly [number, unknown]>): Loaded {
  const rows: Row[] = [];
  const bad: BadRow[] = [];
  let last = after;
  for (const [number, stored] of raw) {
    const unpacked = unpackRow(number, stored);
    if (unpacked.row !== undefined) rows.push(unpacked.row);
    bad.push(...unpacked.bad);
    last = Math.max(last, number);
  }
  return { rows, bad, last };
}
