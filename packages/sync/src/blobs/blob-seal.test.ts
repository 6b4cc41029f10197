/** Sealed blobs: computed a second time with node:crypto, the same from every holder, and nothing else opens. */
import { createCipheriv, createHash, hkdfSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { sha256 as shaOf } from "@recourse/core";
import { fromHex, toHex, zeros, type Bytes } from "../log/bytes.ts";
import { logCaseId } from "../log/log-ids.ts";
import { createSealer } from "../log/sealer.ts";
import { blobId } from "./blob-id.ts";
import {
  CHUNK,
  chunksOf,
  decodeManifest,
  encodeManifest,
  idOfManifest,
  isChunkOf,
  MAX_CHUNKS,
} from "./blob-manifest.ts";
import { decodeBlobNote, encodeBlobNote } from "./blob-note.ts";
import { isManifestOf, openChunk, sealChunk, sealManifest, type BlobSealing } from "./blob-seal.ts";

const caseId = logCaseId("0c".repeat(16));
const key = zeros(32).fill(7);
const of: BlobSealing = { sealer: createSealer(), caseId, key };
const filled = (length: number): Bytes => Uint8Array.from({ length }, (_, n) => (n * 31 + (n >> 8)) & 255);
const hashOf = (bytes: Uint8Array): Bytes => new Uint8Array(createHash("sha256").update(bytes).digest());

/** What SPEC says, by another library. */
function chunkBySpec(plain: Uint8Array, index: number, last: boolean): Buffer {
  const chunkKey = hkdfSync("sha256", key, fromHex(caseId), "blob", 32);
  const nonce = Buffer.concat([Buffer.alloc(7), Buffer.from([0, 0, 0, index, last ? 1 : 0])]);
  const cipher = createCipheriv("aes-256-gcm", new Uint8Array(chunkKey), nonce);
  cipher.setAAD(fromHex(caseId));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

describe("sealed blobs", () => {
  test("[BL1] two chunks and their manifest are what the specification says, byte for byte", async () => {
    // 300,000 = 262,144 + 37,856; Padmé of 37,856: e = 15, s = 4, step 2^11 = 2048: 18.48 steps, so 19 × 2048 = 38,912.
    const bytes = filled(300_000);
    const blob = new Blob([bytes]);
    const last = Buffer.concat([bytes.subarray(CHUNK), Buffer.alloc(38_912 - 37_856)]);
    const chunks = [chunkBySpec(bytes.subarray(0, CHUNK), 0, false), chunkBySpec(last, 1, true)];
    expect(Buffer.from(await sealChunk(of, blob, 1)).equals(chunks[0] ?? Buffer.alloc(0))).toBe(true);
    expect(Buffer.from(await sealChunk(of, blob, 2)).equals(chunks[1] ?? Buffer.alloc(0))).toBe(true);

    const clear = Buffer.concat([Buffer.from("CB\u0001\u0002", "latin1"), ...chunks.map(hashOf)]);
    const manifestKey = hkdfSync("sha256", key, fromHex(caseId), "blob/manifest", 32);
    const cipher = createCipheriv("aes-256-gcm", new Uint8Array(manifestKey), Buffer.alloc(12));
    cipher.setAAD(Buffer.concat([fromHex(caseId), clear]));
    // 300,000 = 0x0493e0.
    const inside = Buffer.concat([hashOf(bytes), Buffer.from("00000000000493e0", "hex")]);
    const expected = Buffer.concat([clear, cipher.update(inside), cipher.final(), cipher.getAuthTag()]);
    const content = { sha256: hashOf(bytes), size: 300_000 };
    const manifest = await sealManifest(of, blob, content);
    expect(Buffer.from(manifest).equals(expected)).toBe(true);
    expect(await idOfManifest(manifest)).toBe(toHex(hashOf(expected)));
    const read = decodeManifest(manifest);
    if (read === undefined) throw new Error("no manifest");
    expect(await isManifestOf(of, read, content)).toBe(true);
    expect(await isManifestOf(of, read, { ...content, size: 299_999 })).toBe(false);
    expect(await isManifestOf({ ...of, caseId: logCaseId("0d".repeat(16)) }, read, content)).toBe(false);
    expect(toHex(encodeManifest(read))).toBe(toHex(manifest));
  });

  test("[BL1] every length around a border opens to itself again; the empty one too", async () => {
    for (const length of [0, 1, 2, 9, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK]) {
      const bytes = filled(length);
      const blob = new Blob([bytes]);
      const parts: Bytes[] = [];
      for (let place = 1; place <= chunksOf(length); place++) {
        const opened = await openChunk(of, length, place, await sealChunk(of, blob, place));
        if (opened === undefined) throw new Error(`${length}/${place}`);
        parts.push(opened);
      }
      expect(Buffer.concat(parts).equals(Buffer.from(bytes)), `${length}`).toBe(true);
    }
    // No longer blob has a manifest that fits: 8000 × 32 + 5 + 56 = 256,061 ≤ 262,160.
    expect(5 + MAX_CHUNKS * 32 + 56).toBeLessThanOrEqual(262_160);
  });

  test("[BL1, I9] a chunk opens only with its key, in its case, at its place, and only as the end if it is the end", async () => {
    const length = 3 * CHUNK;
    const second = await sealChunk(of, new Blob([filled(length)]), 2);
    expect((await openChunk(of, length, 2, second))?.length).toBe(CHUNK);
    expect(await openChunk({ ...of, key: zeros(32).fill(8) }, length, 2, second)).toBeUndefined();
    expect(await openChunk({ ...of, caseId: logCaseId("0d".repeat(16)) }, length, 2, second)).toBeUndefined();
    expect(await openChunk(of, length, 1, second)).toBeUndefined();
    // Cut off behind it: a shorter blob would have it as its last one.
    expect(await openChunk(of, 2 * CHUNK, 2, second)).toBeUndefined();
  });

  test("[BL1] a piece filled with anything but zeros is refused", async () => {
    // Nine bytes are filled up to ten: the tenth is not zero here.
    const source = { key, salt: fromHex(caseId), info: Uint8Array.from(Buffer.from("blob")) };
    const nonce = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    const seal = (tenth: number) =>
      of.sealer.seal(source, nonce, fromHex(caseId), Uint8Array.from([...filled(9), tenth]));
    expect(await openChunk(of, 9, 1, await seal(0))).toEqual(filled(9));
    expect(await openChunk(of, 9, 1, await seal(1))).toBeUndefined();
  });

  test("[BL1, R5] every byte of a manifest flipped: it has another name or is none, and its chunks are other chunks", async () => {
    const blob = new Blob([filled(20)]);
    const manifest = await sealManifest(of, blob, { sha256: hashOf(filled(20)), size: 20 });
    const id = await idOfManifest(manifest);
    for (let at = 0; at < manifest.length; at++) {
      const bad = manifest.slice();
      bad[at] = (bad[at] ?? 0) ^ 1;
      expect(await idOfManifest(bad)).not.toBe(id);
    }
    const good = decodeManifest(manifest);
    const chunk = await sealChunk(of, blob, 1);
    if (good === undefined) throw new Error("no manifest");
    expect(await isChunkOf(good, 1, chunk)).toBe(true);
    for (const at of chunk.keys()) {
      const bad = chunk.slice();
      bad[at] = (bad[at] ?? 0) ^ 128;
      expect(await isChunkOf(good, 1, bad), `${at}`).toBe(false);
    }
    expect([await isChunkOf(good, 0, chunk), await isChunkOf(good, 2, chunk)]).toEqual([false, false]);
  });
});

test("[BL1, CO2] the note has one encoding, with and without a thumbnail; another form is no statement about a blob", () => {
  const plain = { sha256: shaOf("aa".repeat(32)), size: 300, id: blobId("bb".repeat(32)), key, thumbnailOf: undefined };
  const hex = `${"aa".repeat(32)}ac02${"bb".repeat(32)}${"07".repeat(32)}`;
  expect(toHex(encodeBlobNote(plain))).toBe(`${hex}00`);
  expect(decodeBlobNote(fromHex(`${hex}00`))).toEqual(plain);
  const small = { ...plain, thumbnailOf: shaOf("dd".repeat(32)) };
  expect(toHex(encodeBlobNote(small))).toBe(`${hex}01${"dd".repeat(32)}`);
  expect(decodeBlobNote(fromHex(`${hex}01${"dd".repeat(32)}`))).toEqual(small);
  for (const bad of [
    "",
    `${hex}`,
    `${hex}02`,
    `${hex}0000`,
    `${hex}01`,
    `${"aa".repeat(32)}ffffffffff7f${hex.slice(68)}00`,
  ])
    expect(decodeBlobNote(fromHex(bad))).toBeUndefined();
});
