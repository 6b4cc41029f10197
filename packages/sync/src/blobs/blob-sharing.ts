/**
 * BlobSharing: seals bytes that lie here and says so in the log. Effects through its ports.
 *
 * 1. A key for each attempt, in memory until the note is written; an attempt that fails is begun anew with another (BL1).
 * 2. What the log names already is not sealed a second time, unless that note has turned out to be false.
 */
import { err, ok, type Result, type Sha256 } from "@recourse/core";
import type { VaultError } from "@recourse/vault";
import { fromHex, type Bytes } from "../log/bytes.ts";
import type { SealError } from "../log/log-writer.ts";
import type { Note } from "../log/note.ts";
import type { BlobStock } from "./blob-holding.ts";
import type { BlobId } from "./blob-id.ts";
import { idOfManifest, MAX_BLOB } from "./blob-manifest.ts";
import { BLOB_NOTE, encodeBlobNote } from "./blob-note.ts";
import { sealManifest } from "./blob-seal.ts";
import type { NamedBlobs } from "./named-blobs.ts";

/** `unreadable`: the bytes could not be read to their end. `too_large`: no blob may be so long; units: bytes. */
export type ShareBlobError =
  | VaultError
  | SealError
  | { readonly kind: "unreadable" }
  | { readonly kind: "too_large_blob"; readonly size: number; readonly most: number };

export interface BlobSharingPorts extends BlobStock {
  readonly names: NamedBlobs;
  /** Whether a named blob is what its note says, as far as is known here. */
  readonly isFit: (id: BlobId) => boolean;
  /** Units: bytes. */
  readonly random: (length: number) => Bytes;
  /** Writes a note into the log. */
  readonly note: (note: Note) => Promise<Result<unknown, SealError>>;
}

export interface BlobSharing {
  readonly share: (sha256: Sha256, thumbnailOf?: Sha256) => Promise<Result<BlobId, ShareBlobError>>;
}

/** One after the other: the same bytes asked for twice at once are sealed once. */
export function createBlobSharing(ports: BlobSharingPorts): BlobSharing {
  const { names, isFit, vault, shelf, sealer, caseId, random, note } = ports;
  let turn: Promise<unknown> = Promise.resolve();

  const share = async (sha256: Sha256, thumbnailOf?: Sha256): Promise<Result<BlobId, ShareBlobError>> => {
    const known = names
      .all()
      .get(sha256)
      ?.find(({ id }) => isFit(id));
    if (known !== undefined) return ok(known.id);
    // What is altered on the disk must not go out under the name of the original.
    const verified = await vault.verify(sha256);
    if (!verified.ok) return verified;
    const got = await vault.get(sha256);
    if (!got.ok) return got;
    const { size } = got.value;
    if (size > MAX_BLOB) return err({ kind: "too_large_blob", size, most: MAX_BLOB });
    const key = random(32);
    const manifest = await sealedManifest({ sealer, caseId, key }, got.value, { sha256: fromHex(sha256), size });
    if (manifest === undefined) return err({ kind: "unreadable" });
    const id = await idOfManifest(manifest);
    // It can be made again from key and bytes, so a full shelf stops nothing.
    await shelf.keep(caseId, id, 0, manifest);
    const written = await note({
      kind: BLOB_NOTE,
      value: encodeBlobNote({ sha256, size, id, key, thumbnailOf }),
    });
    return written.ok ? ok(id) : written;
  };
  return {
    share: (sha256, thumbnailOf) => {
      const mine = turn.then(() => share(sha256, thumbnailOf));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** Files of a browser may be gone or unreadable when they are read. */
async function sealedManifest(...of: Parameters<typeof sealManifest>): Promise<Bytes | undefined> {
  try {
    return await sealManifest(...of);
  } catch {
    return undefined;
  }
}
