/**
 * The manifest of a sealed blob: the hashes of its sealed chunks in the clear, what they open to sealed. Its bytes, both ways. Pure but for WebCrypto's digest.
 *
 * 1. A blob is named by its manifest, so whoever has the manifest can check every chunk, a relay without keys too.
 * 2. One encoding of each manifest.
 *
 * Source: BL1.
 */
import * as encoding from "lib0/encoding";
import { ascii, sameBytes, written, type Bytes } from "../log/bytes.ts";
import { sha256 } from "../log/sha256.ts";
import { reading, refuse } from "../log/reader.ts";
import { TAG } from "../log/sealed-body.ts";
import { blobId, type BlobId } from "./blob-id.ts";

/** Units: bytes of plain text in a chunk. */
export const CHUNK = 262_144;
/** Chunks of one blob: its manifest is then no longer than a sealed chunk. */
export const MAX_CHUNKS = 8000;
/** Places of one blob. */
export const MAX_PLACES = MAX_CHUNKS + 1;
/** Units: bytes. Of a sealed chunk, and of a manifest. */
export const MAX_PIECE = CHUNK + TAG;
/** Units: bytes. */
export const MAX_BLOB = CHUNK * MAX_CHUNKS;

/** Units: bytes. SHA-256 and size of the plain text, and the tag. */
const SEALED = 32 + 8 + TAG;
const MAGIC = ascii("CB");
const VERSION = 1;

export interface Manifest {
  /** SHA-256 of each sealed chunk. */
  readonly hashes: readonly Bytes[];
  readonly sealed: Bytes;
}

/** How many chunks so many bytes take. */
export const chunksOf = (size: number): number => Math.max(1, Math.ceil(size / CHUNK));

/** The part that everyone reads; the sealed part is bound to it. */
export const encodeClearPart = (hashes: readonly Bytes[]): Bytes =>
  written((to) => {
    encoding.writeUint8Array(to, MAGIC);
    encoding.writeUint8(to, VERSION);
    encoding.writeVarUint(to, hashes.length);
    for (const hash of hashes) encoding.writeUint8Array(to, hash);
  });

/** The bytes that a blob is named by. */
export const encodeManifest = ({ hashes, sealed }: Manifest): Bytes =>
  written((to) => {
    encoding.writeUint8Array(to, encodeClearPart(hashes));
    encoding.writeUint8Array(to, sealed);
  });

/** The way back; undefined for what is no manifest of this version. */
export const decodeManifest = (bytes: Bytes): Manifest | undefined =>
  bytes.length > MAX_PIECE
    ? undefined
    : reading(
        bytes,
        (from): Manifest => {
          if (!sameBytes(from.take(2), MAGIC) || from.byte() !== VERSION) refuse();
          const hashes = from.list(MAX_CHUNKS, () => from.take(32));
          if (hashes.length === 0) refuse();
          return { hashes, sealed: from.take(SEALED) };
        },
        encodeManifest,
      );

/** The blob's name. */
export const idOfManifest = async (manifest: Bytes): Promise<BlobId> => blobId(await sha256(manifest));

/** Whether these bytes are what the manifest says stands at this place; places count from 1. */
export async function isChunkOf({ hashes }: Manifest, place: number, bytes: Bytes): Promise<boolean> {
  const hash = hashes[place - 1];
  return hash !== undefined && bytes.length <= MAX_PIECE && sameBytes(await sha256(bytes), hash);
}
