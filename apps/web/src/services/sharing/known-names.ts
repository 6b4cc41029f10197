/** Names that members gave themselves, read from the sealed part of entries as they come. Effects: the Sealer. */
import { namesOf, type DeviceId, type LogSession, type RecordHash, type Sealer } from "@recourse/sync/log";

export interface KnownNames {
  readonly all: ReadonlyMap<DeviceId, string>;
  /** Reads what has come since. A name that does not open yet is tried again. */
  readonly learn: () => Promise<void>;
}

/** None before `learn`. */
export function createKnownNames({ log, keyring }: LogSession, sealer: Sealer): KnownNames {
  const names = new Map<DeviceId, string>();
  const read = new Set<RecordHash>();
  return {
    all: names,
    learn: async () => {
      for (const at of log.index.entries()) {
        if (read.has(at.hash) || (at.entry.op !== "admit" && at.entry.op !== "genesis")) continue;
        const of = log.index.get(at.hash);
        const found = of === undefined ? undefined : await namesOf(sealer, keyring, of);
        if (found === undefined) continue;
        read.add(at.hash);
        // Of a genesis the second one is the device that founded the case.
        const subject = at.entry.op === "genesis" ? at.subjects[1] : at.subjects[0];
        const name = found.names["name"];
        if (subject !== undefined && name !== undefined && name !== "") names.set(subject, name);
      }
    },
  };
}
