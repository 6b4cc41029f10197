/** The contract of the log store in a real browser's IndexedDB, with its own keys. */
import { afterEach, describe, expect, test } from "vitest";
import { openCasebox, type CaseboxDatabase } from "./casebox-database.ts";
import { createIndexedDbLogStore } from "./indexeddb-log-store.ts";
import { logStoreContract } from "./log-store.contract.ts";
import { createIndexedDbSeedStore, deviceKeys } from "./seed-store.ts";

let databases: CaseboxDatabase[] = [];
const opened = (name: string): CaseboxDatabase => {
  const database = openCasebox(name);
  databases.push(database);
  return database;
};
afterEach(async () => {
  const names = new Set(databases.map(({ name }) => name));
  for (const database of databases) await database.close();
  databases = [];
  for (const name of names) indexedDB.deleteDatabase(name);
});

async function spoilRow(database: CaseboxDatabase, store: "records" | "pending", field: string): Promise<void> {
  const done = await database.run(async (open) => {
    const [key] = await open.getAllKeys(store);
    const [row] = await open.getAll(store);
    const bytes: unknown = typeof row === "object" && row !== null ? Reflect.get(row, field) : undefined;
    if (key === undefined || !(bytes instanceof Uint8Array)) throw new Error("no row");
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    await open.put(store, row, key);
  });
  expect(done.ok).toBe(true);
}

describe("IndexedDB of the browser", () => {
  logStoreContract(async () => {
    const name = `casebox-${crypto.randomUUID()}`;
    const [one, two] = [opened(name), opened(name)];
    return {
      tabs: [createIndexedDbLogStore(one, { ballastBytes: 0 }), createIndexedDbLogStore(two, { ballastBytes: 0 })],
      seeds: [createIndexedDbSeedStore(one), createIndexedDbSeedStore(two)],
      spoil: (what) => (what === "record" ? spoilRow(one, "records", "bytes") : spoilRow(one, "pending", "update")),
    };
  });

  test("[I9] the key that wraps the seed is not handed out", async () => {
    const database = opened(`casebox-${crypto.randomUUID()}`);
    const keys = await deviceKeys(createIndexedDbSeedStore(database), (length) =>
      crypto.getRandomValues(new Uint8Array(length)),
    );
    expect(keys.ok).toBe(true);
    const row = await database.run((open) => open.get("keys", "device"));
    const wrap: unknown =
      row.ok && typeof row.value === "object" && row.value !== null ? Reflect.get(row.value, "wrap") : undefined;
    if (!(wrap instanceof CryptoKey)) throw new Error("no key");
    expect(wrap.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("raw", wrap)).rejects.toThrow();
  });
});
