import { describe, expect, it } from "vitest";
import type { ClausePattern } from "../pack/pack.ts";
import { recogniseClause } from "./clause-pattern.ts";

const num = "\\d+";
const clausePatterns: ClausePattern[] = [
  {
    id: "ever",
    pattern: `(?<hours>${num})小时内?未(?:开始|启动)`,
    ground: "not_started",
    condition: { type: "not_started", tense: "ever" },
  },
  { id: "still", pattern: "未启动", ground: "not_started", condition: { type: "not_started", tense: "still" } },
  {
    id: "progress",
    pattern: `进度未达(?<percent>${num})%`,
    ground: "under_delivered",
    condition: { type: "progress_below", ratio: 0.1, unlessExplained: true },
  },
  {
    id: "drop",
    pattern: `(?<hours>${num})小时内.*掉超(?<percent>[0-9.]+)%`,
    ground: "post_delivery_loss",
    condition: { type: "drop_over", ratio: 0.1, withinHours: 1, denominator: "unspecified" },
  },
  {
    id: "fake",
    pattern: "虚假粉丝(?:超过(?<percent>[0-9]+)%)?",
    ground: "quality_below_standard",
    condition: { type: "suspicious_over" },
  },
];
const first = (quote: string) => recogniseClause(quote, { clausePatterns })[0];

describe("recognising a clause", () => {
  it.each([
    ["下单后24小时内未开始刷赞", "ever", { type: "not_started", tense: "ever", hours: 24 }],
    ["下单后２４小时内未开始刷赞", "ever", { type: "not_started", tense: "ever", hours: 24 }],
    ["下单后二十四 小时内未开始刷赞", "ever", { type: "not_started", tense: "ever", hours: 24 }],
    ["3天内未开始", "ever", { type: "not_started", tense: "ever", hours: 72 }],
    ["服务未启动支持全额退款", "still", { type: "not_started", tense: "still" }],
    ["刷赞进度未达50%且平台未合理解释", "progress", { type: "progress_below", ratio: 0.5, unlessExplained: true }],
    ["进度未达百分之五十", "progress", { type: "progress_below", ratio: 0.5, unlessExplained: true }],
    ["进度未达一半", "progress", { type: "progress_below", ratio: 0.5, unlessExplained: true }],
    ["进度未达三成", "progress", { type: "progress_below", ratio: 0.3, unlessExplained: true }],
    [
      "赞数在24小时内异常掉超30%",
      "drop",
      { type: "drop_over", ratio: 0.3, withinHours: 24, denominator: "unspecified" },
    ],
    ["刷赞账号存在大量虚假粉丝", "fake", { type: "suspicious_over" }],
    ["虚假粉丝超过30%", "fake", { type: "suspicious_over", ratio: 0.3 }],
  ])("[B2] %s ⇒ %s with its own numbers", (quote, pattern, condition) => {
    expect(first(quote)).toMatchObject({ pattern, condition });
    expect(first(quote)?.condition).toEqual(condition);
  });

  it("[B2] what no pattern fits is not guessed; what two fit is offered in the pack's order", () => {
    expect(first("本平台保留最终解释权")).toBeUndefined();
    expect(recogniseClause("24小时内未启动", { clausePatterns }).map((r) => r.pattern)).toEqual(["ever", "still"]);
  });
});
