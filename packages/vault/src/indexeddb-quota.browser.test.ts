/** The IndexedDB adapter when room runs out, really: in a storage bucket with a quota of its own (Chromium). */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ABC } from "./blob-vectors.fixture.ts";
import { createIndexedDbStore } from "./indexeddb.ts";
import { PIECE_BYTES } from "./pieces.ts";

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

describe("IndexedDB store on a full disk", () => {
  const buckets = storageBuckets(navigator);
  const name = `full-${crypto.randomUUID()}`;

  beforeEach(async () => {
    vi.stubGlobal("indexedDB", (await buckets.open(name, { quota: 20 * 1024 * 1024 })).indexedDB);
  });
  afterEach(async () => {
    vi.unstubAllGlobals();
    await buckets.delete(name);
  });

  it("[R4] says quota in the middle of a file, leaves nothing but what was there, and a smaller file still fits", async () => {
    const store = createIndexedDbStore({ name, locks: navigator.locks });
    await store.put({ bytes: new Blob(["abc"]) });
    const pieces: number[] = [];
    // Random to the end: bytes that repeat are compressed and take no room.
    const tooBig = new Blob(Array.from({ length: 640 }, () => crypto.getRandomValues(new Uint8Array(65_536))));
    const put = await store.put({ bytes: tooBig }, { onProgress: ({ done }) => pieces.push(done) });
    expect(put).toEqual({ ok: false, error: { kind: "quota" } });
    expect(pieces.length).toBeGreaterThan(0);
    expect(await store.sweep()).toEqual({ ok: true, value: 0 });
    expect(await store.list()).toEqual({ ok: true, value: [{ sha256: ABC.sha256, size: 3 }] });
    expect(await store.verify(ABC.sha256)).toMatchObject({ ok: true });
    expect(await store.put({ bytes: tooBig.slice(0, PIECE_BYTES / 4) })).toMatchObject({ ok: true });
  });
});
