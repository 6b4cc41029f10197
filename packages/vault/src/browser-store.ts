/**
 * Which store a browser gets: OPFS where it works, else IndexedDB. Runs in a dedicated worker. Effects: tries both.
 *
 * 1. Originals stay where they are: a browser that learns OPFS later keeps its IndexedDB vault, because two vaults
 *    would hide half of the evidence.
 * 2. The chosen store is swept once before it is handed out.
 */
import { ok, type Result } from "@recourse/core";
import { attempt, type BlobStore } from "./blob-store.ts";
import { createIndexedDbStore } from "./indexeddb.ts";
import { createOpfsStore, isWorkerFileHandle } from "./opfs.ts";
import type { VaultError } from "./vault-error.ts";

export interface BrowserStoreOptions {
  /** `navigator.storage` of the worker. */
  readonly storage: StorageManager;
  /** `navigator.locks` of the worker. */
  readonly locks: LockManager;
  /** Names the OPFS directory and the database. */
  readonly name?: string;
}

export interface BrowserStore {
  readonly kind: "opfs" | "indexeddb";
  readonly store: BlobStore;
  /** Dead imports that were cleared on opening. */
  readonly swept: number;
}

const PROBE = "probe";

/** The vault's OPFS directory, or nothing where sync handles, moving or OPFS itself are missing. */
async function opfsRoot(storage: StorageManager, name: string): Promise<FileSystemDirectoryHandle | undefined> {
  const opened = await attempt(async () => {
    const root = await (await storage.getDirectory()).getDirectoryHandle(name, { create: true });
    return isWorkerFileHandle(await root.getFileHandle(PROBE, { create: true })) ? root : undefined;
  });
  return opened.ok ? opened.value : undefined;
}

/** Errors: what the chosen store answers when it cannot even be read. */
export async function openBrowserStore({
  storage,
  locks,
  name = "recourse-vault",
}: BrowserStoreOptions): Promise<Result<BrowserStore, VaultError>> {
  const root = await opfsRoot(storage, name);
  const fallback = createIndexedDbStore({ name, locks });
  const older = await fallback.list();
  const useOpfs = root !== undefined && (!older.ok || older.value.length === 0);
  const store = useOpfs ? createOpfsStore({ root, locks }) : fallback;
  const swept = await store.sweep();
  return swept.ok ? ok({ kind: useOpfs ? "opfs" : "indexeddb", store, swept: swept.value }) : swept;
}
