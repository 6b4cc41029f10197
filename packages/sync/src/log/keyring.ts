/**
 * Keyring: the epoch keys this device can have, from the lockboxes made for it. Holds state; effects none but the Sealer's.
 *
 * 1. Keys stand under the epoch they hash to, so a wrong key can only be useless (EP1).
 * 2. Nothing is stored: the entries hold everything, the device's own key opens it (I9).
 */
import { sameBytes, type Bytes } from "./bytes.ts";
import type { DeviceKeys } from "./device-keys.ts";
import { boxesOf, rotationOf, type Entry } from "./entry.ts";
import { earlierKeys, isKeyOf, openLockbox, type Rotation } from "./epoch.ts";
import { epochOf, type EpochId, type LogCaseId } from "./log-ids.ts";
import type { Sealer } from "./sealer.ts";

export interface Keyring {
  readonly get: (epoch: EpochId) => Bytes | undefined;
  readonly all: () => ReadonlyMap<EpochId, Bytes>;
  /** Takes what an entry holds for this device. Answers whether there is a key that was not there. */
  readonly learn: (caseId: LogCaseId, entry: Entry) => Promise<boolean>;
  /** Takes a key from elsewhere, e.g. a backup. */
  readonly add: (key: Bytes) => Promise<EpochId>;
}

/** Rotations kept until their key comes; one that went is learnt again when its entry is admissible. */
const MOST_CLOSED = 2000;

/** `devices`: usually one; the recovery device is a second one where its seed was just read. */
export function createKeyring(sealer: Sealer, devices: readonly DeviceKeys[]): Keyring {
  const keys = new Map<EpochId, Bytes>();
  // Rotations whose key has not come yet: their earlier keys open with it.
  const closed: { readonly caseId: LogCaseId; readonly rotation: Rotation }[] = [];

  const openRotations = async (): Promise<void> => {
    for (let n = 0; n < closed.length; n++) {
      const each = closed[n];
      const key = each === undefined ? undefined : keys.get(each.rotation.epoch);
      if (each === undefined || key === undefined) continue;
      closed.splice(n, 1);
      // One of the keys may open a rotation that stands before this one.
      n = -1;
      if (!(await isKeyOf(key, each.rotation))) continue;
      for (const [epoch, earlier] of await earlierKeys(sealer, each.caseId, key, each.rotation))
        if (!keys.has(epoch)) keys.set(epoch, earlier);
    }
  };

  return {
    get: (epoch) => keys.get(epoch),
    all: () => keys,
    learn: async (caseId, entry) => {
      const before = keys.size;
      for (const box of boxesOf(entry)) {
        for (const device of devices) {
          const key = keys.has(box.epoch) ? undefined : await openLockbox(device, caseId, box);
          if (key !== undefined) keys.set(box.epoch, key);
        }
      }
      const rotation = rotationOf(entry);
      const again = closed.some(({ rotation: each }) => rotation !== undefined && isSame(each, rotation));
      if (rotation?.old !== undefined && !again) closed.push({ caseId, rotation });
      if (closed.length > MOST_CLOSED) closed.shift();
      await openRotations();
      return keys.size > before;
    },
    add: async (key) => {
      const epoch = await epochOf(key);
      keys.set(epoch, key);
      await openRotations();
      return epoch;
    },
  };
}

/** The old keys too: a rotation of the same epoch with others, made up, must not keep the true one out. */
const isSame = (a: Rotation, b: Rotation): boolean =>
  sameBytes(a.fullHash, b.fullHash) &&
  a.old !== undefined &&
  b.old !== undefined &&
  sameBytes(a.old.nonce, b.old.nonce) &&
  sameBytes(a.old.sealed, b.old.sealed);
