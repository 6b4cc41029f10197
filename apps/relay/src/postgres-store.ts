/**
 * RelayStore in a PostgreSQL database. Effects: network.
 *
 * 1. A commit has reached the server's disk when it is answered (postgres-session.ts); only the holder of the lock writes (postgres-lease.ts).
 * 2. The number of a record within its case has no gaps: the row of the case is locked before its records are numbered.
 * 3. When the server is away writing says so at once (`io`), but for a commit that got no answer; that waits and is told when it is known. Reading has no
 *    word for it and waits: an answer from half a store would be taken for the whole. All of it goes on by itself.
 *
 * Source: RL1, RL3.
 */
import { Pool } from "pg";
import { fromHex, recordHash, toHex, type Bytes, type LogCaseId, type RecordHash } from "@recourse/sync/protocol";
import { BLOB_SCHEMA, createPostgresBlobs } from "./postgres-blobs.ts";
import { bytesIn } from "./postgres-bytes.ts";
import { isOutage, openFaultOf, type PostgresFault } from "./postgres-fault.ts";
import { createLease, type Lease, type LeaseNews } from "./postgres-lease.ts";
import { asking, CONNECTION, openSession, type Ask } from "./postgres-session.ts";
import type { NewRecord, RelayStore, SealedRecord } from "./store.ts";

/** Sealed bytes do not get smaller: they are stored as they are. */
const SCHEMA: readonly string[] = [
  "CREATE TABLE relay (name text PRIMARY KEY, value bytea NOT NULL)",
  "CREATE TABLE cases (case_id bytea PRIMARY KEY, records integer NOT NULL, bytes bigint NOT NULL)",
  `CREATE TABLE records (
    case_id bytea NOT NULL, n integer NOT NULL, hash bytea NOT NULL, bytes bytea NOT NULL, PRIMARY KEY (case_id, n), UNIQUE (case_id, hash)
  )`,
  "ALTER TABLE records ALTER COLUMN bytes SET STORAGE EXTERNAL",
  ...BLOB_SCHEMA,
];

const LOCK_CASES = "SELECT case_id FROM cases WHERE case_id = ANY ($1::bytea[]) ORDER BY case_id FOR UPDATE";
const NEW_CASES = "INSERT INTO cases SELECT id, 0, 0 FROM unnest($1::bytea[]) AS id ORDER BY id ON CONFLICT DO NOTHING";
const APPEND = `
  WITH fresh AS (
    SELECT given.case_id, given.hash, given.bytes, row_number() OVER (PARTITION BY given.case_id ORDER BY given.at) AS nth
    FROM unnest($1::bytea[], $2::bytea[], $3::bytea[]) WITH ORDINALITY AS given (case_id, hash, bytes, at)
    WHERE NOT EXISTS (SELECT FROM records WHERE records.case_id = given.case_id AND records.hash = given.hash)
  ), added AS (
    INSERT INTO records (case_id, n, hash, bytes)
    SELECT case_id, cases.records + nth, hash, fresh.bytes FROM fresh JOIN cases USING (case_id)
    RETURNING case_id, octet_length(bytes) AS size
  ), grown AS (
    SELECT case_id, count(*) AS records, sum(size) AS bytes FROM added GROUP BY case_id
  )
  UPDATE cases SET records = cases.records + grown.records, bytes = cases.bytes + grown.bytes
  FROM grown WHERE cases.case_id = grown.case_id`;
const LOAD = "SELECT hash, bytes FROM records WHERE case_id = $1 ORDER BY n";
const READ = "SELECT hash, bytes FROM records WHERE case_id = $1 AND hash = ANY ($2::bytea[])";
const SIZE = "SELECT records, bytes FROM cases WHERE case_id = $1";

const ROW = "SELECT value FROM relay WHERE name = $1";
const SET_ROW = "INSERT INTO relay VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
const NODE_ROW = "INSERT INTO relay VALUES ('node', $1) ON CONFLICT DO NOTHING";

/** Connections for reading, beside the one that writes. */
const READERS = 4;
/** An answer later than that is none; a whole case is 256 MiB. Units: ms. */
const ANSWER = 300_000;
/** How long a relay that is just ending may still have the lock. Units: ms. */
const PATIENCE = 3000;

export type PostgresPorts = {
  /** `postgres://…`; what it does not say is taken from PGHOST, PGUSER, PGPASSWORD and the like. */
  readonly address: string;
  readonly random: (length: number) => Bytes;
  readonly tell: (news: LeaseNews) => void;
  /** Units: ms. */
  readonly patience?: number;
};

export type OpenedPostgres =
  | { readonly ok: true; readonly store: RelayStore }
  | { readonly ok: false; readonly fault: PostgresFault };

/** Makes the tables if there are none, and leaves the name of this life of the relay. Answers the name of the store. */
const prepare = async (ask: Ask, fresh: Bytes, life: Bytes): Promise<Bytes> => {
  await ask("BEGIN");
  const [there] = await ask("SELECT to_regclass('relay') IS NOT NULL AS yes");
  if (there?.["yes"] !== true) for (const statement of SCHEMA) await ask(statement);
  await ask(NODE_ROW, [fresh]);
  await ask(SET_ROW, ["life", life]);
  const [node] = await ask(ROW, ["node"]);
  await ask("COMMIT");
  return bytesIn(node?.["value"]);
};

/** Each record once, the first of those with one hash; by column. */
const columnsOf = (batch: readonly NewRecord[]): readonly (readonly Bytes[])[] => {
  const once = new Map<string, NewRecord>();
  for (const record of batch) {
    const name = `${record.caseId}/${record.hash}`;
    if (!once.has(name)) once.set(name, record);
  }
  const records = [...once.values()];
  return [
    records.map(({ caseId }) => fromHex(caseId)),
    records.map(({ hash }) => fromHex(hash)),
    records.map(({ bytes }) => bytes),
  ];
};

const createStore = (node: Bytes, lease: Lease, pool: Pool): RelayStore => {
  const read: Ask = async (text, values = []) => {
    for (await lease.held(); ; await lease.later())
      try {
        return (await pool.query(text, [...values])).rows;
      } catch (error) {
        if (!isOutage(error)) throw error;
      }
  };
  const append = async (ask: Ask, batch: readonly NewRecord[]): Promise<void> => {
    const cases = [...new Set(batch.map(({ caseId }) => caseId))].map((caseId) => fromHex(caseId));
    while ((await ask(LOCK_CASES, [cases])).length < cases.length) await ask(NEW_CASES, [cases]);
    await ask(APPEND, columnsOf(batch));
  };
  return {
    node,
    blobs: createPostgresBlobs(read, lease),
    append: async (batch) => (batch.length === 0 ? { ok: true } : lease.within((ask) => append(ask, batch))),
    load: async (caseId: LogCaseId) =>
      (await read(LOAD, [fromHex(caseId)])).map((row): SealedRecord => ({
        hash: recordHash(bytesIn(row["hash"])),
        bytes: bytesIn(row["bytes"]),
      })),
    read: async (caseId: LogCaseId, hashes: readonly RecordHash[]) => {
      const rows = await read(READ, [fromHex(caseId), hashes.map((hash) => fromHex(hash))]);
      const found = new Map(rows.map((row) => [toHex(bytesIn(row["hash"])), bytesIn(row["bytes"])]));
      return hashes.flatMap((hash) => found.get(hash) ?? []);
    },
    size: async (caseId) => {
      const [row] = await read(SIZE, [fromHex(caseId)]);
      return { records: Number(row?.["records"] ?? 0), bytes: Number(row?.["bytes"] ?? 0) };
    },
    close: async () => {
      await lease.close();
      if (!pool.ending) await pool.end();
    },
  };
};

/** Opens the database, makes the tables if there are none. Errors: one fault for each thing that a person can put right. */
export const openPostgresStore = async (ports: PostgresPorts): Promise<OpenedPostgres> => {
  const { address, random, tell, patience = PATIENCE } = ports;
  const life = random(16);
  const session = await openSession(address, patience);
  if (!session.ok) return session;
  try {
    const node = await prepare(asking(session.client), random(16), life);
    const isMine = async (ask: Ask): Promise<boolean> => {
      const [row] = await ask(ROW, ["life"]);
      return row !== undefined && toHex(bytesIn(row["value"])) === toHex(life);
    };
    const lease = createLease(session.client, { reopen: () => openSession(address, 0), isMine, tell });
    const pool = new Pool({ ...CONNECTION, connectionString: address, max: READERS, query_timeout: ANSWER });
    // A connection that was lost while nobody used it is replaced.
    pool.on("error", () => undefined);
    return { ok: true, store: createStore(node, lease, pool) };
  } catch (error) {
    void session.client.end().catch(() => undefined);
    return { ok: false, fault: openFaultOf(error) };
  }
};
