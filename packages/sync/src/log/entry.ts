/**
 * Entries: what owner devices write about members and keys. Their bytes, both ways. Pure.
 *
 * 1. Everything that decides who may do what lies in the clear part; names are sealed beside it.
 *
 * Source: ME1, SPEC 2.
 */
import * as encoding from "lib0/encoding";
import { fromHex, written, type Bytes } from "./bytes.ts";
import { readBoxes, readRotation, writeBoxes, writeRotation, type Lockbox, type Rotation } from "./epoch.ts";
import type { PublicKeys } from "./device-keys.ts";
import {
  deviceId,
  epochId,
  logCaseId,
  recordHash,
  type DeviceId,
  type EpochId,
  type LogCaseId,
  type RecordHash,
} from "./log-ids.ts";
import { reading, readingFront, refuse, type Reader } from "./reader.ts";

/** 3 owner, 2 helper, 1 viewer, 0 out. */
export type Level = 0 | 1 | 2 | 3;
export const OUT: Level = 0;
export const VIEWER: Level = 1;
export const HELPER: Level = 2;
export const OWNER: Level = 3;

/** Rank of the recovery device and of the first device. Source: ME2. */
export const RECOVERY_RANK = 0;
export const FIRST_RANK = 1;

export type Entry =
  | { readonly op: "genesis"; readonly recovery: PublicKeys; readonly first: PublicKeys; readonly rotation: Rotation }
  | {
      readonly op: "invite";
      readonly key: Bytes;
      readonly level: Level;
      /** Units: ms since 1970. */
      readonly expires: number;
      readonly uses: number;
    }
  | {
      readonly op: "admit";
      readonly keys: PublicKeys;
      readonly level: Level;
      /** 0 unless owner. */
      readonly rank: number;
      readonly invite: RecordHash | undefined;
      readonly boxes: readonly Lockbox[];
    }
  | { readonly op: "lower"; readonly device: DeviceId; readonly to: Level; readonly rotation: Rotation | undefined }
  | { readonly op: "rotate"; readonly rotation: Rotation }
  | { readonly op: "share"; readonly boxes: readonly Lockbox[] }
  | { readonly op: "drop"; readonly blobs: readonly RecordHash[] }
  | { readonly op: "close"; readonly successor: LogCaseId | undefined };

/** The sealed half of an entry; the epoch says under which key. */
export interface SealedPart {
  readonly epoch: EpochId;
  readonly sealed: Bytes;
}

export interface EntryBody {
  readonly entry: Entry;
  readonly names: SealedPart | undefined;
}

const OPS = { genesis: 1, invite: 2, admit: 3, lower: 4, rotate: 5, share: 6, drop: 7, close: 8 } as const;
const NO_INVITE = "0".repeat(64);
const MOST_USES = 100;
const MOST_DROPPED = 4096;

const levels: readonly Level[] = [OUT, VIEWER, HELPER, OWNER];
const levelOf = (byte: number): Level => levels[byte] ?? refuse();

/** The part of an entry that everyone reads, a relay too. */
export function encodeEntry(entry: Entry): Bytes {
  return written((to) => {
    const put = (bytes: Uint8Array): void => encoding.writeUint8Array(to, bytes);
    const putKeys = ({ edPub, xPub }: PublicKeys): void => [edPub, xPub].forEach(put);
    encoding.writeUint8(to, OPS[entry.op]);
    switch (entry.op) {
      case "genesis":
        putKeys(entry.recovery);
        putKeys(entry.first);
        return writeRotation(to, entry.rotation);
      case "invite":
        put(entry.key);
        encoding.writeUint8(to, entry.level);
        encoding.writeVarUint(to, entry.expires);
        return encoding.writeVarUint(to, entry.uses);
      case "admit":
        putKeys(entry.keys);
        encoding.writeUint8(to, entry.level);
        encoding.writeVarUint(to, entry.rank);
        put(fromHex(entry.invite ?? NO_INVITE));
        return writeBoxes(to, entry.boxes);
      case "lower":
        put(fromHex(entry.device));
        encoding.writeUint8(to, entry.to);
        if (entry.rotation !== undefined) writeRotation(to, entry.rotation);
        return;
      case "rotate":
        return writeRotation(to, entry.rotation);
      case "share":
        return writeBoxes(to, entry.boxes);
      case "drop":
        encoding.writeVarUint(to, entry.blobs.length);
        return entry.blobs.forEach((blob) => put(fromHex(blob)));
      case "close":
        encoding.writeUint8(to, entry.successor === undefined ? 0 : 1);
        if (entry.successor !== undefined) put(fromHex(entry.successor));
        return;
    }
  });
}

function readEntry(from: Reader): Entry {
  const keys = (): PublicKeys => ({ edPub: from.take(32), xPub: from.take(32) });
  const member = (): Level => levelOf(from.byte()) || refuse();
  switch (from.byte()) {
    case OPS.genesis:
      return { op: "genesis", recovery: keys(), first: keys(), rotation: readRotation(from) };
    case OPS.invite: {
      const invite = {
        op: "invite",
        key: from.take(32),
        level: member(),
        expires: from.uint(),
        uses: from.uint(),
      } as const;
      return invite.uses >= 1 && invite.uses <= MOST_USES ? invite : refuse();
    }
    case OPS.admit: {
      const of = keys();
      const level = member();
      const rank = from.uint();
      if ((level === OWNER) !== rank > 0) refuse();
      const invite = recordHash(from.take(32));
      return {
        op: "admit",
        keys: of,
        level,
        rank,
        invite: invite === NO_INVITE ? undefined : invite,
        boxes: readBoxes(from),
      };
    }
    case OPS.lower: {
      const device = deviceId(from.take(16));
      const to = levelOf(from.byte());
      if (to === OWNER) refuse();
      return { op: "lower", device, to, rotation: to === OUT ? readRotation(from) : undefined };
    }
    case OPS.rotate:
      return { op: "rotate", rotation: readRotation(from) };
    case OPS.share: {
      const boxes = readBoxes(from);
      return boxes.length > 0 ? { op: "share", boxes } : refuse();
    }
    case OPS.drop: {
      const blobs = from.list(MOST_DROPPED, () => recordHash(from.take(32)));
      return blobs.length > 0 ? { op: "drop", blobs } : refuse();
    }
    case OPS.close:
      return { op: "close", successor: from.byte() === 1 ? logCaseId(from.take(16)) : undefined };
    default:
      return refuse();
  }
}

/** The whole body: the clear part, and names where there are any. */
export function encodeEntryBody({ entry, names }: EntryBody): Bytes {
  return written((to) => {
    encoding.writeUint8Array(to, encodeEntry(entry));
    encoding.writeVarUint(to, names === undefined ? 0 : 16 + names.sealed.length);
    if (names === undefined) return;
    encoding.writeUint8Array(to, fromHex(names.epoch));
    encoding.writeUint8Array(to, names.sealed);
  });
}

/** The way back; undefined for what is no entry of this version. */
export function decodeEntryBody(body: Bytes): EntryBody | undefined {
  const decoded = reading(
    body,
    (from): EntryBody => {
      const entry = readEntry(from);
      const length = from.uint();
      if (length === 0) return { entry, names: undefined };
      if (length < 16 || length > from.left()) refuse();
      return { entry, names: { epoch: epochId(from.take(16)), sealed: from.take(length - 16) } };
    },
    encodeEntryBody,
  );
  if (decoded === undefined) return undefined;
  const rotation = rotationOf(decoded.entry);
  const own = rotation === undefined || rotation.boxes.every((box) => box.epoch === rotation.epoch);
  return own ? decoded : undefined;
}

/** The new epoch an entry brings, if it does. */
export const rotationOf = (entry: Entry): Rotation | undefined =>
  entry.op === "genesis" || entry.op === "lower" || entry.op === "rotate" ? entry.rotation : undefined;

/** Every lockbox an entry carries. */
export const boxesOf = (entry: Entry): readonly Lockbox[] =>
  entry.op === "admit" || entry.op === "share" ? entry.boxes : (rotationOf(entry)?.boxes ?? []);

/** What only members read of an entry: names by field. */
export interface EntryNames {
  /** Units: ms since 1970; the writer's clock. */
  readonly at: number;
  readonly names: Readonly<Record<string, string>>;
}

const MOST_NAMES = 64;

/** Plain text of the sealed part, before padding. */
export const encodeNames = ({ at, names }: EntryNames): Bytes =>
  written((to) => {
    const sorted = Object.entries(names).toSorted(([a], [b]) => (a < b ? -1 : 1));
    encoding.writeVarUint(to, at);
    encoding.writeVarUint(to, sorted.length);
    for (const [field, value] of sorted) {
      encoding.writeVarString(to, field);
      encoding.writeVarString(to, value);
    }
  });

/** The way back, from padded bytes; undefined for what is of another form. */
export const decodeNames = (plain: Bytes): EntryNames | undefined =>
  readingFront(
    plain,
    (from): EntryNames => {
      const at = from.uint();
      const pairs = from.list(MOST_NAMES, () => [from.text(), from.text()] as const);
      return { at, names: Object.fromEntries(pairs) };
    },
    encodeNames,
  )?.value;
