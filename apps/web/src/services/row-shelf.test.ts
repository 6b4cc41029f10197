/** Rows from the index, from open cases, and when "none" may be said. */
import { id } from "@recourse/core";
import { createMemoryBoardIndex } from "@recourse/sync";
import { describe, expect, test } from "vitest";
import { ROW_VERSION } from "../live/board-row.ts";
import { rowFixture } from "../live/row.fixture.ts";
import type { Comforts } from "./comforts.ts";
import { createRowShelf } from "./row-shelf.ts";

function comfortsWith(kept: Readonly<Record<string, string>> = {}): Comforts & { readonly all: Map<string, string> } {
  const all = new Map(Object.entries(kept));
  return {
    all,
    read: (name) => all.get(name),
    keep: (name, value) => void (value === undefined ? all.delete(name) : all.set(name, value)),
  };
}
const entryOf = (row: ReturnType<typeof rowFixture>) => ({
  id: row.caseId,
  title: row.title,
  category: "membership" as const,
  createdAt: "2026-11-01T00:00:00.000Z" as never,
});
const kept = (row: ReturnType<typeof rowFixture>) => ({
  caseId: row.caseId,
  summary: row,
  staleAt: row.staleAt,
  version: ROW_VERSION,
});

describe("row shelf", () => {
  test("[G14] rows come from the index, newest first; one that does not fit is left out", async () => {
    const index = createMemoryBoardIndex();
    const [a, b] = [rowFixture(1), rowFixture(2)];
    await index.put([
      kept(a),
      kept(b),
      { caseId: id("01M81G67ZJSZCNEJNY00000003"), summary: { odd: 1 }, staleAt: undefined, version: ROW_VERSION },
    ]);
    const shelf = createRowShelf(index, comfortsWith({ cases: "2" }), () => false);
    expect(shelf.known()).toBe(false);
    await shelf.read();
    expect(shelf.rows()).toEqual([b, a]);
    expect(shelf.known()).toBe(true);
  });
  test("[UI] an empty index means none only where nothing was ever kept, or after the workspace said so", async () => {
    const fresh = createRowShelf(createMemoryBoardIndex(), comfortsWith(), () => false);
    await fresh.read();
    expect(fresh.known()).toBe(true);
    const lost = createRowShelf(createMemoryBoardIndex(), comfortsWith({ cases: "3" }), () => false);
    await lost.read();
    expect(lost.known()).toBe(false);
    lost.settle([]);
    expect(lost.known()).toBe(true);
  });
  test("[UI] what an open case says is not overwritten by an older row of the index", async () => {
    const index = createMemoryBoardIndex();
    const old = rowFixture(1, { title: "旧" });
    await index.put([kept(old)]);
    const shelf = createRowShelf(index, comfortsWith(), (caseId) => caseId === old.caseId);
    const now = rowFixture(1, { title: "新" });
    shelf.put(now);
    await index.put([kept(old)]);
    await shelf.read();
    expect(shelf.rows()).toEqual([now]);
  });
  test("[G14] stale is what is missing or past its time, of the cases listed; rows of no case go", async () => {
    const [fresh, past, missing] = [
      rowFixture(1),
      rowFixture(2, { staleAt: "2026-11-22T00:00:00.000Z" as never }),
      rowFixture(3),
    ];
    const shelf = createRowShelf(createMemoryBoardIndex(), comfortsWith(), () => false);
    shelf.put(fresh);
    shelf.put(past);
    shelf.put(rowFixture(9));
    const list = [fresh, past, missing].map(entryOf);
    expect(shelf.stale(list, "2026-11-22T00:00:00.000Z" as never)).toEqual([past.caseId, missing.caseId]);
    shelf.settle(list);
    expect(shelf.rows().map((row) => row.caseId)).toEqual([past.caseId, fresh.caseId]);
  });
});
