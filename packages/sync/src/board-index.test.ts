import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { id, instant, type Result } from "@recourse/core";
import { createIndexedDbBoardIndex, createMemoryBoardIndex, type BoardIndex, type BoardRow } from "./board-index.ts";
import { openLocalDatabase } from "./local-database.ts";
import type { StoreError } from "./update-store.ts";

const one = id("00000000000000000000000000000001");
const two = id("00000000000000000000000000000002");
const row = (caseId: typeof one, version: number): BoardRow => ({
  caseId,
  summary: { title: "会员", owedFen: 1990 },
  staleAt: instant("2024-05-01T00:00:00Z"),
  version,
});
const rowsOf = (result: Result<readonly BoardRow[], StoreError>): readonly BoardRow[] =>
  result.ok ? result.value.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1)) : [];

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe.each<[string, () => BoardIndex]>([
  ["memory", createMemoryBoardIndex],
  ["indexeddb", () => createIndexedDbBoardIndex(openLocalDatabase("t"))],
])("board index: %s", (_name, open) => {
  test("[G14] rows of the version asked for; one row per case, the last put counts", async () => {
    const board = open();
    await board.put([row(one, 3), row(two, 2)]);
    await board.put([{ ...row(one, 3), staleAt: undefined }]);
    expect(rowsOf(await board.all(3))).toEqual([{ ...row(one, 3), staleAt: undefined }]);
    expect(rowsOf(await board.all(2))).toEqual([row(two, 2)]);
  });

  test("[P6] removing a case and clearing", async () => {
    const board = open();
    await board.put([row(one, 1), row(two, 1)]);
    await board.remove(one);
    expect(rowsOf(await board.all(1))).toEqual([row(two, 1)]);
    await board.clear();
    expect(rowsOf(await board.all(1))).toEqual([]);
  });
});

test("[R5] a row that does not fit is left out", async () => {
  const database = openLocalDatabase("t");
  const board = createIndexedDbBoardIndex(database);
  await board.put([row(one, 1)]);
  await database.run((open) => open.put("board", { caseId: "?", version: 1 }, "?"));
  expect(rowsOf(await board.all(1))).toEqual([row(one, 1)]);
});
