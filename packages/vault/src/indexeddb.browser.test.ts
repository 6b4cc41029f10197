/** The IndexedDB adapter in a real browser: the contract, a newer version in another tab. */
import { deleteDB, openDB } from "idb";
import { describe, expect, it } from "vitest";
import { blobStoreContract } from "./blob-store.contract.ts";
import { createIndexedDbStore } from "./indexeddb.ts";

const newName = (): string => `vault-${crypto.randomUUID()}`;
const { locks } = navigator;

describe("IndexedDB store", () => {
  blobStoreContract(async () => {
    const name = newName();
    return {
      store: createIndexedDbStore({ name, locks }),
      reopen: async () => createIndexedDbStore({ name, locks }),
      alter: async (hash) => {
        const db = await openDB(name);
        const { upload } = await db.get("originals", hash);
        const bytes = new Uint8Array(await db.get("pieces", [upload, 0]));
        bytes[0] = (bytes[0] ?? 0) ^ 1;
        await db.put("pieces", bytes.buffer, [upload, 0]);
        db.close();
      },
      staged: async () => {
        const db = await openDB(name);
        const used = new Set((await db.getAll("originals")).map(({ upload }) => upload));
        const loose = (await db.getAllKeys("pieces")).filter(
          (key) => !used.has(Array.isArray(key) ? key[0] : undefined),
        );
        const count = Math.max(await db.count("incoming"), loose.length);
        db.close();
        return count;
      },
      abandon: async () => {
        const db = await openDB(name);
        await db.put("incoming", { upload: "dead" });
        await db.put("pieces", new ArrayBuffer(10), ["dead", 0]);
        db.close();
      },
      close: () => deleteDB(name),
    };
  });

  it("[R4] a newer version in another tab is let in, and this tab then says so", async () => {
    const name = newName();
    const store = createIndexedDbStore({ name, locks });
    await store.put({ bytes: new Blob(["abc"]) });
    const newer = await openDB(name, 2);
    expect(await store.list()).toEqual({ ok: false, error: { kind: "io", where: "store", code: "VersionError" } });
    newer.close();
    await deleteDB(name);
  });
});
