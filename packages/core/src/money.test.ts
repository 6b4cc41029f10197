import { describe, expect, it } from "vitest";
import { fenOfDouble, formatYuan, parseYuan } from "./money.ts";

const fen = (text: string): number | undefined => {
  const r = parseYuan(text);
  return r.ok ? r.value : undefined;
};

describe("[D1] money is integer fen", () => {
  it("[D1] reads what bills print", () => {
    expect([fen("100.00"), fen("¥1,980.00"), fen("￥50.5"), fen("100.00元"), fen("-3"), fen("0.07")]).toEqual([
      10000, 198000, 5050, 10000, -300, 7,
    ]);
  });
  it("[D1] refuses what is no amount", () => {
    expect([fen("1.005"), fen("abc"), fen(""), fen("1e3"), fen("/")]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
  it("[D1] a spreadsheet double counts only within 1e-6 of a whole fen", () => {
    expect(fenOfDouble(131.77)).toEqual({ ok: true, value: 13177 });
    expect(fenOfDouble(0.1 + 0.2)).toEqual({ ok: true, value: 30 });
    expect(fenOfDouble(1.005).ok).toBe(false);
  });
  it("[D1] prints back", () => {
    expect([formatYuan(10000), formatYuan(7), formatYuan(-305), formatYuan(198000)]).toEqual([
      "100.00",
      "0.07",
      "-3.05",
      "1980.00",
    ]);
  });
});
