/**
 * BlobShelf in IndexedDB, in a database of its own: it may be deleted at any time. Adapter.
 *
 * 1. Relaxed transactions: what a power cut takes is fetched again.
 */
import type { DBSchema } from "idb";
import { openGuarded, type GuardedDatabase } from "../local-database.ts";
import { blobId, type BlobId } from "./blob-id.ts";
import type { BlobShelf } from "./blob-shelf.ts";
import { placesOf } from "./places.ts";

/** Values are `unknown`: a disk may hold anything. */
export interface BlobShelfShape extends DBSchema {
  /** [case, blob, place] */
  pieces: { key: [string, string, number]; value: unknown };
}
export type BlobShelfDatabase = GuardedDatabase<BlobShelfShape>;

/** Raise it with every change of the shape. */
const VERSION = 1;

/** Opens on first use. */
export const openBlobShelfDatabase = (name = "blob-shelf", version = VERSION): BlobShelfDatabase =>
  openGuarded<BlobShelfShape>(name, version, (database) => {
    if (!database.objectStoreNames.contains("pieces")) database.createObjectStore("pieces");
  });

/** A shelf over an opened database. What is no row of it reads as not there. */
export function createIndexedDbBlobShelf(database: BlobShelfDatabase): BlobShelf {
  return {
    keep: (caseId, id, place, bytes) =>
      database.run(async (open) => {
        await open.put("pieces", bytes, [caseId, id, place]);
      }),
    read: (caseId, id, place) =>
      database.run(async (open) => {
        const value: unknown = await open.get("pieces", [caseId, id, place]);
        return value instanceof Uint8Array ? new Uint8Array(value) : undefined;
      }),
    held: (caseId) =>
      database.run(async (open) => {
        const numbers = new Map<BlobId, number[]>();
        for (const [, id, place] of await open.getAllKeys("pieces", IDBKeyRange.bound([caseId], [caseId, []])))
          numbers.set(blobId(id), [...(numbers.get(blobId(id)) ?? []), place]);
        return new Map([...numbers].map(([id, places]) => [id, placesOf(places)]));
      }),
    remove: (caseId, id, places) =>
      database.run(async (open) => {
        const transaction = open.transaction("pieces", "readwrite");
        const ranges = places.map(({ from, to }) =>
          transaction.store.delete(IDBKeyRange.bound([caseId, id, from], [caseId, id, to], false, true)),
        );
        await Promise.all([...ranges, transaction.done]);
      }),
  };
}
