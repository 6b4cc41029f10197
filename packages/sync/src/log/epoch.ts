/**
 * Epochs: a fresh key for the case, closed up in a lockbox for each device, with all earlier keys sealed under it. Pure but for the Sealer.
 *
 * 1. A key that misses the hash of its epoch is refused, whoever hands it over.
 *
 * Source: EP1.
 */
import * as encoding from "lib0/encoding";
import { ascii, concat, fromHex, sameBytes, type Bytes } from "./bytes.ts";
import type { DeviceKeys } from "./device-keys.ts";
import { deviceId, epochHashOf, epochId, epochOf, type DeviceId, type EpochId, type LogCaseId } from "./log-ids.ts";
import type { Reader } from "./reader.ts";
import type { KeySource, Sealer } from "./sealer.ts";

/** Units: bytes. */
const KEY = 32;
const BOX_SEALED = 48;
const TAG = 16;
const MOST_BOXES = 2000;
const MOST_KEYS = 2000;
const OLD_INFO = ascii("old");

/** An epoch key that only one device can open. */
export interface Lockbox {
  readonly device: DeviceId;
  readonly epoch: EpochId;
  readonly ephemeral: Bytes;
  readonly sealed: Bytes;
}

/** A new epoch. `old` holds every earlier key. */
export interface Rotation {
  readonly fullHash: Bytes;
  readonly epoch: EpochId;
  readonly boxes: readonly Lockbox[];
  readonly old: { readonly nonce: Bytes; readonly sealed: Bytes } | undefined;
}

/** The device a lockbox is made for. */
export interface Addressee {
  readonly id: DeviceId;
  readonly xPub: Bytes;
}

/** Layout of lockboxes: their number, then each. */
export function writeBoxes(to: encoding.Encoder, boxes: readonly Lockbox[]): void {
  encoding.writeVarUint(to, boxes.length);
  for (const box of boxes) {
    encoding.writeUint8Array(to, fromHex(box.device));
    encoding.writeUint8Array(to, fromHex(box.epoch));
    encoding.writeUint8Array(to, box.ephemeral);
    encoding.writeUint8Array(to, box.sealed);
  }
}

/** The way back. Errors: throws what `reading` catches. */
export const readBoxes = (from: Reader): readonly Lockbox[] =>
  from.list(MOST_BOXES, () => ({
    device: deviceId(from.take(16)),
    epoch: epochId(from.take(16)),
    ephemeral: from.take(KEY),
    sealed: from.take(BOX_SEALED),
  }));

/** Layout of a rotation. */
export function writeRotation(to: encoding.Encoder, { fullHash, boxes, old }: Rotation): void {
  encoding.writeUint8Array(to, fullHash);
  writeBoxes(to, boxes);
  encoding.writeVarUint(to, old === undefined ? 0 : (old.sealed.length - TAG) / KEY);
  if (old === undefined) return;
  encoding.writeUint8Array(to, old.nonce);
  encoding.writeUint8Array(to, old.sealed);
}

/** The way back. Errors: throws what `reading` catches. */
export function readRotation(from: Reader): Rotation {
  const fullHash = from.take(KEY);
  const boxes = readBoxes(from);
  const keys = Math.min(from.uint(), MOST_KEYS);
  const old = keys === 0 ? undefined : { nonce: from.take(12), sealed: from.take(keys * KEY + TAG) };
  return { fullHash, epoch: epochId(fullHash.subarray(0, 16)), boxes, old };
}

const oldKeySource = (key: Bytes, caseId: LogCaseId): KeySource => ({ key, salt: fromHex(caseId), info: OLD_INFO });

/** A lockbox with an epoch key for a device. */
export async function closeBox(sealer: Sealer, caseId: LogCaseId, key: Bytes, for_: Addressee): Promise<Lockbox> {
  const epoch = await epochOf(key);
  const address = { xPub: for_.xPub, caseId: fromHex(caseId), epoch: fromHex(epoch), device: fromHex(for_.id) };
  return { device: for_.id, epoch, ...(await sealer.box(address, key)) };
}

/** The key in a lockbox; undefined when the box is not for this device or the key is not that of its epoch. */
export async function openLockbox(device: DeviceKeys, caseId: LogCaseId, box: Lockbox): Promise<Bytes | undefined> {
  if (box.device !== device.id) return undefined;
  const address = { xPub: device.xPub, caseId: fromHex(caseId), epoch: fromHex(box.epoch), device: fromHex(device.id) };
  const key = await device.unbox(box, address);
  return key !== undefined && key.length === KEY && (await epochOf(key)) === box.epoch ? key : undefined;
}

/** A new epoch for these devices. `key` is fresh random; `nonce` too. */
export async function makeRotation(
  sealer: Sealer,
  caseId: LogCaseId,
  { key, nonce }: { readonly key: Bytes; readonly nonce: Bytes },
  to: readonly Addressee[],
  earlier: readonly Bytes[],
): Promise<Rotation> {
  const fullHash = await epochHashOf(key);
  const epoch = epochId(fullHash.subarray(0, 16));
  const boxes = await Promise.all(to.map((each) => closeBox(sealer, caseId, key, each)));
  if (earlier.length === 0) return { fullHash, epoch, boxes, old: undefined };
  const sealed = await sealer.seal(oldKeySource(key, caseId), nonce, fromHex(epoch), concat(...earlier));
  return { fullHash, epoch, boxes, old: { nonce, sealed } };
}

/** Whether this is the key of a rotation, all 32 bytes of its hash. */
export const isKeyOf = async (key: Bytes, rotation: Rotation): Promise<boolean> =>
  sameBytes(await epochHashOf(key), rotation.fullHash);

/** The earlier keys by epoch, given the rotation's own; empty when they do not open. */
export async function earlierKeys(
  sealer: Sealer,
  caseId: LogCaseId,
  key: Bytes,
  { epoch, old }: Rotation,
): Promise<ReadonlyMap<EpochId, Bytes>> {
  const found = new Map<EpochId, Bytes>();
  if (old === undefined) return found;
  const plain = await sealer.open(oldKeySource(key, caseId), old.nonce, fromHex(epoch), old.sealed);
  if (plain === undefined) return found;
  for (let at = 0; at + KEY <= plain.length; at += KEY) {
    const each = plain.slice(at, at + KEY);
    found.set(await epochOf(each), each);
  }
  return found;
}
