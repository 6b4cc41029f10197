/**
 * What every LogStore and SeedStore must do: one suite, run by each adapter's own test file. Test code.
 */
import { beforeEach, expect, test } from "vitest";
import type { Result } from "@recourse/core";
import { zeros } from "./bytes.ts";
import { deviceId, logCaseId, logId, recordHash, sessionId } from "./log-ids.ts";
import type { LogStore, StoredRecord } from "./log-store.ts";
import { deviceKeys, type SeedStore } from "./seed-store.ts";

/** Two tabs of one device, and ways to do to their disk what disks do. */
export interface LogStoresUnderTest {
  readonly tabs: readonly [LogStore, LogStore];
  readonly seeds: readonly [SeedStore, SeedStore];
  /** Changes a byte of a stored record, pending row or seed. */
  readonly spoil: (what: "record" | "pending") => Promise<void>;
}

const caseId = logCaseId("0c".repeat(16));
const other = logCaseId("0d".repeat(16));
const log = logId(deviceId("aa".repeat(16)), sessionId("bb".repeat(8)));
const next = logId(deviceId("aa".repeat(16)), sessionId("cc".repeat(8)));
const hash = (n: number) => recordHash(n.toString(16).padStart(64, "0"));
const theirs = (n: number): StoredRecord => ({ hash: hash(n), bytes: Uint8Array.of(n, 1), own: undefined });
const mine = (n: number, seq: number): StoredRecord => ({
  hash: hash(n),
  bytes: Uint8Array.of(n, 2),
  own: { log, seq },
});
const edit = (n: number, of = log) => ({ log: of, update: Uint8Array.of(n), madeOn: [hash(n)], at: 1000 + n });

function value<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Runs the suite; `open` gives fresh stores each time. */
export function logStoreContract(open: () => Promise<LogStoresUnderTest>): void {
  let a: LogStore;
  let b: LogStore;
  let under: LogStoresUnderTest;
  beforeEach(async () => {
    under = await open();
    [a, b] = under.tabs;
  });
  const hashes = async (store: LogStore, of = caseId): Promise<readonly string[]> =>
    value(await store.load(of))
      .records.map((record) => record.hash)
      .toSorted();

  test("[LO1] a record is stored once by its hash, whichever tab brings it, and each case has its own", async () => {
    await Promise.all([a.keep(caseId, [theirs(1), theirs(2)]), b.keep(caseId, [theirs(2), theirs(3)])]);
    await a.keep(other, [theirs(1)]);
    await a.keep(caseId, [{ ...theirs(1), bytes: Uint8Array.of(9) }]);
    expect(await hashes(b)).toEqual([hash(1), hash(2), hash(3)]);
    expect(value(await b.load(caseId)).records.find((record) => record.hash === hash(1))).toEqual(theirs(1));
    expect([...value(await a.cases())].toSorted()).toEqual([caseId, other]);
  });

  test("[LO1] pending edits are numbered per log, in order, with what they were made on", async () => {
    expect(value(await a.pend(caseId, edit(1)))).toBe(1);
    expect(value(await b.pend(caseId, edit(7, next)))).toBe(1);
    expect(value(await a.pend(caseId, edit(2)))).toBe(2);
    const { rows, bad } = value(await b.pending(caseId));
    expect(bad).toEqual([]);
    expect(rows.filter((row) => row.log === log)).toEqual([
      { ...edit(1), row: 1 },
      { ...edit(2), row: 2 },
    ]);
  });

  test("[LO1] sealing puts the record, its head and the outbox in the place of the pending rows, and only of those", async () => {
    await a.pend(caseId, edit(1));
    await a.pend(caseId, edit(2));
    await b.pend(caseId, edit(7, next));
    await a.pend(caseId, edit(3));
    value(await a.seal(caseId, { log, records: [mine(20, 1), mine(21, 2)], upTo: 2 }));
    expect(await hashes(b)).toEqual([hash(20), hash(21)]);
    expect(value(await b.heads(caseId))).toEqual([{ log, seq: 2, hash: hash(21) }]);
    expect([...value(await b.outbox(caseId))].toSorted()).toEqual([hash(20), hash(21)]);
    expect(
      value(await b.pending(caseId))
        .rows.map((row) => [row.log, row.row])
        .toSorted(),
    ).toEqual(
      [
        [log, 3],
        [next, 1],
      ].toSorted(),
    );
    expect(value(await a.load(caseId)).records.find((record) => record.hash === hash(21))?.own).toEqual({
      log,
      seq: 2,
    });
  });

  test("[I3, LO2] a (log, seq) that is taken is refused whole; the same record again is not", async () => {
    await a.pend(caseId, edit(1));
    value(await a.seal(caseId, { log, records: [mine(20, 1)], upTo: 0 }));
    expect(await b.seal(caseId, { log, records: [mine(30, 1)], upTo: 1 })).toEqual({
      ok: false,
      error: { kind: "taken" },
    });
    expect(await b.seal(caseId, { log, records: [mine(31, 2), mine(30, 1)], upTo: 1 })).toEqual({
      ok: false,
      error: { kind: "taken" },
    });
    expect(await hashes(a)).toEqual([hash(20)]);
    expect(value(await a.pending(caseId)).rows.length).toBe(1);
    value(await a.seal(caseId, { log, records: [mine(20, 1)], upTo: 1 }));
    expect(value(await a.pending(caseId)).rows).toEqual([]);
  });

  test("[I7] a record leaves the outbox when it is acknowledged, not before, and not when it is not stored", async () => {
    await a.seal(caseId, { log, records: [mine(20, 1)], upTo: 0 });
    value(await b.acknowledged(caseId, [hash(99)]));
    expect(value(await a.outbox(caseId))).toEqual([hash(20)]);
    value(await b.acknowledged(caseId, [hash(20)]));
    expect(value(await a.outbox(caseId))).toEqual([]);
    expect(await hashes(a)).toEqual([hash(20)]);
  });

  test("[R5] what is damaged is named, the rest loads", async () => {
    await a.keep(caseId, [theirs(1), theirs(2)]);
    await a.pend(caseId, edit(1));
    await a.pend(caseId, edit(2));
    await under.spoil("record");
    await under.spoil("pending");
    const loaded = value(await b.load(caseId));
    expect([loaded.records.map((record) => record.hash), loaded.bad]).toEqual([
      [hash(2)],
      [{ key: hash(1), reason: "checksum" }],
    ]);
    const pending = value(await b.pending(caseId));
    expect([pending.rows.map(({ row }) => row), pending.bad]).toEqual([[2], [{ key: `${log}/1`, reason: "checksum" }]]);
  });

  test("[P6] an erased case is gone, the others stay", async () => {
    await a.seal(caseId, { log, records: [mine(20, 1)], upTo: 0 });
    await a.pend(caseId, edit(1));
    await a.keep(other, [theirs(1)]);
    value(await b.erase(caseId));
    expect(value(await a.cases())).toEqual([other]);
    expect([value(await a.pending(caseId)).rows, value(await a.heads(caseId)), value(await a.outbox(caseId))]).toEqual([
      [],
      [],
      [],
    ]);
  });

  test("[I10] a closed store says so, to callers and in its status", async () => {
    await a.close();
    expect(await a.pend(caseId, edit(1))).toEqual({ ok: false, error: { kind: "closed" } });
    expect(a.status.get()).toEqual({ is: "degraded", reason: { kind: "closed" } });
  });

  test("[I9] the device has one seed, also when two tabs start at once, and the same keys after a restart", async () => {
    const random = (n: number) => (length: number) => zeros(length).fill(n);
    const [one, two] = under.seeds;
    const both = await Promise.all([deviceKeys(one, random(1)), deviceKeys(two, random(2))]);
    const [first, second] = both.map(value);
    expect(first?.id).toBe(second?.id);
    expect(value(await deviceKeys(one, random(3))).id).toBe(first?.id);
  });
}
