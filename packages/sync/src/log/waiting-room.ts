/**
 * The waiting room: records that lack an ancestor or a key, bounded. Holds state; effects only through the Sealer.
 *
 * 1. A record is known here by hash and signature: a copy with a bad signature does not keep the good one out (AC2).
 * 2. At most so many of a device whose signature was checked, and so many in all (FR4); so many that nobody can check yet.
 *
 * Source: FR4.
 */
import { toHex } from "./bytes.ts";
import type { CaseIndex } from "./case-index.ts";
import { recordHash, type DeviceId, type EpochId, type RecordHash } from "./log-ids.ts";
import type { Sealer } from "./sealer.ts";
import { signedText, type SignedRecord } from "./signed-record.ts";

export interface WaitingLimits {
  readonly perDevice: number;
  readonly perCase: number;
  /** Of devices that no admissible entry admits. */
  readonly unchecked: number;
}

/** Source: FR4. */
export const WAITING_LIMITS: WaitingLimits = { perDevice: 1000, perCase: 5000, unchecked: 1000 };

export interface Waiting {
  readonly record: SignedRecord;
  /** An ancestor that is not there, or the epoch whose key is not there. */
  readonly missing: RecordHash | undefined;
  readonly epoch: EpochId | undefined;
  /** Whether its signature was found good. */
  readonly checked: boolean;
}

export interface WaitingRoom {
  /** A record comes in and is ready to be looked at. Answers its key. */
  readonly enter: (record: SignedRecord) => string;
  readonly get: (key: string) => SignedRecord | undefined;
  readonly hashOf: (key: string) => RecordHash;
  /** The next one to look at. */
  readonly next: () => string | undefined;
  readonly wait: (key: string, missing: RecordHash | undefined, epoch: EpochId | undefined) => void;
  /** Goes out; those that waited for this hash are ready. */
  readonly leave: (key: string, settled: RecordHash | undefined) => void;
  /** Those that wait for a key are ready. */
  readonly freeKeys: () => void;
  readonly waitingFor: (key: string) => Pick<Waiting, "missing" | "epoch"> | undefined;
  /** Checks the signatures that can be checked and holds the limits, newest of `given` out first. Answers who went and why. */
  readonly bound: (given: ReadonlySet<string>) => Promise<readonly (readonly [string, "noise" | "full"])[]>;
  readonly all: () => readonly Waiting[];
}

interface Seat {
  readonly record: SignedRecord;
  missing: RecordHash | undefined;
  epoch: EpochId | undefined;
  checked: boolean;
}

export interface WaitingRoomPorts {
  readonly index: CaseIndex;
  readonly sealer: Sealer;
  readonly limits?: WaitingLimits;
}

/** Empty. */
export function createWaitingRoom({ index, sealer, limits = WAITING_LIMITS }: WaitingRoomPorts): WaitingRoom {
  const seats = new Map<string, Seat>();
  const byMissing = new Map<RecordHash, Set<string>>();
  let ready: string[] = [];
  let read = 0;

  const drop = (key: string): void => {
    const seat = seats.get(key);
    if (seat?.missing !== undefined) byMissing.get(seat.missing)?.delete(key);
    seats.delete(key);
  };
  const checkWhereKnown = async (key: string, seat: Seat): Promise<boolean> => {
    const [admit] = index.admits(seat.record.head.device);
    if (seat.checked || admit === undefined) return true;
    seat.checked = await sealer.verify(admit.keys.edPub, signedText(seat.record.hash), seat.record.signature);
    if (!seat.checked) drop(key);
    return seat.checked;
  };

  return {
    enter: (record) => {
      const key = `${record.hash}/${toHex(record.signature)}`;
      if (seats.has(key)) return key;
      seats.set(key, { record, missing: undefined, epoch: undefined, checked: false });
      ready.push(key);
      return key;
    },
    get: (key) => seats.get(key)?.record,
    hashOf: (key) => recordHash(key.slice(0, 64)),
    next: () => {
      const key = ready[read++];
      if (key !== undefined) return key;
      ready = [];
      read = 0;
      return undefined;
    },
    wait: (key, missing, epoch) => {
      const seat = seats.get(key);
      if (seat === undefined) return;
      seat.missing = missing;
      seat.epoch = epoch;
      if (missing !== undefined) byMissing.set(missing, (byMissing.get(missing) ?? new Set()).add(key));
    },
    leave: (key, settled) => {
      drop(key);
      if (settled === undefined) return;
      ready.push(...(byMissing.get(settled) ?? []));
      byMissing.delete(settled);
    },
    freeKeys: () => {
      for (const [key, { epoch }] of seats) if (epoch !== undefined) ready.push(key);
    },
    waitingFor: (key) => seats.get(key),
    bound: async (given) => {
      const gone: (readonly [string, "noise" | "full"])[] = [];
      const ofDevice = new Map<DeviceId, number>();
      let unchecked = 0;
      let checked = 0;
      for (const [key, seat] of seats) {
        if (!(await checkWhereKnown(key, seat))) {
          gone.push([key, "noise"]);
          continue;
        }
        const { device } = seat.record.head;
        const has = ofDevice.get(device) ?? 0;
        const full = seat.checked
          ? has >= limits.perDevice || checked >= limits.perCase
          : unchecked >= limits.unchecked;
        if (full && given.has(key)) {
          drop(key);
          gone.push([key, "full"]);
          continue;
        }
        if (seat.checked) {
          ofDevice.set(device, has + 1);
          checked++;
        } else unchecked++;
      }
      return gone;
    },
    all: () => [...seats.values()],
  };
}
