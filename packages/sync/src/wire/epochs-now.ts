/** Under which epochs something that is no record may be said right now. Pure but for the log it reads. Source: EP3, FR5. */
import { recordHash, type EpochId, type LogId } from "../log/log-ids.ts";
import type { CaseLog } from "../log/record-gate.ts";

/** Stands for a record that is not written. */
const NO_HASH = recordHash("0".repeat(64));

export interface EpochsNow {
  readonly allowed: ReadonlySet<EpochId>;
  readonly best: EpochId | undefined;
}

/** Epochs that a record on everything in force may use, those of entries that count; `best` is the one to write under. Source: EP3. */
export function epochsNow(log: CaseLog, by: LogId): EpochsNow {
  const { heads, membership, epochFor } = log.standings();
  const node = log.index.graph.draft({ hash: NO_HASH, log: by, seq: 1, deps: heads.map(({ hash }) => hash) });
  const counting = log.index.epochs(node).filter((each) => membership.counts.has(each.node.hash));
  return { allowed: new Set(counting.map(({ epoch }) => epoch)), best: epochFor(node) };
}
