/** The disk fails at its k-th call, for every k of an import: nothing stored is harmed and nothing is claimed falsely. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ABC, DIGITS } from "./blob-vectors.fixture.ts";
import { createNodeDisk, type Disk } from "./disk.ts";
import { createFolderStore } from "./folder.ts";

const nodeDisk = createNodeDisk();

/** A disk whose call number `k` (from 1) fails with `code` before doing anything; later calls work again. */
function failingAt(k: number, code: string): { readonly disk: Disk; readonly failed: () => boolean } {
  let calls = 0;
  const counted =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      calls += 1;
      if (calls === k) throw Object.assign(new Error(code), { code });
      return call(...args);
    };
  const disk: Disk = {
    makeFolder: counted(nodeDisk.makeFolder),
    create: counted(async (path) => {
      const file = await nodeDisk.create(path);
      const close = counted(async () => undefined);
      return {
        write: counted(file.write),
        sync: counted(file.sync),
        // The real one is closed in any case: what fails is the disk, not this test's bookkeeping.
        close: () => file.close().then(close),
      };
    }),
    place: counted(nodeDisk.place),
    syncFolder: counted(nodeDisk.syncFolder),
    remove: counted(nodeDisk.remove),
    names: counted(nodeDisk.names),
    stat: counted(nodeDisk.stat),
    read: counted(nodeDisk.read),
  };
  return { disk, failed: () => calls >= k };
}

describe("a disk that fails", () => {
  it.each([
    ["ENOSPC", { kind: "quota" }],
    ["EIO", { kind: "io", where: "store", code: "EIO" }],
    ["EBUSY", { kind: "io", where: "store", code: "EBUSY" }],
    ["EROFS", { kind: "io", where: "store", code: "EROFS" }],
  ])("[R4] %s at every call of an import", async (code, expected) => {
    let told = 0;
    for (let k = 1; ; k += 1) {
      const root = await mkdtemp(join(tmpdir(), "recourse-faults-"));
      try {
        const healthy = createFolderStore({ root });
        await healthy.put({ bytes: new Blob(["123456789"]) });
        const { disk, failed } = failingAt(k, code);
        const put = await createFolderStore({ root, disk }).put({ bytes: new Blob(["abc"]) });
        if (!failed()) break;
        // Only the last call, clearing an already empty staging place, may fail unheard.
        if (put.ok) expect(await healthy.verify(ABC.sha256)).toMatchObject({ ok: true });
        else {
          told += 1;
          expect(put.error).toEqual(expected);
        }
        const visible = await healthy.has(ABC.sha256);
        if (visible.ok && visible.value) expect(await healthy.verify(ABC.sha256)).toMatchObject({ ok: true });
        expect(await healthy.verify(DIGITS.sha256)).toMatchObject({ ok: true });
        expect(await healthy.put({ bytes: new Blob(["abc"]) })).toMatchObject({ ok: true });
        expect(await healthy.verify(ABC.sha256)).toMatchObject({ ok: true });
        expect(await healthy.sweep()).toMatchObject({ ok: true });
        expect(await nodeDisk.names(join(root, "incoming"))).toEqual([]);
      } finally {
        await rm(root, { recursive: true });
      }
    }
    // makeFolder, create, write, sync, close, names, makeFolder, place, syncFolder: each of the nine is heard.
    expect(told).toBe(9);
  });

  it("[R4] a disk without hard links stores all the same and still never overwrites", async () => {
    const root = await mkdtemp(join(tmpdir(), "recourse-faults-"));
    try {
      const disk = createNodeDisk(async () => {
        throw Object.assign(new Error("EPERM"), { code: "EPERM" });
      });
      const store = createFolderStore({ root, disk });
      await nodeDisk.makeFolder(join(root, "originals"));
      await writeFile(join(root, "originals", "ba7816bf8f01-a.txt"), "someone else");
      expect(await store.put({ bytes: new Blob(["abc"]) }, { name: "a.txt" })).toMatchObject({ ok: true });
      expect((await nodeDisk.names(join(root, "originals"))).toSorted()).toEqual([
        "ba7816bf8f01-a-2.txt",
        "ba7816bf8f01-a.txt",
      ]);
      expect(await readFile(join(root, "originals", "ba7816bf8f01-a.txt"), "utf8")).toBe("someone else");
      expect(await store.verify(ABC.sha256)).toMatchObject({ ok: true });
    } finally {
      await rm(root, { recursive: true });
    }
  });
});
