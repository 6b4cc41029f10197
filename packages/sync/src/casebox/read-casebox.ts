/**
 * Reading a `.casebox` file: total, bounded, and without a key until one is needed. Pure but for WebCrypto.
 *
 * 1. Whatever the bytes, the answer is a file or one of a closed list of errors; nothing throws.
 * 2. Damage is named and what it has not reached is read: whole records before a tear, healthy ones around a changed byte (R5).
 * 3. What is read is not believed: records are judged by whoever receives them (FI2).
 *
 * Source: FI1.
 */
import { err, ok, type Result } from "@recourse/core";
import { sameBytes, type Bytes } from "../log/bytes.ts";
import { caseIdOf, type LogCaseId } from "../log/log-ids.ts";
import { decodeLogFile } from "../log/log-file.ts";
import { isGenesis } from "../log/rules.ts";
import { parseRecord } from "../log/signed-record.ts";
import {
  looksLikeCasebox,
  readCaseboxHead,
  SUM,
  sumOf,
  type CaseboxHead,
  type CaseboxKind,
  type RecordsPart,
} from "./casebox-head.ts";
import type { DeriveKey } from "./passphrase.ts";
import { searchRecords } from "./record-search.ts";
import {
  backupOf,
  recoveryOf,
  unlockSecret,
  type BackupSecret,
  type RecoverySecret,
  type SealedSecret,
} from "./secret-part.ts";

/** Units: bytes. The largest log a relay takes, with its frames and a secret part. */
export const MOST_FILE = 272_629_760;

/**
 * Why a file is not taken.
 * - `damaged`: it was a `.casebox`, and neither a record nor a secret of it is left to read. `torn`: the same, because it ends at `at`.
 * - `wrong_kind`: not the kind that was asked for; a number is a kind of a newer app.
 * - `passphrase_wrong`: the file is whole. `iterations`: outside of what any reader takes.
 */
export type CaseboxError =
  | { readonly kind: "not_a_casebox" | "damaged" | "passphrase_wrong" }
  | { readonly kind: "too_large"; readonly bytes: number }
  | { readonly kind: "newer_version"; readonly version: number }
  | { readonly kind: "wrong_kind"; readonly is: CaseboxKind | number }
  | { readonly kind: "torn"; readonly at: number }
  | { readonly kind: "iterations"; readonly iterations: number }
  | { readonly kind: "other_case"; readonly caseId: LogCaseId };

/**
 * What of a file is not as it was written. Units: bytes from the beginning of the file.
 * - `head`: kind and secret part cannot be trusted, the records were looked for one by one. `secret`: the keys of a backup are lost, the records are not.
 * - `torn`: it ends too early; up to `at` its records are whole. `surplus`: more follows than it says.
 * - `altered`: bytes of the records were changed; the signature of the changed one says which. `gap`: no record can be read here.
 */
export type Damage =
  | { readonly is: "head" | "secret" | "altered" }
  | { readonly is: "torn" | "surplus"; readonly at: number }
  | { readonly is: "gap"; readonly at: number; readonly until: number };

/** A file as read. `share` is also what is left of one whose head is damaged. */
export interface Casebox {
  readonly kind: CaseboxKind;
  readonly caseId: LogCaseId;
  /** As they stand in the file; of a recovery file none. */
  readonly records: readonly Uint8Array[];
  readonly damage: readonly Damage[];
  /** Until a passphrase opens it; undefined when there is none, or it is damaged. */
  readonly secret: SealedSecret | undefined;
}

/** Bytes → file. Errors: nothing of it can be read. */
export async function readCasebox(file: Uint8Array): Promise<Result<Casebox, CaseboxError>> {
  if (file.length > MOST_FILE) return err({ kind: "too_large", bytes: file.length });
  const read = await readCaseboxHead(file);
  if (!read.ok) return read.error.kind === "damaged" ? withoutHead(file) : read;
  const { head, bytes } = read.value;
  const secret = head.lock === undefined ? { length: 0 } : secretAt(file, bytes, head.lock);
  if (secret === undefined) return err({ kind: "torn", at: file.length });
  const from = bytes.length + secret.length;
  const isSound = secret.sealed === undefined || sameBytes(await sumOf(secret.sealed.sealed), secret.sealed.sum);
  if (head.records === undefined)
    return isSound ? ok(recoveryFile(head, file, from, secret.sealed)) : err({ kind: "damaged" });
  const { records, damage } = await readRecords(file, from, head.records, head.caseId);
  return ok({
    kind: head.kind,
    caseId: head.caseId,
    records,
    damage: isSound ? damage : [{ is: "secret" }, ...damage],
    secret: isSound ? secret.sealed : undefined,
  });
}

/** As `readCasebox`, and also a log of frames alone, as it lies in a case folder: that one passes for a share file. */
export async function readCaseboxOrLog(file: Uint8Array): Promise<Result<Casebox, CaseboxError>> {
  if (looksLikeCasebox(file) || file.length > MOST_FILE) return readCasebox(file);
  const { records, brokenAt } = decodeLogFile(file);
  const caseId = await caseOfRecords(records);
  if (caseId === undefined) return err({ kind: "not_a_casebox" });
  const damage: readonly Damage[] = brokenAt === undefined ? [] : [{ is: "torn", at: brokenAt }];
  return ok({ kind: "share", caseId, records, damage, secret: undefined });
}

const recoveryFile = (
  { kind, caseId }: CaseboxHead,
  file: Uint8Array,
  end: number,
  secret: SealedSecret | undefined,
): Casebox => ({
  kind,
  caseId,
  records: [],
  damage: file.length > end ? [{ is: "surplus", at: end }] : [],
  secret,
});

/** Undefined when the file ends within it. */
function secretAt(
  file: Uint8Array,
  headBytes: Bytes,
  lock: SealedSecret["lock"],
): { readonly length: number; readonly sealed?: SealedSecret } | undefined {
  const length = lock.sealedLength + SUM;
  const at = headBytes.length;
  if (file.length < at + length) return undefined;
  const sealed = file.slice(at, at + lock.sealedLength);
  return { length, sealed: { headBytes, lock, sealed, sum: file.slice(at + lock.sealedLength, at + length) } };
}

async function readRecords(
  file: Uint8Array,
  from: number,
  { length, sum }: RecordsPart,
  caseId: LogCaseId,
): Promise<Pick<Casebox, "records" | "damage">> {
  const part = file.subarray(from, from + length);
  const surplus: readonly Damage[] = file.length > from + length ? [{ is: "surplus", at: from + length }] : [];
  const isSound = part.length === length && sameBytes(await sumOf(part), sum);
  const framed = isSound ? decodeLogFile(part) : undefined;
  if (framed !== undefined && framed.brokenAt === undefined) return { records: framed.records, damage: surplus };
  const { records, gaps, end } = searchRecords(part, caseId);
  const inFile = gaps.map((gap): Damage => ({ is: "gap", at: from + gap.at, until: from + gap.until }));
  // What is missing at the end is said by the tear.
  const damage: readonly Damage[] =
    part.length < length
      ? [{ is: "torn", at: from + end }, ...inFile.filter((gap) => gap.is === "gap" && gap.until < file.length)]
      : [{ is: "altered" }, ...inFile];
  return { records, damage: [...damage, ...surplus] };
}

/** What is left when the head cannot be trusted. */
async function withoutHead(file: Uint8Array): Promise<Result<Casebox, CaseboxError>> {
  const { records } = searchRecords(file);
  const caseId = await caseOfRecords(records);
  if (caseId === undefined) return err({ kind: "damaged" });
  return ok({ kind: "share", caseId, records, damage: [{ is: "head" }], secret: undefined });
}

/** The case that records are of: what their genesis founds, else what the first of them names. */
export async function caseOfRecords(records: readonly Uint8Array[]): Promise<LogCaseId | undefined> {
  return (await foundedBy(records)) ?? namedBy(records);
}

/** The case that a genesis among them founds; with `only`, whether that case's is among them. */
export async function foundedBy(records: readonly Uint8Array[], only?: LogCaseId): Promise<LogCaseId | undefined> {
  for (const bytes of records) {
    const read = await parseRecord(bytes);
    if (!read.ok || !isGenesis(read.value)) continue;
    const caseId = caseIdOf(read.value.hash);
    if (only === undefined || caseId === only) return caseId;
  }
  return undefined;
}

async function namedBy(records: readonly Uint8Array[]): Promise<LogCaseId | undefined> {
  for (const bytes of records) {
    const read = await parseRecord(bytes);
    if (read.ok) return read.value.head.caseId;
  }
  return undefined;
}

type Opened<T> = Promise<Result<T, CaseboxError>>;

async function opened<T>(
  derive: DeriveKey,
  { kind, secret }: Casebox,
  wanted: CaseboxKind,
  passphrase: string,
  read: (plain: Bytes) => T | undefined,
): Opened<T> {
  if (kind !== wanted) return err({ kind: "wrong_kind", is: kind });
  if (secret === undefined) return err({ kind: "damaged" });
  const plain = await unlockSecret(derive, passphrase, secret);
  if (!plain.ok) return plain;
  const value = read(plain.value);
  plain.value.fill(0);
  return value === undefined ? err({ kind: "damaged" }) : ok(value);
}

/** The keys of a backup. Errors: `wrong_kind`, `iterations`, `passphrase_wrong`, `damaged`. */
export const openBackup = (derive: DeriveKey, file: Casebox, passphrase: string): Opened<BackupSecret> =>
  opened(derive, file, "backup", passphrase, backupOf);

/** The seed of a recovery file. Errors: those of `openBackup`. */
export const openRecovery = (derive: DeriveKey, file: Casebox, passphrase: string): Opened<RecoverySecret> =>
  opened(derive, file, "recovery", passphrase, recoveryOf);
