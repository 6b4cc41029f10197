/**
 * The names of the record log: cases, devices, sessions, logs, records and epochs, as hex, and how they are derived. Pure but for what the digest needs.
 *
 * 1. A name is the hex of its bytes, so names sort as bytes do.
 */
import { ascii, concat, fromHex, toHex, type Bytes } from "./bytes.ts";
import { sha256 } from "./sha256.ts";

/** SHA-256 of a record (CO1), 64 hex. */
export type RecordHash = string & { readonly __brand: "RecordHash" };
/** 32 hex. */
export type LogCaseId = string & { readonly __brand: "LogCaseId" };
/** 32 hex. */
export type DeviceId = string & { readonly __brand: "DeviceId" };
/** 16 hex; one for each start of a tab. */
export type SessionId = string & { readonly __brand: "SessionId" };
/** devId ‖ session, 48 hex. */
export type LogId = string & { readonly __brand: "LogId" };
/** 32 hex. */
export type EpochId = string & { readonly __brand: "EpochId" };

const HEX = /^[0-9a-f]*$/;
/** `hex`: it was just made of bytes. */
const isHex = (text: string, bytes: number, hex: boolean): boolean =>
  text.length === 2 * bytes && (hex || HEX.test(text));
const isRecordHash = (text: string, hex: boolean): text is RecordHash => isHex(text, 32, hex);
const isCaseId = (text: string, hex: boolean): text is LogCaseId => isHex(text, 16, hex);
const isDeviceId = (text: string, hex: boolean): text is DeviceId => isHex(text, 16, hex);
const isSessionId = (text: string, hex: boolean): text is SessionId => isHex(text, 8, hex);
const isLogId = (text: string, hex: boolean): text is LogId => isHex(text, 24, hex);
const isEpochId = (text: string, hex: boolean): text is EpochId => isHex(text, 16, hex);

function named<T extends string>(
  bytes: Uint8Array | string,
  is: (text: string, hex: boolean) => text is T & string,
): T {
  const given = typeof bytes === "string";
  const text = given ? bytes : toHex(bytes);
  if (!is(text, !given)) throw new Error(`not a name of the record log: ${text}`);
  return text;
}

/** Bytes or hex → name. Errors: throws for another length, which is a bug of the caller. */
export const recordHash = (from: Uint8Array | string): RecordHash => named(from, isRecordHash);
/** Bytes or hex → name. Errors: throws for another length. */
export const logCaseId = (from: Uint8Array | string): LogCaseId => named(from, isCaseId);
/** Bytes or hex → name. Errors: throws for another length. */
export const deviceId = (from: Uint8Array | string): DeviceId => named(from, isDeviceId);
/** Bytes or hex → name. Errors: throws for another length. */
export const sessionId = (from: Uint8Array | string): SessionId => named(from, isSessionId);
/** Bytes or hex → name. Errors: throws for another length. */
export const epochId = (from: Uint8Array | string): EpochId => named(from, isEpochId);
/** Name of the log that a device writes in one session. Source: CO3. */
export const logId = (device: DeviceId, session: SessionId): LogId => named(device + session, isLogId);
/** Device of a log. */
export const deviceOf = (log: LogId): DeviceId => deviceId(log.slice(0, 32));
/** Session of a log. */
export const sessionOf = (log: LogId): SessionId => sessionId(log.slice(32));

/** What stands for the case inside genesis. Source: CO3. */
export const NO_CASE: LogCaseId = logCaseId("0".repeat(32));
/** What stands for the epoch in an entry. Source: CO2. */
export const NO_EPOCH: EpochId = epochId("0".repeat(32));

const DEVICE_LABEL = ascii("case/dev/1\0");
const CLIENT_LABEL = ascii("case/cid/1\0");
const EPOCH_LABEL = ascii("case/epoch/1\0");

/** A device is its two public keys: nobody can claim its name with others. Source: CO3. */
export const deviceIdOf = async (edPub: Uint8Array, xPub: Uint8Array): Promise<DeviceId> =>
  deviceId((await sha256(concat(DEVICE_LABEL, edPub, xPub))).subarray(0, 16));

/** A case is its genesis. Source: CO3. */
export const caseIdOf = (genesis: RecordHash): LogCaseId => logCaseId(genesis.slice(0, 32));

/** The Yjs client id under which a log writes: nobody can write as another without being seen. Source: CO3. */
export async function clientIdOf(caseId: LogCaseId, log: LogId): Promise<number> {
  const digest = toHex(await sha256(concat(CLIENT_LABEL, fromHex(caseId), fromHex(log))));
  // 14 hex digits are 56 bits; the last three are cut off.
  return Math.floor(Number.parseInt(digest.slice(0, 14), 16) / 8);
}

/** What a key must hash to before it is used. Source: EP1. */
export const epochHashOf = (key: Bytes): Promise<Bytes> => sha256(concat(EPOCH_LABEL, key));
/** The epoch a key belongs to. Source: EP1. */
export const epochOf = async (key: Bytes): Promise<EpochId> => epochId((await epochHashOf(key)).subarray(0, 16));
