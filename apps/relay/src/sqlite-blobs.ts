/**
 * RelayBlobs in the relay's SQLite file. Effects: files, the process waits while the disk does.
 *
 * 1. What there is of a case is told from an index: no bytes of evidence are read for it.
 * 2. The file zeroes what it deletes (`secure_delete`): what an owner drops is gone.
 *
 * Source: BL2, RL1; sqlite.org/pragma.html#pragma_secure_delete.
 */
import type { DatabaseSync } from "node:sqlite";
import { blobId, fromHex, placesOf, type BlobId, type Bytes } from "@recourse/sync/protocol";
import type { RelayBlobs } from "./blob-store.ts";
import type { Stored } from "./store.ts";

/** Part of the schema of the file. */
export const BLOB_SCHEMA = `
  PRAGMA secure_delete = ON;
  CREATE TABLE IF NOT EXISTS blob_pieces (
    case_id BLOB NOT NULL, blob_id BLOB NOT NULL, place INTEGER NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS blob_places ON blob_pieces (case_id, blob_id, place);
  CREATE INDEX IF NOT EXISTS blob_sizes ON blob_pieces (case_id, blob_id, place, size);
`;

const bytesIn = (value: unknown): Bytes | undefined =>
  value instanceof Uint8Array ? new Uint8Array(value) : undefined;

/** `within` runs work as one transaction. */
export const createSqliteBlobs = (database: DatabaseSync, within: (work: () => void) => Stored): RelayBlobs => {
  const add = database.prepare(
    "INSERT OR IGNORE INTO blob_pieces (case_id, blob_id, place, size, bytes) VALUES (?, ?, ?, ?, ?)",
  );
  const one = database.prepare("SELECT bytes FROM blob_pieces WHERE case_id = ? AND blob_id = ? AND place = ?");
  const all = database.prepare(
    "SELECT blob_id, place, size FROM blob_pieces INDEXED BY blob_sizes WHERE case_id = ? ORDER BY blob_id, place",
  );
  const removeBlob = database.prepare("DELETE FROM blob_pieces WHERE case_id = ? AND blob_id = ?");
  const removePiece = database.prepare("DELETE FROM blob_pieces WHERE case_id = ? AND blob_id = ? AND place = ?");
  return {
    put: async ({ caseId, id, place, bytes }) =>
      within(() => void add.run(fromHex(caseId), fromHex(id), place, bytes.length, bytes)),
    read: async (caseId, id, place) => bytesIn(one.get(fromHex(caseId), fromHex(id), place)?.["bytes"]),
    held: async (caseId) => {
      const places = new Map<BlobId, number[]>();
      let bytes = 0;
      for (const row of all.iterate(fromHex(caseId))) {
        const name = bytesIn(row["blob_id"]);
        if (name === undefined) continue;
        const id = blobId(name);
        const known = places.get(id);
        if (known === undefined) places.set(id, [Number(row["place"])]);
        else known.push(Number(row["place"]));
        bytes += Number(row["size"]);
      }
      return { blobs: [...places].map(([id, of]) => ({ id, places: placesOf(of) })), bytes };
    },
    remove: async (caseId, ids, place) =>
      within(() => {
        for (const id of ids)
          if (place === undefined) removeBlob.run(fromHex(caseId), fromHex(id));
          else removePiece.run(fromHex(caseId), fromHex(id), place);
      }),
  };
};
