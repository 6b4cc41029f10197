/**
 * CaseRegister: which log belongs to which case of this device, and what its relay was last seen to hold. Port, with adapters in IndexedDB and in memory.
 *
 * 1. A case without an entry has no log: it is opened from the store it was made in. The entry is written last, when the log has been read back.
 * 2. Somebody who joined knows the log before he knows the case: then the entry has no `caseId` yet, and says how the joining stands.
 * 3. An entry that cannot be read is as if it were not there; the records it was about stay where they are.
 *
 * Source: LO1, I12, JO4.
 */
import * as z from "zod/mini";
import { IdSchema, ok, type Id, type Result } from "@recourse/core";
import { committed } from "../local-database.ts";
import type { CaseboxDatabase } from "./casebox-database.ts";
import { deviceId, logCaseId, recordHash, type DeviceId, type LogCaseId, type RecordHash } from "./log-ids.ts";
import type { LogStoreError } from "./log-store.ts";

/** What a joiner was told by the owner's device, until it is confirmed from the records (JO4). */
export interface ToConfirm {
  readonly owner: DeviceId;
  readonly admit: RecordHash;
}

/** What a relay was seen to hold: its name, and the highest number of each log. */
export interface KnownRelay {
  readonly relay: string;
  readonly marks: Readonly<Record<string, number>>;
}

export interface RegisteredCase {
  readonly log: LogCaseId;
  /** Undefined until the first records have come. */
  readonly caseId: Id | undefined;
  readonly toConfirm?: ToConfirm;
  readonly known?: KnownRelay;
  /** This device may be reached by other members directly: they will see its network address (FR6). */
  readonly direct?: boolean;
}

export interface CaseRegister {
  readonly all: () => Promise<Result<readonly RegisteredCase[], LogStoreError>>;
  readonly put: (entry: RegisteredCase) => Promise<Result<void, LogStoreError>>;
  readonly remove: (log: LogCaseId) => Promise<Result<void, LogStoreError>>;
}

const hex = (bytes: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)));
const EntrySchema = z.looseObject({
  log: hex(16),
  caseId: z.optional(IdSchema),
  toConfirm: z.optional(z.object({ owner: hex(16), admit: hex(32) })),
  known: z.optional(z.object({ relay: hex(16), marks: z.record(z.string(), z.int()) })),
  direct: z.optional(z.boolean()),
});

/** Undefined for what is no entry. */
function entryOf(stored: unknown): RegisteredCase | undefined {
  const read = EntrySchema.safeParse(stored);
  if (!read.success) return undefined;
  const { log, caseId, toConfirm, known, direct } = read.data;
  return {
    log: logCaseId(log),
    caseId,
    ...(toConfirm === undefined
      ? {}
      : { toConfirm: { owner: deviceId(toConfirm.owner), admit: recordHash(toConfirm.admit) } }),
    ...(known === undefined ? {} : { known }),
    ...(direct === undefined ? {} : { direct }),
  };
}

/** Beside the records, in `casebox`. */
export function createIndexedDbCaseRegister(database: CaseboxDatabase): CaseRegister {
  return {
    all: async () => {
      const rows = await database.run(async (open) => {
        const transaction = open.transaction("cases", "readonly");
        return committed(transaction, transaction.store.getAll());
      });
      return rows.ok ? ok(rows.value.flatMap((row) => entryOf(row) ?? [])) : rows;
    },
    put: (entry) =>
      database.run(async (open) => {
        const transaction = open.transaction("cases", "readwrite", { durability: "strict" });
        await committed(transaction, transaction.store.put(entry, entry.log));
      }),
    remove: (log) =>
      database.run(async (open) => {
        const transaction = open.transaction("cases", "readwrite", { durability: "strict" });
        await committed(transaction, transaction.store.delete(log));
      }),
  };
}

/** Lasts as long as the page. */
export function createMemoryCaseRegister(): CaseRegister {
  const entries = new Map<LogCaseId, RegisteredCase>();
  return {
    all: async () => ok([...entries.values()]),
    put: async (entry) => ok(void entries.set(entry.log, entry)),
    remove: async (log) => ok(void entries.delete(log)),
  };
}
