/**
 * BlobStore in memory: for tests, and for a session where the browser keeps nothing. Effects: none outside its map.
 *
 * 1. Same contract as the durable adapters (blob-store.contract.ts), but for durability.
 */
import type { Sha256 } from "@recourse/core";
import { attempt, byHash, confirm, putThrough, type BlobStore, type Staging } from "./blob-store.ts";
import { Fault } from "./vault-error.ts";

export interface MemoryOptions {
  /** Where the bytes are kept; hand one in to share it between stores, as two tabs share a disk. */
  readonly blobs?: Map<Sha256, Blob>;
  /** Units: bytes, staged ones included. Beyond it `put` answers `quota`. */
  readonly capacity?: number;
}

/** A store that lasts as long as its map. */
export function createMemoryStore({
  blobs = new Map<Sha256, Blob>(),
  capacity = Infinity,
}: MemoryOptions = {}): BlobStore {
  let staged = 0;
  const kept = (): number => [...blobs.values()].reduce((sum, blob) => sum + blob.size, 0);

  const open = async (): Promise<Staging> => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let own = 0;
    return {
      write: async (piece) => {
        if (kept() + staged + piece.length > capacity) throw new Fault({ kind: "quota" });
        parts.push(piece);
        own += piece.length;
        staged += piece.length;
      },
      settle: async ({ sha256 }) => {
        const stored = blobs.get(sha256);
        if (stored !== undefined) {
          await confirm(sha256, stored);
          return { existed: true };
        }
        blobs.set(sha256, new Blob(parts));
        return { existed: false };
      },
      release: async () => {
        staged -= own;
      },
    };
  };

  const find = (sha256: Sha256): Blob => {
    const blob = blobs.get(sha256);
    if (blob === undefined) throw new Fault({ kind: "missing", sha256 });
    return blob;
  };

  return {
    put: (source, options) => putThrough(open, source, options),
    get: (sha256) => attempt(async () => find(sha256)),
    has: (sha256) => attempt(async () => blobs.has(sha256)),
    list: () => attempt(async () => byHash([...blobs].map(([sha256, { size }]) => ({ sha256, size })))),
    remove: (sha256) => attempt(async () => blobs.delete(sha256)),
    verify: (sha256, options) => attempt(async () => confirm(sha256, find(sha256), options)),
    sweep: () => attempt(async () => 0),
  };
}
