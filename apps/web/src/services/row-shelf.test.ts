/** Rows from the index, from open cases, and when "none" may be said. */
import { describe, expect, test } from "vitest";
import { rowFixture } from "../live/row.fixture.ts";
import { ROW_VERSION } from "../live/row-version.ts";
import type { Comforts } from "./comforts.ts";
import { createMemoryRowIndex, keptRow } from "./row-index.ts";
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
describe("row shelf", () => {
  test("[G14] rows come from the index, newest first; those that do not fit, or are of another version, are left out", async () => {
    const [a, b] = [rowFixture(1), rowFixture(2)];
    const odd = { caseId: "01M81G67ZJSZCNEJNY00000003", summary: { odd: 1 }, version: ROW_VERSION };
    const older = { ...keptRow(rowFixture(4)), version: ROW_VERSION - 1 };
    const index = createMemoryRowIndex([keptRow(a), keptRow(b), odd, older, "no row"]);
    const shelf = createRowShelf(index, comfortsWith({ cases: "2" }), () => false);
    expect(shelf.known()).toBe(false);
    await shelf.read();
    expect(shelf.book.all()).toEqual([b, a]);
    expect(shelf.known()).toBe(true);
  });
  test("[UI] an empty index means none only where nothing was ever kept, or after the workspace said so", async () => {
    const fresh = createRowShelf(createMemoryRowIndex(), comfortsWith(), () => false);
    await fresh.read();
    expect(fresh.known()).toBe(true);
    const lost = createRowShelf(createMemoryRowIndex(), comfortsWith({ cases: "3" }), () => false);
    await lost.read();
    expect(lost.known()).toBe(false);
    lost.settle([]);
    expect(lost.known()).toBe(true);
  });
  test("[UI] what an open case says is not overwritten by an older row of the index", async () => {
    const old = rowFixture(1, { title: "旧" });
    const index = createMemoryRowIndex([keptRow(old)]);
    const shelf = createRowShelf(index, comfortsWith(), (caseId) => caseId === old.caseId);
    const now = rowFixture(1, { title: "新" });
    shelf.put(now);
    await index.put(old);
    await shelf.read();
    expect(shelf.book.all()).toEqual([now]);
  });
  test("[UI] of another tab only the rows it touched are read again", async () => {
    const [a, b] = [rowFixture(1), rowFixture(2)];
    const index = createMemoryRowIndex([keptRow(a), keptRow(b)]);
    const shelf = createRowShelf(index, comfortsWith(), () => false);
    await shelf.read();
    await index.put(rowFixture(1, { title: "别的窗口改过" }));
    await index.put(rowFixture(2, { title: "还没读" }));
    await shelf.read([a.caseId]);
    expect(shelf.book.all().map((row) => row.title)).toEqual(["案件 2", "别的窗口改过"]);
  });
  test("[UI] what is being deleted is not seen, and is there again when it could not be", () => {
    const shelf = createRowShelf(createMemoryRowIndex(), comfortsWith(), () => false);
    shelf.put(rowFixture(1));
    shelf.put(rowFixture(2));
    shelf.hide(new Set([rowFixture(1).caseId]));
    expect(shelf.book.count()).toBe(1);
    shelf.hide(new Set());
    expect(shelf.book.count()).toBe(2);
  });
  test("[G14] stale is what is missing or past its time, of the cases listed; rows of no case go", async () => {
    const [fresh, past, missing] = [
      rowFixture(1),
      rowFixture(2, { staleAt: "2026-11-22T00:00:00.000Z" as never }),
      rowFixture(3),
    ];
    const shelf = createRowShelf(createMemoryRowIndex(), comfortsWith(), () => false);
    shelf.put(fresh);
    shelf.put(past);
    shelf.put(rowFixture(9));
    const list = [fresh, past, missing].map(entryOf);
    expect(shelf.stale(list, "2026-11-22T00:00:00.000Z" as never)).toEqual([past.caseId, missing.caseId]);
    shelf.settle(list);
    expect(shelf.book.all().map((row) => row.caseId)).toEqual([past.caseId, fresh.caseId]);
  });
});
