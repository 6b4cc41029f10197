/**
 * Payloads of BHAVE, BWANT and BCHUNK, both ways. Pure.
 *
 * 1. Ranges of places are written as gap and length, in order and apart from each other: one encoding of each set.
 *
 * Source: SPEC 6, BL2.
 */
import * as encoding from "lib0/encoding";
import { blobId, type BlobId, type BlobPlaces } from "../blobs/blob-id.ts";
import { MAX_PIECE, MAX_PLACES } from "../blobs/blob-manifest.ts";
import type { PlaceRange } from "../blobs/places.ts";
import { fromHex, type Bytes } from "../log/bytes.ts";
import { refuse, type Reader } from "../log/reader.ts";

/** Blobs in one BHAVE or BWANT. */
export const MAX_BLOBS = 1024;
/** Ranges of one blob in one BHAVE or BWANT. */
export const MAX_RANGES = 256;

/**
 * `bhave`: what the sender holds of these blobs, besides what it has named before in this conversation; no places at all: nothing any more.
 * `bwant`: what it asks for. `bchunk`: one place of one blob, sealed; place 0 is the manifest.
 */
export type BlobFrame =
  | { readonly is: "bhave" | "bwant"; readonly blobs: readonly BlobPlaces[] }
  | { readonly is: "bchunk"; readonly id: BlobId; readonly place: number; readonly bytes: Bytes };

/** Numbers of the wire. */
export const BLOB_TYPES = { bhave: 11, bwant: 12, bchunk: 13 } as const;

/** The payload of such a frame. */
export function writeBlobPayload(to: encoding.Encoder, frame: BlobFrame): void {
  if (frame.is === "bchunk") {
    encoding.writeUint8Array(to, fromHex(frame.id));
    encoding.writeVarUint(to, frame.place);
    return encoding.writeUint8Array(to, frame.bytes);
  }
  encoding.writeVarUint(to, frame.blobs.length);
  for (const { id, places } of frame.blobs) {
    encoding.writeUint8Array(to, fromHex(id));
    encoding.writeVarUint(to, places.length);
    let end = 0;
    for (const range of places) {
      encoding.writeVarUint(to, range.from - end);
      encoding.writeVarUint(to, range.to - range.from);
      end = range.to;
    }
  }
}

function readPlaces(from: Reader): readonly PlaceRange[] {
  let end = 0;
  return from.list(MAX_RANGES, () => {
    const gap = from.uint();
    const length = from.uint();
    // Ranges that touch would be one range.
    if (length < 1 || (gap === 0 && end > 0)) refuse();
    const range = { from: end + gap, to: end + gap + length };
    if (range.to > MAX_PLACES) refuse();
    end = range.to;
    return range;
  });
}

/** The way back. Errors: refuses what is of another form, or beyond the limits. */
export function readBlobPayload(is: BlobFrame["is"], from: Reader): BlobFrame {
  if (is !== "bchunk")
    return { is, blobs: from.list(MAX_BLOBS, () => ({ id: blobId(from.take(32)), places: readPlaces(from) })) };
  const id = blobId(from.take(32));
  const place = from.uint();
  if (place >= MAX_PLACES || from.left() > MAX_PIECE) refuse();
  return { is, id, place, bytes: from.take(from.left()) };
}

/** Units: bytes. Of a BHAVE or BWANT, at most. */
const FULL = 500_000;
/** Units: bytes. A name, and what a range takes at most. */
const NAME = 35;
const RANGE = 4;

/** As many frames as it takes; a blob with more ranges than a frame may name is named by its first ones. */
export function blobFramesOf(is: "bhave" | "bwant", blobs: readonly BlobPlaces[]): readonly BlobFrame[] {
  const frames: BlobPlaces[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const { id, places } of blobs) {
    const named = { id, places: places.slice(0, MAX_RANGES) };
    const last = frames.at(-1);
    const length = NAME + named.places.length * RANGE;
    if (last === undefined || size + length > FULL || last.length >= MAX_BLOBS) {
      frames.push([named]);
      size = length;
    } else {
      last.push(named);
      size += length;
    }
  }
  return frames.map((of) => ({ is, blobs: of }));
}
