/**
 * RelayStore: the sealed records of all cases, as a port, with its adapter in memory.
 *
 * 1. `append` is one transaction: when it answers well, all of it outlives a power cut; otherwise none of it is there.
 * 2. A record is stored once per case, by its hash; a case's records keep the order in which they came.
 * 3. The store has a name of its own for life: whoever loses the store loses the name.
 *
 * Source: RL1, RL3.
 */
import type { Bytes, LogCaseId, RecordHash } from "@recourse/sync/protocol";
import { createMemoryBlobs, type RelayBlobs } from "./blob-store.ts";

/** `full`: no room on the disk. */
export type StoreFault = "full" | "io";
export type Stored = { readonly ok: true } | { readonly ok: false; readonly fault: StoreFault };

export type SealedRecord = { readonly hash: RecordHash; readonly bytes: Bytes };
export type NewRecord = SealedRecord & { readonly caseId: LogCaseId };

/** Units: bytes. */
export type CaseSize = { readonly records: number; readonly bytes: number };

export type RelayStore = {
  /** Its name. Units: 16 bytes. */
  readonly node: Bytes;
  readonly append: (batch: readonly NewRecord[]) => Promise<Stored>;
  /** All records of a case, in the order they came. */
  readonly load: (caseId: LogCaseId) => Promise<readonly SealedRecord[]>;
  /** Those that are there, in the order asked. */
  readonly read: (caseId: LogCaseId, hashes: readonly RecordHash[]) => Promise<readonly Bytes[]>;
  readonly size: (caseId: LogCaseId) => Promise<CaseSize>;
  /** Sealed evidence. */
  readonly blobs: RelayBlobs;
  readonly close: () => Promise<void>;
};

/** Lives as long as the process. */
export const createMemoryStore = (node: Bytes): RelayStore => {
  const cases = new Map<LogCaseId, Map<RecordHash, Bytes>>();
  const of = (caseId: LogCaseId): ReadonlyMap<RecordHash, Bytes> => cases.get(caseId) ?? new Map();
  return {
    node,
    append: async (batch) => {
      for (const { caseId, hash, bytes } of batch) {
        const records = cases.get(caseId) ?? new Map<RecordHash, Bytes>();
        if (!records.has(hash)) records.set(hash, bytes.slice());
        cases.set(caseId, records);
      }
      return { ok: true };
    },
    load: async (caseId) => [...of(caseId)].map(([hash, bytes]) => ({ hash, bytes })),
    read: async (caseId, hashes) => hashes.flatMap((hash) => of(caseId).get(hash) ?? []),
    size: async (caseId) => ({
      records: of(caseId).size,
      bytes: [...of(caseId).values()].reduce((sum, { length }) => sum + length, 0),
    }),
    blobs: createMemoryBlobs(),
    close: async () => undefined,
  };
};
