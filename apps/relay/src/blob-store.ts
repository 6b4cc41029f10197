/**
 * RelayBlobs: sealed pieces of evidence, per case and blob, as a port, with its adapter in memory.
 *
 * 1. `put` is one transaction: when it answers well, the piece outlives a power cut; otherwise it is not there.
 * 2. A piece is stored once per (case, blob, place); what is stored is not overwritten.
 *
 * Source: BL2, RL1, RL3.
 */
import type { BlobId, BlobPlaces, Bytes, LogCaseId } from "@recourse/sync/protocol";
import { placesOf } from "@recourse/sync/protocol";
import type { Stored } from "./store.ts";

/** Place 0 is the manifest. */
export type NewPiece = {
  readonly caseId: LogCaseId;
  readonly id: BlobId;
  readonly place: number;
  readonly bytes: Bytes;
};

/** What there is of a case. Units: bytes. */
export type HeldBlobs = { readonly blobs: readonly BlobPlaces[]; readonly bytes: number };

export type RelayBlobs = {
  readonly put: (piece: NewPiece) => Promise<Stored>;
  readonly read: (caseId: LogCaseId, id: BlobId, place: number) => Promise<Bytes | undefined>;
  readonly held: (caseId: LogCaseId) => Promise<HeldBlobs>;
  /** Takes whole blobs away, or one place of each. */
  readonly remove: (caseId: LogCaseId, ids: readonly BlobId[], place?: number) => Promise<Stored>;
};

/** Lives as long as the process. */
export const createMemoryBlobs = (): RelayBlobs => {
  const cases = new Map<LogCaseId, Map<BlobId, Map<number, Bytes>>>();
  const of = (caseId: LogCaseId): Map<BlobId, Map<number, Bytes>> => {
    const blobs = cases.get(caseId) ?? new Map<BlobId, Map<number, Bytes>>();
    cases.set(caseId, blobs);
    return blobs;
  };
  return {
    put: async ({ caseId, id, place, bytes }) => {
      const pieces = of(caseId).get(id) ?? new Map<number, Bytes>();
      if (!pieces.has(place)) pieces.set(place, bytes.slice());
      of(caseId).set(id, pieces);
      return { ok: true };
    },
    read: async (caseId, id, place) => of(caseId).get(id)?.get(place),
    held: async (caseId) => {
      const blobs = [...of(caseId)].toSorted(([a], [b]) => (a < b ? -1 : 1));
      return {
        blobs: blobs.map(([id, pieces]) => ({ id, places: placesOf(pieces.keys()) })),
        bytes: blobs.reduce(
          (sum, [, pieces]) => [...pieces.values()].reduce((all, { length }) => all + length, sum),
          0,
        ),
      };
    },
    remove: async (caseId, ids, place) => {
      for (const id of ids) {
        const pieces = of(caseId).get(id);
        if (place !== undefined) pieces?.delete(place);
        if (place === undefined || pieces?.size === 0) of(caseId).delete(id);
      }
      return { ok: true };
    },
  };
};
