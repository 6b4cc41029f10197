/** The memory adapter: the contract, and its capacity. */
import { describe, expect, it } from "vitest";
import type { Sha256 } from "@recourse/core";
import { blobStoreContract } from "./blob-store.contract.ts";
import { ABC } from "./blob-vectors.fixture.ts";
import { createMemoryStore } from "./memory.ts";

describe("memory store", () => {
  blobStoreContract(async () => {
    const blobs = new Map<Sha256, Blob>();
    return {
      store: createMemoryStore({ blobs }),
      reopen: async () => createMemoryStore({ blobs }),
      alter: async (hash) => {
        const bytes = new Uint8Array((await blobs.get(hash)?.arrayBuffer()) ?? new ArrayBuffer(1));
        bytes[0] = (bytes[0] ?? 0) ^ 1;
        blobs.set(hash, new Blob([bytes]));
      },
      staged: async () => 0,
      close: async () => undefined,
    };
  });

  it("[R4] beyond its capacity it says quota, keeps what it had, and room comes back", async () => {
    const store = createMemoryStore({ capacity: 5 });
    await store.put({ bytes: new Blob(["abc"]) });
    // 3 of 5 bytes are taken: 3 more do not fit, 2 do.
    expect(await store.put({ bytes: new Blob(["xyz"]) })).toEqual({ ok: false, error: { kind: "quota" } });
    expect(await store.verify(ABC.sha256)).toMatchObject({ ok: true });
    expect(await store.put({ bytes: new Blob(["xy"]) })).toMatchObject({ ok: true, value: { size: 2 } });
  });
});
