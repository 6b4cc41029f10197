/**
 * RelayStore in one SQLite file. Effects: files, the process waits while the disk does.
 *
 * 1. WAL with synchronous FULL: a commit has reached the disk when it returns.
 * 2. The number of a record within its case has no gaps.
 *
 * Source: RL1; sqlite.org/wal.html, sqlite.org/pragma.html#pragma_synchronous.
 */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fromHex, recordHash, type Bytes, type LogCaseId, type RecordHash } from "@recourse/sync/protocol";
import { BLOB_SCHEMA, createSqliteBlobs } from "./sqlite-blobs.ts";
import type { NewRecord, RelayStore, SealedRecord, Stored, StoreFault } from "./store.ts";

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS relay (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS cases (
    case_id BLOB PRIMARY KEY, records INTEGER NOT NULL, bytes INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS records (
    case_id BLOB NOT NULL, n INTEGER NOT NULL, hash BLOB NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (case_id, n)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX IF NOT EXISTS records_by_hash ON records (case_id, hash);
`;

/** Units: ms. Another process may hold the file for a moment, e.g. a backup. */
const BUSY = 5000;
/** Result codes of SQLite that mean no room. Source: sqlite.org/rescode.html. */
const SQLITE_FULL = 13;

const faultOf = (error: unknown): StoreFault => {
  const code = error instanceof Error && "errcode" in error ? error.errcode : undefined;
  return typeof code === "number" && (code & 255) === SQLITE_FULL ? "full" : "io";
};
const bytesIn = (value: unknown): Bytes => (value instanceof Uint8Array ? new Uint8Array(value) : new Uint8Array(0));

/** Opens or makes the file. `fresh`: 16 random bytes, its name if it is new. `limit`: most pages the file may have. Errors: throws when the file cannot be used. */
export const openSqliteStore = (file: string, fresh: Bytes, limit?: { readonly pages: number }): RelayStore => {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: BUSY });
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
  if (limit !== undefined) database.exec(`PRAGMA max_page_count = ${limit.pages}`);
  database.exec(SCHEMA);
  database.exec(BLOB_SCHEMA);
  database.prepare("INSERT OR IGNORE INTO relay VALUES ('node', ?)").run(fresh);
  const node = bytesIn(database.prepare("SELECT value FROM relay WHERE name = 'node'").get()?.["value"]);
  const known = database.prepare("SELECT 1 FROM records WHERE case_id = ? AND hash = ?");
  const add = database.prepare("INSERT INTO records (case_id, n, hash, bytes) VALUES (?, ?, ?, ?)");
  const sizeOf = database.prepare("SELECT records, bytes FROM cases WHERE case_id = ?");
  const grow = database.prepare("INSERT OR REPLACE INTO cases (case_id, records, bytes) VALUES (?, ?, ?)");
  const all = database.prepare("SELECT hash, bytes FROM records WHERE case_id = ? ORDER BY n");
  const one = database.prepare("SELECT bytes FROM records WHERE case_id = ? AND hash = ?");

  const size = (id: Bytes): { readonly records: number; readonly bytes: number } => {
    const row = sizeOf.get(id);
    return { records: Number(row?.["records"] ?? 0), bytes: Number(row?.["bytes"] ?? 0) };
  };
  const insert = ({ caseId, hash, bytes }: NewRecord): void => {
    const [id, key] = [fromHex(caseId), fromHex(hash)];
    if (known.get(id, key) !== undefined) return;
    const before = size(id);
    add.run(id, before.records + 1, key, bytes);
    grow.run(id, before.records + 1, before.bytes + bytes.length);
  };
  const within = (work: () => void): Stored => {
    try {
      database.exec("BEGIN IMMEDIATE");
      work();
      database.exec("COMMIT");
      return { ok: true };
    } catch (error) {
      if (database.isOpen && database.isTransaction) database.exec("ROLLBACK");
      return { ok: false, fault: faultOf(error) };
    }
  };
  return {
    node,
    blobs: createSqliteBlobs(database, within),
    append: async (batch) => within(() => batch.forEach(insert)),
    load: async (caseId: LogCaseId) =>
      all.all(fromHex(caseId)).map((row): SealedRecord => ({
        hash: recordHash(bytesIn(row["hash"])),
        bytes: bytesIn(row["bytes"]),
      })),
    read: async (caseId: LogCaseId, hashes: readonly RecordHash[]) =>
      hashes.flatMap((hash) => {
        const row = one.get(fromHex(caseId), fromHex(hash));
        return row === undefined ? [] : [bytesIn(row["bytes"])];
      }),
    size: async (caseId) => size(fromHex(caseId)),
    close: async () => database.close(),
  };
};
