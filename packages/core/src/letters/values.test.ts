import { describe, expect, it } from "vitest";
import { restyled, valuesIn, type Value } from "./values.ts";

const kinds = (text: string): readonly Value[] => valuesIn(text).map((t) => t.value);
const moment = (parts: object): Value => ({ kind: "moment", parts });

describe("[A3] values in a text", () => {
  it("[A3] the guide's example sentence, value by value", () => {
    expect(kinds("订单号20240501001，支付100元购买1000真实粉丝，截至5月3日粉丝仅增加12条（附后台截图）")).toEqual([
      { kind: "count", n: 20_240_501_001 },
      { kind: "amount", fen: 10_000 },
      { kind: "count", n: 1000 },
      moment({ month: 5, day: 3 }),
      { kind: "count", n: 12 },
    ]);
  });
  it("[A3] moments in the ways people write them", () => {
    const whole = { year: 2024, month: 5, day: 2, hour: 21, minute: 0 };
    for (const text of [
      "2024年5月2日21:00",
      "2024-05-02 21:00",
      "2024/5/2 21:00",
      "2024 年 5 月 2 日 21 : 00",
      "2024年5月2日晚上9:00",
      "２０２４年５月２日２１：００",
    ])
      expect(kinds(text), text).toEqual([moment(whole)]);
    expect(kinds("05-02 21:00")).toEqual([moment({ month: 5, day: 2, hour: 21, minute: 0 })]);
    expect(kinds("下午3点半")).toEqual([moment({ hour: 15, minute: 30 })]);
  });
  it("[A3] spans, shares, amounts", () => {
    expect(kinds("下单后34小时58分")).toEqual([{ kind: "span", unit: "minute", n: 2098, exact: true }]);
    expect(kinds("48小时内")).toEqual([{ kind: "span", unit: "minute", n: 2880, exact: false }]);
    expect(kinds("7日内")).toEqual([{ kind: "span", unit: "day", n: 7, exact: true }]);
    expect(kinds("掉了73%，即百分之七十三")).toEqual([
      { kind: "percent", percent: 73, decimals: 0 },
      { kind: "percent", percent: 73, decimals: 0 },
    ]);
    expect(kinds("¥1,980.00，即一千九百八十元")).toEqual([
      { kind: "amount", fen: 198_000 },
      { kind: "amount", fen: 198_000 },
    ]);
    expect(kinds("联系三次")).toEqual([{ kind: "count", n: 3 }]);
  });
  it("[A3] a list of figures is no figure with thousands, a range of exhibits is exhibits", () => {
    expect(kinds("增加12，345个")).toEqual([
      { kind: "count", n: 12 },
      { kind: "count", n: 345 },
    ]);
    expect(kinds("见证据1、3")).toEqual([
      { kind: "exhibit", n: 1 },
      { kind: "exhibit", n: 3 },
    ]);
    expect(kinds("（证据1）5月3日")).toEqual([{ kind: "exhibit", n: 1 }, moment({ month: 5, day: 3 })]);
  });
  it("[A3] quotes are one value, titles and steps none", () => {
    expect(kinds("承诺“2小时内启动”")).toEqual([{ kind: "quote", text: "2小时内启动" }]);
    expect(kinds("《2024版规则》第2页第3步，有以下3点")).toEqual([{ kind: "count", n: 3 }]);
    expect(kinds("第5条")).toEqual([{ kind: "article", n: 5 }]);
    expect(kinds("单号A2024-01")).toEqual([{ kind: "code", text: "A2024-01" }]);
  });
  it("[A3] positions are those of the text as written", () => {
    const text = "共１００元。";
    const [t] = valuesIn(text);
    expect(t && [t.start, t.end, t.text]).toEqual([1, 5, "１００元"]);
  });
  it("[A3] a new value takes the style of the old one", () => {
    const style = (text: string, printed: string): string | undefined => {
      const [t] = valuesIn(text);
      return t && restyled(t, printed);
    };
    expect(style("100 元", "50.00")).toBe("50 元");
    expect(style("¥100.00", "50.00")).toBe("¥50.00");
    expect(style("100元", "50.50")).toBe("50.50元");
    expect(style("5月1日10:02", "2024-05-02 09:30:00")).toBe("5月2日9:30");
    expect(style("2024-05-01", "2024-06-02 09:30:00")).toBe("2024-06-02");
    expect(style("下午3点半", "2024-05-02 09:30:00")).toBeUndefined();
  });
});
