/** Rows as signals: who hears what. */
import { createEffect, createRoot, createSignal } from "solid-js";
import { describe, expect, test } from "vitest";
import type { BoardRow } from "./board-row.ts";
import { createRowBook, sharing } from "./row-book.ts";
import { newestFirst } from "./row-list.ts";
import { rowFixture } from "./row.fixture.ts";

const put = (book: ReturnType<typeof createRowBook>, ...rows: readonly BoardRow[]): void =>
  book.put(rows.map((row) => [row.caseId, row]));

describe("row book", () => {
  test("[G13] a changed row wakes those who look at it, and a list only where it comes, goes or moves", () => {
    const heard: string[] = [];
    // Effects run when the root is made, and from then on with every change.
    const { book, end } = createRoot((dispose) => {
      const made = createRowBook();
      put(made, rowFixture(1), rowFixture(2));
      const mine = made.choose(() => ({ fits: (row) => row.turn === "mine", order: newestFirst }));
      createEffect(() => void heard.push(`one ${made.row(rowFixture(1).caseId)?.title ?? "-"}`));
      createEffect(() => void heard.push(`two ${made.row(rowFixture(2).caseId)?.title ?? "-"}`));
      createEffect(() => void heard.push(`mine ${mine.ids().length}`));
      return { book: made, end: dispose };
    });
    expect(heard.toSorted()).toEqual(["mine 2", "one 案件 1", "two 案件 2"]);
    heard.length = 0;
    put(book, rowFixture(1, { title: "改过" }));
    expect(heard).toEqual(["one 改过"]);
    heard.length = 0;
    put(book, rowFixture(2, { turn: "theirs" }));
    expect(heard.toSorted()).toEqual(["mine 1", "two 案件 2"]);
    heard.length = 0;
    book.put([[rowFixture(1).caseId, undefined]]);
    expect(heard.toSorted()).toEqual(["mine 0", "one -"]);
    expect(book.count()).toBe(1);
    end();
  });
  test("[UI] what is hidden is nowhere, and there again afterwards", () => {
    const { book, all, end } = createRoot((dispose) => {
      const made = createRowBook();
      return { book: made, all: made.choose(() => ({ fits: () => true, order: newestFirst })), end: dispose };
    });
    put(book, rowFixture(1), rowFixture(2), rowFixture(3));
    const two = rowFixture(2);
    book.hide(new Set([two.caseId]));
    expect(all.ids()).toEqual([rowFixture(3).caseId, rowFixture(1).caseId]);
    expect(book.row(two.caseId)).toBeUndefined();
    expect(book.all().map((row) => row.title)).toEqual(["案件 3", "案件 1"]);
    // Changed while it is hidden: it comes back as it is now.
    put(book, rowFixture(2, { title: "改过" }));
    expect(all.ids()).toHaveLength(2);
    book.hide(new Set());
    expect(book.all().map((row) => row.title)).toEqual(["案件 3", "改过", "案件 1"]);
    end();
  });
  test("[G14] many at once, and a choice whose question changes, are the same as one by one", () => {
    const [least, setLeast] = createSignal(0);
    const { book, rich, end } = createRoot((dispose) => {
      const made = createRowBook();
      const choice = made.choose(() => {
        const from = least();
        return { fits: (row) => row.exhibits >= from, order: newestFirst };
      });
      return { book: made, rich: choice, end: dispose };
    });
    put(book, ...Array.from({ length: 300 }, (_, n) => rowFixture(n, { exhibits: n % 10 })));
    expect(rich.ids()).toHaveLength(300);
    setLeast(9);
    // 9, 19, …, 299: thirty of them.
    expect(rich.ids()).toHaveLength(30);
    put(book, rowFixture(8, { exhibits: 9 }));
    expect(rich.ids()).toHaveLength(31);
    // Newest first: 8 comes last, after 9.
    expect(rich.ids().slice(-2)).toEqual([rowFixture(9).caseId, rowFixture(8).caseId]);
    end();
  });
  test("[G13] parts of a row that say the same stay the very same objects", () => {
    const before = rowFixture(1, { elements: [{ id: "amount", verdict: "ok" }] });
    const after = sharing(before, rowFixture(1, { title: "改过", elements: [{ id: "amount", verdict: "ok" }] }));
    expect(after.title).toBe("改过");
    expect(after.elements).toBe(before.elements);
    expect(sharing(before, rowFixture(1, { elements: [{ id: "amount", verdict: "weak" }] })).elements).not.toBe(
      before.elements,
    );
    // A clock that is gone stays gone.
    const clocked = rowFixture(1, {
      clock: {
        due: "2026-11-22" as never,
        basis: "law",
        owner: "mine",
        passed: false,
        counts: true,
        provisional: false,
        rule: "r",
      },
    });
    expect(sharing(clocked, rowFixture(1)).clock).toBeUndefined();
  });
});
