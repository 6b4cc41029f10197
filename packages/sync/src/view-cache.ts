/**
 * ViewCache: the fast-open copy of a document, one whole snapshot per generation in a y-indexeddb database `view/<doc>/<generation>`. Port and adapter.
 *
 * 1. The cache is never the truth: whatever is wrong with it costs a rebuild from the rows, nothing else (LO3).
 * 2. A snapshot is read back after it was written, and its length and checksum go into the mark; reading checks them before anything is applied.
 *    y-indexeddb itself would hang on a broken row and apply most flipped bytes silently, so it writes and this file reads.
 */
import { openDB, deleteDB } from "idb";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import { createDoc } from "./layout.ts";
import { committed } from "./local-database.ts";
import { crc32 } from "./row.ts";
import type { Scheduler } from "./scheduler.ts";
import type { ViewMark } from "./update-store.ts";

/** Units: milliseconds. Source: LO3. */
const SILENCE = 1000;

/** What a mark needs to know of a written snapshot. */
export type Snapshot = Pick<ViewMark, "generation" | "length" | "crc">;

export interface ViewCache {
  /** The document as it was; `undefined` for whatever reason it cannot be had. */
  readonly load: (doc: string, mark: ViewMark) => Promise<Y.Doc | undefined>;
  /** Writes a new generation. `undefined` when that failed. */
  readonly save: (doc: string, generation: string, from: Y.Doc) => Promise<Snapshot | undefined>;
  /** Deletes every generation but one. */
  readonly sweep: (doc: string, keep: string | undefined) => Promise<void>;
}

const prefixOf = (doc: string): string => `view/${doc}/`;

/** A cache that never fails: a broken or silent database reads as no snapshot, and the scheduler tells when to stop waiting. */
export function createYIndexedDbViewCache(scheduler: Scheduler): ViewCache {
  const orGiveUp = async <T>(work: Promise<T>): Promise<T | undefined> => {
    let cancel = (): void => undefined;
    const silence = new Promise<undefined>((giveUp) => {
      cancel = scheduler.after(SILENCE, () => giveUp(undefined));
    });
    try {
      return await Promise.race([work, silence]);
    } catch {
      // Any failure of a cache means the same: there is none.
      return undefined;
    } finally {
      cancel();
    }
  };

  return {
    load: async (doc, mark) => {
      const rows = await orGiveUp(rowsOf(`${prefixOf(doc)}${mark.generation}`));
      const bytes = rows?.find((row) => row.length === mark.length && crc32(row) === mark.crc);
      if (bytes === undefined) return undefined;
      const opened = createDoc();
      try {
        Y.applyUpdate(opened, bytes, "view");
      } catch {
        return undefined;
      }
      return opened;
    },
    save: async (doc, generation, from) => {
      // A copy, because y-indexeddb would go on to store edits that are not in the rows yet.
      const copy = createDoc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(from), "view");
      const bytes = Y.encodeStateAsUpdate(copy);
      const name = `${prefixOf(doc)}${generation}`;
      const persistence = new IndexeddbPersistence(name, copy);
      const synced = await orGiveUp(Promise.race([persistence.whenSynced, failureOf(persistence)]));
      // It closes its connection when it opens after all; until then there is nothing to wait for.
      const closing = persistence.destroy().catch(() => undefined);
      if (synced === undefined) return undefined;
      await closing;
      const rows = await orGiveUp(rowsOf(name));
      const written = rows?.some((row) => row.length === bytes.length && row.every((byte, n) => byte === bytes[n]));
      return written === true ? { generation, length: bytes.length, crc: crc32(bytes) } : undefined;
    },
    sweep: async (doc, keep) => {
      // Where databases cannot be listed, old generations stay until the case is deleted.
      if (typeof indexedDB.databases !== "function") return;
      const names = (await orGiveUp(indexedDB.databases())) ?? [];
      for (const { name } of names) {
        const old =
          name?.startsWith(prefixOf(doc)) === true && (keep === undefined || name !== `${prefixOf(doc)}${keep}`);
        if (old && name !== undefined) await orGiveUp(deleteDB(name));
      }
    },
  };
}

/** y-indexeddb's promise of being ready never fails; that of its database does. */
const failureOf = (persistence: IndexeddbPersistence): Promise<never> =>
  new Promise((_, fail) => void persistence._db.catch(fail));

/** The rows of a y-indexeddb database. Errors: throws where there is none; then none is made. */
async function rowsOf(name: string): Promise<readonly Uint8Array[]> {
  const database = await openDB(name, undefined, {
    upgrade: (_database, _from, _to, transaction) => {
      // Opening fails with the abort; this promise would say so a second time.
      transaction.done.catch(() => undefined);
      transaction.abort();
    },
  });
  try {
    const transaction = database.transaction("updates", "readonly");
    const rows: readonly unknown[] = await committed(transaction, transaction.store.getAll());
    return rows.filter((row) => row instanceof Uint8Array);
  } finally {
    database.close();
  }
}

/** A cache in memory: for tests and where the platform has no databases. */
export function createMemoryViewCache(snapshots: Map<string, Uint8Array> = new Map()): ViewCache {
  return {
    load: async (doc, mark) => {
      const bytes = snapshots.get(`${prefixOf(doc)}${mark.generation}`);
      if (bytes === undefined || bytes.length !== mark.length || crc32(bytes) !== mark.crc) return undefined;
      const opened = createDoc();
      Y.applyUpdate(opened, bytes, "view");
      return opened;
    },
    save: async (doc, generation, from) => {
      const bytes = Y.encodeStateAsUpdate(from);
      snapshots.set(`${prefixOf(doc)}${generation}`, bytes);
      return { generation, length: bytes.length, crc: crc32(bytes) };
    },
    sweep: async (doc, keep) => {
      for (const name of snapshots.keys())
        if (name.startsWith(prefixOf(doc)) && name !== `${prefixOf(doc)}${keep ?? ""}`) snapshots.delete(name);
    },
  };
}
