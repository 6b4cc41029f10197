/** Group commit: what goes together, what is told when, and what fails together. */
import { expect, test } from "vitest";
import { logCaseId, recordHash, type RecordHash } from "@recourse/sync/protocol";
import { createCommitQueue } from "./commit-queue.ts";
import { createMemoryStore, type NewRecord, type RelayStore, type StoreFault } from "./store.ts";

const one = logCaseId("01".repeat(16));
const two = logCaseId("02".repeat(16));
const record = (n: number, caseId = one): NewRecord => ({
  caseId,
  hash: recordHash(n.toString(16).padStart(64, "0")),
  bytes: Uint8Array.of(n),
});

/** A queue whose turns of the loop are ended by hand. */
const queueOn = (change: Partial<RelayStore> = {}) => {
  const store = { ...createMemoryStore(new Uint8Array(16)), ...change };
  const commits: number[] = [];
  const turns: (() => void)[] = [];
  const queue = createCommitQueue(
    store,
    (records, ok) => void commits.push(ok ? records : -records),
    (work) => void turns.push(work),
  );
  const log: string[] = [];
  const by = (name: string) => ({
    stored: (records: readonly NewRecord[]) =>
      void log.push(`${name} stored ${records.map(({ bytes }) => bytes[0]).join()}`),
    failed: (hashes: readonly RecordHash[], fault: StoreFault) =>
      void log.push(`${name} ${fault} ${hashes.map((hash) => Number.parseInt(hash, 16)).join()}`),
  });
  const endTurn = async (): Promise<void> => {
    for (const work of turns.splice(0)) work();
    await queue.idle();
  };
  return { queue, store, commits, turns, log, by, endTurn };
};

test("[RL1] what came within one turn is one commit; nobody is told before it; no turn is asked for while idle", async () => {
  const { queue, store, commits, turns, log, by, endTurn } = queueOn();
  queue.push([record(1), record(2)], by("a"));
  queue.push([record(3, two)], by("b"));
  expect([log, turns.length]).toEqual([[], 1]);
  await endTurn();
  expect([log, commits, turns.length]).toEqual([["a stored 1,2", "b stored 3"], [3], 0]);
  expect(await store.size(one)).toEqual({ records: 2, bytes: 2 });
  queue.push([], by("a"));
  expect(turns.length).toBe(0);
});

test("[RL1] at most 64 records go into one commit", async () => {
  const { queue, commits, by, endTurn } = queueOn();
  queue.push(
    Array.from({ length: 130 }, (_, n) => record(n)),
    by("a"),
  );
  await endTurn();
  expect(commits).toEqual([64, 64, 2]);
});

test("[RL3, R4] a commit that fails takes with it what waits of the same case, and nothing of another", async () => {
  const inner = createMemoryStore(new Uint8Array(16));
  let calls = 0;
  const { queue, log, by, endTurn } = queueOn({
    append: async (batch) => (++calls === 1 ? { ok: false, fault: "full" } : inner.append(batch)),
  });
  const a = by("a");
  queue.push(
    Array.from({ length: 64 }, (_, n) => record(n)),
    a,
  );
  queue.push([record(64)], a);
  queue.push([record(65, two)], by("b"));
  await endTurn();
  expect(log).toEqual([`a full ${Array.from({ length: 65 }, (_, n) => n).join()}`, "b stored 65"]);
  queue.push([record(1)], by("a"));
  await endTurn();
  expect(log.at(-1)).toBe("a stored 1");
});
