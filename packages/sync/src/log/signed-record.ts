/**
 * A record as bytes: head, body, signature, and its hash. Pure but for WebCrypto's digest.
 *
 * 1. One encoding: bytes that are not exactly what `encodeHead` writes are no record.
 * 2. The hash leaves the signature out, so a record has one name whatever stands at its end (and a bad signature says nothing about the name, AC2).
 *
 * Source: CO1.
 */
import * as encoding from "lib0/encoding";
import { err, ok, type Result } from "@recourse/core";
import { ascii, concat, fromHex, written, type Bytes } from "./bytes.ts";
import {
  deviceId,
  epochId,
  logCaseId,
  logId,
  recordHash,
  sessionId,
  type DeviceId,
  type EpochId,
  type LogCaseId,
  type LogId,
  type RecordHash,
  type SessionId,
} from "./log-ids.ts";
import { sha256 } from "./sha256.ts";
import { readingFront, refuse, type Reader } from "./reader.ts";

/** Units: bytes. Source: CO1. */
export const MAX_RECORD = 262_144;
/** Source: CO4. */
export const MAX_DEPS = 64;
/** Units: bytes. */
export const SIGNATURE = 64;
export const RECORD_VERSION = 1;
export const UPDATE = 1;
export const NOTE = 2;
export const ENTRY = 3;

const MAGIC = ascii("CR");
/** A reader reads more than may be named, so that too many is a reason of its own. */
const MOST_DEPS_READ = 8192;
const RECORD_LABEL = ascii("case/rec/1\0");
const SIGN_LABEL = ascii("case/sig/1\0");

export interface RecordHead {
  readonly type: number;
  readonly caseId: LogCaseId;
  readonly device: DeviceId;
  readonly session: SessionId;
  readonly seq: number;
  readonly epoch: EpochId;
  readonly deps: readonly RecordHash[];
  readonly nonce: Bytes;
  readonly bodyLength: number;
}

export interface SignedRecord {
  readonly hash: RecordHash;
  readonly head: RecordHead;
  readonly log: LogId;
  readonly headBytes: Bytes;
  readonly body: Bytes;
  readonly signature: Bytes;
  readonly bytes: Bytes;
}

/** `newer`: of a version this app does not read; it is kept and sent on as it is. */
export type RecordFault =
  | { readonly kind: "too_large"; readonly bytes: number }
  | { readonly kind: "not_a_record" }
  | { readonly kind: "newer"; readonly version: number };

/** The head as it is hashed, signed and authenticated. */
export function encodeHead(head: RecordHead): Bytes {
  return written((to) => {
    encoding.writeUint8Array(to, MAGIC);
    encoding.writeUint8(to, RECORD_VERSION);
    encoding.writeUint8(to, head.type);
    for (const name of [head.caseId, head.device, head.session]) encoding.writeUint8Array(to, fromHex(name));
    encoding.writeVarUint(to, head.seq);
    encoding.writeUint8Array(to, fromHex(head.epoch));
    encoding.writeVarUint(to, head.deps.length);
    for (const dep of head.deps) encoding.writeUint8Array(to, fromHex(dep));
    encoding.writeUint8Array(to, head.nonce);
    encoding.writeVarUint(to, head.bodyLength);
  });
}

function readHead(from: Reader): RecordHead {
  if (from.byte() !== MAGIC[0] || from.byte() !== MAGIC[1] || from.byte() !== RECORD_VERSION) refuse();
  const type = from.byte();
  const caseId = logCaseId(from.view(16));
  const device = deviceId(from.view(16));
  const session = sessionId(from.view(8));
  const seq = from.uint();
  if (seq < 1) refuse();
  const epoch = epochId(from.view(16));
  const deps = from.list(MOST_DEPS_READ, () => recordHash(from.view(32)));
  return { type, caseId, device, session, seq, epoch, deps, nonce: from.take(12), bodyLength: from.uint() };
}

/** Name of a record. Source: CO1. */
export const hashRecord = async (head: Bytes, body: Bytes): Promise<RecordHash> =>
  recordHash(await sha256(concat(RECORD_LABEL, head, body)));

/** What is signed. Source: CO1. */
export const signedText = (hash: RecordHash): Bytes => concat(SIGN_LABEL, fromHex(hash));

/** Bytes → record; says nothing about whether it is true. Errors: `too_large`, `not_a_record`, `newer`. */
export async function parseRecord(given: Uint8Array): Promise<Result<SignedRecord, RecordFault>> {
  if (given.length > MAX_RECORD) return err({ kind: "too_large", bytes: given.length });
  const bytes = new Uint8Array(given);
  const [c, r, version] = bytes;
  if (c === MAGIC[0] && r === MAGIC[1] && version !== undefined && version > RECORD_VERSION)
    return err({ kind: "newer", version });
  // Fixed widths and numbers: there is no second way to write a head.
  const read = readingFront(bytes, readHead);
  if (read === undefined || bytes.length !== read.length + read.value.bodyLength + SIGNATURE)
    return err({ kind: "not_a_record" });
  const { value: head, length } = read;
  const headBytes = bytes.subarray(0, length);
  const body = bytes.subarray(length, length + head.bodyLength);
  const signature = bytes.subarray(length + head.bodyLength);
  const hash = await hashRecord(headBytes, body);
  return ok({ hash, head, log: logId(head.device, head.session), headBytes, body, signature, bytes });
}

/** Puts a record together and signs it. */
export async function signRecord(
  head: RecordHead,
  body: Bytes,
  sign: (text: Bytes) => Promise<Bytes>,
): Promise<SignedRecord> {
  const headBytes = encodeHead(head);
  const hash = await hashRecord(headBytes, body);
  const signature = await sign(signedText(hash));
  const bytes = concat(headBytes, body, signature);
  return { hash, head, log: logId(head.device, head.session), headBytes, body, signature, bytes };
}
