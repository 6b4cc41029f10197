/**
 * One contract for every UpdateStore, in memory and in (fake) IndexedDB.
 */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import type { Result } from "@recourse/core";
import { createIndexedDbUpdateStore } from "./indexeddb-update-store.ts";
import { openLocalDatabase } from "./local-database.ts";
import {
  createMemoryRows,
  createMemoryUpdateStore,
  type StoreError,
  type StoreStatus,
  type UpdateStore,
} from "./update-store.ts";

const frame = (n: number): Uint8Array => Uint8Array.from([n, n + 1]);
function value<T>(result: Result<T, StoreError>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** Two tabs of one device. */
const adapters: Readonly<Record<string, () => readonly [UpdateStore, UpdateStore]>> = {
  memory: () => {
    const rows = createMemoryRows();
    return [createMemoryUpdateStore(rows, true), createMemoryUpdateStore(rows, true)];
  },
  indexeddb: () => [
    createIndexedDbUpdateStore(openLocalDatabase("t"), { ballastBytes: 0 }),
    createIndexedDbUpdateStore(openLocalDatabase("t"), { ballastBytes: 0 }),
  ],
};

describe.each(Object.entries(adapters))("update store: %s", (_name, open) => {
  test("[LO1] rows of a document are numbered without gap, whichever tab appends, and each document has its own", async () => {
    const [a, b] = open();
    const numbers = await Promise.all([
      a.append("x", [frame(1)], "update"),
      b.append("x", [frame(2)], "update"),
      a.append("y", [frame(3)], "update"),
      b.append("x", [frame(4), frame(5)], "update"),
    ]);
    expect(
      numbers
        .filter((_, n) => n !== 2)
        .map(value)
        .toSorted((left, right) => left - right),
    ).toEqual([1, 2, 3]);
    expect(numbers[2] && value(numbers[2])).toBe(1);
    const loaded = value(await b.load("x", 0));
    expect(loaded.rows.map(({ row }) => row)).toEqual([1, 2, 3]);
    expect(loaded.rows.flatMap(({ frames }) => frames).length).toBe(4);
    expect(loaded.last).toBe(3);
    expect([...value(await a.docs())].toSorted()).toEqual(["x", "y"]);
  });

  test("[R6] rows after n are exactly those a tab has not seen", async () => {
    const [a, b] = open();
    for (const n of [1, 2, 3]) await a.append("x", [frame(n)], "update");
    expect(value(await b.load("x", 1)).rows.map(({ row, frames }) => [row, frames])).toEqual([
      [2, [frame(2)]],
      [3, [frame(3)]],
    ]);
    expect(value(await b.load("x", 3))).toEqual({ rows: [], bad: [], last: 3 });
    expect(value(await b.load("other", 0))).toEqual({ rows: [], bad: [], last: 0 });
  });

  test("[LO3] the mark is kept, replaced and taken away", async () => {
    const [a, b] = open();
    const mark = { generation: "g1", row: 5, length: 10, crc: 99 };
    expect(value(await a.mark("x"))).toBeUndefined();
    await a.setMark("x", mark);
    expect(value(await b.mark("x"))).toEqual(mark);
    await a.setMark("x", undefined);
    expect(value(await b.mark("x"))).toBeUndefined();
  });

  test("[P6] an erased document is gone, the others stay", async () => {
    const [a] = open();
    await a.append("x", [frame(1)], "update");
    await a.append("y", [frame(2)], "update");
    await a.erase("x");
    expect(value(await a.docs())).toEqual(["y"]);
    expect(value(await a.load("x", 0)).rows).toEqual([]);
  });

  test("[I10] a closed store says so, to callers and in its status", async () => {
    const [a] = open();
    await a.close();
    expect(await a.append("x", [frame(1)], "update")).toEqual({ ok: false, error: { kind: "closed" } });
    expect(a.status.get()).toEqual({ is: "degraded", reason: { kind: "closed" } });
  });
});

describe("IndexedDB only", () => {
  test("[R6] gives way to a newer version, and says it needs an update", async () => {
    const database = openLocalDatabase("t");
    const store = createIndexedDbUpdateStore(database, { ballastBytes: 0 });
    await store.append("x", [frame(1)], "update");
    const told: StoreStatus[] = [];
    store.status.subscribe((status) => told.push(status));
    const newer = openLocalDatabase("t", 2);
    expect((await newer.run(async (open) => open.version)).ok).toBe(true);
    expect(told).toEqual([{ is: "degraded", reason: { kind: "needs_update" } }]);
    expect(await store.append("x", [frame(2)], "update")).toEqual({ ok: false, error: { kind: "needs_update" } });
    // An older app that comes later cannot open it either.
    expect(await openLocalDatabase("t").run(async (open) => open.version)).toEqual({
      ok: false,
      error: { kind: "needs_update" },
    });
  });

  test("[R4] an aborted transaction is an error with its own name, and nothing of it is stored", async () => {
    const database = openLocalDatabase("t");
    const store = createIndexedDbUpdateStore(database, { ballastBytes: 0 });
    await store.append("x", [frame(1)], "update");
    const result = await database.run(async (open) => {
      const transaction = open.transaction("rows", "readwrite");
      transaction.done.catch(() => undefined);
      await transaction.store.put({ anything: 1 }, ["x", 2]);
      transaction.abort();
      await transaction.done;
    });
    expect(result).toEqual({ ok: false, error: { kind: "io", code: "AbortError" } });
    expect(store.status.get()).toEqual({ is: "degraded", reason: { kind: "io", code: "AbortError" } });
    expect(value(await store.load("x", 0)).last).toBe(1);
    expect(store.status.get()).toEqual({ is: "ok" });
  });

  test("[R5] a row that is no row is named; the others load and the next number is free", async () => {
    const database = openLocalDatabase("t");
    const store = createIndexedDbUpdateStore(database, { ballastBytes: 0 });
    await store.append("x", [frame(1)], "update");
    await database.run((open) => open.put("rows", { torn: true }, ["x", 2]));
    expect(value(await store.append("x", [frame(3)], "update"))).toBe(3);
    const { rows, bad, last } = value(await store.load("x", 0));
    expect([rows.map(({ row }) => row), bad, last]).toEqual([[1, 3], [{ row: 2, reason: "shape" }], 3]);
  });

  test("[R4] where there is no IndexedDB at all, that is what it says", async () => {
    Reflect.deleteProperty(globalThis, "indexedDB");
    const store = createIndexedDbUpdateStore(openLocalDatabase("t"));
    expect(await store.append("x", [frame(1)], "update")).toEqual({
      ok: false,
      error: { kind: "unavailable", code: "ReferenceError" },
    });
  });

  test("[LO4] the ballast is laid once and given up when the disk is full, so that the text still saves", async () => {
    const database = openLocalDatabase("t");
    const store = createIndexedDbUpdateStore(database, { ballastBytes: 100_000 });
    await store.reserve();
    await store.reserve();
    const ballast = (): Promise<number> => database.run((open) => open.count("ballast")).then(value);
    expect(await ballast()).toBe(1);
    const full = { ...database, run: fullUntilFreed(database) };
    const cramped = createIndexedDbUpdateStore(full, { ballastBytes: 100_000 });
    expect(value(await cramped.append("x", [frame(1)], "update"))).toBe(1);
    expect(await ballast()).toBe(0);
    expect(cramped.status.get()).toEqual({ is: "degraded", reason: { kind: "quota" } });
  });
});

/** A database on a full disk: the first write fails, as Chromium does, until something is cleared. */
function fullUntilFreed(database: ReturnType<typeof openLocalDatabase>): ReturnType<typeof openLocalDatabase>["run"] {
  let calls = 0;
  return (work) => (++calls === 1 ? Promise.resolve({ ok: false, error: { kind: "quota" } }) : database.run(work));
}
