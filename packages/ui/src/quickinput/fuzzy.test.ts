/** Tests of matching and ranking. */
import { describe, expect, test } from "vitest";
import { fuzzy, marked } from "./fuzzy.ts";
import { pickProvider, rank, type QuickItem } from "./provider.ts";

const item = (label: string, more: Partial<QuickItem> = {}): QuickItem => ({ id: label, label, command: "x", ...more });
const labels = (query: string, items: readonly QuickItem[], recent: readonly string[] = []) =>
  rank(items, query, recent, 50).map((hit) => hit.item.label);
const better = (query: string, good: string, bad: string): void => {
  expect(fuzzy(query, good)?.score ?? -1).toBeGreaterThan(fuzzy(query, bad)?.score ?? -1);
};

describe("[UI] matching", () => {
  test("[UI] Chinese matches as a whole and letter by letter in order", () => {
    expect(fuzzy("看板", "升级看板")?.ranges).toEqual([[2, 4]]);
    expect(fuzzy("新案", "新建案件")?.ranges).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(fuzzy("案新", "新建案件")).toBeUndefined();
  });
  test("[UI] case and full-width forms make no difference and keep positions", () => {
    expect(fuzzy("vip", "订单 VIP-88213")?.ranges).toEqual([[3, 6]]);
    expect(fuzzy("ｖｉｐ", "订单 VIP-88213")?.ranges).toEqual([[3, 6]]);
    expect(fuzzy("vip", "订单 ＶＩＰ")?.ranges).toEqual([[3, 6]]);
  });
  test("[UI] every part must match, in any order", () => {
    expect(fuzzy("tab close", "Close this tab")?.ranges).toEqual([
      [0, 5],
      [11, 14],
    ]);
    expect(fuzzy("tab open", "Close this tab")).toBeUndefined();
    expect(fuzzy("   ", "anything")).toEqual({ score: 0, ranges: [] });
  });
  test("[UI] whole beats scattered, a word's start beats its middle", () => {
    better("split", "Split right", "Show a plain list item now");
    better("tab", "Next tab", "Establish");
    better("催办", "催办", "第一次催办");
  });
  test("[UI] the tightest stretch is marked", () => {
    // a at 0 would do, but a at 4 is nearer to b at 5.
    expect(fuzzy("ab", "a   ab")?.ranges).toEqual([[4, 6]]);
    expect(fuzzy("axb", "a xa x b")?.ranges).toEqual([
      [3, 4],
      [5, 6],
      [7, 8],
    ]);
  });
  test("[UI] marks cut the text without losing any", () => {
    expect(
      marked("新建案件", [
        [0, 1],
        [2, 3],
      ]),
    ).toEqual([
      { text: "新", hit: true },
      { text: "建", hit: false },
      { text: "案", hit: true },
      { text: "件", hit: false },
    ]);
  });
});

describe("[UI] ranking", () => {
  const items = [item("甲"), item("乙"), item("丙")];
  test("[UI] without a query: used last first, then as given", () => {
    expect(labels("", items, ["丙", "乙"])).toEqual(["丙", "乙", "甲"]);
  });
  test("[UI] with a query: better match first, recent use decides between equals", () => {
    const two = [item("案件 一"), item("案件 二"), item("旧案件")];
    expect(labels("案件", two)).toEqual(["案件 一", "案件 二", "旧案件"]);
    expect(labels("案件", two, ["案件 二", "旧案件"])).toEqual(["案件 二", "案件 一", "旧案件"]);
  });
  test("[UI] keywords find but count less and mark nothing", () => {
    const two = [item("看板", { keywords: "board" }), item("Board")];
    expect(labels("board", two)).toEqual(["Board", "看板"]);
    expect(rank(two, "board", [], 50)[1]?.ranges).toEqual([]);
  });
  test("[UI] the longest prefix decides", () => {
    const none = { prefix: "", title: "", items: () => [] };
    const command = { prefix: ">", title: "", items: () => [] };
    expect(pickProvider([none, command], "> 新建")).toEqual({ provider: command, query: "新建" });
    expect(pickProvider([none, command], "新建")).toEqual({ provider: none, query: "新建" });
    expect(pickProvider([command], "x").provider).toBeUndefined();
  });
});
