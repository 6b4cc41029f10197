/**
 * The name of a sealed blob: SHA-256 of its manifest, 64 hex. Pure.
 *
 * Source: BL1.
 */
import { toHex } from "../log/bytes.ts";

export type BlobId = string & { readonly __brand: "BlobId" };

const isBlobId = (text: string): text is BlobId => /^[0-9a-f]{64}$/.test(text);

/** Bytes or hex → name. Errors: throws for another length, which is a bug of the caller. */
export function blobId(from: Uint8Array | string): BlobId {
  const text = typeof from === "string" ? from : toHex(from);
  if (!isBlobId(text)) throw new Error(`not the name of a blob: ${text}`);
  return text;
}

/** What of a blob is held, or wanted. */
export interface BlobPlaces {
  readonly id: BlobId;
  readonly places: readonly { readonly from: number; readonly to: number }[];
}
