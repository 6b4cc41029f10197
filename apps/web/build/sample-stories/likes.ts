/**
 * Sample: the guide's order. Nothing had started after 24 hours, later 73 % of the gain was lost, 50.00 came back. The page with the promise is missing,
 * so it is the next thing to get; the letter has been begun in anger and has findings to try.
 */
import { all, instant, type Id } from "@recourse/core";
import type { Sample } from "../sample-case.ts";

export const likes: Sample = {
  name: "likes",
  seed: 0.75,
  begins: "2024-05-02 20:30:00",
  tell: async ({ at, take, run, mint, case: now }) => {
    const order = mint();
    run("case.create", {
      title: "1000 粉丝没有按时开始",
      category: "engagement",
      lang: "zh-CN",
      purpose: "life",
      paidTo: "merchant",
      respondent: { id: mint(), name: "某某网络科技工作室" },
      order: {
        id: order,
        number: "20240501001",
        item: "1000真实粉丝包月",
        paidFen: 10_000,
        orderedAt: instant("2024-05-01 10:02:31"),
      },
    });
    run("party.add", { id: mint(), role: "claimant", name: "张三", kind: "person" });
    run("case.edit", { set: { situation: "own", gaveAccount: "no" } });
    run("undertaking.add", {
      id: mint(),
      order,
      counter: "followers",
      quantity: 1000,
      startWithinHours: 2,
      quote: "1000真实粉丝包月，2小时内启动",
      shownAtOrder: "yes",
    });

    at("2024-05-02 20:36:00");
    const page = await take("likes/订单详情.png", "订单截图");
    run("exhibit.edit", { id: page, set: { capturedAt: instant("2024-05-01 10:06") } });
    run("order.edit", { id: order, set: { exhibit: page } });
    const rules = await take("likes/平台规则.png", "平台规则");
    const quotes = {
      late: "下单后24小时内未开始的，可申请全额退款",
      lost: "到账后24小时内掉粉超过30%的，可申请退还相应费用",
    };
    const capturedAt = instant("2024-05-02 20:10");
    run("exhibit.edit", {
      id: rules,
      set: { capturedAt, text: `服务规则\n第5条 退款\n${quotes.late}。\n第6条 掉量\n${quotes.lost}。` },
    });
    const captured = {
      document: "服务规则",
      url: "https://www.likes-shop.example/help/rules",
      capturedAt,
      exhibit: rules,
      shownAtOrder: "unknown",
    };
    const clause = mint();
    run("clause.add", {
      id: clause,
      ...captured,
      article: "第5条",
      quote: quotes.late,
      ground: "not_started",
      condition: { type: "not_started", hours: 24, tense: "ever" },
    });
    run("clause.add", {
      id: mint(),
      ...captured,
      article: "第6条",
      quote: quotes.lost,
      ground: "post_delivery_loss",
      condition: { type: "drop_over", ratio: 0.3, withinHours: 24, denominator: "unspecified" },
    });
    run("lookup.add", { id: mint(), place: "help_centre", result: "captured", on: "2024-05-02", clause });
    run("lookup.add", { id: mint(), place: "footer", result: "not_found", on: "2024-05-02" });

    at("2024-05-08 20:00:00");
    await take("intake/QQ_消息记录.txt");
    await take("intake/粉丝数时间序列.csv");
    await take("intake/支付宝_手机端_电子客户回单_GB18030.csv");

    at("2024-05-08 20:40:00");
    const draft = mint();
    run("draft.start", { id: draft, kind: "application" });
    const sentence = (template: string): Id => {
      const found = all(now(), "sentence").find((s) => s.template === template);
      if (found === undefined) throw new Error(`sample likes: the letter has no sentence ${template}`);
      return found.id;
    };
    run("sentence.rewrite", {
      sentence: sentence("problem.not_started_until"),
      text: "你们这个骗子平台，下单后一直没有启动。",
    });
    // What arrived later is left out: the letter is not ready until it says so (A6).
    run("sentence.omit", { sentence: sentence("problem.progress") });
    run("sentence.omit", { sentence: sentence("problem.newest") });
  },
};
