import * as fc from "fast-check";
import * as Y from "yjs";
import { describe, expect, test } from "vitest";
import { applySplice, findCaret, markCaret, rebased, spliceBetween, wholePairs, type Splice } from "./prose.ts";

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const spliced = (text: string, { at, del, ins }: Splice): string => text.slice(0, at) + ins + text.slice(at + del);
const textWith = (initial: string): Y.Text => {
  const text = new Y.Doc().getText("t");
  text.insert(0, initial);
  return text;
};

describe("splices", () => {
  test(`[I1] any two texts: the splice leads from one to the other, through Yjs too (seed ${seed})`, () => {
    const texts = fc.string({ unit: fc.constantFrom("a", "b", "退", "😀", "😁", "👨‍👩‍👧"), maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, fc.option(fc.nat(12)), (before, after, caret) => {
        const splice = spliceBetween(before, after, caret === null ? undefined : Math.min(caret, after.length));
        expect(splice === undefined ? before : spliced(before, splice)).toBe(after);
        const text = textWith(before);
        applySplice(text, splice);
        expect(text.toString()).toBe(after);
      }),
      { seed, numRuns: 500 },
    );
  });

  test("[I1] the smallest: one letter typed is one letter", () => {
    expect(spliceBetween("退款申请", "退款的申请")).toEqual({ at: 2, del: 0, ins: "的" });
    expect(spliceBetween("abc", "abc")).toBeUndefined();
  });

  test("[I1] of equal letters the caret says which is new: typed at the front it is the first", () => {
    // "aaa" from "aa": without a caret the last; with the caret behind the first letter, the first.
    expect(spliceBetween("aa", "aaa")).toEqual({ at: 2, del: 0, ins: "a" });
    expect(spliceBetween("aa", "aaa", 1)).toEqual({ at: 0, del: 0, ins: "a" });
  });

  test("[I1] 😀 → 😁 share half a pair and are replaced whole", () => {
    // Both begin with U+D83D; cutting between the halves would leave U+FFFD in Yjs.
    expect(spliceBetween("a😀b", "a😁b")).toEqual({ at: 1, del: 2, ins: "😁" });
    expect(wholePairs("😀", { at: 1, del: 1, ins: "" })).toEqual({ at: 0, del: 2, ins: "\uFFFD" });
  });
});

describe("what was composed while others typed", () => {
  test("[I1] before, behind and at the place of the others' change", () => {
    const base = "一二三四";
    const mine: Splice = { at: 3, del: 0, ins: "X" };
    // They put two letters in front: mine moves by two. 一AB二三X四
    expect(rebased(mine, base, "一AB二三四")).toEqual({ at: 5, del: 0, ins: "X" });
    // They changed behind it: mine stays.
    expect(rebased(mine, base, "一二三四。")).toEqual(mine);
    // They replaced 二三, in which I replaced 三: mine goes behind theirs and deletes nothing.
    expect(rebased({ at: 2, del: 1, ins: "Y" }, base, "一ZZZ四")).toEqual({ at: 4, del: 0, ins: "Y" });
    expect(rebased(mine, base, base)).toBe(mine);
  });
});

describe("carets", () => {
  test("[I1] the selection stays at its characters when others type in front of it", () => {
    const text = textWith("一二三");
    const doc = text.doc ?? new Y.Doc();
    const caret = markCaret(text, { start: 1, end: 2 });
    text.insert(0, "AB");
    expect(findCaret(doc, caret)).toEqual({ start: 3, end: 4 });
  });
});
