/**
 * BlobHolding: what this device can hand out of a blob: from the shelf as it arrived, or sealed again from the bytes in the vault. Effects through its ports.
 *
 * 1. What is handed out is what the manifest says, whatever has become of the bytes here: other bytes are never sealed for others under a key that was used before.
 * 2. One chunk in memory.
 *
 * Source: BL1.
 */
import type { BlobStore } from "@recourse/vault";
import { fromHex, type Bytes } from "../log/bytes.ts";
import type { LogCaseId } from "../log/log-ids.ts";
import type { Sealer } from "../log/sealer.ts";
import { decodeManifest, idOfManifest, isChunkOf, type Manifest } from "./blob-manifest.ts";
import { sealChunk, sealManifest, type BlobSealing } from "./blob-seal.ts";
import type { BlobShelf } from "./blob-shelf.ts";
import type { NamedBlob } from "./named-blobs.ts";

/** What of the vault is needed here. */
export type BlobVault = Pick<BlobStore, "get" | "has" | "put" | "verify">;

export interface BlobStock {
  readonly caseId: LogCaseId;
  readonly sealer: Sealer;
  readonly vault: BlobVault;
  readonly shelf: BlobShelf;
}

export interface BlobHolding {
  /** One sealed place, checked; undefined when it cannot be had here. */
  readonly piece: (blob: NamedBlob, place: number) => Promise<Bytes | undefined>;
  readonly manifest: (blob: NamedBlob) => Promise<Manifest | undefined>;
}

/** Manifests kept opened: of the blobs that are under way. */
const KEPT = 8;

/** Key of a blob in its case. */
export const sealingOf = ({ sealer, caseId }: BlobStock, { key }: NamedBlob): BlobSealing => ({ sealer, caseId, key });

/** Over vault and shelf. */
export function createBlobHolding(stock: BlobStock): BlobHolding {
  const { caseId, vault, shelf } = stock;
  const manifests = new Map<string, { readonly bytes: Bytes; readonly manifest: Manifest }>();

  const checked = async (blob: NamedBlob, bytes: Bytes | undefined) => {
    if (bytes === undefined || (await idOfManifest(bytes)) !== blob.id) return undefined;
    const manifest = decodeManifest(bytes);
    if (manifest === undefined) return undefined;
    const oldest = manifests.keys().next().value;
    if (manifests.size >= KEPT && oldest !== undefined) manifests.delete(oldest);
    const read = { bytes, manifest };
    manifests.set(blob.id, read);
    return read;
  };
  const shelved = async (blob: NamedBlob, place: number): Promise<Bytes | undefined> => {
    const read = await shelf.read(caseId, blob.id, place);
    return read.ok ? read.value : undefined;
  };
  const plainOf = async (blob: NamedBlob): Promise<Blob | undefined> => {
    const got = await vault.get(blob.sha256);
    return got.ok && got.value.size === blob.size ? got.value : undefined;
  };
  /** Files of a browser may be gone or unreadable when they are read. */
  const sealed = async (work: () => Promise<Bytes>): Promise<Bytes | undefined> => {
    try {
      return await work();
    } catch {
      return undefined;
    }
  };
  const manifestOf = async (blob: NamedBlob) => {
    const known = manifests.get(blob.id) ?? (await checked(blob, await shelved(blob, 0)));
    if (known !== undefined) return known;
    const plain = await plainOf(blob);
    if (plain === undefined) return undefined;
    const content = { sha256: fromHex(blob.sha256), size: blob.size };
    const again = await checked(blob, await sealed(() => sealManifest(sealingOf(stock, blob), plain, content)));
    if (again !== undefined) await shelf.keep(caseId, blob.id, 0, again.bytes);
    return again;
  };
  return {
    manifest: async (blob) => (await manifestOf(blob))?.manifest,
    piece: async (blob, place) => {
      const of = await manifestOf(blob);
      if (of === undefined || place === 0) return of?.bytes;
      const arrived = await shelved(blob, place);
      if (arrived !== undefined && (await isChunkOf(of.manifest, place, arrived))) return arrived;
      const plain = await plainOf(blob);
      if (plain === undefined || place > of.manifest.hashes.length) return undefined;
      const chunk = await sealed(() => sealChunk(sealingOf(stock, blob), plain, place));
      return chunk !== undefined && (await isChunkOf(of.manifest, place, chunk)) ? chunk : undefined;
    },
  };
}
