/** A room: quota, a disk that is full for a while, and what is judged on what was not stored. Records of a real case, made once. */
import { expect, test } from "vitest";
import { createSealer, fromHex, logCaseId, type Bytes, type NackCode, type RecordHash } from "@recourse/sync/protocol";
import { openCaseRoom, QUOTA, type Guest, type Quota } from "./case-room.ts";
import { createCommitQueue } from "./commit-queue.ts";
import { createMemoryStore, type RelayStore } from "./store.ts";
import sample from "./vectors/small-case.json" with { type: "json" };

const caseId = logCaseId(sample.caseId);
const records: readonly Bytes[] = sample.records.map(fromHex);

const room = async (change: Partial<RelayStore> = {}, quota: Quota = QUOTA) => {
  const store = { ...createMemoryStore(new Uint8Array(16)), ...change };
  const queue = createCommitQueue(store, () => undefined);
  const of = await openCaseRoom({ caseId, store, queue, sealer: createSealer(), quota, now: () => 0 });
  const answers: string[] = [];
  const guest: Guest = { device: undefined, send: () => undefined, isFounding: () => false, expel: () => undefined };
  const push = async (...which: readonly number[]): Promise<readonly string[]> => {
    answers.length = 0;
    await of.push(
      guest,
      which.flatMap((n) => records[n] ?? []),
      {
        stored: (hashes: readonly RecordHash[]) => void answers.push(`stored ${hashes.length}`),
        refused: (code: NackCode, hashes: readonly RecordHash[]) => void answers.push(`${code} ${hashes.length}`),
        missing: (hashes, ancestors) => void answers.push(`missing ${hashes.length} ${ancestors.length}`),
      },
    );
    await queue.idle();
    return [...answers];
  };
  return { of, push, store };
};

test("[RL1, RL2] records are stored in causal order whatever order they come in; the same again is acknowledged again", async () => {
  const { push, store, of } = await room();
  expect(await push(2, 1, 0)).toEqual(["stored 3"]);
  expect((await store.load(caseId)).map(({ bytes }) => bytes)).toEqual(records.slice(0, 3));
  expect(await push(1)).toEqual(["stored 1"]);
  expect([await store.size(caseId), of.isNew()]).toMatchObject([{ records: 3 }, false]);
});

test("[FR3] what comes before its ancestors is not stored, and they are asked for", async () => {
  const { push } = await room();
  await push(0);
  expect(await push(2)).toEqual(["missing 1 1"]);
  expect(await push(1, 2)).toEqual(["stored 2"]);
});

test("[RL3] beyond the quota of the case nothing is taken, by number or by bytes", async () => {
  const { push } = await room({}, { records: 2, bytes: QUOTA.bytes });
  expect(await push(0, 1)).toEqual(["stored 2"]);
  expect(await push(2)).toEqual(["quota 1"]);
  const small = await room({}, { records: 100, bytes: (records[0]?.length ?? 0) + 1 });
  expect(await small.push(0)).toEqual(["stored 1"]);
  expect(await small.push(1)).toEqual(["quota 1"]);
});

test("[R4, RL3] a disk that is full for a while: NACK, nothing of it is believed, and the same records are taken when there is room", async () => {
  const inner = createMemoryStore(new Uint8Array(16));
  let full = false;
  const { push, store, of } = await room({
    ...inner,
    append: async (batch) => (full ? { ok: false, fault: "full" } : inner.append(batch)),
  });
  await push(0);
  full = true;
  expect(await push(1)).toEqual(["disk 1"]);
  full = false;
  // It was judged, but is not there: what stands on it is missing it.
  expect(await push(2)).toEqual(["missing 1 1"]);
  expect(await push(1, 2)).toEqual(["stored 2"]);
  expect((await store.load(caseId)).length).toBe(3);
  expect(of.isBusy()).toBe(false);
});

test("[R4, RL3] a store that can neither be written nor read for a while: NACK until it can, and then as if nothing had been", async () => {
  const inner = createMemoryStore(new Uint8Array(16));
  let away = false;
  const { push, store } = await room({
    ...inner,
    append: async (batch) => (away ? { ok: false, fault: "io" } : inner.append(batch)),
    load: async (of) => (away ? Promise.reject(new Error("away")) : inner.load(of)),
  });
  await push(0);
  away = true;
  expect(await push(1)).toEqual(["disk 1"]);
  expect(await push(1)).toEqual(["disk 1"]);
  away = false;
  expect(await push(1)).toEqual(["stored 1"]);
  expect((await store.load(caseId)).length).toBe(2);
});

test("[AC2] a record with a broken signature is not stored in the place of the good one", async () => {
  const { push, store } = await room();
  await push(0);
  const [, good] = records;
  if (good === undefined) throw new Error("no record");
  const last = good.length - 1;
  good[last] = (good[last] ?? 0) ^ 1;
  expect(await push(1)).toEqual(["noise 1"]);
  good[last] = (good[last] ?? 0) ^ 1;
  expect(await push(1)).toEqual(["stored 1"]);
  expect((await store.load(caseId))[1]?.bytes).toEqual(good);
});
