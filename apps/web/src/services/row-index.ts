/**
 * Row index: where the rows of the board are kept on this device, in the store of sync's `BoardIndex`. Adapter to the local database.
 *
 * 1. As there: device-local, never the truth; a row of another version, or one that does not fit, is as if it had not been made.
 * 2. Why beside `BoardIndex`: this one reads without a schema, so the first screen needs none.
 */
import { ok, type Id, type Result } from "@recourse/core";
import type { LocalDatabase, StoreError } from "@recourse/sync";
import type { BoardRow } from "../live/board-row.ts";
import { isPlain } from "../live/plain.ts";
import { readRow } from "../live/row-read.ts";
import { ROW_VERSION } from "../live/row-version.ts";

export interface RowIndex {
  /** In no promised order. */
  readonly all: () => Promise<Result<readonly BoardRow[], StoreError>>;
  /** Of these cases, as far as there are rows. */
  readonly some: (caseIds: readonly Id[]) => Promise<Result<readonly BoardRow[], StoreError>>;
  readonly put: (row: BoardRow) => Promise<Result<unknown, StoreError>>;
  readonly remove: (caseId: Id) => Promise<Result<unknown, StoreError>>;
}

/** Rows among whatever a disk may hold. Pure. */
export const fittingRows = (raw: readonly unknown[]): readonly BoardRow[] =>
  raw.flatMap((each) => (isPlain(each) && each["version"] === ROW_VERSION ? (readRow(each["summary"]) ?? []) : []));

/** What is stored for a row. Pure. */
export const keptRow = (row: BoardRow) => ({
  caseId: row.caseId,
  summary: row,
  staleAt: row.staleAt,
  version: ROW_VERSION,
});

/** Errors of its answers are the database's. */
export function createRowIndex(database: LocalDatabase): RowIndex {
  return {
    all: () => database.run(async (open) => fittingRows(await open.getAll("board"))),
    some: (caseIds) =>
      database.run(async (open) => fittingRows(await Promise.all(caseIds.map((caseId) => open.get("board", caseId))))),
    put: (row) => database.run((open) => open.put("board", keptRow(row), row.caseId)),
    remove: (caseId) => database.run((open) => open.delete("board", caseId)),
  };
}

/** In memory, for tests. */
export function createMemoryRowIndex(raw: readonly unknown[] = []): RowIndex {
  const rows = new Map<Id, BoardRow>(fittingRows(raw).map((row) => [row.caseId, row]));
  return {
    all: async () => ok([...rows.values()]),
    some: async (caseIds) => ok(caseIds.flatMap((caseId) => rows.get(caseId) ?? [])),
    put: async (row) => ok(rows.set(row.caseId, row)),
    remove: async (caseId) => ok(rows.delete(caseId)),
  };
}
