/** Tests of the patterns that read a platform term. */
import type { Condition, GroundKind } from "@recourse/core";
import { expect, test } from "vitest";
import { pack } from "./index.ts";

interface Read {
  readonly id: string;
  readonly ground: GroundKind;
  readonly condition: Condition;
  readonly groups: Readonly<Record<string, string>>;
}

/** The first pattern that fits, with the numbers it found. */
function read(quote: string): Read | undefined {
  for (const p of pack.clausePatterns) {
    const m = new RegExp(p.pattern, "u").exec(quote);
    if (!m) continue;
    const groups = Object.fromEntries(Object.entries(m.groups ?? {}).filter(([, v]) => v !== undefined));
    return { id: p.id, ground: p.ground, condition: p.condition, groups };
  }
  return undefined;
}

test("[B4] every pattern compiles and knows no other groups than hours and percent", () => {
  for (const p of pack.clausePatterns) {
    const groups = Object.keys(new RegExp(`${p.pattern}|`, "u").exec("")?.groups ?? {});
    expect(
      groups.filter((g) => g !== "hours" && g !== "percent"),
      p.id,
    ).toEqual([]);
  }
});

test.each<[string, string, GroundKind, Readonly<Record<string, string>>]>([
  // The guide's own examples, as its first step quotes them.
  ["下单后24小时内未开始刷赞", "start_within_hours", "not_started", { hours: "24" }],
  ["刷赞进度未达50%且平台未合理解释", "progress_unexplained", "under_delivered", { percent: "50" }],
  ["刷赞账号存在大量虚假粉丝", "suspicious_many", "quality_below_standard", {}],
  ["赞数在24小时内异常掉超30%", "drop_over", "post_delivery_loss", { hours: "24", percent: "30" }],
  ["系统故障导致订单失败", "system_failure", "platform_failure", {}],
  ["平台无法提供客服响应", "no_support", "platform_unreachable", {}],
  ["服务未启动支持全额退款", "not_started_refund", "not_started", {}],
  ["2小时内启动", "promise_start_within", "not_started", { hours: "2" }],
  // The same said otherwise.
  ["付款后 48 小时内仍没有开始的，可申请全额退款。", "start_within_hours", "not_started", { hours: "48" }],
  ["订单未执行的，全额退还。", "not_started_refund", "not_started", {}],
  ["72小时内完成量不足订单数量的80%", "progress_below", "under_delivered", { hours: "72", percent: "80" }],
  ["24小时内掉粉超过30%可退款", "drop_over", "post_delivery_loss", { hours: "24", percent: "30" }],
  ["24小时内掉量超过已增加数量的30%", "drop_over_gain", "post_delivery_loss", { hours: "24", percent: "30" }],
  ["24小时内掉粉超过总粉丝数的10％", "drop_over_total", "post_delivery_loss", { hours: "24", percent: "10" }],
  ["虚假账号占比超过20%", "suspicious_over_share", "quality_below_standard", { percent: "20" }],
  ["重复扣款的，核实后原路退回", "duplicate_charge", "duplicate_charge", {}],
  ["虚拟商品一经售出概不退款", "no_refund_term", "unfair_term", {}],
  ["本活动最终解释权归本平台所有", "final_interpretation", "unfair_term", {}],
  ["未使用的会员可随时退款", "unused_refund", "other", {}],
])("[B4] %s is read as %s", (quote, id, ground, groups) => {
  expect(read(quote)).toMatchObject({ id, ground, groups });
  expect(read(quote)?.groups).toEqual(groups);
});

test("[B8] “not started within 24 h” is a matter of ever, “service not started” of still", () => {
  expect(read("下单后24小时内未开始刷赞")?.condition).toMatchObject({ type: "not_started", tense: "ever" });
  expect(read("服务未启动支持全额退款")?.condition).toEqual({ type: "not_started", tense: "still" });
});

test("[B4] a drop clause without denominator keeps it open, one that names it does not", () => {
  expect(read("赞数在24小时内异常掉超30%")?.condition).toMatchObject({ denominator: "unspecified" });
  expect(read("24小时内掉量超过已增加数量的30%")?.condition).toMatchObject({ denominator: "gain" });
});

test("[B4] “unless explained” is read only where it stands", () => {
  expect(read("刷赞进度未达50%且平台未合理解释")?.condition).toMatchObject({ unlessExplained: true });
  expect(read("刷赞进度未达50%")?.condition).not.toHaveProperty("unlessExplained");
});

test.each([
  "服务未启动也不予退款",
  "客服将在24小时内处理您的申请",
  "不支持七天无理由退款哦亲",
  "客服工作时间为9:00至18:00",
  "本店24小时营业",
])("[B4] %s grants nothing", (quote) => {
  const found = read(quote);
  expect(found === undefined || found.ground === "unfair_term", found?.id).toBe(true);
});
