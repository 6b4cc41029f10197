/**
 * BlobShelf: sealed pieces of blobs on this device: what has arrived of one that is not whole yet, and manifests. Port, with its adapter in memory.
 *
 * 1. Everything on it is sealed, and can be had again from others: to lose it costs time and nothing else.
 *
 * Source: BL1, BL2.
 */
import { ok, type Result } from "@recourse/core";
import type { Bytes } from "../log/bytes.ts";
import type { LogCaseId } from "../log/log-ids.ts";
import type { StoreError } from "../update-store.ts";
import type { BlobId } from "./blob-id.ts";
import { placesOf, type Places } from "./places.ts";

export type ShelfError = StoreError;

export interface BlobShelf {
  readonly keep: (caseId: LogCaseId, id: BlobId, place: number, bytes: Bytes) => Promise<Result<void, ShelfError>>;
  readonly read: (caseId: LogCaseId, id: BlobId, place: number) => Promise<Result<Bytes | undefined, ShelfError>>;
  /** What is there of the case. */
  readonly held: (caseId: LogCaseId) => Promise<Result<ReadonlyMap<BlobId, Places>, ShelfError>>;
  /** Takes these places away. */
  readonly remove: (caseId: LogCaseId, id: BlobId, places: Places) => Promise<Result<void, ShelfError>>;
}

/** By case, blob and place. */
export type ShelfRows = Map<
  string,
  { readonly caseId: LogCaseId; readonly id: BlobId; readonly place: number; readonly bytes: Bytes }
>;

/** Lasts as long as its rows; hand them in to share them, as two tabs share a disk. */
export function createMemoryBlobShelf(rows: ShelfRows = new Map()): BlobShelf {
  const keyOf = (caseId: LogCaseId, id: BlobId, place: number): string => `${caseId}/${id}/${place}`;
  return {
    keep: async (caseId, id, place, bytes) => {
      rows.set(keyOf(caseId, id, place), { caseId, id, place, bytes: bytes.slice() });
      return ok(undefined);
    },
    read: async (caseId, id, place) => ok(rows.get(keyOf(caseId, id, place))?.bytes),
    held: async (caseId) => {
      const numbers = new Map<BlobId, number[]>();
      for (const row of rows.values())
        if (row.caseId === caseId) numbers.set(row.id, [...(numbers.get(row.id) ?? []), row.place]);
      return ok(new Map([...numbers].map(([id, places]) => [id, placesOf(places)])));
    },
    remove: async (caseId, id, places) => {
      for (const { from, to } of places)
        for (let place = from; place < to; place++) rows.delete(keyOf(caseId, id, place));
      return ok(undefined);
    },
  };
}
