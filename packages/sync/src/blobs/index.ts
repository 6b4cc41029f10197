/**
 * @recourse/sync/blobs: the evidence of a shared case on its way to its members. Effects only through ports; browser adapters touch the platform only when called.
 */
export { blobId, type BlobId } from "./blob-id.ts";
export { type BlobEnd, type BlobTalk } from "./blob-line.ts";
export { createMemoryBlobShelf, type BlobShelf, type ShelfError, type ShelfRows } from "./blob-shelf.ts";
export { type BlobFault, type BlobState, type BlobTrouble } from "./blob-state.ts";
export { type ShareBlobError } from "./blob-sharing.ts";
export { createBlobExchange, type BlobExchange, type BlobExchangePorts } from "./exchange.ts";
export { createIndexedDbBlobShelf, openBlobShelfDatabase, type BlobShelfDatabase } from "./indexeddb-blob-shelf.ts";
export { createNamedBlobs, type NamedBlob, type NamedBlobs } from "./named-blobs.ts";
