/** The page's end of a store behind a MessagePort does what a store does; and what is special about the port. */
import { describe, expect, it } from "vitest";
import type { Sha256 } from "@recourse/core";
import { blobStoreContract } from "./blob-store.contract.ts";
import { createMemoryStore } from "./memory.ts";
import { PIECE_BYTES } from "./pieces.ts";
import { connectVault } from "./vault-client.ts";
import { serveVault } from "./vault-server.ts";

describe("store behind a port", () => {
  blobStoreContract(async () => {
    const blobs = new Map<Sha256, Blob>();
    const { port1, port2 } = new MessageChannel();
    const stop = serveVault(port1, createMemoryStore({ blobs }));
    const { store, close } = connectVault(port2);
    return {
      store,
      reopen: async () => createMemoryStore({ blobs }),
      alter: async (hash) => {
        const bytes = new Uint8Array((await blobs.get(hash)?.arrayBuffer()) ?? new ArrayBuffer(1));
        bytes[0] = (bytes[0] ?? 0) ^ 1;
        blobs.set(hash, new Blob([bytes]));
      },
      staged: async () => 0,
      close: async () => {
        close();
        stop();
        port1.close();
      },
    };
  });

  it("[R4] when the worker is gone, open and later calls end instead of hanging", async () => {
    const { port1, port2 } = new MessageChannel();
    const { store, close } = connectVault(port2);
    // Nobody serves port1: a worker that died.
    const open = store.put({ bytes: new ReadableStream<Uint8Array>() });
    close();
    const gone = { ok: false, error: { kind: "io", where: "store", code: "CLOSED" } };
    expect(await open).toEqual(gone);
    expect(await store.list()).toEqual(gone);
    port1.close();
  });

  it("[R4] a worker that runs out of room lets go of the page's source", async () => {
    const { port1, port2 } = new MessageChannel();
    const stop = serveVault(port1, createMemoryStore({ capacity: PIECE_BYTES }));
    const { store } = connectVault(port2);
    let cancel = (): void => undefined;
    const cancelled = new Promise<void>((resolve) => {
      cancel = resolve;
    });
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(PIECE_BYTES)),
      cancel: () => cancel(),
    });
    expect(await store.put({ bytes: endless })).toEqual({ ok: false, error: { kind: "quota" } });
    await cancelled;
    stop();
    port1.close();
  });

  it("[R4] a server that stops aborts what is running", async () => {
    const { port1, port2 } = new MessageChannel();
    const stop = serveVault(port1, createMemoryStore());
    const { store } = connectVault(port2);
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(PIECE_BYTES)),
    });
    let put: Promise<unknown> = Promise.resolve();
    await new Promise<void>((started) => {
      put = store.put({ bytes: endless }, { onProgress: () => started() });
    });
    stop();
    expect(await put).toEqual({ ok: false, error: { kind: "aborted" } });
    port1.close();
  });
});
