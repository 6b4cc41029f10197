/**
 * BlobStore in a folder of a case: `originals/…` and `incoming/…` below a root. Node only, hence its own subpath.
 * Effects: the given disk.
 *
 * 1. A file's name starts with hex digits of its SHA-256; what follows is for people. A lone file with the right digits
 *    is taken at its word (`verify` is what checks); between several, their bytes decide.
 * 2. A taken name is never replaced: other bytes under it get a numbered name (F2). So good bytes can be stored again
 *    beside an altered copy.
 * 3. One process writes at a time; the case folder's lock sees to that. `sweep` spares this process's own imports.
 */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { MAX_NAME_BYTES, numberedName, safeName, type Sha256 } from "@recourse/core";
import { attempt, byHash, confirm, putThrough, type BlobEntry, type BlobStore, type Staging } from "./blob-store.ts";
import { digestOrThrow, type Digest } from "./digest.ts";
import { createNodeDisk, type Disk } from "./disk.ts";
import { codeOf, Fault } from "./vault-error.ts";

/** How originals are named. `nameOf` must start with the first `digits` hex digits of the hash. */
export interface FolderLayout {
  readonly digits: number;
  readonly nameOf: (sha256: Sha256, name: string | undefined) => string;
}

/** `<sha256>`: for stores that people do not read. */
export const namedByHash: FolderLayout = { digits: 64, nameOf: (sha256) => sha256 };

/** `<first 12 hex>-<safe name>`: the case folder's `originals/`. Source: 2-architecture, Case folder. */
export const namedForPeople: FolderLayout = {
  digits: 12,
  nameOf: (sha256, name) => `${sha256.slice(0, 12)}-${safeName(name ?? "", MAX_NAME_BYTES - 13)}`,
};

export interface FolderOptions {
  /** The case folder. */
  readonly root: string;
  readonly layout?: FolderLayout;
  readonly disk?: Disk;
}

/** Opens the store without touching the disk: its folders are made by the first import. */
export function createFolderStore({
  root,
  layout = namedForPeople,
  disk = createNodeDisk(),
}: FolderOptions): BlobStore {
  const originals = join(root, "originals");
  const incoming = join(root, "incoming");
  const running = new Set<string>();
  /** Hashes of files already read, by path, valid while the file's stamp is the same. */
  const known = new Map<string, { readonly stamp: string; readonly digest: Digest }>();
  /** Placing is one at a time, so that "is it there?" and "put it there" are one step. */
  let placing: Promise<unknown> = Promise.resolve();

  const digestOf = async (path: string): Promise<Digest> => {
    const { stamp } = await disk.stat(path);
    const earlier = known.get(path);
    if (earlier?.stamp === stamp) return earlier.digest;
    const digest = await digestOrThrow(await disk.read(path));
    known.set(path, { stamp, digest });
    return digest;
  };

  /** The files that claim to be this blob. */
  const claims = async (sha256: Sha256): Promise<readonly string[]> => {
    const digits = sha256.slice(0, layout.digits);
    return (await disk.names(originals)).filter((name) => name.startsWith(digits)).map((name) => join(originals, name));
  };

  const find = async (sha256: Sha256): Promise<string | undefined> => {
    const paths = await claims(sha256);
    if (paths.length < 2) return paths[0];
    for (const path of paths) if ((await digestOf(path)).sha256 === sha256) return path;
    // None is the original any more: any of them shows that it was altered.
    return paths[0];
  };

  const findOrFail = async (sha256: Sha256): Promise<string> => {
    const path = await find(sha256);
    if (path === undefined) throw new Fault({ kind: "missing", sha256 });
    return path;
  };

  const placeFree = async (from: string, wanted: string): Promise<void> => {
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? wanted : numberedName(wanted, number);
      try {
        await disk.place(from, join(originals, name));
        return;
      } catch (thrown) {
        if (codeOf(thrown) !== "EEXIST") throw thrown;
      }
    }
  };

  const settle = async (
    from: string,
    { sha256 }: Digest,
    name: string | undefined,
  ): Promise<{ readonly existed: boolean }> => {
    for (const path of await claims(sha256)) {
      // Read anew: a receipt that says "there already" must be true now.
      if ((await digestOrThrow(await disk.read(path))).sha256 === sha256) {
        // The import that put it there may have failed just before its own sync.
        await disk.syncFolder(originals);
        return { existed: true };
      }
    }
    await disk.makeFolder(originals);
    await placeFree(from, layout.nameOf(sha256, name));
    await disk.syncFolder(originals);
    return { existed: false };
  };

  const open = async (name: string | undefined): Promise<Staging> => {
    await disk.makeFolder(incoming);
    const part = `${randomUUID()}.part`;
    const path = join(incoming, part);
    running.add(part);
    const file = await disk.create(path).catch((thrown: unknown) => {
      running.delete(part);
      throw thrown;
    });
    let isOpen = true;
    const close = async (): Promise<void> => {
      if (!isOpen) return;
      isOpen = false;
      await file.close();
    };
    return {
      write: file.write,
      settle: async (digest) => {
        await file.sync();
        await close();
        const mine = placing.then(() => settle(path, digest, name));
        placing = mine.catch(() => undefined);
        return mine;
      },
      release: async () => {
        try {
          await close();
        } finally {
          running.delete(part);
          await removed(path);
        }
      },
    };
  };

  const removed = async (path: string): Promise<boolean> => {
    try {
      await disk.remove(path);
      return true;
    } catch (thrown) {
      if (codeOf(thrown) === "ENOENT") return false;
      throw thrown;
    }
  };

  return {
    put: (source, options) => putThrough(() => open(options?.name), source, options),
    get: (sha256) => attempt(async () => disk.read(await findOrFail(sha256))),
    has: (sha256) => attempt(async () => (await find(sha256)) !== undefined),
    /** Reads files it has not read before: a short name does not tell the whole hash. Altered ones are not listed. */
    list: () =>
      attempt(async () => {
        const entries = new Map<Sha256, BlobEntry>();
        for (const name of await disk.names(originals)) {
          const { sha256, size } = await digestOf(join(originals, name));
          if (name.startsWith(sha256.slice(0, layout.digits))) entries.set(sha256, { sha256, size });
        }
        return byHash([...entries.values()]);
      }),
    remove: (sha256) =>
      attempt(async () => {
        const path = await find(sha256);
        if (path === undefined || !(await removed(path))) return false;
        await disk.syncFolder(originals);
        return true;
      }),
    verify: (sha256, options) =>
      attempt(async () => confirm(sha256, await disk.read(await findOrFail(sha256)), options)),
    sweep: () =>
      attempt(async () => {
        let cleared = 0;
        for (const name of await disk.names(incoming)) {
          if (!running.has(name) && (await removed(join(incoming, name)))) cleared += 1;
        }
        return cleared;
      }),
  };
}
