/** A list kept row by row is the list made anew. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BoardRow } from "./board-row.ts";
import { createRowList, newestFirst, type RowSpec } from "./row-list.ts";
import { rowFixture } from "./row.fixture.ts";

/** Seed of the random runs: `SEED=… ` repeats one. */
const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);

const byExhibits: RowSpec = {
  fits: (row) => row.turn === "mine",
  order: (a, b) => a.exhibits - b.exhibits || newestFirst(a, b),
  groups: (row) => [row.round],
};

describe("createRowList", () => {
  test(`[G13] after any edits: the same rows in the same order, the same groups (seed ${seed})`, () => {
    const row = fc.record({
      n: fc.nat(12),
      exhibits: fc.nat(4),
      turn: fc.constantFrom("mine" as const, "theirs" as const),
      round: fc.constantFrom("prepare" as const, "apply" as const, "first" as const),
      gone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (edits) => {
        const there = new Map<number, BoardRow>();
        const list = createRowList(byExhibits, []);
        for (const { n, gone, ...fields } of edits) {
          const before = there.get(n);
          const after = gone ? undefined : rowFixture(n, fields);
          if (after === undefined) there.delete(n);
          else there.set(n, after);
          list.change(before, after);
        }
        const anew = createRowList(byExhibits, [...there.values()].toSorted(newestFirst));
        expect(list.ids()).toEqual(anew.ids());
        expect([...list.groups()].toSorted()).toEqual([...anew.groups()].toSorted());
      }),
      { seed, numRuns: 300 },
    );
  });
  test("[G13] what changes nothing of the order leaves the very ids and groups", () => {
    const rows = [rowFixture(2, { exhibits: 1 }), rowFixture(1, { exhibits: 2 })];
    const list = createRowList(byExhibits, rows);
    const [ids, groups] = [list.ids(), list.groups()];
    list.change(rows[0], { ...rowFixture(2, { exhibits: 1 }), title: "改过" });
    expect(list.ids()).toBe(ids);
    expect(list.groups()).toBe(groups);
    // 2 now has more exhibits than 1: they change places.
    list.change({ ...rowFixture(2, { exhibits: 1 }) }, rowFixture(2, { exhibits: 3 }));
    expect(list.ids()).toEqual([rowFixture(1).caseId, rowFixture(2).caseId]);
  });
});
