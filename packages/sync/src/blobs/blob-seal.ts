/**
 * Sealing the bytes of a blob, chunk by chunk, and opening them. Effects: the Sealer, reading the bytes.
 *
 * 1. A key seals one text: it is drawn anew for each attempt, and a chunk that is sealed again must come out as its manifest says, or it is not handed out.
 * 2. Whoever has key and bytes makes the same manifest and the same chunks, to the byte.
 * 3. Chunks cannot be put in another order, cut off or taken for those of another case: place and end are in the nonce, the case is the AAD.
 *
 * Source: BL1; NIST SP 800-38D; STREAM: Hoang, Reyhanitabar, Rogaway, Vizár, 2015.
 */
import { ascii, concat, fromHex, sameBytes, zeros, type Bytes } from "../log/bytes.ts";
import { type LogCaseId } from "../log/log-ids.ts";
import { sha256 } from "../log/sha256.ts";
import { padded, padmeLength } from "../log/padme.ts";
import type { KeySource, Sealer } from "../log/sealer.ts";
import { CHUNK, chunksOf, encodeClearPart, encodeManifest, type Manifest } from "./blob-manifest.ts";

const CHUNK_INFO = ascii("blob");
const MANIFEST_INFO = ascii("blob/manifest");
const MANIFEST_NONCE = zeros(12);

/** What the bytes of a blob are sealed with. */
export interface BlobSealing {
  readonly sealer: Sealer;
  readonly caseId: LogCaseId;
  /** Units: 32 bytes. */
  readonly key: Bytes;
}

/** What a manifest says inside. Units: `size` bytes. */
export interface BlobContent {
  readonly sha256: Bytes;
  readonly size: number;
}

const sourceOf = ({ key, caseId }: BlobSealing, info: Bytes): KeySource => ({ key, salt: fromHex(caseId), info });

/** zeros:7 ‖ index:4, big-endian, from 0 ‖ 1 for the last. */
function nonceOf(index: number, isLast: boolean): Bytes {
  const nonce = zeros(12);
  new DataView(nonce.buffer).setUint32(7, index);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** One chunk, sealed. Places count from 1. Errors: throws what reading the bytes throws. */
export async function sealChunk(of: BlobSealing, bytes: Blob, place: number): Promise<Bytes> {
  const isLast = place === chunksOf(bytes.size);
  const from = (place - 1) * CHUNK;
  const plain = new Uint8Array(await bytes.slice(from, from + CHUNK).arrayBuffer());
  const aad = fromHex(of.caseId);
  return of.sealer.seal(sourceOf(of, CHUNK_INFO), nonceOf(place - 1, isLast), aad, isLast ? padded(plain) : plain);
}

/** The manifest of these bytes: one pass over them, one chunk in memory. Errors: throws what reading the bytes throws. */
export async function sealManifest(of: BlobSealing, bytes: Blob, content: BlobContent): Promise<Bytes> {
  const hashes: Bytes[] = [];
  for (let place = 1; place <= chunksOf(bytes.size); place++)
    hashes.push(await sha256(await sealChunk(of, bytes, place)));
  const aad = concat(fromHex(of.caseId), encodeClearPart(hashes));
  const plain = zeros(40);
  plain.set(content.sha256);
  new DataView(plain.buffer).setBigUint64(32, BigInt(content.size));
  const sealed = await of.sealer.seal(sourceOf(of, MANIFEST_INFO), MANIFEST_NONCE, aad, plain);
  return encodeManifest({ hashes, sealed });
}

/** Whether the manifest opens, and says what was expected. */
export async function isManifestOf(of: BlobSealing, manifest: Manifest, content: BlobContent): Promise<boolean> {
  if (manifest.hashes.length !== chunksOf(content.size)) return false;
  const aad = concat(fromHex(of.caseId), encodeClearPart(manifest.hashes));
  const plain = await of.sealer.open(sourceOf(of, MANIFEST_INFO), MANIFEST_NONCE, aad, manifest.sealed);
  if (plain === undefined || plain.length !== 40) return false;
  const size = new DataView(plain.buffer, plain.byteOffset).getBigUint64(32);
  return sameBytes(plain.subarray(0, 32), content.sha256) && size === BigInt(content.size);
}

/** The plain bytes of a chunk of a blob of `size` bytes; undefined for what does not open, or is filled with anything but zeros. */
export async function openChunk(
  of: BlobSealing,
  size: number,
  place: number,
  sealed: Bytes,
): Promise<Bytes | undefined> {
  const isLast = place === chunksOf(size);
  const length = isLast ? size - (place - 1) * CHUNK : CHUNK;
  const nonce = nonceOf(place - 1, isLast);
  const plain = await of.sealer.open(sourceOf(of, CHUNK_INFO), nonce, fromHex(of.caseId), sealed);
  if (plain === undefined || plain.length !== (isLast ? padmeLength(length) : length)) return undefined;
  return plain.subarray(length).every((byte) => byte === 0) ? plain.subarray(0, length) : undefined;
}
