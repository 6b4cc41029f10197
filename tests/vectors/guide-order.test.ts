/**
 * The vectors of the guide's order over the pack as it ships. Every value is worked out here by hand, with its reason beside it.
 */
import { describe, expect, it } from "vitest";
import { all, bundleName, instant, recogniseClause, type Case, type Id } from "@recourse/core";
import {
  add,
  application,
  assessed,
  ground,
  mint,
  newCase,
  ORDERED_AT,
  orderId,
  pack,
  page,
  run,
  sampleBytes,
  sampleText,
  take,
  textBytes,
  textOf,
} from "./real-case.ts";

const SERIES = "粉丝数时间序列.csv";
const RULES =
  "退款政策 第3条 下单后24小时内未开始刷赞的，支持全额退款。第4条 服务未启动支持全额退款。第5条 赞数在24小时内异常掉超30%的，可退款。";

/** The guide's order with readings, the promise, and a clause recognised from its own words. */
async function withClause(series: Uint8Array, quote: string): Promise<{ readonly case: Case; readonly clause: Id }> {
  const measured = await take(newCase("engagement"), SERIES, series);
  const promised = add(measured, "undertaking", {
    order: orderId(measured),
    counter: "followers",
    quantity: 1000,
    quote: "1000真实粉丝包月",
    shownAtOrder: "yes",
  });
  const rules = await page(promised, "退款政策.txt", RULES, "平台规则");
  const [suggested] = recogniseClause(quote, pack);
  if (!suggested) throw new Error(`no pattern of the pack fits ${quote}`);
  const clause = mint();
  const { ground: kind, condition } = suggested;
  return {
    clause,
    case: run(rules.case, "clause.add", {
      id: clause,
      document: "退款政策",
      article: "第3条",
      quote,
      exhibit: rules.exhibit,
      ground: kind,
      condition,
      shownAtOrder: "yes",
    }),
  };
}
const sample = sampleBytes(SERIES);
const EVER = "下单后24小时内未开始刷赞的，支持全额退款";
const STILL = "服务未启动支持全额退款";
const DROP = "赞数在24小时内异常掉超30%";
const judged = async (series: Uint8Array, quote: string) => {
  const { case: of, clause } = await withClause(series, quote);
  return ground(of, `clause/${clause}`);
};

describe("[B8] the sample series: ever and still", () => {
  it("[B8] 24 h, ever: met by the reading of 05-02 12:00", async () => {
    // Ordered 05-01 10:02:31, so 24 h end 05-02 10:02:31. The first reading from then on is 12:00 with 5233: +3 over 5230, line 20.
    const g = await judged(sample, EVER);
    expect([g.kind, g.verdict]).toEqual(["not_started", "met"]);
    expect(g.because[0]).toMatchObject({
      code: "B4.not_started_within",
      args: { at: instant("2024-05-02T12:00:00+08:00"), value: 5233, growth: 3, line: 20, withinHours: 24 },
    });
  });

  it("[B8] not started, still: not met since 05-03", async () => {
    // 05-03 00:00 shows 5383, +153: above the line of 20. What started later is no longer "not started".
    const g = await judged(sample, STILL);
    expect(g.verdict).toBe("not_met");
    expect(g.because).toContainEqual(
      expect.objectContaining({
        code: "M2.started_at",
        args: expect.objectContaining({ at: instant("2024-05-03T00:00:00+08:00"), value: 5383 }),
      }),
    );
  });

  it("[M5] without the readings of 05-02 06:00–21:00 the first is unknown, and the stretch is named", async () => {
    // Left: 05-02 03:00 (not started) and 05-03 00:00 (started): 21 hours, with 10:02:31 in between.
    const thin = sampleText(SERIES)
      .split("\n")
      .filter((line) => !/^2024-05-02T(?:06|09|12|15|18|21):/.test(line))
      .join("\n");
    expect(sampleText(SERIES).split("\n").length - thin.split("\n").length).toBe(6);
    const g = await judged(textBytes(thin), EVER);
    expect(g.verdict).toBe("unknown");
    const gap = {
      fromAt: instant("2024-05-02T03:00:00+08:00"),
      toAt: instant("2024-05-03T00:00:00+08:00"),
      hours: 21,
      thresholdAt: instant("2024-05-02T10:02:31+08:00"),
    };
    expect(g.missing).toMatchObject([{ code: "missing.reading_between", args: gap, material: "后台数据" }]);
  });
});

describe("[M4] the sample series: the loss", () => {
  it('[M4] 441 lost within 24 h = 73 % of the gain, 8 % of the total: "掉超30%" without denominator is unknown', async () => {
    // 5834 − 5393 = 441; gained until then 5834 − 5230 = 604; 441/604 = 0.730; 441/5834 = 0.0756. Only one of the two is over 30 %.
    const g = await judged(sample, DROP);
    expect([g.kind, g.verdict, g.missing.map((m) => m.code)]).toEqual([
      "post_delivery_loss",
      "unknown",
      ["missing.denominator"],
    ]);
    const drop = g.because.find((m) => m.code === "M4.drop")?.args;
    expect(drop).toMatchObject({ lost: 441, ofGainRatio: 441 / 604, ofTotalRatio: 441 / 5834 });
    expect([Math.round((441 / 604) * 100), Math.round((441 / 5834) * 100)]).toEqual([73, 8]);
  });

  it("[M4] where the clause says of what, it is decided: of the gain met, of the total not met", async () => {
    expect((await judged(sample, "24小时内掉粉超过新增量的30%可退款")).verdict).toBe("met");
    expect((await judged(sample, "24小时内掉粉超过总数的30%可退款")).verdict).toBe("not_met");
  });
});

describe("[D1] the guide's order: 20240501001, 100.00 yuan, 1000 promised, +12 by 3 May, start promised within 2 h", () => {
  const lines = [
    "采集时间,平台,账号,粉丝数",
    "2024-05-01T10:00:00+08:00,抖音,a,5230",
    "2024-05-03T10:02:31+08:00,抖音,a,5242",
  ].join("\n");
  const guideCase = async (): Promise<Case> => {
    const bill = await take(newCase("engagement"), "账单.csv", sampleBytes("支付宝_手机端_电子客户回单_GB18030.csv"));
    const measured = await take(bill, "后台数据.csv", textBytes(lines));
    const promise = await page(measured, "承诺.txt", "1000真实粉丝包月，2小时内启动", "服务承诺");
    return add(promise.case, "undertaking", {
      order: orderId(measured),
      counter: "followers",
      quantity: 1000,
      startWithinHours: 2,
      quote: "2小时内启动",
      exhibit: promise.exhibit,
      shownAtOrder: "yes",
    });
  };

  it("[B1] the promise of 2 h is broken; +12 stays under the line of 20 and is said", async () => {
    // 2 % of 1000 = 20. 05-03 10:02:31 is 48 h 0 min after the order.
    const g = assessed(await guideCase()).grounds[0];
    expect([g?.source.type, g?.kind, g?.verdict]).toEqual(["promise", "not_started", "met"]);
    expect(g?.because.find((m) => m.code === "M2.not_started_until")?.args).toMatchObject({
      hours: 48,
      minutes: 0,
      value: 5242,
      growth: 12,
      line: 20,
    });
    expect(g?.because.find((m) => m.code === "M2.small_growth")?.args).toMatchObject({ growth: 12, line: 20 });
  });

  it("[W1] 平台骗人 becomes 下单后48小时…未启动, 与承诺“2小时内启动”不符", async () => {
    const of = run(await guideCase(), "draft.start", { id: mint(), kind: "application" });
    const said = all(of, "sentence").find((s) => s.template === "problem.not_started_until");
    const wrong = run(of, "sentence.rewrite", { sentence: said?.id, text: "平台骗人。" });
    const found = assessed(wrong).problems.find((p) => p.code.startsWith("W1."));
    expect([found?.severity, found?.message.args["phrase"]]).toEqual(["block", "平台骗人"]);
    const text = String(found?.fixes[0]?.data["text"]);
    expect(text).toContain("下单后48小时");
    expect(text).toContain("服务尚未启动");
    expect(text).toContain("与承诺“2小时内启动”不符");
  });

  it("[F1] names: 20240501001-支付凭证, 20240501001-后台数据", () => {
    expect(bundleName("20240501001", "支付凭证", undefined, "csv")).toBe("20240501001-支付凭证.csv");
    expect(bundleName("20240501001", "后台数据", undefined, "png")).toBe("20240501001-后台数据.png");
  });

  it("[A2] the application in the guide's order: order, problem, evidence, claim", async () => {
    const view = application(await guideCase());
    expect(view.parts.map((p) => p.part)).toEqual(["order", "problem", "evidence", "demand"]);
    expect(textOf(view)).toContain("订单号20240501001");
    // The bill of the sample has 50.00 back: 100 − 50 − 0 received.
    expect(textOf(view)).toContain("请退还50.00元");
    expect(instant(ORDERED_AT)).toBe("2024-05-01T02:02:31.000Z");
  });
});
