/**
 * The update store when room runs out, really: in a storage bucket with a quota of its own (Chromium).
 */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createIndexedDbUpdateStore } from "./indexeddb-update-store.ts";
import { openLocalDatabase } from "./local-database.ts";

/** The part of the Storage Buckets API used here, which TypeScript's DOM types do not have yet. */
interface StorageBuckets {
  readonly open: (name: string, options: { readonly quota: number }) => Promise<{ readonly indexedDB: IDBFactory }>;
  readonly delete: (name: string) => Promise<void>;
}

function storageBuckets(source: object): StorageBuckets {
  const has = (value: object): value is { readonly storageBuckets: StorageBuckets } => "storageBuckets" in value;
  if (!has(source)) throw new Error("this browser has no storage buckets");
  return source.storageBuckets;
}

const buckets = storageBuckets(navigator);
const name = `full-${crypto.randomUUID()}`;
/** Random, because bytes that repeat are compressed and take no room. */
const block = (): Uint8Array => crypto.getRandomValues(new Uint8Array(65_536));

beforeEach(async () => {
  vi.stubGlobal("indexedDB", (await buckets.open(name, { quota: 20 * 1024 * 1024 })).indexedDB);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await buckets.delete(name);
});

test("[R4] on a full disk nothing is lost that was called saved, the ballast lets text through once more, and then it says quota", async () => {
  const database = openLocalDatabase(name);
  const store = createIndexedDbUpdateStore(database);
  expect(await store.reserve()).toEqual({ ok: true, value: undefined });
  let saved = 0;
  let short = false;
  for (let n = 0; n < 640; n++) {
    const result = await store.append("case/x", [block()], "update");
    if (!result.ok) {
      expect(result.error).toEqual({ kind: "quota" });
      break;
    }
    saved++;
    if (!short && store.status.get().is === "degraded") {
      short = true;
      // The row that did not fit has been saved in the room of the ballast.
      expect(await database.run((open) => open.count("ballast"))).toEqual({ ok: true, value: 0 });
    }
  }
  expect(short).toBe(true);
  expect(saved).toBeLessThan(640);
  expect(store.status.get()).toEqual({ is: "degraded", reason: { kind: "quota" } });
  const loaded = await store.load("case/x", 0);
  expect(loaded.ok && loaded.value.rows.length).toBe(saved);
  expect(loaded.ok && loaded.value.bad).toEqual([]);
  await store.close();
});
