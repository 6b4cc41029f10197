/**
 * The few things the folder adapter asks of a file system, and Node's answer. A port, so that tests can let the disk
 * fail at any call. Effects: files.
 *
 * 1. `place` never replaces a file: it fails with EEXIST.
 */
import { constants, openAsBlob } from "node:fs";
import { access, link, mkdir, open, readdir, rename, stat, unlink } from "node:fs/promises";
import { codeOf } from "./vault-error.ts";

export interface DiskFile {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** The bytes are on the disk, not only in the system's cache. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Units: bytes; `stamp` changes when the file does, as far as a file system tells. */
export interface DiskStat {
  readonly size: number;
  readonly stamp: string;
}

/** Errors: every member throws what Node throws (`code` = errno text). */
export interface Disk {
  readonly makeFolder: (path: string) => Promise<void>;
  /** A new file; fails if there is one. */
  readonly create: (path: string) => Promise<DiskFile>;
  /** Gives a complete file its final name. */
  readonly place: (from: string, to: string) => Promise<void>;
  readonly syncFolder: (path: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** Names of the files in a folder; none if there is no such folder. */
  readonly names: (path: string) => Promise<readonly string[]>;
  readonly stat: (path: string) => Promise<DiskStat>;
  /** The file as a `Blob` that is read when used. */
  readonly read: (path: string) => Promise<Blob>;
}

/** File systems without hard links (FAT, some network shares) say so in one of these ways. */
const noLinks: ReadonlySet<string> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EACCES"]);
/** Windows cannot sync a folder; there the rename itself is journalled. */
const noFolderSync: ReadonlySet<string> = new Set(["EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP"]);

async function create(path: string): Promise<DiskFile> {
  const file = await open(path, "wx");
  return {
    write: async (bytes) => {
      let at = 0;
      while (at < bytes.length) at += (await file.write(bytes, at, bytes.length - at)).bytesWritten;
    },
    sync: () => file.sync(),
    close: () => file.close(),
  };
}

async function place(makeLink: typeof link, from: string, to: string): Promise<void> {
  try {
    // A hard link is the one call that names a file and refuses a taken name in one step.
    await makeLink(from, to);
  } catch (thrown) {
    if (!noLinks.has(codeOf(thrown))) throw thrown;
    const taken = await access(to, constants.F_OK).then(
      () => true,
      () => false,
    );
    if (taken) throw Object.assign(new Error("file exists"), { code: "EEXIST" });
    await rename(from, to);
    return;
  }
  await unlink(from);
}

async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, "r");
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (thrown) {
    if (!noFolderSync.has(codeOf(thrown))) throw thrown;
  }
}

async function names(path: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    // A link could point anywhere; only plain files are ours.
    return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  } catch (thrown) {
    if (codeOf(thrown) === "ENOENT") return [];
    throw thrown;
  }
}

/** The file system of this machine. `makeLink` is what it uses for hard links. */
export const createNodeDisk = (makeLink: typeof link = link): Disk => ({
  makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
  create,
  place: (from, to) => place(makeLink, from, to),
  syncFolder,
  remove: (path) => unlink(path),
  names,
  stat: async (path) => {
    const { size, mtimeNs, ino } = await stat(path, { bigint: true });
    return { size: Number(size), stamp: `${size}:${mtimeNs}:${ino}` };
  },
  read: (path) => openAsBlob(path),
});
