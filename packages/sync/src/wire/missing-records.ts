/**
 * Ancestors that records wait for: since when, and when they were last asked for. Holds state; the clock is passed in.
 *
 * 1. What is missing is asked for at once and then again and again; after five seconds the case is *behind*, and says whose records wait.
 *
 * Source: FR4.
 */
import type { DeviceId, RecordHash } from "../log/log-ids.ts";
import type { Waiting } from "../log/waiting-room.ts";

/** Units: ms. */
const BEHIND_AFTER = 5000;
/** Units: ms. */
const ASK_AGAIN_AFTER = 2000;

/** Records of this device wait for what nobody has sent. */
export interface Behind {
  readonly device: DeviceId;
  readonly missing: readonly RecordHash[];
}

export interface MissingRecords {
  /** What is to be asked for now; ancestors that wait themselves are not missing. `inVain`: the other side has no good copy, so it is missed and not asked for. */
  readonly ask: (
    waiting: readonly Waiting[],
    now: number,
    inVain?: (hash: RecordHash) => boolean,
  ) => readonly RecordHash[];
  readonly behind: (now: number) => readonly Behind[];
}

interface Lack {
  readonly since: number;
  asked: number;
  devices: ReadonlySet<DeviceId>;
}

/** Nothing is missing. */
export function createMissingRecords(): MissingRecords {
  let lacks = new Map<RecordHash, Lack>();
  return {
    ask: (waiting, now, inVain = () => false) => {
      const here = new Set(waiting.map(({ record }) => record.hash));
      const next = new Map<RecordHash, Lack>();
      for (const { record, missing } of waiting) {
        if (missing === undefined || here.has(missing)) continue;
        const lack = next.get(missing) ?? lacks.get(missing) ?? { since: now, asked: -Infinity, devices: new Set() };
        const others = next.has(missing) ? lack.devices : [];
        lack.devices = new Set([...others, record.head.device]);
        next.set(missing, lack);
      }
      lacks = next;
      const due = [...lacks].filter(([hash, { asked }]) => now - asked >= ASK_AGAIN_AFTER && !inVain(hash));
      for (const [, lack] of due) lack.asked = now;
      return due.map(([hash]) => hash);
    },
    behind: (now) => {
      const of = new Map<DeviceId, RecordHash[]>();
      for (const [hash, { since, devices }] of lacks) {
        if (now - since < BEHIND_AFTER) continue;
        for (const device of devices) of.set(device, [...(of.get(device) ?? []), hash]);
      }
      return [...of].map(([device, missing]) => ({ device, missing }));
    },
  };
}
