/**
 * The note that says which sealed blob holds which bytes, with its key: sealed in the log like every note. Its value, both ways. Pure.
 *
 * 1. A value of another form is no statement about a blob; the record that carries it stays what it is.
 *
 * Source: SPEC 1, BL1.
 */
import * as encoding from "lib0/encoding";
import { sha256, type Sha256 } from "@recourse/core";
import { fromHex, toHex, written, type Bytes } from "../log/bytes.ts";
import { reading, refuse } from "../log/reader.ts";
import { blobId, type BlobId } from "./blob-id.ts";
import { MAX_BLOB } from "./blob-manifest.ts";

/** Kind of the note. */
export const BLOB_NOTE = "blob";

export interface BlobNote {
  /** Of the plain bytes: how exhibits name them. */
  readonly sha256: Sha256;
  /** Units: bytes. */
  readonly size: number;
  readonly id: BlobId;
  /** Units: 32 bytes. */
  readonly key: Bytes;
  /** SHA-256 of the original that this is a small picture of. */
  readonly thumbnailOf: Sha256 | undefined;
}

/** `sha256:32 ‖ size ‖ id:32 ‖ key:32 ‖ thumbnail:1 ‖ original:32 iff thumbnail`. */
export const encodeBlobNote = ({ sha256: of, size, id, key, thumbnailOf }: BlobNote): Bytes =>
  written((to) => {
    encoding.writeUint8Array(to, fromHex(of));
    encoding.writeVarUint(to, size);
    encoding.writeUint8Array(to, fromHex(id));
    encoding.writeUint8Array(to, key);
    encoding.writeUint8(to, thumbnailOf === undefined ? 0 : 1);
    if (thumbnailOf !== undefined) encoding.writeUint8Array(to, fromHex(thumbnailOf));
  });

/** The way back; undefined for what is none. */
export const decodeBlobNote = (value: Bytes): BlobNote | undefined =>
  reading(
    value,
    (from): BlobNote => {
      const of = sha256(toHex(from.take(32)));
      const size = from.uint();
      if (size > MAX_BLOB) refuse();
      const id = blobId(from.take(32));
      const key = from.take(32);
      const flag = from.byte();
      if (flag > 1) refuse();
      return { sha256: of, size, id, key, thumbnailOf: flag === 0 ? undefined : sha256(toHex(from.take(32))) };
    },
    encodeBlobNote,
  );
