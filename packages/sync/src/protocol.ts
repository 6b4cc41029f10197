/**
 * @recourse/sync/protocol: what a relay needs of the record log and the wire. Nothing behind this door knows Yjs.
 */
export { blobId, type BlobId, type BlobPlaces } from "./blobs/blob-id.ts";
export { decodeManifest, idOfManifest, isChunkOf, MAX_PIECE, type Manifest } from "./blobs/blob-manifest.ts";
export {
  countOf,
  eachOf,
  hasPlace,
  NO_PLACES,
  placesFrom,
  placesOf,
  union,
  without,
  type Places,
} from "./blobs/places.ts";
export { concat, fromHex, sameBytes, toHex, type Bytes } from "./log/bytes.ts";
export { HELPER, OUT, OWNER, VIEWER, type Entry, type Level } from "./log/entry.ts";
export {
  deviceId,
  deviceIdOf,
  logCaseId,
  recordHash,
  type DeviceId,
  type LogCaseId,
  type LogId,
  type RecordHash,
} from "./log/log-ids.ts";
export { type Member, type Membership } from "./log/membership.ts";
export { type CaseLog, type Receipt, type Verdict } from "./log/record-gate.ts";
export { createSealer, type Sealer } from "./log/sealer.ts";
export { MAX_RECORD, parseRecord } from "./log/signed-record.ts";
export { blobFramesOf, type BlobFrame } from "./wire/blob-frames.ts";
export { createClearLog } from "./wire/clear-log.ts";
export {
  decodeFrames,
  encodeFrame,
  MAX_HASHES,
  MAX_JOIN,
  MAX_MESSAGE,
  type Frame,
  type FrameFault,
  type NackCode,
  type Tip,
} from "./wire/frame.ts";
export { answering, authText, digestOf, haveText, heapsOf, tipsOf, wantedOf } from "./wire/tips.ts";
