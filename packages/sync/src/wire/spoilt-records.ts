/**
 * Records that came from the other side with a bad signature: asked for once more, then left alone for this conversation. Holds state; effects none.
 *
 * 1. The other side has no better copy, and asking for ever would change nothing. Whoever else has one can still bring it: nothing is remembered in the log (AC2).
 * 2. What waits for such a record is not hidden: it stays *behind*, naming whose it is (FR4).
 *
 * Source: AC2, FR4.
 */
import type { RecordHash } from "../log/log-ids.ts";
import type { Waiting } from "../log/waiting-room.ts";

export interface SpoiltRecords {
  /** These came as noise. Answers which of them are to be asked for once more. */
  readonly heard: (hashes: readonly RecordHash[]) => readonly RecordHash[];
  /** Whether a record came as noise again after it had been asked for again. */
  readonly has: (hash: RecordHash) => boolean;
  /** Of those that wait, the ones that lack a spoilt record, or one that does. */
  readonly above: (waiting: readonly Waiting[]) => ReadonlySet<RecordHash>;
}

/** Nothing has come yet. */
export function createSpoiltRecords(): SpoiltRecords {
  const again = new Set<RecordHash>();
  const spoilt = new Set<RecordHash>();
  return {
    heard: (hashes) => {
      const once: RecordHash[] = [];
      for (const hash of new Set(hashes))
        if (again.has(hash)) spoilt.add(hash);
        else once.push(hash);
      for (const hash of once) again.add(hash);
      return once;
    },
    has: (hash) => spoilt.has(hash),
    above: (waiting) => {
      const found = new Set<RecordHash>();
      if (spoilt.size === 0) return found;
      const on = new Map<RecordHash, RecordHash[]>();
      for (const { record, missing } of waiting)
        if (missing !== undefined) on.set(missing, [...(on.get(missing) ?? []), record.hash]);
      const open: RecordHash[] = [...spoilt];
      for (let hash = open.pop(); hash !== undefined; hash = open.pop())
        for (const above of on.get(hash) ?? []) {
          if (!found.has(above)) open.push(above);
          found.add(above);
        }
      return found;
    },
  };
}
