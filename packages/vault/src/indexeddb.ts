/**
 * BlobStore in IndexedDB, for browsers without OPFS sync handles. Effects: one IndexedDB database, Web Locks.
 *
 * 1. A blob's bytes are rows of 4 MiB under an upload id; an `originals` row makes them visible. That row and the end
 *    of the `incoming` row are one strict transaction, so there is no moment of half an original.
 * 2. Every piece is its own strict transaction: memory stays bounded, and the cost is per row.
 * 3. The connection closes on `versionchange`, and is opened anew by the next call.
 */
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from "idb";
import type { Sha256 } from "@recourse/core";
import { attempt, byHash, confirm, putThrough, type BlobEntry, type BlobStore, type Staging } from "./blob-store.ts";
import { holdImport, ifAbandoned } from "./import-lock.ts";
import { Fault } from "./vault-error.ts";

interface OriginalRow extends BlobEntry {
  readonly upload: string;
}

interface VaultSchema extends DBSchema {
  originals: { key: string; value: OriginalRow };
  incoming: { key: string; value: { readonly upload: string } };
  pieces: { key: [string, number]; value: ArrayBuffer };
}

type Connection = IDBPDatabase<VaultSchema>;

export interface IndexedDbOptions {
  readonly name?: string;
  readonly locks: LockManager;
}

const VERSION = 1;

function connect(name: string): () => Promise<Connection> {
  let connection: Promise<Connection> | undefined;
  const forget = (): void => {
    connection = undefined;
  };
  return () => {
    connection ??= openDB<VaultSchema>(name, VERSION, {
      upgrade: (db) => {
        db.createObjectStore("originals", { keyPath: "sha256" });
        db.createObjectStore("incoming", { keyPath: "upload" });
        db.createObjectStore("pieces");
      },
      blocking: (_current, _blocked, event) => {
        forget();
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated: forget,
    }).catch((thrown: unknown) => {
      forget();
      throw thrown;
    });
    return connection;
  };
}

const piecesOf = (upload: string): IDBKeyRange => IDBKeyRange.bound([upload, 0], [upload, Infinity]);

/** Opens one strict transaction, lets `fill` queue its requests, and is done when they are on disk. */
async function strictly<Names extends StoreNames<VaultSchema>[]>(
  db: Connection,
  stores: Names,
  fill: (tx: IDBPTransaction<VaultSchema, Names, "readwrite">) => Promise<void>,
): Promise<void> {
  const tx = db.transaction(stores, "readwrite", { durability: "strict" });
  const filled = fill(tx);
  // A failed request also fails the transaction, whose error is the telling one (QuotaExceededError).
  filled.catch(() => undefined);
  await tx.done;
  await filled;
}

/** The rows of one blob in order, one in memory at a time. */
async function* rows(db: Connection, upload: string): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  for (let index = 0; ; index += 1) {
    const row = await db.get("pieces", [upload, index]);
    if (row === undefined) return;
    yield new Uint8Array(row);
  }
}

/** Connects at the first call, so that opening never fails; a database that cannot be opened is that call's error. */
export function createIndexedDbStore({ name = "recourse-vault", locks }: IndexedDbOptions): BlobStore {
  const connection = connect(name);

  const find = async (db: Connection, sha256: Sha256): Promise<OriginalRow> => {
    const row = await db.get("originals", sha256);
    if (row === undefined) throw new Fault({ kind: "missing", sha256 });
    return row;
  };

  const discard = (db: Connection, upload: string): Promise<void> =>
    strictly(db, ["incoming", "pieces"], async (tx) => {
      await tx.objectStore("pieces").delete(piecesOf(upload));
      await tx.objectStore("incoming").delete(upload);
    });

  const open = async (): Promise<Staging> => {
    const db = await connection();
    const upload = crypto.randomUUID();
    const letGo = await holdImport(locks, name, upload);
    let index = 0;
    let settled = false;
    return {
      write: async (piece) => {
        await strictly(db, ["incoming", "pieces"], async (tx) => {
          if (index === 0) await tx.objectStore("incoming").put({ upload });
          await tx.objectStore("pieces").put(piece.buffer, [upload, index]);
        });
        index += 1;
      },
      settle: async ({ sha256, size }) => {
        const stored = await db.get("originals", sha256);
        if (stored !== undefined) {
          await confirm(sha256, rows(db, stored.upload));
          return { existed: true };
        }
        let taken = false;
        await strictly(db, ["originals", "incoming"], async (tx) => {
          // Another tab may have stored the same bytes since.
          taken = (await tx.objectStore("originals").get(sha256)) !== undefined;
          if (taken) return;
          await tx.objectStore("originals").add({ sha256, size, upload });
          await tx.objectStore("incoming").delete(upload);
        });
        settled = !taken;
        return { existed: taken };
      },
      release: async () => {
        try {
          if (!settled) await discard(db, upload);
        } finally {
          letGo();
        }
      },
    };
  };

  return {
    put: (source, options) => putThrough(open, source, options),
    get: (sha256) =>
      attempt(async () => {
        const db = await connection();
        const { upload, size } = await find(db, sha256);
        const parts: Blob[] = [];
        // Row by row into Blobs: these live outside the page's heap, the rows do not.
        for await (const row of rows(db, upload)) parts.push(new Blob([row]));
        const blob = new Blob(parts);
        if (blob.size !== size) throw new Fault({ kind: "io", where: "store", code: "SHORT" });
        return blob;
      }),
    has: (sha256) => attempt(async () => (await (await connection()).getKey("originals", sha256)) !== undefined),
    list: () =>
      attempt(async () =>
        byHash((await (await connection()).getAll("originals")).map(({ sha256, size }) => ({ sha256, size }))),
      ),
    remove: (sha256) =>
      attempt(async () => {
        let removed = false;
        await strictly(await connection(), ["originals", "pieces"], async (tx) => {
          const row = await tx.objectStore("originals").get(sha256);
          if (row === undefined) return;
          removed = true;
          await tx.objectStore("originals").delete(sha256);
          await tx.objectStore("pieces").delete(piecesOf(row.upload));
        });
        return removed;
      }),
    verify: (sha256, options) =>
      attempt(async () => {
        const db = await connection();
        return confirm(sha256, rows(db, (await find(db, sha256)).upload), options);
      }),
    sweep: () =>
      attempt(async () => {
        const db = await connection();
        let cleared = 0;
        for (const upload of await db.getAllKeys("incoming")) {
          if (await ifAbandoned(locks, name, upload, () => discard(db, upload))) cleared += 1;
        }
        return cleared;
      }),
  };
}
