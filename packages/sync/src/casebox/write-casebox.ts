/**
 * Writing a `.casebox` file from a log. Effects: randomness, clock and derivation as ports; nothing is stored here.
 *
 * 1. A file holds everything this device has of the case, records that wait for an ancestor or a key too: nothing is left behind in a backup.
 * 2. Records go out as they came in: sealed, signed, in causal order.
 *
 * Source: FI1.
 */
import { ok, type Result } from "@recourse/core";
import { concat, type Bytes } from "../log/bytes.ts";
import type { CaseLog } from "../log/case-log.ts";
import type { Keyring } from "../log/keyring.ts";
import { encodeLogFile } from "../log/log-file.ts";
import type { DeviceId, LogCaseId } from "../log/log-ids.ts";
import { encodeCaseboxHead, sumOf } from "./casebox-head.ts";
import {
  lockSecret,
  plainBackup,
  plainRecovery,
  type Locking,
  type LockingError,
  type SecretPorts,
} from "./secret-part.ts";

/** All records of a log in causal order, then those that wait. Errors: throws for a log that keeps no bodies, which is a bug. */
export function recordsOf(log: CaseLog): readonly Bytes[] {
  const waiting = log.waiting().filter(({ checked }) => checked);
  const all = [...log.index.all().map(({ record }) => record), ...waiting.map(({ record }) => record)];
  if (all.some(({ bytes }) => bytes.length === 0)) throw new Error("this log has kept no bodies");
  return all.map(({ bytes }) => bytes);
}

/** `sync/log.casebox` of a case folder or archive: the records in frames and nothing else. Source: FI1. */
export const logFileOf = (log: CaseLog): Bytes => encodeLogFile(recordsOf(log));

/** A share file of these records, which are of this case. */
export async function shareOf(caseId: LogCaseId, records: readonly Uint8Array[]): Promise<Bytes> {
  const { part, bytes } = await recordsPart(records);
  return concat(await encodeCaseboxHead({ kind: "share", caseId, records: part, lock: undefined }), bytes);
}

async function recordsPart(records: readonly Uint8Array[]) {
  const bytes = encodeLogFile(records);
  return { bytes, part: { length: bytes.length, sum: await sumOf(bytes) } };
}

/** The case as a file that only its members can read; no passphrase. */
export const writeShare = (log: CaseLog): Promise<Bytes> => shareOf(log.caseId, recordsOf(log));

export interface BackupOf {
  readonly log: CaseLog;
  readonly keyring: Keyring;
  /** This device. */
  readonly device: DeviceId;
  readonly title: string;
}

/** The case with this device's keys: whoever has the passphrase reads all of it. Errors: how it was to be locked. */
export const writeBackup = (
  ports: SecretPorts,
  { log, keyring, device, title }: BackupOf,
  locking: Locking,
): Promise<Result<Bytes, LockingError>> =>
  sealBackup(
    ports,
    { caseId: log.caseId, records: recordsOf(log), keys: [...keyring.all().values()], device, title },
    locking,
  );

export interface BackupParts extends Pick<BackupOf, "device" | "title"> {
  readonly caseId: LogCaseId;
  readonly records: readonly Uint8Array[];
  readonly keys: readonly Bytes[];
}

/** A backup file of these records and keys. */
export async function sealBackup(
  ports: SecretPorts,
  { caseId, records, keys, device, title }: BackupParts,
  locking: Locking,
): Promise<Result<Bytes, LockingError>> {
  const { part, bytes } = await recordsPart(records);
  const plain = plainBackup({ at: ports.now(), device, title, keys });
  const locked = await lockSecret(ports, { kind: "backup", caseId, records: part }, locking, plain);
  plain.fill(0);
  return locked.ok ? ok(concat(locked.value, bytes)) : locked;
}

export interface RecoveryOf {
  readonly caseId: LogCaseId;
  /** Seed of the recovery device that genesis names. Units: 32 bytes. */
  readonly seed: Bytes;
  readonly title: string;
}

/** The one file that can take a lost first phone out (ME5). It holds no record and never goes stale. Errors: how it was to be locked. */
export async function writeRecovery(
  ports: SecretPorts,
  { caseId, seed, title }: RecoveryOf,
  locking: Locking,
): Promise<Result<Bytes, LockingError>> {
  const plain = plainRecovery({ at: ports.now(), seed, title });
  const locked = await lockSecret(ports, { kind: "recovery", caseId, records: undefined }, locking, plain);
  plain.fill(0);
  return locked;
}
