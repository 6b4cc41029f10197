/**
 * LogStore in IndexedDB. Adapter.
 *
 * 1. Everything that is called durable was written by a strict transaction and has completed (I6).
 * 2. Whether a (log, seq) is taken is asked inside the transaction that writes, and the index is unique: no tab needs to know of another.
 * 3. On a full disk the ballast is given up once, so that text still saves; `status` stays at `quota` (LO4).
 *
 * Source: LO1, LO4.
 */
import * as z from "zod/mini";
import { err, ok, type Result } from "@recourse/core";
import { BALLAST_BYTES, incompressible } from "../indexeddb-update-store.ts";
import { committed } from "../local-database.ts";
import { crc32 } from "../row.ts";
import type { StoreStatus } from "../update-store.ts";
import { createWatched } from "../watched.ts";
import type { Casebox, CaseboxDatabase } from "./casebox-database.ts";
import { deviceId, logCaseId, logId, recordHash, sessionId, type LogCaseId, type LogId } from "./log-ids.ts";
import {
  isWhole,
  type BadStored,
  type LoadedRecords,
  type LogStore,
  type LogStoreError,
  type PendingRow,
  type PendingRows,
  type Sealing,
  type StoredHead,
  type StoredRecord,
} from "./log-store.ts";

const RecordRowSchema = z.looseObject({
  bytes: z.instanceof(Uint8Array),
  crc: z.number(),
  own: z.optional(z.tuple([z.string(), z.string(), z.int()])),
});
const PendingRowSchema = z.looseObject({
  update: z.instanceof(Uint8Array),
  crc: z.number(),
  madeOn: z.array(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  at: z.optional(z.number()),
});
const HeadRowSchema = z.looseObject({ seq: z.int(), hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) });

const logOf = (text: string): LogId => logId(deviceId(text.slice(0, 32)), sessionId(text.slice(32)));
/** Every key that begins with a case: an array sorts after every text and number. */
const ofCase = (caseId: LogCaseId): IDBKeyRange => IDBKeyRange.bound([caseId], [caseId, []]);

export interface IndexedDbLogStoreOptions {
  /** Units: bytes; 0 for none. */
  readonly ballastBytes?: number;
}

/** A store over an opened database, which it closes when it is closed itself. */
export function createIndexedDbLogStore(
  database: CaseboxDatabase,
  { ballastBytes = BALLAST_BYTES }: IndexedDbLogStoreOptions = {},
): LogStore {
  const status = createWatched<StoreStatus>(database.status.get());
  let short = false;
  const show = (now: StoreStatus): void =>
    status.set(short && now.is === "ok" ? { is: "degraded", reason: { kind: "quota" } } : now);
  const stop = database.status.subscribe(show);

  /** Text that must be saved: once more in the room of the ballast. */
  const pressing = async <T>(work: (open: Casebox) => Promise<T>): Promise<Result<T, LogStoreError>> => {
    const first = await database.run(work);
    if (first.ok) return first;
    if (first.error.kind !== "quota") return first;
    short = true;
    const freed = await database.run((open) => open.clear("ballast"));
    const second = freed.ok ? await database.run(work) : first;
    show(database.status.get());
    return second;
  };

  return {
    lasting: true,
    status,
    cases: () => database.run(casesWithRecords),
    load: (caseId) => database.run((open) => loadRecords(open, caseId)),
    keep: (caseId, records) =>
      pressing(async (open) => {
        const transaction = open.transaction("records", "readwrite", { durability: "strict" });
        await committed(transaction, Promise.all(records.map((record) => addOnce(transaction.store, caseId, record))));
      }),
    pend: (caseId, edit) => pressing((open) => addPending(open, caseId, edit)),
    pending: (caseId) => database.run((open) => loadPending(open, caseId)),
    seal: async (caseId, sealing) => {
      const sealed = await pressing((open) => sealRows(open, caseId, sealing));
      if (!sealed.ok) return sealed;
      return sealed.value ? ok(undefined) : err({ kind: "taken" });
    },
    heads: (caseId) => database.run((open) => loadHeads(open, caseId)),
    outbox: (caseId) =>
      database.run(async (open) => {
        const transaction = open.transaction("outbox", "readonly");
        const keys = await committed(transaction, transaction.store.getAllKeys(ofCase(caseId)));
        return keys.map(([, hash]) => recordHash(hash));
      }),
    acknowledged: (caseId, hashes) =>
      database.run(async (open) => {
        const transaction = open.transaction(["outbox", "records"], "readwrite", { durability: "relaxed" });
        const leaving = hashes.map(async (hash) => {
          const stored = await transaction.objectStore("records").getKey([caseId, hash]);
          if (stored !== undefined) await transaction.objectStore("outbox").delete([caseId, hash]);
        });
        await committed(transaction, Promise.all(leaving));
      }),
    reserve: async () => {
      if (ballastBytes === 0 || short) return ok(undefined);
      return database.run(async (open) => {
        const transaction = open.transaction("ballast", "readwrite", { durability: "relaxed" });
        const laying = async (): Promise<void> => {
          if ((await transaction.store.count()) === 0) await transaction.store.put(incompressible(ballastBytes), 1);
        };
        await committed(transaction, laying());
      });
    },
    erase: (caseId) =>
      database.run(async (open) => {
        const stores = ["records", "heads", "pending", "outbox"] as const;
        const transaction = open.transaction(stores, "readwrite", { durability: "strict" });
        await committed(
          transaction,
          Promise.all(stores.map((store) => transaction.objectStore(store).delete(ofCase(caseId)))),
        );
      }),
    close: async () => {
      stop();
      await database.close();
      status.set({ is: "degraded", reason: { kind: "closed" } });
    },
  };
}

/** The part of an object store used here, whatever its transaction. */
interface RecordRows {
  readonly getKey: (key: [string, string]) => Promise<[string, string] | undefined>;
  readonly add: (value: unknown, key: [string, string]) => Promise<unknown>;
}

async function addOnce(rows: RecordRows, caseId: LogCaseId, { hash, bytes, own }: StoredRecord): Promise<void> {
  if ((await rows.getKey([caseId, hash])) !== undefined) return;
  const row = { bytes, crc: crc32(bytes) };
  await rows.add(own === undefined ? row : { ...row, own: [caseId, own.log, own.seq] }, [caseId, hash]);
}

async function casesWithRecords(open: Casebox): Promise<readonly LogCaseId[]> {
  const found: LogCaseId[] = [];
  const transaction = open.transaction("records", "readonly");
  const walking = async (): Promise<void> => {
    for (let cursor = await transaction.store.openKeyCursor(); cursor !== null;) {
      const [caseId] = cursor.key;
      found.push(logCaseId(caseId));
      // No hash sorts after `g`.
      cursor = await cursor.continue([caseId, "g"]);
    }
  };
  await committed(transaction, walking());
  return found;
}

async function loadRecords(open: Casebox, caseId: LogCaseId): Promise<LoadedRecords> {
  const transaction = open.transaction("records", "readonly");
  const range = ofCase(caseId);
  const [keys, values] = await committed(
    transaction,
    Promise.all([transaction.store.getAllKeys(range), transaction.store.getAll(range)]),
  );
  const records: StoredRecord[] = [];
  const bad: BadStored[] = [];
  keys.forEach(([, key], n) => {
    const parsed = RecordRowSchema.safeParse(values[n]);
    if (!parsed.success) return void bad.push({ key, reason: "shape" });
    const { bytes, crc, own } = parsed.data;
    if (!isWhole(bytes, crc)) return void bad.push({ key, reason: "checksum" });
    records.push({
      hash: recordHash(key),
      bytes,
      own: own === undefined ? undefined : { log: logOf(own[1]), seq: own[2] },
    });
  });
  return { records, bad };
}

async function addPending(
  open: Casebox,
  caseId: LogCaseId,
  { log, update, madeOn, at }: Omit<PendingRow, "row">,
): Promise<number> {
  const transaction = open.transaction("pending", "readwrite", { durability: "strict" });
  const writing = (async () => {
    const last = await transaction.store.openKeyCursor(IDBKeyRange.bound([caseId, log], [caseId, log, []]), "prev");
    const row = (last?.key[2] ?? 0) + 1;
    await transaction.store.add({ update, crc: crc32(update), madeOn: [...madeOn], at }, [caseId, log, row]);
    return row;
  })();
  return committed(transaction, writing);
}

async function loadPending(open: Casebox, caseId: LogCaseId): Promise<PendingRows> {
  const transaction = open.transaction("pending", "readonly");
  const range = ofCase(caseId);
  const [keys, values] = await committed(
    transaction,
    Promise.all([transaction.store.getAllKeys(range), transaction.store.getAll(range)]),
  );
  const rows: PendingRow[] = [];
  const bad: BadStored[] = [];
  keys.forEach(([, log, row], n) => {
    const key = `${log}/${row}`;
    const parsed = PendingRowSchema.safeParse(values[n]);
    if (!parsed.success) return void bad.push({ key, reason: "shape" });
    const { update, crc, madeOn, at } = parsed.data;
    if (!isWhole(update, crc)) return void bad.push({ key, reason: "checksum" });
    rows.push({ log: logOf(log), row, update, madeOn: madeOn.map(recordHash), at });
  });
  return { rows, bad };
}

/** False, and nothing written, when a (log, seq) is another record's already. */
async function sealRows(open: Casebox, caseId: LogCaseId, { log, records, upTo }: Sealing): Promise<boolean> {
  const stores = ["records", "heads", "outbox", "pending"] as const;
  const transaction = open.transaction(stores, "readwrite", { durability: "strict" });
  const rows = transaction.objectStore("records");
  const writing = (async () => {
    for (const { hash, own } of records) {
      const there = own === undefined ? undefined : await rows.index("own").getKey([caseId, own.log, own.seq]);
      if (there !== undefined && there[1] !== hash) return false;
    }
    for (const record of records) {
      await addOnce(rows, caseId, record);
      await transaction.objectStore("outbox").put(1, [caseId, record.hash]);
      if (record.own !== undefined)
        await transaction.objectStore("heads").put({ seq: record.own.seq, hash: record.hash }, [caseId, log]);
    }
    if (upTo > 0)
      await transaction.objectStore("pending").delete(IDBKeyRange.bound([caseId, log, 0], [caseId, log, upTo]));
    return true;
  })();
  return committed(transaction, writing);
}

async function loadHeads(open: Casebox, caseId: LogCaseId): Promise<readonly StoredHead[]> {
  const transaction = open.transaction("heads", "readonly");
  const range = ofCase(caseId);
  const [keys, values] = await committed(
    transaction,
    Promise.all([transaction.store.getAllKeys(range), transaction.store.getAll(range)]),
  );
  return keys.flatMap(([, log], n) => {
    const parsed = HeadRowSchema.safeParse(values[n]);
    return parsed.success ? [{ log: logOf(log), seq: parsed.data.seq, hash: recordHash(parsed.data.hash) }] : [];
  });
}
