/**
 * The head of a `.casebox` file: what kind it is, of which case, and what stands behind it. Pure but for WebCrypto's digest.
 *
 * 1. A head is believed only when its own check fits: a changed byte is never taken for another kind, another case or another number of iterations.
 * 2. Front and check stand where they stand in every version, so that a newer file is told from a damaged one (I11).
 * 3. Every length is checked before anything is read by it.
 *
 * Source: FI1.
 */
import { err, ok, type Result } from "@recourse/core";
import { ascii, concat, fromHex, sameBytes, type Bytes } from "../log/bytes.ts";
import { logCaseId, type LogCaseId } from "../log/log-ids.ts";
import { sha256 } from "../log/sha256.ts";

export type CaseboxKind = "share" | "backup" | "recovery";

/** How the secret part is locked. */
export interface Lock {
  readonly salt: Bytes;
  readonly iterations: number;
  readonly nonce: Bytes;
  /** Units: bytes, the tag of AES-GCM included. */
  readonly sealedLength: number;
}

/** What the records must be. */
export interface RecordsPart {
  /** Units: bytes. */
  readonly length: number;
  readonly sum: Bytes;
}

export interface CaseboxHead {
  readonly kind: CaseboxKind;
  readonly caseId: LogCaseId;
  /** Undefined in a recovery file. */
  readonly records: RecordsPart | undefined;
  /** Undefined in a share file. */
  readonly lock: Lock | undefined;
}

/** `damaged`: the head is not as it was written. `torn`: the file ends within it. `wrong_kind`: of a kind this version does not know. */
export type HeadFault =
  | { readonly kind: "not_a_casebox" | "damaged" }
  | { readonly kind: "newer_version"; readonly version: number }
  | { readonly kind: "torn"; readonly at: number }
  | { readonly kind: "wrong_kind"; readonly is: number };

export interface ReadHead {
  readonly head: CaseboxHead;
  /** All of the head, check included: what the secret part authenticates. */
  readonly bytes: Bytes;
}

export const CASEBOX_VERSION = 1;
/** Units: bytes. The most a secret part takes: 4,096 keys and a title fit. */
export const MOST_SEALED = 262_144;
/** Units: bytes; of a checksum. */
export const SUM = 8;

const MAGIC = ascii("CASEBOX\0");
const LABEL = ascii("case/file/1\0");
/** Units: bytes. Magic, version, kind, length of the fields. */
const FRONT = MAGIC.length + 4;
const KINDS: Readonly<Record<CaseboxKind, number>> = { share: 1, backup: 2, recovery: 3 };
const KIND_OF: ReadonlyMap<number, CaseboxKind> = new Map([
  [1, "share"],
  [2, "backup"],
  [3, "recovery"],
]);
/** Units: bytes. */
const CASE_ID = 16;
const RECORDS = 4 + SUM;
const LOCK = 16 + 4 + 12 + 4;
const FIELDS: Readonly<Record<CaseboxKind, number>> = {
  share: CASE_ID + RECORDS,
  backup: CASE_ID + RECORDS + LOCK,
  recovery: CASE_ID + LOCK,
};
/** So many changed bytes of the magic are taken for damage; more are another kind of file. */
const MAGIC_SLIPS = 2;

const uint16 = (value: number): Bytes => Uint8Array.of(value >> 8, value & 255);
const uint32 = (value: number): Bytes =>
  Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
const readUint = (bytes: Uint8Array): number => bytes.reduce((value, byte) => value * 256 + byte, 0);

/** First 8 bytes of SHA-256: finds damage, and keeps no one from writing another file. */
export const sumOf = async (bytes: Uint8Array): Promise<Bytes> => (await sha256(concat(LABEL, bytes))).slice(0, SUM);

/** The head with its check. */
export async function encodeCaseboxHead({ kind, caseId, records, lock }: CaseboxHead): Promise<Bytes> {
  const fields = concat(
    fromHex(caseId),
    ...(records === undefined ? [] : [uint32(records.length), records.sum]),
    ...(lock === undefined ? [] : [lock.salt, uint32(lock.iterations), lock.nonce, uint32(lock.sealedLength)]),
  );
  if (fields.length !== FIELDS[kind]) throw new Error(`not the fields of a ${kind} file`);
  const open = concat(MAGIC, Uint8Array.of(CASEBOX_VERSION, KINDS[kind]), uint16(fields.length), fields);
  return concat(open, await sumOf(open));
}

/** Whether these are the first bytes of a `.casebox`, whole or damaged. */
export function looksLikeCasebox(bytes: Uint8Array): boolean {
  const slips = MAGIC.filter((byte, n) => bytes[n] !== byte).length;
  return bytes.length >= MAGIC.length && slips <= MAGIC_SLIPS;
}

/** Reads the head at the front of a file. */
export async function readCaseboxHead(file: Uint8Array): Promise<Result<ReadHead, HeadFault>> {
  const magic = file.subarray(0, MAGIC.length);
  if (!looksLikeCasebox(file))
    return file.length > 0 && file.length < MAGIC.length && sameBytes(magic, MAGIC.subarray(0, file.length))
      ? err({ kind: "torn", at: file.length })
      : err({ kind: "not_a_casebox" });
  if (file.length < FRONT) return err({ kind: "torn", at: file.length });
  const [version = 0, kindNumber = 0] = file.subarray(MAGIC.length);
  const kind = KIND_OF.get(kindNumber);
  const length = readUint(file.subarray(FRONT - 2, FRONT));
  const end = FRONT + length + SUM;
  if (file.length < end) {
    const isOurs = version === CASEBOX_VERSION && kind !== undefined && length === FIELDS[kind];
    return err(isOurs ? { kind: "torn", at: file.length } : { kind: "damaged" });
  }
  const open = file.subarray(0, FRONT + length);
  if (!sameBytes(magic, MAGIC) || !sameBytes(await sumOf(open), file.subarray(open.length, end)))
    return err({ kind: "damaged" });
  if (version > CASEBOX_VERSION) return err({ kind: "newer_version", version });
  if (kind === undefined) return err({ kind: "wrong_kind", is: kindNumber });
  if (version < CASEBOX_VERSION || length !== FIELDS[kind]) return err({ kind: "damaged" });
  const head = fieldsOf(kind, open.slice(FRONT));
  if (head.lock !== undefined && head.lock.sealedLength > MOST_SEALED) return err({ kind: "damaged" });
  return ok({ head, bytes: file.slice(0, end) });
}

function fieldsOf(kind: CaseboxKind, fields: Bytes): CaseboxHead {
  let at = 0;
  const take = (length: number): Bytes => fields.slice(at, (at += length));
  const caseId = logCaseId(take(CASE_ID));
  const records = kind === "recovery" ? undefined : { length: readUint(take(4)), sum: take(SUM) };
  const lock =
    kind === "share"
      ? undefined
      : { salt: take(16), iterations: readUint(take(4)), nonce: take(12), sealedLength: readUint(take(4)) };
  return { kind, caseId, records, lock };
}
