/**
 * RelayBlobs in the relay's PostgreSQL database. Effects: network.
 *
 * 1. What there is of a case is told without the bytes of evidence: those lie beside their rows.
 * 2. What is deleted is not overwritten: its place is used again after a VACUUM, and the log ahead and backups keep it for their time. It is sealed.
 *
 * Source: BL2, RL1.
 */
import { blobId, fromHex, placesOf, type BlobId } from "@recourse/sync/protocol";
import type { RelayBlobs } from "./blob-store.ts";
import { bytesIn } from "./postgres-bytes.ts";
import type { Lease } from "./postgres-lease.ts";
import type { Ask } from "./postgres-session.ts";

/** Part of the schema. */
export const BLOB_SCHEMA: readonly string[] = [
  `CREATE TABLE blob_pieces (
    case_id bytea NOT NULL, blob_id bytea NOT NULL, place integer NOT NULL, size integer NOT NULL, bytes bytea NOT NULL,
    PRIMARY KEY (case_id, blob_id, place)
  )`,
  "ALTER TABLE blob_pieces ALTER COLUMN bytes SET STORAGE EXTERNAL",
];

const PUT = `INSERT INTO blob_pieces (case_id, blob_id, place, size, bytes) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (case_id, blob_id, place) DO NOTHING`;
const READ = "SELECT bytes FROM blob_pieces WHERE case_id = $1 AND blob_id = $2 AND place = $3";
const HELD = `SELECT blob_id, array_agg(place ORDER BY place) AS places, sum(size) AS size
  FROM blob_pieces WHERE case_id = $1 GROUP BY blob_id ORDER BY blob_id`;
const REMOVE_BLOBS = "DELETE FROM blob_pieces WHERE case_id = $1 AND blob_id = ANY ($2::bytea[])";
const REMOVE_PIECES = `${REMOVE_BLOBS} AND place = $3`;

const placesIn = (value: unknown): readonly number[] => (Array.isArray(value) ? value.map(Number) : []);

/** `read` asks on any connection. */
export const createPostgresBlobs = (read: Ask, { within }: Pick<Lease, "within">): RelayBlobs => ({
  put: ({ caseId, id, place, bytes }) =>
    within(async (ask) => void (await ask(PUT, [fromHex(caseId), fromHex(id), place, bytes.length, bytes]))),
  read: async (caseId, id, place) => {
    const [row] = await read(READ, [fromHex(caseId), fromHex(id), place]);
    return row === undefined ? undefined : bytesIn(row["bytes"]);
  },
  held: async (caseId) => {
    const rows = await read(HELD, [fromHex(caseId)]);
    const of = (value: unknown): BlobId => blobId(bytesIn(value));
    return {
      blobs: rows.map((row) => ({ id: of(row["blob_id"]), places: placesOf(placesIn(row["places"])) })),
      bytes: rows.reduce((sum, row) => sum + Number(row["size"]), 0),
    };
  },
  remove: (caseId, ids, place) =>
    within(async (ask) => {
      const of = [fromHex(caseId), ids.map((id) => fromHex(id))];
      await (place === undefined ? ask(REMOVE_BLOBS, of) : ask(REMOVE_PIECES, [...of, place]));
    }),
});
