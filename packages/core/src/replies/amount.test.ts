import { describe, expect, it } from "vitest";
import { amountsIn } from "./amount.ts";

const fen = (text: string) => amountsIn(text).map((a) => a.fen ?? a.shareRatio);

describe("[X11] amounts named in a message", () => {
  it.each([
    ["给您退50元", [5_000]],
    ["退 ¥1,980.50", [198_050]],
    ["退５０．５元", [5_050]],
    ["补偿两百块", [20_000]],
    ["三百五十元", [35_000]],
    ["交1.5万元", [1_500_000]],
    ["最多退30%", [0.3]],
    ["退一半", [0.5]],
    ["退三成", [0.3]],
    ["百分之二十", [0.2]],
    ["先交200元，再退100元", [20_000, 10_000]],
  ])("[X11] %s", (text, expected) => {
    expect(fen(text)).toEqual(expected);
  });
  it.each(["一块儿退给您", "订单20240501001", "退您积分 300", "150%"])("[X11] no amount in %s", (text) => {
    expect(fen(text)).toEqual([]);
  });
  it("[X11] the words as written", () => {
    expect(amountsIn("给您退 50 元")).toEqual([{ fen: 5_000, phrase: "50 元", span: { start: 4, end: 8 } }]);
  });
});
