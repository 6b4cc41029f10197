import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseArticle, parseNumeral } from "./numeral.ts";

const seed = process.env["SEED"] === undefined ? {} : { seed: Number(process.env["SEED"]) };

describe("Chinese numerals", () => {
  it.each([
    ["五百七十七", 577],
    ["五十八", 58],
    ["十", 10],
    ["十五", 15],
    ["一百一十九", 119],
    ["二百零一", 201],
    ["一千零二十四", 1024],
    ["一千一百六十五", 1165],
    ["一百零四", 104],
    ["五百", 500],
    ["两百", 200],
    ["二〇二四", 2024],
    ["一万二千", 12_000],
    ["58", 58],
    ["５８", 58],
  ])("[B6] %s is %d", (text, n) => {
    expect(parseNumeral(text)).toBe(n);
  });

  it.each(["", "条", "五十八条", "3.5", "五a"])("[B6] %j is no numeral", (text) => {
    expect(parseNumeral(text)).toBeUndefined();
  });

  it.each([
    ["第五十八条", 58],
    ["第 58 条", 58],
    ["五百七十七", 577],
    ["58", 58],
    ["第五十八条之一", undefined],
    ["第三章", undefined],
  ])("[B6] article %s is %s", (text, n) => {
    expect(parseArticle(text)).toBe(n);
  });

  it("[B6] every number up to 9999 as laws write it is read back", () => {
    const digit = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    const write = (n: number): string =>
      [...String(n)]
        .map((d, k, all) =>
          d === "0" ? "零" : (digit[Number(d)] ?? "") + (["", "十", "百", "千"][all.length - 1 - k] ?? ""),
        )
        .join("")
        .replace(/零+/g, "零")
        .replace(/零$/, "")
        .replace(/^一十/, "十");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (n) => {
        expect(parseArticle(`第${write(n)}条`)).toBe(n);
      }),
      { ...seed, numRuns: 500 },
    );
  });
});
