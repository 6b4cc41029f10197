/**
 * BlobStore in the origin private file system. Runs in a dedicated worker (sync access handles exist nowhere else).
 * Effects: the given directory, Web Locks.
 *
 * 1. An import is written to `incoming/<random>`, flushed, closed, then moved to `originals/<sha256>`.
 * 2. `move` overwrites silently, so looking for the target and moving are one step under a lock per hash.
 * 3. A `File` is taken after the move: one taken earlier dies with it.
 * 4. `storage.estimate()` is never asked: it lies after a crash. Room is what a write gets, and running out of it shows
 *    as QuotaExceededError or, in Chromium, as a write that takes fewer bytes than it was given.
 */
import { isSha256, type Sha256 } from "@recourse/core";
import { attempt, byHash, confirm, putThrough, type BlobEntry, type BlobStore, type Staging } from "./blob-store.ts";
import { holdImport, ifAbandoned, whileSettling } from "./import-lock.ts";
import { codeOf, Fault } from "./vault-error.ts";

/** What a dedicated worker's file handles can do beyond what pages (and TypeScript's DOM types) know. */
interface WorkerFileHandle extends FileSystemFileHandle {
  readonly createSyncAccessHandle: () => Promise<SyncAccessHandle>;
  readonly move: (folder: FileSystemDirectoryHandle, name: string) => Promise<void>;
}

interface SyncAccessHandle {
  readonly write: (bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }) => number;
  readonly flush: () => void;
  readonly close: () => void;
}

export interface OpfsOptions {
  /** The directory that is the vault's own, below `navigator.storage.getDirectory()`. */
  readonly root: FileSystemDirectoryHandle;
  readonly locks: LockManager;
}

/** Whether a handle can be written and moved the way this adapter needs; false in pages and in older browsers. */
export function isWorkerFileHandle(handle: FileSystemFileHandle): handle is WorkerFileHandle {
  return "createSyncAccessHandle" in handle && "move" in handle;
}

/** The file, or nothing when there is none of that name. */
async function fileIn(folder: FileSystemDirectoryHandle, name: string): Promise<File | undefined> {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch (thrown) {
    if (codeOf(thrown) === "NotFoundError") return undefined;
    throw thrown;
  }
}

async function removeFrom(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await folder.removeEntry(name);
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === "NotFoundError") return false;
    throw thrown;
  }
}

/** Reads anywhere, but writes in a dedicated worker only, where OPFS has synchronous handles; elsewhere `put` answers `io`. */
export function createOpfsStore({ root, locks }: OpfsOptions): BlobStore {
  const place = `opfs/${root.name}`;
  // Asked for anew each time: clearing site data kills kept handles.
  const incoming = (): Promise<FileSystemDirectoryHandle> => root.getDirectoryHandle("incoming", { create: true });
  const originals = (): Promise<FileSystemDirectoryHandle> => root.getDirectoryHandle("originals", { create: true });

  const find = async (sha256: Sha256): Promise<File> => {
    const file = await fileIn(await originals(), sha256);
    if (file === undefined) throw new Fault({ kind: "missing", sha256 });
    return file;
  };

  const settle = async (handle: WorkerFileHandle, sha256: Sha256): Promise<{ readonly existed: boolean }> => {
    const folder = await originals();
    const stored = await fileIn(folder, sha256);
    if (stored === undefined) {
      await handle.move(folder, sha256);
      return { existed: false };
    }
    await confirm(sha256, stored);
    return { existed: true };
  };

  const stage = async (folder: FileSystemDirectoryHandle, upload: string, letGo: () => void): Promise<Staging> => {
    const handle = await folder.getFileHandle(upload, { create: true });
    if (!isWorkerFileHandle(handle)) throw new Error("OPFS originals can be written in a dedicated worker only");
    const access = await handle.createSyncAccessHandle();
    let at = 0;
    return {
      write: async (piece) => {
        const written = access.write(piece, { at });
        if (written !== piece.length) throw new Fault({ kind: "quota" });
        at += written;
      },
      settle: async ({ sha256 }) => {
        access.flush();
        access.close();
        return whileSettling(locks, place, sha256, () => settle(handle, sha256));
      },
      release: async () => {
        try {
          access.close();
          await removeFrom(folder, upload);
        } finally {
          letGo();
        }
      },
    };
  };

  const open = async (): Promise<Staging> => {
    const folder = await incoming();
    const upload = crypto.randomUUID();
    const letGo = await holdImport(locks, place, upload);
    try {
      return await stage(folder, upload, letGo);
    } catch (thrown) {
      letGo();
      throw thrown;
    }
  };

  return {
    put: (source, options) => putThrough(open, source, options),
    get: (sha256) => attempt(() => find(sha256)),
    has: (sha256) => attempt(async () => (await fileIn(await originals(), sha256)) !== undefined),
    list: () =>
      attempt(async () => {
        const entries: BlobEntry[] = [];
        for await (const [name, handle] of (await originals()).entries()) {
          if (isSha256(name) && handle instanceof FileSystemFileHandle) {
            entries.push({ sha256: name, size: (await handle.getFile()).size });
          }
        }
        return byHash(entries);
      }),
    remove: (sha256) => attempt(async () => removeFrom(await originals(), sha256)),
    verify: (sha256, options) => attempt(async () => confirm(sha256, await find(sha256), options)),
    sweep: () =>
      attempt(async () => {
        const folder = await incoming();
        const names: string[] = [];
        for await (const name of folder.keys()) names.push(name);
        let cleared = 0;
        for (const name of names) {
          if (await ifAbandoned(locks, place, name, async () => void (await removeFrom(folder, name)))) cleared += 1;
        }
        return cleared;
      }),
  };
}
