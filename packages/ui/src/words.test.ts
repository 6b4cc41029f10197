/** Tests of the shell's words. */
import { expect, test } from "vitest";
import { fill, uiWord, uiWords } from "./words.ts";

const holes = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map((hole) => hole[1] ?? ""))].toSorted();

test("[UI] both languages have the same keys, all named ui.*, none empty", () => {
  const zh = Object.keys(uiWords["zh-CN"]).toSorted();
  expect(Object.keys(uiWords.en).toSorted()).toEqual(zh);
  expect(zh.filter((key) => !/^ui\.[A-Za-z.]+$/.test(key))).toEqual([]);
  for (const words of Object.values(uiWords))
    expect(Object.values(words).filter((text) => text.trim() === "")).toEqual([]);
});

test("[UI] both languages have the same holes", () => {
  const english = new Map(Object.entries(uiWords.en));
  const different = Object.entries(uiWords["zh-CN"]).filter(
    ([key, text]) => holes(text).join() !== holes(english.get(key) ?? "").join(),
  );
  expect(different).toEqual([]);
});

test("[UI] holes are filled, English picks by number, a missing value stays visible", () => {
  expect(uiWord("zh-CN", "ui.problems.count", { n: 3 })).toBe("要注意 3 处");
  expect(uiWord("en", "ui.problems.count", { n: 1 })).toBe("1 thing to fix");
  expect(uiWord("en", "ui.problems.count", { n: 2 })).toBe("2 things to fix");
  expect(fill("{a} {b}", { a: "{b}" })).toBe("{b} {b}");
  expect(uiWord("en", "case.title")).toBeUndefined();
  expect(uiWord("en", "toString")).toBeUndefined();
});
