/**
 * UpdateStore in IndexedDB. Adapter.
 *
 * 1. Every append is one strict transaction with one row; it answers on `complete`.
 * 2. The row's number is taken inside that transaction: write transactions of all tabs run one after the other, so numbers have no gap.
 * 3. On a full disk the ballast is given up once, so that text still saves; `status` stays at `quota` (LO4).
 */
import * as z from "zod/mini";
import { ok, type Result } from "@recourse/core";
import { committed, type Database, type LocalDatabase } from "./local-database.ts";
import { packRow, type RowKind } from "./row.ts";
import {
  collect,
  type Loaded,
  type StoreError,
  type StoreStatus,
  type UpdateStore,
  type ViewMark,
} from "./update-store.ts";
import { createWatched } from "./watched.ts";

/** Units: bytes. Source: LO4. */
export const BALLAST_BYTES = 2 * 1024 * 1024;
/** getRandomValues gives no more at once. Units: bytes. */
const RANDOM_BYTES = 65_536;

const MarkSchema = z.looseObject({ generation: z.string(), row: z.int(), length: z.int(), crc: z.number() });

export interface IndexedDbUpdateStoreOptions {
  /** Units: bytes; 0 for none. */
  readonly ballastBytes?: number;
}

/** A store over an opened database, which it closes when it is closed itself; `status` is the database's, and `quota` from the first full disk on. */
export function createIndexedDbUpdateStore(
  database: LocalDatabase,
  { ballastBytes = BALLAST_BYTES }: IndexedDbUpdateStoreOptions = {},
): UpdateStore {
  const status = createWatched<StoreStatus>(database.status.get());
  let short = false;
  const show = (now: StoreStatus): void =>
    status.set(short && now.is === "ok" ? { is: "degraded", reason: { kind: "quota" } } : now);
  const stop = database.status.subscribe(show);

  const append = async (
    doc: string,
    frames: readonly Uint8Array[],
    kind: RowKind,
  ): Promise<Result<number, StoreError>> => {
    const first = await database.run((open) => appendRow(open, doc, frames, kind));
    if (first.ok || first.error.kind !== "quota") return first;
    short = true;
    const freed = await database.run((open) => open.clear("ballast"));
    const second = freed.ok ? await database.run((open) => appendRow(open, doc, frames, kind)) : first;
    show(database.status.get());
    return second;
  };

  return {
    lasting: true,
    status,
    append,
    load: (doc, after) => database.run((open) => loadRows(open, doc, after)),
    docs: () => database.run(docsWithRows),
    mark: (doc) =>
      database.run(async (open): Promise<ViewMark | undefined> => {
        const transaction = open.transaction("marks", "readonly");
        const parsed = MarkSchema.safeParse(await committed(transaction, transaction.store.get(doc)));
        return parsed.success ? parsed.data : undefined;
      }),
    setMark: (doc, mark) =>
      database.run(async (open) => {
        const transaction = open.transaction("marks", "readwrite", { durability: "strict" });
        const written: Promise<unknown> =
          mark === undefined ? transaction.store.delete(doc) : transaction.store.put(mark, doc);
        await committed(transaction, written);
      }),
    reserve: async () => {
      if (ballastBytes === 0 || short) return ok(undefined);
      return database.run(async (open) => {
        const transaction = open.transaction("ballast", "readwrite", { durability: "relaxed" });
        const laying = async (): Promise<void> => {
          if ((await transaction.store.count()) === 0) await transaction.store.put(incompressible(ballastBytes), 1);
        };
        await committed(transaction, laying());
      });
    },
    erase: (doc) =>
      database.run(async (open) => {
        const transaction = open.transaction(["rows", "marks"], "readwrite", { durability: "strict" });
        await committed(
          transaction,
          Promise.all([
            transaction.objectStore("rows").delete(rowsAfter(doc, 0)),
            transaction.objectStore("marks").delete(doc),
          ]),
        );
      }),
    close: async () => {
      stop();
      await database.close();
      status.set({ is: "degraded", reason: { kind: "closed" } });
    },
  };
}

/** Every row of a document above a number: an array sorts after every number. */
const rowsAfter = (doc: string, row: number): IDBKeyRange => IDBKeyRange.bound([doc, row], [doc, []], true, true);

async function appendRow(open: Database, doc: string, frames: readonly Uint8Array[], kind: RowKind): Promise<number> {
  const transaction = open.transaction("rows", "readwrite", { durability: "strict" });
  const writing = (async () => {
    const last = await transaction.store.openKeyCursor(rowsAfter(doc, 0), "prev");
    const row = (last?.key[1] ?? 0) + 1;
    await transaction.store.add(packRow(doc, row, kind, frames), [doc, row]);
    return row;
  })();
  return committed(transaction, writing);
}

async function loadRows(open: Database, doc: string, after: number): Promise<Loaded> {
  const range = rowsAfter(doc, after);
  const transaction = open.transaction("rows", "readonly");
  const [keys, values] = await committed(
    transaction,
    Promise.all([transaction.store.getAllKeys(range), transaction.store.getAll(range)]),
  );
  return collect(
    after,
    keys.map(([, row], n) => [row, values[n]] as const),
  );
}

async function docsWithRows(open: Database): Promise<readonly string[]> {
  const found: string[] = [];
  const transaction = open.transaction("rows", "readonly");
  const walking = async (): Promise<void> => {
    for (let cursor = await transaction.store.openKeyCursor(); cursor !== null;) {
      const [doc] = cursor.key;
      found.push(doc);
      cursor = await cursor.continue([doc, Number.MAX_VALUE]);
    }
  };
  await committed(transaction, walking());
  return found;
}

/** Bytes that no storage engine can pack smaller. */
export function incompressible(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += RANDOM_BYTES) crypto.getRandomValues(bytes.subarray(at, at + RANDOM_BYTES));
  return bytes;
}
