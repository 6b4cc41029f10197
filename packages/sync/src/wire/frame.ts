/**
 * Frames: what peers and relays say to each other, as bytes, both ways. Pure.
 *
 * 1. One encoding of each frame: bytes that `encodeFrame` would not write are refused.
 * 2. Everything has a limit, and it is asked before memory is taken.
 * 3. Frames of unknown type are skipped, so that newer programs may say more.
 *
 * Source: SPEC 6, FR1–FR5, BL2.
 */
import * as encoding from "lib0/encoding";
import { err, ok, type Result } from "@recourse/core";
import { fromHex, written, type Bytes } from "../log/bytes.ts";
import {
  deviceId,
  logCaseId,
  logId,
  recordHash,
  sessionId,
  type DeviceId,
  type LogCaseId,
  type LogId,
  type RecordHash,
} from "../log/log-ids.ts";
import { reading, readingFront, refuse, type Reader } from "../log/reader.ts";
import { MAX_RECORD } from "../log/signed-record.ts";
import { BLOB_TYPES, readBlobPayload, writeBlobPayload, type BlobFrame } from "./blob-frames.ts";
import { NACK_CODES, nackCodeOf, type NackCode } from "./nack-codes.ts";

export { NACK_CODES, type NackCode };

/** Units: bytes. A message of one or more frames is no longer. Source: RL3. */
export const MAX_MESSAGE = 1_048_576;
/** Units: bytes. Source: RL2. */
export const MAX_JOIN = 4096;
/** Units: bytes. Source: FR5. */
export const MAX_EPH = 2048;
/** Hashes in one frame. */
export const MAX_HASHES = 8192;
/** Tips in one HAVE. */
export const MAX_TIPS = 8192;
const MAX_RECORDS = 4096;
/** Bodies that are skipped unread are held to the limit of the message. */
const TYPES = {
  hello: 1,
  auth: 2,
  sub: 3,
  have: 4,
  want: 5,
  recs: 6,
  ack: 7,
  nack: 8,
  join: 9,
  eph: 10,
  ...BLOB_TYPES,
  backpressure: 14,
  ping: 15,
  pong: 16,
  bye: 17,
} as const;

/** A record that no other of its log stands on: what is before it is there too. */
export interface Tip {
  readonly log: LogId;
  readonly seq: number;
  readonly hash: RecordHash;
}

/** What somebody said to have, signed. Source: FR2. */
export interface HaveSignature {
  readonly device: DeviceId;
  readonly counter: number;
  readonly signature: Bytes;
}

export type Frame =
  /** `node`: 16 bytes, name of a relay for as long as its store lives, of a peer for as long as it runs. `challenge`: 32 bytes, fresh. */
  | {
      readonly is: "hello";
      readonly from: number;
      readonly to: number;
      readonly node: Bytes;
      readonly challenge: Bytes;
    }
  /** `key`: of a device both public keys, of an invite its one. */
  | {
      readonly is: "auth";
      readonly as: "device" | "invite";
      readonly caseId: LogCaseId;
      readonly key: Bytes;
      readonly signature: Bytes;
    }
  | { readonly is: "sub"; readonly caseId: LogCaseId }
  /** Without tips it is the digest alone. */
  | {
      readonly is: "have";
      readonly count: number;
      readonly digest: Bytes;
      readonly tips: readonly Tip[] | undefined;
      readonly signed: HaveSignature | undefined;
    }
  | {
      readonly is: "want";
      readonly hashes: readonly RecordHash[];
      readonly after: readonly { readonly log: LogId; readonly seq: number }[];
    }
  | { readonly is: "recs"; readonly records: readonly Bytes[] }
  | { readonly is: "ack"; readonly durable: boolean; readonly node: Bytes; readonly hashes: readonly RecordHash[] }
  | { readonly is: "nack"; readonly code: NackCode; readonly hashes: readonly RecordHash[] }
  /** `joiner`: 16 bytes by which answers find their way. */
  | { readonly is: "join"; readonly invite: RecordHash; readonly joiner: Bytes; readonly sealed: Bytes }
  | { readonly is: "eph"; readonly sealed: Bytes }
  | BlobFrame
  | { readonly is: "backpressure"; readonly hashes: readonly RecordHash[] }
  | { readonly is: "ping" | "pong"; readonly token: Bytes }
  | { readonly is: "bye"; readonly code: NackCode | undefined };

export type FrameFault = { readonly kind: "too_long" | "form" };

const AUTH_KINDS = { device: 1, invite: 2 } as const;
function writePayload(to: encoding.Encoder, frame: Frame): void {
  const put = (bytes: Uint8Array): void => encoding.writeUint8Array(to, bytes);
  const uint = (value: number): void => encoding.writeVarUint(to, value);
  const putHashes = (hashes: readonly RecordHash[]): void => {
    uint(hashes.length);
    for (const hash of hashes) put(fromHex(hash));
  };
  switch (frame.is) {
    case "hello":
      uint(frame.from);
      uint(frame.to);
      put(frame.node);
      return put(frame.challenge);
    case "auth":
      encoding.writeUint8(to, AUTH_KINDS[frame.as]);
      put(fromHex(frame.caseId));
      put(frame.key);
      return put(frame.signature);
    case "sub":
      return put(fromHex(frame.caseId));
    case "have":
      uint(frame.count);
      put(frame.digest);
      encoding.writeUint8(to, (frame.tips === undefined ? 0 : 1) + (frame.signed === undefined ? 0 : 2));
      if (frame.tips !== undefined) writeTips(to, frame.tips);
      if (frame.signed === undefined) return;
      put(fromHex(frame.signed.device));
      uint(frame.signed.counter);
      return put(frame.signed.signature);
    case "want":
      putHashes(frame.hashes);
      uint(frame.after.length);
      for (const { log, seq } of frame.after) {
        put(fromHex(log));
        uint(seq);
      }
      return;
    case "recs":
      uint(frame.records.length);
      for (const record of frame.records) encoding.writeVarUint8Array(to, record);
      return;
    case "ack":
      encoding.writeUint8(to, frame.durable ? 1 : 0);
      put(frame.node);
      return putHashes(frame.hashes);
    case "nack":
      uint(NACK_CODES[frame.code]);
      return putHashes(frame.hashes);
    case "join":
      put(fromHex(frame.invite));
      put(frame.joiner);
      return encoding.writeVarUint8Array(to, frame.sealed);
    case "eph":
      return put(frame.sealed);
    case "bhave":
    case "bwant":
    case "bchunk":
      return writeBlobPayload(to, frame);
    case "backpressure":
      return putHashes(frame.hashes);
    case "ping":
    case "pong":
      return put(frame.token);
    case "bye":
      return uint(frame.code === undefined ? 0 : NACK_CODES[frame.code]);
  }
}

/** Layout of tips: their number, then each. */
export function writeTips(to: encoding.Encoder, tips: readonly Tip[]): void {
  encoding.writeVarUint(to, tips.length);
  for (const { log, seq, hash } of tips) {
    encoding.writeUint8Array(to, fromHex(log));
    encoding.writeVarUint(to, seq);
    encoding.writeUint8Array(to, fromHex(hash));
  }
}

const readLog = (from: Reader): LogId => logId(deviceId(from.view(16)), sessionId(from.view(8)));
const readHash = (from: Reader): RecordHash => recordHash(from.view(32));
const readHashes = (from: Reader): readonly RecordHash[] => from.list(MAX_HASHES, () => readHash(from));
const atMost = (length: number, most: number): number => (length > most ? refuse() : length);

function readPayload(type: number, from: Reader): Frame {
  switch (type) {
    case TYPES.hello: {
      const range = { from: from.uint(), to: from.uint() };
      if (range.from < 1 || range.to < range.from) refuse();
      return { is: "hello", ...range, node: from.take(16), challenge: from.take(32) };
    }
    case TYPES.auth: {
      const kind = from.byte();
      if (kind !== AUTH_KINDS.device && kind !== AUTH_KINDS.invite) refuse();
      const as = kind === AUTH_KINDS.device ? "device" : "invite";
      const caseId = logCaseId(from.take(16));
      return { is: "auth", as, caseId, key: from.take(as === "device" ? 64 : 32), signature: from.take(64) };
    }
    case TYPES.sub:
      return { is: "sub", caseId: logCaseId(from.take(16)) };
    case TYPES.have: {
      const count = from.uint();
      const digest = from.take(32);
      const flags = atMost(from.byte(), 3);
      const readTip = (): Tip => ({ log: readLog(from), seq: from.uint(), hash: readHash(from) });
      const tips = (flags & 1) === 0 ? undefined : from.list(MAX_TIPS, readTip);
      const readSigned = (): HaveSignature => ({
        device: deviceId(from.take(16)),
        counter: from.uint(),
        signature: from.take(64),
      });
      return { is: "have", count, digest, tips, signed: (flags & 2) === 0 ? undefined : readSigned() };
    }
    case TYPES.want:
      return {
        is: "want",
        hashes: readHashes(from),
        after: from.list(MAX_TIPS, () => ({ log: readLog(from), seq: from.uint() })),
      };
    case TYPES.recs:
      return {
        is: "recs",
        // Not copied: whoever keeps one of them does so.
        records: from.list(MAX_RECORDS, () => from.view(atMost(from.uint(), MAX_RECORD))),
      };
    case TYPES.ack:
      return { is: "ack", durable: atMost(from.byte(), 1) === 1, node: from.take(16), hashes: readHashes(from) };
    case TYPES.nack:
      return { is: "nack", code: nackCodeOf(from.uint()) ?? refuse(), hashes: readHashes(from) };
    case TYPES.join: {
      const to = { invite: readHash(from), joiner: from.take(16) };
      return { is: "join", ...to, sealed: from.take(atMost(from.uint(), MAX_JOIN)) };
    }
    case TYPES.eph:
      return { is: "eph", sealed: from.take(atMost(from.left(), MAX_EPH)) };
    case TYPES.bhave:
      return readBlobPayload("bhave", from);
    case TYPES.bwant:
      return readBlobPayload("bwant", from);
    case TYPES.bchunk:
      return readBlobPayload("bchunk", from);
    case TYPES.backpressure:
      return { is: "backpressure", hashes: readHashes(from) };
    case TYPES.ping:
      return { is: "ping", token: from.take(8) };
    case TYPES.pong:
      return { is: "pong", token: from.take(8) };
    case TYPES.bye: {
      const code = from.uint();
      return { is: "bye", code: code === 0 ? undefined : (nackCodeOf(code) ?? refuse()) };
    }
    default:
      return refuse();
  }
}

/** A frame with its type and length before it. */
export const encodeFrame = (frame: Frame): Bytes =>
  written((to) => {
    encoding.writeUint8(to, TYPES[frame.is]);
    encoding.writeVarUint8Array(
      to,
      written((payload) => writePayload(payload, frame)),
    );
  });

const KNOWN: ReadonlySet<number> = new Set(Object.values(TYPES));
/** Of fixed widths, numbers and bytes after their length only: what is read can be written in no other way. */
const PLAIN: ReadonlySet<number> = new Set([TYPES.have, TYPES.want, TYPES.recs, TYPES.ack, TYPES.nack]);

interface Wrapped {
  readonly type: number;
  readonly payload: Bytes;
}

/** The frames of a message, in order; unknown ones are left out. Errors: the whole message is refused. */
export function decodeFrames(message: Uint8Array): Result<readonly Frame[], FrameFault> {
  if (message.length > MAX_MESSAGE) return err({ kind: "too_long" });
  const bytes = new Uint8Array(message);
  const frames: Frame[] = [];
  for (let at = 0; at < bytes.length;) {
    const wrapped = readingFront(bytes.subarray(at), (from): Wrapped => ({
      type: from.byte(),
      payload: from.view(from.uint()),
    }));
    if (wrapped === undefined) return err({ kind: "form" });
    at += wrapped.length;
    const { type, payload } = wrapped.value;
    if (!KNOWN.has(type)) continue;
    const frame = reading(
      payload,
      (from) => readPayload(type, from),
      PLAIN.has(type) ? undefined : (value) => written((to) => writePayload(to, value)),
    );
    if (frame === undefined) return err({ kind: "form" });
    frames.push(frame);
  }
  return ok(frames);
}
