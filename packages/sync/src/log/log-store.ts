/**
 * LogStore: the records of this device, and what is not sealed yet, as a port, with its adapter in memory.
 *
 * 1. A record is stored once, by its hash; of this device's own records also only one per (log, seq) (I3).
 * 2. `seal` is one strict transaction: the records, the head, the outbox, and the pending rows they take the place of (LO1). All of it or nothing.
 * 3. A record leaves the outbox only when it was acknowledged and is stored (I7).
 * 4. What is damaged is named, and the rest loads.
 *
 * Source: LO1, I6, I7.
 */
import { err, ok, type Result } from "@recourse/core";
import { crc32 } from "../row.ts";
import type { StoreError, StoreStatus } from "../update-store.ts";
import { createWatched, type Watched } from "../watched.ts";
import type { LogCaseId, LogId, RecordHash } from "./log-ids.ts";

/** `taken`: another tab or an older life of this profile has written this (log, seq); the session must begin anew (LO2). */
export type LogStoreError = StoreError | { readonly kind: "taken" };

/** A record as it is stored. `own`: of which log of this device it is which number. */
export interface StoredRecord {
  readonly hash: RecordHash;
  readonly bytes: Uint8Array;
  readonly own: { readonly log: LogId; readonly seq: number } | undefined;
}

export interface BadStored {
  /** Key it stands under. */
  readonly key: string;
  readonly reason: "shape" | "checksum";
}

export interface LoadedRecords {
  readonly records: readonly StoredRecord[];
  readonly bad: readonly BadStored[];
}

/** An edit that is durable and not sealed. Rows of a log are numbered from 1 in the order of writing. */
export interface PendingRow {
  readonly log: LogId;
  readonly row: number;
  readonly update: Uint8Array;
  /** Heads it was made on. */
  readonly madeOn: readonly RecordHash[];
  /** When it was made. Undefined in rows of an earlier app. Units: ms since 1970. */
  readonly at?: number | undefined;
}

export interface PendingRows {
  readonly rows: readonly PendingRow[];
  readonly bad: readonly BadStored[];
}

export interface StoredHead {
  readonly log: LogId;
  readonly seq: number;
  readonly hash: RecordHash;
}

/** Records that take the place of the log's pending rows up to and with `upTo`; 0 for none. */
export interface Sealing {
  readonly log: LogId;
  readonly records: readonly StoredRecord[];
  readonly upTo: number;
}

export interface LogStore {
  /** Whether what is durable here outlives the tab. */
  readonly lasting: boolean;
  readonly status: Watched<StoreStatus>;
  /** Cases that have records. */
  readonly cases: () => Promise<Result<readonly LogCaseId[], LogStoreError>>;
  readonly load: (caseId: LogCaseId) => Promise<Result<LoadedRecords, LogStoreError>>;
  /** Stores records of others; those that are there already stay as they are. */
  readonly keep: (caseId: LogCaseId, records: readonly StoredRecord[]) => Promise<Result<void, LogStoreError>>;
  /** Makes an edit durable before it is sealed. Answers its row. */
  readonly pend: (caseId: LogCaseId, edit: Omit<PendingRow, "row">) => Promise<Result<number, LogStoreError>>;
  readonly pending: (caseId: LogCaseId) => Promise<Result<PendingRows, LogStoreError>>;
  readonly seal: (caseId: LogCaseId, sealing: Sealing) => Promise<Result<void, LogStoreError>>;
  readonly heads: (caseId: LogCaseId) => Promise<Result<readonly StoredHead[], LogStoreError>>;
  /** Own records nobody has acknowledged. */
  readonly outbox: (caseId: LogCaseId) => Promise<Result<readonly RecordHash[], LogStoreError>>;
  readonly acknowledged: (caseId: LogCaseId, hashes: readonly RecordHash[]) => Promise<Result<void, LogStoreError>>;
  /** Makes room beforehand, so that text can still be saved when the device is full (LO4). */
  readonly reserve: () => Promise<Result<void, LogStoreError>>;
  /** Deletes everything of a case for good. */
  readonly erase: (caseId: LogCaseId) => Promise<Result<void, LogStoreError>>;
  readonly close: () => Promise<void>;
}

interface CaseRows {
  readonly records: Map<RecordHash, StoredRecord & { readonly crc: number }>;
  readonly owned: Set<string>;
  readonly heads: Map<LogId, StoredHead>;
  readonly pending: Map<string, PendingRow & { readonly crc: number }>;
  readonly outbox: Set<RecordHash>;
}

/** What several memory stores share, as tabs share a database. */
export type MemoryLogRows = Map<LogCaseId, CaseRows>;

/** A device that has stored nothing yet. */
export const createMemoryLogRows = (): MemoryLogRows => new Map();

/** Whether bytes are still what was stored. */
export const isWhole = (bytes: Uint8Array, crc: number): boolean => crc32(bytes) === crc;

/** A store in memory: for tests and where the platform has none. */
export function createMemoryLogStore(shared: MemoryLogRows = createMemoryLogRows(), lasting = false): LogStore {
  const status = createWatched<StoreStatus>({ is: "ok" });
  let closed = false;
  const open = async <T>(work: () => Result<T, LogStoreError>): Promise<Result<T, LogStoreError>> =>
    closed ? err({ kind: "closed" }) : work();
  const rowsOf = (caseId: LogCaseId): CaseRows => {
    const rows = shared.get(caseId) ?? {
      records: new Map(),
      owned: new Set(),
      heads: new Map(),
      pending: new Map(),
      outbox: new Set(),
    };
    shared.set(caseId, rows);
    return rows;
  };
  const place = ({ log, seq }: { readonly log: LogId; readonly seq: number }): string => `${log}/${seq}`;
  const put = ({ records, owned }: CaseRows, record: StoredRecord): void => {
    if (records.has(record.hash)) return;
    records.set(record.hash, { ...record, bytes: record.bytes.slice(), crc: crc32(record.bytes) });
    if (record.own !== undefined) owned.add(place(record.own));
  };
  const split = <T extends { readonly crc: number }>(
    all: Iterable<readonly [string, T]>,
    bytesOf: (each: T) => Uint8Array,
  ): { readonly whole: readonly T[]; readonly bad: readonly BadStored[] } => {
    const whole: T[] = [];
    const bad: BadStored[] = [];
    for (const [key, each] of all)
      if (isWhole(bytesOf(each), each.crc)) whole.push(each);
      else bad.push({ key, reason: "checksum" });
    return { whole, bad };
  };
  return {
    lasting,
    status,
    cases: () => open(() => ok([...shared].flatMap(([caseId, { records }]) => (records.size > 0 ? [caseId] : [])))),
    load: (caseId) =>
      open(() => {
        const { whole, bad } = split(rowsOf(caseId).records, ({ bytes }) => bytes);
        return ok({ records: whole.map(({ hash, bytes, own }) => ({ hash, bytes, own })), bad });
      }),
    keep: (caseId, records) => open(() => ok(records.forEach((record) => put(rowsOf(caseId), record)))),
    pend: (caseId, { log, update, madeOn, at }) =>
      open(() => {
        const { pending } = rowsOf(caseId);
        const row =
          1 + [...pending.values()].reduce((most, each) => (each.log === log ? Math.max(most, each.row) : most), 0);
        pending.set(`${log}/${row}`, { log, row, update: update.slice(), madeOn, at, crc: crc32(update) });
        return ok(row);
      }),
    pending: (caseId) =>
      open(() => {
        const { whole, bad } = split(rowsOf(caseId).pending, ({ update }) => update);
        return ok({ rows: whole.map(({ log, row, update, madeOn, at }) => ({ log, row, update, madeOn, at })), bad });
      }),
    seal: (caseId, { log, records, upTo }) =>
      open(() => {
        const rows = rowsOf(caseId);
        // Those that are there already were sealed before, and only the answer was lost.
        const fresh = records.filter(({ hash }) => !rows.records.has(hash));
        if (fresh.some(({ own }) => own !== undefined && rows.owned.has(place(own)))) return err({ kind: "taken" });
        for (const record of records) {
          put(rows, record);
          rows.outbox.add(record.hash);
          if (record.own !== undefined) rows.heads.set(log, { ...record.own, hash: record.hash });
        }
        for (const [key, each] of rows.pending) if (each.log === log && each.row <= upTo) rows.pending.delete(key);
        return ok(undefined);
      }),
    heads: (caseId) => open(() => ok([...rowsOf(caseId).heads.values()])),
    outbox: (caseId) => open(() => ok([...rowsOf(caseId).outbox])),
    acknowledged: (caseId, hashes) =>
      open(() => {
        const { outbox, records } = rowsOf(caseId);
        for (const hash of hashes) if (records.has(hash)) outbox.delete(hash);
        return ok(undefined);
      }),
    reserve: () => open(() => ok(undefined)),
    erase: (caseId) => open(() => ok(void shared.delete(caseId))),
    close: async () => {
      closed = true;
      status.set({ is: "degraded", reason: { kind: "closed" } });
    },
  };
}
