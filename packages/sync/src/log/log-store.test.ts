/** The contract of the log store, in memory and in fake IndexedDB. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import { openCasebox, type CaseboxDatabase } from "./casebox-database.ts";
import { createIndexedDbLogStore } from "./indexeddb-log-store.ts";
import { deviceId, logCaseId, logId, recordHash, sessionId } from "./log-ids.ts";
import { createMemoryLogRows, createMemoryLogStore } from "./log-store.ts";
import { logStoreContract } from "./log-store.contract.ts";
import { createIndexedDbSeedStore, createMemorySeedStore, deviceKeys } from "./seed-store.ts";

const flip = (bytes: unknown): void => {
  if (bytes instanceof Uint8Array) bytes[0] = (bytes[0] ?? 0) ^ 1;
};
const fieldOf = (row: unknown, field: string): unknown =>
  typeof row === "object" && row !== null ? Reflect.get(row, field) : undefined;

/** Changes the first row of a store on the disk. */
async function spoilRow(database: CaseboxDatabase, store: "records" | "pending", field: string): Promise<void> {
  await database.run(async (open) => {
    const [key] = await open.getAllKeys(store);
    const [row] = await open.getAll(store);
    if (key === undefined) throw new Error("no row");
    flip(fieldOf(row, field));
    await open.put(store, row, key);
  });
}

describe("memory", () => {
  logStoreContract(async () => {
    const rows = createMemoryLogRows();
    const seeds = createMemorySeedStore();
    return {
      tabs: [createMemoryLogStore(rows, true), createMemoryLogStore(rows, true)],
      seeds: [seeds, seeds],
      spoil: async (what) => {
        const [of] = rows.values();
        if (what === "record") flip([...(of?.records.values() ?? [])][0]?.bytes);
        else flip([...(of?.pending.values() ?? [])][0]?.update);
      },
    };
  });
});

describe("fake IndexedDB", () => {
  logStoreContract(async () => {
    globalThis.indexedDB = new IDBFactory();
    const tabs = [openCasebox("t"), openCasebox("t")] as const;
    const [one, two] = tabs;
    return {
      tabs: [createIndexedDbLogStore(one, { ballastBytes: 0 }), createIndexedDbLogStore(two, { ballastBytes: 0 })],
      seeds: [createIndexedDbSeedStore(one), createIndexedDbSeedStore(two)],
      spoil: (what) => (what === "record" ? spoilRow(one, "records", "bytes") : spoilRow(one, "pending", "update")),
    };
  });
});

const caseId = logCaseId("0c".repeat(16));
const log = logId(deviceId("aa".repeat(16)), sessionId("bb".repeat(8)));

describe("IndexedDB only", () => {
  test("[I9] a seed that does not open is not replaced", async () => {
    globalThis.indexedDB = new IDBFactory();
    const database = openCasebox("t");
    const seeds = createIndexedDbSeedStore(database);
    const random = (length: number) => new Uint8Array(length).fill(5);
    expect((await deviceKeys(seeds, random)).ok).toBe(true);
    await database.run(async (open) => {
      const row = await open.get("keys", "device");
      flip(fieldOf(row, "sealed"));
      await open.put("keys", row, "device");
    });
    expect(await deviceKeys(seeds, random)).toEqual({ ok: false, error: { kind: "broken" } });
  });

  test("[LO4] the ballast is given up when the disk is full, so that the text still saves", async () => {
    globalThis.indexedDB = new IDBFactory();
    const database = openCasebox("t");
    const store = createIndexedDbLogStore(database, { ballastBytes: 100_000 });
    await store.reserve();
    let calls = 0;
    const run: CaseboxDatabase["run"] = (work) =>
      ++calls === 1 ? Promise.resolve({ ok: false, error: { kind: "quota" } }) : database.run(work);
    const cramped = createIndexedDbLogStore({ ...database, run }, { ballastBytes: 100_000 });
    expect(await cramped.pend(caseId, { log, update: Uint8Array.of(1), madeOn: [recordHash("1".repeat(64))] })).toEqual(
      { ok: true, value: 1 },
    );
    expect(await database.run((open) => open.count("ballast"))).toEqual({ ok: true, value: 0 });
    expect(cramped.status.get()).toEqual({ is: "degraded", reason: { kind: "quota" } });
  });
});
