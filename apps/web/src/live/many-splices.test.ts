import type { Splice } from "@recourse/sync";
import { expect, test } from "vitest";
import { movedPlace, spliced, splicesBetween } from "./many-splices.ts";

const led = (before: string, splices: readonly Splice[]): string => splices.reduce(spliced, before);

test("[FR5] one change is one splice", () => {
  expect(splicesBetween("你好", "你好吗")).toEqual([{ at: 2, del: 0, ins: "吗" }]);
  expect(splicesBetween("你好吗", "你好")).toEqual([{ at: 2, del: 1, ins: "" }]);
  expect(splicesBetween("你好", "你好")).toEqual([]);
});

test("[FR5] changes in two places of one line are two splices", () => {
  // "甲" is put in front; behind it everything stands one further, so "乙" goes to 1 + 5.
  expect(splicesBetween("客服说周五", "甲客服说周五乙")).toEqual([
    { at: 0, del: 0, ins: "甲" },
    { at: 6, del: 0, ins: "乙" },
  ]);
});

test("[FR5] changes in two lines are two splices, and the lines between stay", () => {
  const splices = splicesBetween("一\n二\n三\n四", "一甲\n二\n三\n乙四");
  // "甲" stands behind 一, at 1; in the text with it 四 stands at 2 + 1 + 1 + 1 + 1 + 1 = 7.
  expect(splices).toEqual([
    { at: 1, del: 0, ins: "甲" },
    { at: 7, del: 0, ins: "乙" },
  ]);
});

test("[FR5] whatever the texts, the splices lead from one to the other and keep characters whole", () => {
  const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
  let state = seed;
  const below = (n: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * n);
  };
  const letters = ["a", "b", "中", "文", "😀", "😁", "\n", " "];
  const text = (most: number): string =>
    Array.from({ length: below(most) }, () => letters[below(letters.length)]).join("");
  for (let n = 0; n < 400; n++) {
    const before = text(60);
    let after = before;
    for (let edits = below(4); edits >= 0; edits--) {
      const parts = [...after];
      parts.splice(below(parts.length + 1), below(4), text(5));
      after = parts.join("");
    }
    const splices = splicesBetween(before, after);
    expect(led(before, splices), `seed ${seed}, ${JSON.stringify([before, after])}`).toBe(after);
    for (const { ins } of splices) expect(ins.isWellFormed(), `seed ${seed}`).toBe(true);
  }
});

test("[FR5] texts with nothing in common are one splice, at once", () => {
  const before = "甲".repeat(50_000);
  const after = "乙丙".repeat(25_000);
  const started = performance.now();
  expect(splicesBetween(before, after)).toEqual([{ at: 0, del: 50_000, ins: after }]);
  expect(performance.now() - started).toBeLessThan(1000);
});

test("[FR5] a place moves with its letters", () => {
  const insertAt2: readonly Splice[] = [{ at: 2, del: 0, ins: "中文" }];
  expect([0, 1, 2, 3].map((place) => movedPlace(place, insertAt2))).toEqual([0, 1, 2, 5]);
  // The first letter of a selection is pushed on by what comes in front of it.
  expect(movedPlace(2, insertAt2, true)).toBe(4);
  const cut: readonly Splice[] = [{ at: 2, del: 3, ins: "" }];
  expect([1, 2, 3, 5, 6].map((place) => movedPlace(place, cut))).toEqual([1, 2, 2, 2, 3]);
});
