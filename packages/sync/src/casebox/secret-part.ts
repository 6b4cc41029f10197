/**
 * The secret part of a backup or recovery file: what is in it, and how it is locked. Effects: randomness, clock and derivation as ports.
 *
 * 1. AES-256-GCM with the whole head as AAD: a secret belongs to one case, one kind, one count of iterations and one set of records.
 * 2. A checksum behind it tells a damaged file from a wrong passphrase: whoever is told that his passphrase is wrong has a file worth trying again.
 *
 * Source: FI1.
 */
import * as encoding from "lib0/encoding";
import { err, ok, type Result } from "@recourse/core";
import { concat, fromHex, written, type Bytes } from "../log/bytes.ts";
import { SEED_BYTES } from "../log/device-keys.ts";
import { deviceId, type DeviceId } from "../log/log-ids.ts";
import { padded, padmeLength } from "../log/padme.ts";
import { readingFront, type Reader } from "../log/reader.ts";
import { TAG } from "../log/sealed-body.ts";
import { encodeCaseboxHead, sumOf, type CaseboxHead, type Lock } from "./casebox-head.ts";
import { checkPassphrase, isLegalIterations, passphraseBytes, type DeriveKey } from "./passphrase.ts";

/** What only whoever knows the passphrase of a backup reads. `at`: units ms since 1970, its writer's clock. */
export interface BackupSecret {
  readonly at: number;
  /** The device that wrote it: the one to lower when it is lost. */
  readonly device: DeviceId;
  readonly title: string;
  /** Epoch keys. Units: 32 bytes each. */
  readonly keys: readonly Bytes[];
}

/** What a recovery file is for. */
export interface RecoverySecret {
  readonly at: number;
  /** Seed of the recovery device, rank 0. Units: 32 bytes. */
  readonly seed: Bytes;
  readonly title: string;
}

export interface SecretPorts {
  /** Units: bytes. */
  readonly random: (length: number) => Bytes;
  /** Units: ms since 1970. */
  readonly now: () => number;
  readonly derive: DeriveKey;
}

/** How the person wants it locked. */
export interface Locking {
  readonly passphrase: string;
  /** Written into the file; between 600,000 and 10,000,000. */
  readonly iterations: number;
}

/** Why nothing was written. */
export type LockingError =
  | { readonly kind: "passphrase_short"; readonly characters: number }
  | { readonly kind: "iterations"; readonly iterations: number };

/** The newest keys of a backup; older ones travel along inside the records (EP1). */
const MOST_KEYS = 4096;

function writeBackup(to: encoding.Encoder, { at, device, title, keys }: BackupSecret): void {
  encoding.writeVarUint(to, at);
  encoding.writeUint8Array(to, fromHex(device));
  encoding.writeVarString(to, title);
  encoding.writeVarUint(to, keys.length);
  for (const key of keys) encoding.writeUint8Array(to, key);
}
const readBackup = (from: Reader): BackupSecret => ({
  at: from.uint(),
  device: deviceId(from.take(16)),
  title: from.text(),
  keys: from.list(MOST_KEYS, () => from.take(32)),
});
function writeRecovery(to: encoding.Encoder, { at, seed, title }: RecoverySecret): void {
  encoding.writeVarUint(to, at);
  encoding.writeUint8Array(to, seed);
  encoding.writeVarString(to, title);
}
const readRecovery = (from: Reader): RecoverySecret => ({
  at: from.uint(),
  seed: from.take(SEED_BYTES),
  title: from.text(),
});

const encodeBackup = (secret: BackupSecret): Bytes => written((to) => writeBackup(to, secret));
const encodeRecovery = (secret: RecoverySecret): Bytes => written((to) => writeRecovery(to, secret));

/** Plain text of a backup's secret part. */
export const plainBackup = (secret: BackupSecret): Bytes =>
  padded(encodeBackup({ ...secret, keys: secret.keys.slice(-MOST_KEYS) }));
/** Plain text of a recovery file. */
export const plainRecovery = (secret: RecoverySecret): Bytes => padded(encodeRecovery(secret));

/** As a body of CO2: what is read, then zeros, as many as Padmé says. */
function unpadded<T>(plain: Bytes, read: (from: Reader) => T, write: (value: T) => Bytes): T | undefined {
  const front = readingFront(plain, read, write);
  if (front === undefined || padmeLength(front.length) !== plain.length) return undefined;
  return plain.subarray(front.length).every((byte) => byte === 0) ? front.value : undefined;
}
/** The way back; undefined for what no writer writes. */
export const backupOf = (plain: Bytes): BackupSecret | undefined => unpadded(plain, readBackup, encodeBackup);
/** The way back; undefined for what no writer writes. */
export const recoveryOf = (plain: Bytes): RecoverySecret | undefined => unpadded(plain, readRecovery, encodeRecovery);

const aesKey = async (derive: DeriveKey, passphrase: string, { salt, iterations }: Lock): Promise<CryptoKey> => {
  const key = await derive(passphraseBytes(passphrase), salt, iterations);
  const imported = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]);
  key.fill(0);
  return imported;
};

/** Head and secret part of a file. Errors: a passphrase that is too short, iterations that every reader would refuse. */
export async function lockSecret(
  { random, derive }: SecretPorts,
  head: Omit<CaseboxHead, "lock">,
  { passphrase, iterations }: Locking,
  plain: Bytes,
): Promise<Result<Bytes, LockingError>> {
  const checked = checkPassphrase(passphrase);
  if (!checked.ok) return checked;
  if (!isLegalIterations(iterations)) return err({ kind: "iterations", iterations });
  const lock: Lock = { salt: random(16), iterations, nonce: random(12), sealedLength: plain.length + TAG };
  const headBytes = await encodeCaseboxHead({ ...head, lock });
  const key = await aesKey(derive, passphrase, lock);
  const how = { name: "AES-GCM", iv: lock.nonce, additionalData: headBytes };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(how, key, plain));
  return ok(concat(headBytes, sealed, await sumOf(sealed)));
}

/** A secret part as it lies in a file. */
export interface SealedSecret {
  readonly headBytes: Bytes;
  readonly lock: Lock;
  readonly sealed: Bytes;
  readonly sum: Bytes;
}

/** Of a part whose sum fits. Errors: `iterations` before anything is derived; `passphrase_wrong`. */
export async function unlockSecret(
  derive: DeriveKey,
  passphrase: string,
  { headBytes, lock, sealed }: SealedSecret,
): Promise<
  Result<Bytes, { readonly kind: "iterations"; readonly iterations: number } | { readonly kind: "passphrase_wrong" }>
> {
  if (!isLegalIterations(lock.iterations)) return err({ kind: "iterations", iterations: lock.iterations });
  const key = await aesKey(derive, passphrase, lock);
  try {
    const how = { name: "AES-GCM", iv: lock.nonce, additionalData: headBytes };
    return ok(new Uint8Array(await crypto.subtle.decrypt(how, key, sealed)));
  } catch {
    return err({ kind: "passphrase_wrong" });
  }
}
