import { describe, expect, it } from "vitest";
import { dateText, fill, momentText, shortMoment, slotsOf, wordsIn } from "./format.ts";

const zh = (template: string, args: Parameters<typeof fill>[1]): string => fill(template, args, "zh-CN");
const en = (template: string, args: Parameters<typeof fill>[1]): string => fill(template, args, "en");

describe("slots", () => {
  it("[A3] money is printed from fen, to the fen", () => {
    expect(zh("{a:yuan}", { a: 10_000 })).toBe("100.00");
    // 1980 yuan less nothing: no thousands mark, because bills are compared by text.
    expect(en("{a:yuan}", { a: 198_005 })).toBe("1980.05");
  });

  it("[A3] times are those of Shanghai, whatever the language", () => {
    // 16:30 UTC on 30 April is 00:30 on 1 May at +08:00.
    const at = "2024-04-30T16:30:00.000Z";
    expect(momentText(at, "zh-CN")).toBe("2024年5月1日 00:30");
    expect(momentText(at, "en")).toBe("1 May 2024, 00:30");
    expect(zh("{at:clock}", { at })).toBe("00:30");
    expect(shortMoment(at)).toBe("05-01 00:30");
  });

  it("[A3] a bare day has no clock, and what is no time is printed as it is", () => {
    expect(momentText("2024-05-11", "zh-CN")).toBe("2024年5月11日");
    expect(shortMoment("2024-05-11")).toBe("05-11");
    expect(dateText("明天", "zh-CN")).toBe("明天");
  });

  it("[M4] shares keep one decimal, so that 49.6 % is never printed as the 50 % it stays below", () => {
    expect(zh("{r:percent}", { r: 0.496 })).toBe("49.6%");
    // 441 of a gain of 604 = 0.7301…; 441 of 5834 = 0.0755…
    expect(zh("{a:percent} {b:percent}", { a: 441 / 604, b: 441 / 5834 })).toBe("73% 7.6%");
  });

  it("[M2] a change says its direction; nothing grows by zero", () => {
    expect([zh("{n:change}", { n: 12 }), zh("{n:change}", { n: -3 }), zh("{n:change}", { n: 0 })]).toEqual([
      "增加12",
      "减少3",
      "没有变化",
    ]);
    expect([en("{n:change}", { n: 12 }), en("{n:change}", { n: -3 }), en("{n:change}", { n: 0 })]).toEqual([
      "up 12",
      "down 3",
      "unchanged",
    ]);
  });

  it("[A2] exhibits close a sentence, one or several, or none", () => {
    expect(zh("付款{exhibits:exhibits}。", { exhibits: ["1", "3"] })).toBe("付款（证据1、3）。");
    expect(en("Paid{exhibits:exhibits}.", { exhibits: ["1", "3"] })).toBe("Paid (Exhibits 1, 3).");
    expect(en("Paid{exhibits:exhibits}.", { exhibits: ["2"] })).toBe("Paid (Exhibit 2).");
    expect(zh("付款{exhibits:exhibits}。", { exhibits: [] })).toBe("付款。");
    expect(zh("付款{exhibits:exhibits}。", {})).toBe("付款。");
  });

  it("[A2] a list of materials carries their numbers; a name without words stays", () => {
    const nameOf = (set: string, member: string) =>
      set === "material" && member === "支付凭证" ? "Payment record" : undefined;
    const args = { names: ["支付凭证", "note"], exhibits: ["1", "4"] };
    expect(fill("{names:numbered}", args, "en", nameOf)).toBe("Exhibit 1: Payment record; Exhibit 4: note");
    expect(fill("{names:numbered}", args, "zh-CN")).toBe("证据1 支付凭证；证据4 note");
  });

  it("[A3] a missing fact stays visible and is never dropped", () => {
    expect(zh("付{a:yuan}元", {})).toBe("付〔缺：a〕元");
    expect(en("paid {a:yuan}", {})).toBe("paid 〔missing: a〕");
  });

  it("[A3] a stretch is printed only where its fact is there, or has the value asked for", () => {
    const t = "规则[?at （截于{at:date}）][?shown=unknown ，下单时是否相同未知]";
    expect(zh(t, { at: "2024-05-02", shown: "unknown" })).toBe("规则（截于2024年5月2日），下单时是否相同未知");
    expect(zh(t, { at: "", shown: "yes" })).toBe("规则");
    // Zero is a fact; false and an empty list are none.
    expect(zh("[?n 有{n}]", { n: 0 })).toBe("有0");
    expect(zh("[?n 有][?list 有]", { n: false, list: [] })).toBe("");
  });

  it("[A3] members of closed sets are worded, one or many; unknown ones stay as they are", () => {
    const nameOf = (set: string, member: string) => (set === "medium" && member === "chat" ? "在线聊天" : undefined);
    expect(fill("{m:medium}", { m: ["chat", "pigeon"] }, "zh-CN", nameOf)).toBe("在线聊天、pigeon");
  });

  it("[A4] sizes and English plurals", () => {
    expect(zh("{a:size} {b:size} {c:size}", { a: 999, b: 20_500, c: 2_500_000 })).toBe("999 B 20.5 kB 2.5 MB");
    expect(en("{n} {n|day|days}", { n: 1 })).toBe("1 day");
    expect(en("{n} {n|day|days}", { n: 2 })).toBe("2 days");
  });

  it("[A3] the text of a fact is never read as a template", () => {
    expect(zh("“{quote}”{n}", { quote: "{n}[?n x]", n: 7 })).toBe("“{n}[?n x]”7");
  });

  it("[A3] slots and conditions are the facts of a template; the rest are its words", () => {
    expect(slotsOf("{a}与{b:yuan}[?c {a}][?d=yes 是]{n|one|many}")).toEqual(["a", "b", "n", "c", "d"]);
    expect(wordsIn("付{a:yuan}元[?b ，约定{b}]")).toBe("付元，约定");
  });
});
