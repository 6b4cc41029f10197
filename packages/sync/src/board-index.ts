/**
 * Board index: one row per case for the list of cases, so that the board opens without opening every case. Port and adapters.
 *
 * 1. Device-local and never the truth: rebuilt at will, from the cases, when the version differs.
 * 2. Reading is total: a row that does not fit is left out, as if it had not been made yet.
 */
import * as z from "zod/mini";
import { IdSchema, InstantSchema, ok, type Id, type Instant, type Result } from "@recourse/core";
import { committed, type LocalDatabase } from "./local-database.ts";
import type { StoreError } from "./update-store.ts";

const BoardRowSchema = z.object({
  caseId: IdSchema,
  summary: z.unknown(),
  staleAt: z.optional(InstantSchema),
  version: z.int(),
});

/** `summary` is JSON of whoever makes it; `staleAt` is when it may read differently without a change; `version` is the maker's. */
export interface BoardRow {
  readonly caseId: Id;
  readonly summary: unknown;
  readonly staleAt: Instant | undefined;
  readonly version: number;
}

export interface BoardIndex {
  /** Rows of this version, in no promised order. */
  readonly all: (version: number) => Promise<Result<readonly BoardRow[], StoreError>>;
  readonly put: (rows: readonly BoardRow[]) => Promise<Result<void, StoreError>>;
  readonly remove: (caseId: Id) => Promise<Result<void, StoreError>>;
  readonly clear: () => Promise<Result<void, StoreError>>;
}

/** The index beside the updates. Its writes are relaxed: what a crash takes is made again from the cases. */
export function createIndexedDbBoardIndex(database: LocalDatabase): BoardIndex {
  return {
    all: (version) =>
      database.run(async (open) => {
        const transaction = open.transaction("board", "readonly");
        return fitting(await committed(transaction, transaction.store.getAll()), version);
      }),
    put: (rows) =>
      database.run(async (open) => {
        const transaction = open.transaction("board", "readwrite", { durability: "relaxed" });
        await committed(transaction, Promise.all(rows.map((row) => transaction.store.put(row, row.caseId))));
      }),
    remove: (caseId) => database.run((open) => open.delete("board", caseId)),
    clear: () => database.run((open) => open.clear("board")),
  };
}

/** An index that lasts as long as the page: for tests, and where the platform keeps nothing. */
export function createMemoryBoardIndex(): BoardIndex {
  const rows = new Map<string, BoardRow>();
  return {
    all: async (version) => ok(fitting([...rows.values()], version)),
    put: async (more) => {
      for (const row of more) rows.set(row.caseId, row);
      return ok(undefined);
    },
    remove: async (caseId) => {
      rows.delete(caseId);
      return ok(undefined);
    },
    clear: async () => {
      rows.clear();
      return ok(undefined);
    },
  };
}

function fitting(raw: readonly unknown[], version: number): readonly BoardRow[] {
  return raw.flatMap((each) => {
    const parsed = BoardRowSchema.safeParse(each);
    return parsed.success && parsed.data.version === version ? [{ ...parsed.data, staleAt: parsed.data.staleAt }] : [];
  });
}
