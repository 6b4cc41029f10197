/**
 * Group commit: what came in within one turn of the loop goes into one transaction. Effects through the store.
 *
 * 1. Never a timer while idle: the first record of a turn is written at the end of that turn.
 * 2. A record is told to be stored after its commit, in the order of arrival; after a commit that failed all of that case that still waits fails
 *    too, because it may stand on what is not there.
 *
 * Source: RL1.
 */
import type { LogCaseId, RecordHash } from "@recourse/sync/protocol";
import type { NewRecord, RelayStore, StoreFault } from "./store.ts";

/** Records in one transaction. */
const MOST = 64;
/** Turns of the loop a commit waits for what is being judged. */
const TURNS = 64;

/** Who brought records hears what became of them. */
export type Committer = {
  readonly stored: (records: readonly NewRecord[]) => void;
  readonly failed: (hashes: readonly RecordHash[], fault: StoreFault) => void;
};

export type CommitQueue = {
  readonly push: (records: readonly NewRecord[], by: Committer) => void;
  /** Records are being judged and will be pushed, or not; the answer says that they have been. A commit waits for them, not for long. */
  readonly expect: () => () => void;
  /** Answers when nothing waits any more. */
  readonly idle: () => Promise<void>;
};

type Waiting = { readonly record: NewRecord; readonly by: Committer };

/** `soon` runs work at the end of this turn of the loop. `onCommit` counts. */
export const createCommitQueue = (
  store: RelayStore,
  onCommit: (records: number, ok: boolean) => void,
  soon: (work: () => void) => void = (work) => void setImmediate(work),
): CommitQueue => {
  let waiting: Waiting[] = [];
  let scheduled = false;
  let expected = 0;
  const isExpecting = (): boolean => expected > 0;
  let running: Promise<void> = Promise.resolve();

  const tell = (batch: readonly Waiting[], say: (by: Committer, records: readonly NewRecord[]) => void): void => {
    const of = new Map<Committer, NewRecord[]>();
    for (const { record, by } of batch) of.set(by, [...(of.get(by) ?? []), record]);
    for (const [by, records] of of) say(by, records);
  };
  const commit = async (batch: readonly Waiting[]): Promise<void> => {
    const stored = await store.append(batch.map(({ record }) => record));
    onCommit(batch.length, stored.ok);
    if (stored.ok) return tell(batch, (by, records) => by.stored(records));
    const cases = new Set<LogCaseId>(batch.map(({ record }) => record.caseId));
    const lost = [...batch, ...waiting.filter(({ record }) => cases.has(record.caseId))];
    waiting = waiting.filter(({ record }) => !cases.has(record.caseId));
    tell(lost, (by, records) =>
      by.failed(
        records.map(({ hash }) => hash),
        stored.fault,
      ),
    );
  };
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      for (let turns = 0; isExpecting() && waiting.length < MOST && turns < TURNS; turns++)
        await new Promise<void>(soon);
      await commit(waiting.splice(0, MOST));
    }
    scheduled = false;
  };
  return {
    expect: () => {
      expected += 1;
      let there = false;
      return () => {
        if (!there) expected -= 1;
        there = true;
      };
    },
    push: (records, by) => {
      waiting.push(...records.map((record) => ({ record, by })));
      if (scheduled || waiting.length === 0) return;
      scheduled = true;
      running = new Promise<void>(soon).then(run);
    },
    idle: async () => {
      for (let last: Promise<void> | undefined; last !== running;) {
        last = running;
        await last;
      }
    },
  };
};
