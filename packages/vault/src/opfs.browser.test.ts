/** The OPFS adapter in a real dedicated worker, through its port: the contract, a killed worker, a full disk, the choice. */
import { cdp } from "vitest/browser";
import { afterAll, describe, expect, it } from "vitest";
import type { Sha256 } from "@recourse/core";
import { blobStoreContract } from "./blob-store.contract.ts";
import { ABC, pattern } from "./blob-vectors.fixture.ts";
import type { BlobStore } from "./blob-store.ts";
import type { HostRequest } from "./browser-vault.worker.ts";
import { sha256Hex } from "./digest.ts";
import { PIECE_BYTES } from "./pieces.ts";
import { connectVault } from "./vault-client.ts";

interface Hosted {
  readonly worker: Worker;
  readonly store: BlobStore;
  readonly kind: string;
}

async function hostVault(
  name: string,
  how: Pick<HostRequest, "choose" | "opfs"> = { choose: false, opfs: true },
): Promise<Hosted> {
  const worker = new Worker(new URL("./browser-vault.worker.ts", import.meta.url), { type: "module" });
  const { port1, port2 } = new MessageChannel();
  const kind = await new Promise<string>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<string>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage({ port: port1, name, ...how } satisfies HostRequest, [port1]);
  });
  return { worker, kind, store: connectVault(port2).store };
}

const newName = (): string => `vault-${crypto.randomUUID()}`;

async function folder(name: string, part: "incoming" | "originals"): Promise<FileSystemDirectoryHandle> {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
  return root.getDirectoryHandle(part, { create: true });
}

async function staged(name: string): Promise<number> {
  let count = 0;
  for await (const _ of (await folder(name, "incoming")).keys()) count += 1;
  return count;
}

async function overwrite(handle: FileSystemFileHandle, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const stream = await handle.createWritable();
  await stream.write(bytes);
  await stream.close();
}

async function alter(name: string, hash: Sha256): Promise<void> {
  const handle = await (await folder(name, "originals")).getFileHandle(hash);
  const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  await overwrite(handle, bytes);
}

const forget = async (name: string): Promise<void> =>
  (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true });

/** A source whose import has begun and goes on until its worker dies. */
function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(PIECE_BYTES)) });
}

describe("OPFS store", () => {
  blobStoreContract(async () => {
    const name = newName();
    const workers: Worker[] = [];
    const open = async (): Promise<BlobStore> => {
      const { worker, store } = await hostVault(name);
      workers.push(worker);
      return store;
    };
    return {
      store: await open(),
      reopen: open,
      alter: (hash) => alter(name, hash),
      staged: () => staged(name),
      abandon: async () =>
        overwrite(await (await folder(name, "incoming")).getFileHandle("dead", { create: true }), new Uint8Array(10)),
      close: async () => {
        for (const worker of workers) worker.terminate();
        await forget(name);
      },
    };
  });

  it("[R4] a worker killed while it writes leaves no original, and its successor sweeps", async () => {
    const name = newName();
    const killed = await hostVault(name);
    await killed.store.put({ bytes: new Blob(["abc"]) });
    await new Promise<void>((started) => {
      void killed.store.put(
        { bytes: endless() },
        { onProgress: ({ done }) => (done > 4 * PIECE_BYTES ? started() : undefined) },
      );
    });
    killed.worker.terminate();
    expect(await staged(name)).toBe(1);
    const { store, worker } = await hostVault(name);
    expect(await store.list()).toEqual({ ok: true, value: [{ sha256: ABC.sha256, size: 3 }] });
    // The browser frees a dead worker's locks in its own time.
    await expect.poll(async () => ((await store.sweep()).ok ? staged(name) : -1)).toBe(0);
    expect(await store.verify(ABC.sha256)).toMatchObject({ ok: true });
    worker.terminate();
    await forget(name);
  });

  it("[R4] two workers store the same bytes at once: one original, nothing overwritten", async () => {
    const name = newName();
    const hosts = await Promise.all([hostVault(name), hostVault(name)]);
    const bytes = new Blob([pattern(2 * PIECE_BYTES)]);
    const puts = await Promise.all(hosts.map(({ store }) => store.put({ bytes })));
    expect(puts.map((put) => put.ok && put.value.existed).toSorted()).toEqual([false, true]);
    expect(await staged(name)).toBe(0);
    for (const { worker } of hosts) worker.terminate();
    await forget(name);
  });

  it("[E7] an original handed to the page is read there piece by piece", async () => {
    const name = newName();
    const { store, worker } = await hostVault(name);
    const bytes = pattern(PIECE_BYTES + 3);
    const hash = await sha256Hex(bytes);
    await store.put({ bytes: new Blob([bytes]) });
    const got = await store.get(hash);
    // The worker may go: the File is the browser's.
    worker.terminate();
    expect(got.ok && new Uint8Array(await got.value.slice(PIECE_BYTES).arrayBuffer())).toEqual(
      bytes.slice(PIECE_BYTES),
    );
    await forget(name);
  });
});

describe("which store a browser gets", () => {
  it("[R4] OPFS where it works, IndexedDB where it does not", async () => {
    const hosts = [
      await hostVault(newName(), { choose: true, opfs: true }),
      await hostVault(newName(), { choose: true, opfs: false }),
    ];
    expect(hosts.map(({ kind }) => kind)).toEqual(["opfs", "indexeddb"]);
    for (const { store, worker } of hosts) {
      expect(await store.put({ bytes: new Blob(["abc"]) })).toMatchObject({ ok: true });
      expect(await store.verify(ABC.sha256)).toMatchObject({ ok: true });
      worker.terminate();
    }
  });

  it("[E7] a browser that learns OPFS later keeps the originals it has", async () => {
    const name = newName();
    const before = await hostVault(name, { choose: true, opfs: false });
    await before.store.put({ bytes: new Blob(["abc"]) });
    before.worker.terminate();
    const after = await hostVault(name, { choose: true, opfs: true });
    expect(after.kind).toBe("indexeddb");
    expect(await after.store.verify(ABC.sha256)).toMatchObject({ ok: true });
    after.worker.terminate();
  });
});

describe("a full disk", () => {
  afterAll(async () => {
    await cdp().send("Storage.overrideQuotaForOrigin", { origin: location.origin });
  });

  it("[R4] says quota, leaves nothing behind, keeps what it had, and goes on when there is room", async () => {
    const name = newName();
    const { store, worker } = await hostVault(name);
    await store.put({ bytes: new Blob(["abc"]) });
    await cdp().send("Storage.overrideQuotaForOrigin", { origin: location.origin, quotaSize: 16 * 1024 * 1024 });
    expect(await store.put({ bytes: new Blob([pattern(8 * PIECE_BYTES)]) })).toEqual({
      ok: false,
      error: { kind: "quota" },
    });
    expect(await staged(name)).toBe(0);
    expect(await store.verify(ABC.sha256)).toMatchObject({ ok: true });
    await cdp().send("Storage.overrideQuotaForOrigin", { origin: location.origin });
    expect(await store.put({ bytes: new Blob([pattern(8 * PIECE_BYTES)]) })).toMatchObject({ ok: true });
    worker.terminate();
    await forget(name);
  });
});
