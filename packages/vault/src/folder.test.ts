/** The folder adapter on a real disk: the contract for both layouts, names, large files, a killed process. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { blobStoreContract, type StoreUnderTest } from "./blob-store.contract.ts";
import { ABC, DIGITS } from "./blob-vectors.fixture.ts";
import { createFolderStore, namedByHash, namedForPeople, type FolderLayout } from "./folder.ts";
import { PIECE_BYTES } from "./pieces.ts";

const filesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
const newRoot = (): Promise<string> => mkdtemp(join(tmpdir(), "recourse-vault-"));

/** Starts an import in a store of its own that has written its first piece and then hangs until `signal` fires. */
async function hangImport(root: string, signal: AbortSignal): Promise<void> {
  const hanging = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(PIECE_BYTES)),
  });
  await new Promise<void>((started) => {
    void createFolderStore({ root }).put({ bytes: hanging }, { signal, onProgress: () => started() });
  });
}

async function underTest(layout: FolderLayout): Promise<StoreUnderTest> {
  const root = await newRoot();
  const originals = join(root, "originals");
  const end = new AbortController();
  return {
    store: createFolderStore({ root, layout }),
    reopen: async () => createFolderStore({ root, layout }),
    alter: async (hash) => {
      const name = (await filesIn(originals)).find((file) => file.startsWith(hash.slice(0, 12))) ?? "";
      const file = await open(join(originals, name), "r+");
      const first = (await file.read(new Uint8Array(1), 0, 1, 0)).buffer;
      await file.write(
        first.map((byte) => byte ^ 1),
        0,
        1,
        0,
      );
      await file.close();
    },
    staged: async () => (await filesIn(join(root, "incoming"))).length,
    abandon: () => hangImport(root, end.signal),
    close: async () => {
      end.abort();
      await rm(root, { recursive: true });
    },
  };
}

describe("folder store, names for people", () => blobStoreContract(() => underTest(namedForPeople)));
describe("folder store, names by hash", () => blobStoreContract(() => underTest(namedByHash)));

describe("files of a case folder", () => {
  let root: string;
  beforeEach(async () => {
    root = await newRoot();
  });
  afterEach(() => rm(root, { recursive: true }));

  it("[F3] an original is named by 12 hex digits and the safe form of its own name", async () => {
    await createFolderStore({ root }).put({ bytes: new Blob(["abc"]) }, { name: "聊天:记录?.txt" });
    expect(await filesIn(join(root, "originals"))).toEqual(["ba7816bf8f01-聊天_记录_.txt"]);
  });

  it("[F2] other bytes under the same 12 digits and name get a number; nothing is overwritten", async () => {
    const store = createFolderStore({ root });
    // 48 equal bits cannot be made at will, so a hand-made file stands in for the collision.
    await store.put({ bytes: new Blob(["123456789"]) });
    const taken = join(root, "originals", "ba7816bf8f01-a.txt");
    await writeFile(taken, "someone else");
    expect(await store.put({ bytes: new Blob(["abc"]) }, { name: "a.txt" })).toMatchObject({
      ok: true,
      value: { existed: false },
    });
    expect(await filesIn(join(root, "originals"))).toContain("ba7816bf8f01-a-2.txt");
    expect(await readFile(taken, "utf8")).toBe("someone else");
    const got = await store.get(ABC.sha256);
    expect(got.ok && (await got.value.text())).toBe("abc");
    // Purging takes the original and leaves the stranger.
    await store.remove(ABC.sha256);
    expect(await readFile(taken, "utf8")).toBe("someone else");
  });

  it("[E7] a file put there by hand under the right digits is found; listing goes by bytes", async () => {
    const store = createFolderStore({ root });
    await store.put({ bytes: new Blob(["abc"]) });
    await writeFile(join(root, "originals", `${DIGITS.sha256.slice(0, 12)}-bill.csv`), DIGITS.text);
    await writeFile(join(root, "originals", "notes.txt"), "mine");
    expect(await store.verify(DIGITS.sha256)).toMatchObject({ ok: true });
    expect(await store.list()).toEqual({
      ok: true,
      value: [
        { sha256: DIGITS.sha256, size: 9 },
        { sha256: ABC.sha256, size: 3 },
      ],
    });
  });

  it("[G10] 300 MB stream through without being held in memory", { timeout: 60_000 }, async () => {
    const size = 300_000_000;
    const run = new Uint8Array(1_000_000).map((_, i) => i % 251);
    async function* recording(): AsyncGenerator<Uint8Array> {
      for (let sent = 0; sent < size; sent += run.length) yield run;
    }
    const used = (): number => process.memoryUsage().heapUsed + process.memoryUsage().external;
    const before = used();
    let most = 0;
    const watch = { onProgress: () => void (most = Math.max(most, used() - before)) };
    const store = createFolderStore({ root });
    const put = await store.put({ bytes: recording(), size }, watch);
    expect(put).toMatchObject({ ok: true, value: { size } });
    if (put.ok) expect(await store.verify(put.value.sha256, watch)).toMatchObject({ ok: true, value: { size } });
    // Two pieces of 4 MiB are live; the rest is what the collector has not fetched yet. Holding the file would be 286 MiB.
    expect(most).toBeLessThan(128 * 1024 * 1024);
  });

  it(
    "[R4] a process killed while it writes leaves no original, and the next one sweeps",
    { timeout: 30_000 },
    async () => {
      await createFolderStore({ root }).put({ bytes: new Blob(["abc"]) });
      const script = `
      const { createFolderStore } = await import(${JSON.stringify(new URL("./folder.ts", import.meta.url).href)});
      async function* endless() { for (;;) yield new Uint8Array(1 << 20); }
      await createFolderStore({ root: process.argv[1] }).put({ bytes: endless() }, { onProgress: ({ done }) => console.log(done) });`;
      const child = spawn(process.execPath, ["--input-type=module", "-e", script, root], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      await once(child.stdout, "data");
      child.kill("SIGKILL");
      await once(child, "close");
      expect(await filesIn(join(root, "incoming"))).toHaveLength(1);
      const store = createFolderStore({ root });
      expect(await store.list()).toEqual({ ok: true, value: [{ sha256: ABC.sha256, size: 3 }] });
      expect(await store.sweep()).toEqual({ ok: true, value: 1 });
      expect(await filesIn(join(root, "incoming"))).toEqual([]);
      expect(await store.verify(ABC.sha256)).toMatchObject({ ok: true });
    },
  );
});
