/**
 * The one IndexedDB database of this app on a device: opening, upgrading, giving way, and thrown failures turned into facts. Adapter.
 *
 * 1. Closes at once on `versionchange`, so that a newer tab can upgrade; from then on every operation answers `needs_update` (or `closed` when the data is deleted).
 * 2. Nothing else in this package catches what IndexedDB throws.
 * 3. A connection the browser lost is opened again once (LO4).
 */
import { openDB, type DBSchema, type IDBPDatabase, type OpenDBCallbacks } from "idb";
import { err, ok, type Result } from "@recourse/core";
import type { StoreError, StoreStatus } from "./update-store.ts";
import { createWatched, type Watched } from "./watched.ts";

/** Raise it with every change of `Shape`. */
const VERSION = 1;

/** Values are `unknown`: a disk may hold anything, readers parse. */
export interface Shape extends DBSchema {
  rows: { key: [string, number]; value: unknown };
  marks: { key: string; value: unknown };
  board: { key: string; value: unknown };
  ballast: { key: number; value: Uint8Array };
}

export type Database = IDBPDatabase<Shape>;

/** A database that opens on first use, gives way, and answers facts instead of throwing. */
export interface GuardedDatabase<S extends DBSchema> {
  readonly name: string;
  readonly status: Watched<StoreStatus>;
  /** Runs `work` on the open database. Errors: what `work` threw, as facts. */
  readonly run: <T>(work: (database: IDBPDatabase<S>) => Promise<T>) => Promise<Result<T, StoreError>>;
  readonly close: () => Promise<void>;
}

export type LocalDatabase = GuardedDatabase<Shape>;

/** Opens on first use. */
export const openLocalDatabase = (name = "recourse", version = VERSION): LocalDatabase =>
  openGuarded<Shape>(name, version, (database) => {
    for (const store of ["rows", "marks", "board"] as const) {
      if (!database.objectStoreNames.contains(store)) database.createObjectStore(store);
    }
    if (!database.objectStoreNames.contains("ballast")) database.createObjectStore("ballast");
  });

/** A database of any shape under the same care. `upgrade` makes what is missing. */
export function openGuarded<S extends DBSchema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<S>["upgrade"]>,
): GuardedDatabase<S> {
  const status = createWatched<StoreStatus>({ is: "ok" });
  let opening: Promise<IDBPDatabase<S>> | undefined;
  let gone: StoreError | undefined;
  let reopened = false;

  const leave = (reason: StoreError): void => {
    gone ??= reason;
    status.set({ is: "degraded", reason: gone });
  };
  const opened = (): Promise<IDBPDatabase<S>> => {
    opening ??= openDB<S>(name, version, {
      upgrade,
      // An older tab holds on to the old version: nothing can be read or saved until it is closed.
      blocked: () => status.set({ is: "degraded", reason: { kind: "needs_update" } }),
      blocking: (_ours, wanted) => {
        leave({ kind: wanted === null ? "closed" : "needs_update" });
        void opening?.then((database) => database.close());
      },
      terminated: () => {
        opening = undefined;
        if (reopened) leave({ kind: "io", code: "ConnectionLost" });
        reopened = true;
      },
    });
    return opening;
  };

  const run = async <T>(work: (database: IDBPDatabase<S>) => Promise<T>): Promise<Result<T, StoreError>> => {
    if (gone !== undefined) return err(gone);
    let database: IDBPDatabase<S>;
    try {
      database = await opened();
    } catch (thrown) {
      opening = undefined;
      const reason = errorOf(thrown, "unavailable");
      status.set({ is: "degraded", reason });
      return err(reason);
    }
    try {
      const value = await work(database);
      if (gone === undefined) status.set({ is: "ok" });
      return ok(value);
    } catch (thrown) {
      const reason = gone ?? errorOf(thrown, "io");
      status.set({ is: "degraded", reason });
      return err(reason);
    }
  };

  return {
    name,
    status,
    run,
    close: async () => {
      leave({ kind: "closed" });
      // Closing waits for transactions that are under way.
      await opening?.then(
        (database) => database.close(),
        () => undefined,
      );
    },
  };
}

/**
 * Answers after `complete`, for reading too: a transaction nobody waits for would fail unheard. Its own error says why it failed; a request inside it
 * often says only that it was aborted. Errors: throws; to be used inside `run`.
 */
export async function committed<T>(transaction: { readonly done: Promise<void> }, work: Promise<T>): Promise<T> {
  const [done, worked] = await Promise.allSettled([transaction.done, work]);
  if (done.status === "rejected") throw done.reason;
  if (worked.status === "rejected") throw worked.reason;
  return worked.value;
}

function errorOf(thrown: unknown, otherwise: "io" | "unavailable"): StoreError {
  const code = typeof thrown === "object" && thrown !== null && "name" in thrown ? String(thrown.name) : "UNKNOWN";
  if (code === "QuotaExceededError") return { kind: "quota" };
  if (code === "VersionError") return { kind: "needs_update" };
  return { kind: otherwise, code };
}
