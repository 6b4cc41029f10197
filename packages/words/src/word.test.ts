/**
 * Letters as they read: the guide's order, in words worked out by hand, and every template under the pack's own wording check.
 */
import { readFileSync } from "node:fs";
import { lintText, type LetterRenderer, type Pack } from "@recourse/core";
import { describe, expect, it } from "vitest";
import { wordsIn } from "./format.ts";
import { letterKinds } from "./areas/letter-kinds.ts";
import { letters } from "./areas/letters.ts";
import { hasWord, letterRenderer, say, word } from "./word.ts";

const render: LetterRenderer = letterRenderer;
const paid = {
  orderNo: "20240501001",
  item: "1000真实粉丝包月",
  orderedAt: "2024-05-01T02:02:31.000Z",
  paidAt: "2024-05-01T02:02:40.000Z",
  amountFen: 10_000,
  payee: "某某网络科技",
  exhibits: ["1"],
};

describe("letters", () => {
  it("[A2] the order: number, amount, day, item, payee, exhibit", () => {
    expect(render("letter.order.paid", paid, "zh-CN")).toBe(
      "本人于2024年5月1日 10:02支付100.00元购买“1000真实粉丝包月”，订单号20240501001，收款方为“某某网络科技”（证据1）。",
    );
    expect(render("letter.order.paid", { ...paid, orderNo: "", transaction: "T1" }, "en")).toBe(
      "On 1 May 2024, 10:02 I paid 100.00 yuan for “1000真实粉丝包月”, to “某某网络科技”, payment number T1 (Exhibit 1).",
    );
  });

  it("[M2] not started: until when, how much it grew, which line it stayed under", () => {
    const args = {
      orderedAt: paid.orderedAt,
      lastAt: "2024-05-02T13:00:00.000Z",
      hours: 34,
      minutes: 58,
      counter: "followers",
      value: 5233,
      baseline: 5230,
      growth: 3,
      line: 20,
      sourceFile: "20240501001-后台数据-045.png",
      exhibits: ["3"],
    };
    expect(render("letter.problem.not_started_until", args, "zh-CN")).toBe(
      "自2024年5月1日 10:02下单起，截至2024年5月2日 21:00（下单后34小时58分），粉丝数为5233，与下单前的5230相比，增加3，未超过自然波动的判定线20，服务尚未启动（截图“20240501001-后台数据-045.png”）（证据3）。",
    );
  });

  it("[A6] the newest reading, with the highest before it", () => {
    const args = {
      counter: "followers",
      newestAt: "2024-05-04T13:00:00.000Z",
      value: 5395,
      gained: 165,
      peak: 5834,
      peakAt: "2024-05-03T07:00:00.000Z",
      exhibits: ["3"],
    };
    expect(render("letter.problem.newest", args, "zh-CN")).toBe(
      "其间最高为5834（2024年5月3日 15:00）；粉丝数最近一次读数为5395（2024年5月4日 21:00），与下单前相比增加165（证据3）。",
    );
    expect(
      render(
        "letter.problem.newest",
        { counter: "followers", newestAt: "2024-05-04T13:00:00.000Z", value: 5395, exhibits: [] },
        "en",
      ),
    ).toBe("The newest reading of the number of followers is 5395 (4 May 2024, 21:00).");
  });

  it("[M6] a sample is 120 people of whom 70 show features, never 70 fakes", () => {
    const args = {
      n: 120,
      suspicious: 70,
      noAvatar: 60,
      noPosts: 66,
      massFollow: 50,
      burst: 40,
      lowRatio: 0.494,
      highRatio: 0.668,
      rule: "最新120个",
      exhibits: ["5"],
    };
    const text = render("letter.problem.sample", args, "zh-CN");
    expect(text).toContain("抽样120人，70人同时具有两项以上异常特征");
    expect(text).not.toMatch(/假粉|僵尸/);
  });

  it("[B10] a clause says that it is the present version where nobody knows the one at the order", () => {
    const args = {
      them: "you",
      document: "服务规则",
      article: "第5条",
      quote: "下单后24小时内未开始的，可申请全额退款",
      shownAtOrder: "unknown",
      capturedOn: "2024-05-03",
      exhibits: ["4"],
    };
    expect(render("letter.basis.clause", args, "zh-CN")).toBe(
      "贵方《服务规则》第5条规定：“下单后24小时内未开始的，可申请全额退款”（截取于2024年5月3日）（为现行版本，下单时是否相同未知）（证据4）。",
    );
    expect(render("letter.basis.clause", { ...args, shownAtOrder: "yes", capturedOn: "" }, "zh-CN")).toBe(
      "贵方《服务规则》第5条规定：“下单后24小时内未开始的，可申请全额退款”（证据4）。",
    );
  });

  it("[D1] a partial demand prints its arithmetic: 1980.00 − 0.00 − 396.00 = 1584.00", () => {
    const args = { paidFen: 198_000, refundedFen: 0, receivedFen: 39_600, claimFen: 158_400, exhibits: ["1", "2"] };
    expect(render("letter.demand.partial", args, "zh-CN")).toBe(
      "本人已付1980.00元，减去已退回的0.00元，再减去已得到的价值396.00元，余额为1584.00元；现申请部分退款，请退还1584.00元至原支付账户（证据1、2）。",
    );
    expect(render("letter.phrase.breakdown", args, "zh-CN")).toBe(
      "已付1980.00元−已退回0.00元−已得到的价值396.00元=1584.00元",
    );
  });

  it("[K7] the answer is asked for by the day the person set", () => {
    expect(render("letter.demand.answer_by", { answerOn: "2024-05-11" }, "zh-CN")).toBe(
      "请于2024年5月11日前告知退或不退；如不退，请写明所依据的条款名称和编号。",
    );
  });

  it("[A2] exhibits are listed by number and name", () => {
    const args = { names: ["支付凭证", "后台数据"], files: ["a.csv", "b.csv"], exhibits: ["1", "3"] };
    expect(render("letter.evidence.list", args, "zh-CN")).toBe("随附材料：证据1 支付凭证；证据3 后台数据。");
    expect(render("letter.evidence.list", args, "en")).toBe(
      "Enclosed: Exhibit 1: Payment record; Exhibit 3: Dashboard data.",
    );
  });

  it("[M7] attempts are counted and dated; nobody has run away", () => {
    const args = {
      them: "you",
      count: 3,
      dates: 2,
      media: ["chat", "phone"],
      firstAt: "2024-05-05T02:00:00.000Z",
      lastAt: "2024-05-07T02:00:00.000Z",
      exhibits: ["6"],
    };
    expect(render("letter.problem.unreachable", args, "zh-CN")).toBe(
      "2024年5月5日 10:00至2024年5月7日 10:00，本人在2个不同日期通过在线聊天、电话联系贵方3次，截至2024年5月7日 10:00未获答复（证据6）。",
    );
  });

  it("[W1] a slot without a fact is named", () => {
    expect(render("letter.phrase.missing", { slot: "promise_quote" }, "zh-CN")).toBe("缺：承诺的原话");
  });
});

/** The lexicon of the pack, read as data: words may not import the pack. */
const wording: Pack["wording"] = JSON.parse(
  readFileSync(new URL("../../pack-cn/src/data/wording.json", import.meta.url), "utf8"),
);

describe("letters and the wording check", () => {
  it("[W1] [A7] no sentence of ours is what we would warn a person about", () => {
    expect(wording.items.length).toBeGreaterThan(50);
    const ctx = {
      names: [],
      facts: {},
      nameOf: (slot: string) => slot,
      conditions: { category: "engagement", document_kind: "application" },
    };
    const found = Object.entries({ ...letters, ...letterKinds }).flatMap(([code, [zh]]) =>
      lintText(wordsIn(zh), wording, ctx).map((f) => `${code}: ${f.phrase}`),
    );
    expect(found).toEqual([]);
    // The check itself works on such text.
    expect(lintText("平台骗人。", wording, ctx).map((f) => f.category)).toEqual(["accusation"]);
  });

  it("[A7] no sentence but the one that quotes law speaks of law or of going on", () => {
    const others = Object.entries({ ...letters, ...letterKinds }).filter(([code]) => code !== "letter.basis.law");
    expect(
      others
        .filter(([, [zh]]) => /违法|合法|依法|法律|法定|违约|继续履行|补量|补单|民法典|577|157/.test(zh))
        .map(([code]) => code),
    ).toEqual([]);
  });
});

describe("words", () => {
  it("[A2] a code without words throws, also one that every object has", () => {
    expect(() => word("no.such", {}, "en")).toThrow("no words for no.such");
    expect(hasWord("toString")).toBe(false);
    expect(() => word("toString", {}, "en")).toThrow("no words for toString");
  });

  it("[B3] a message is said in either language", () => {
    const m = { code: "L10.how_much.up_to", args: { claimFen: 10_000, paidFen: 10_000, refundedFen: 0 } };
    expect(say(m, "zh-CN")).toBe("最多 100.00 元（付 100.00，已退 0.00），对方不一定同意");
    expect(say(m, "en")).toBe("At most 100.00 yuan (paid 100.00, refunded 0.00); they may not agree");
  });
});
