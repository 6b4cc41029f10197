/**
 * The main job through the real program: from real exports to a closed chain, with what is open after every step.
 *
 * Worked out by hand from the samples. Order 2024-05-01 10:02:31 (02:02:31 UTC). Readings before it: 5230, 5231, 5231, 5230;
 * their median 5230.5, rounded down 5230. Line with 1000 ordered: 2 % of 1000 = 20; without a quantity: 10.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createHash } from "node:crypto";
import {
  captureClause,
  captureStartClause,
  groundOf,
  open,
  PROMISE_PAGE,
  RULES_PAGE,
  said,
  takeScreenshots,
  typePromise,
} from "./guide-case.ts";
import { CASE, guideOrder, openDesk, samples, type Desk } from "./program.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const derived = (...parts: readonly string[]): string =>
  createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 32);
/** Ids of bill records come from the bill itself, so that two exports of one payment meet. */
const PAYMENT = derived("payment", "alipay", "2024050122001400000000000001");

describe("[A3] the main job at the command line", () => {
  it("[A3] new: the order as told; nothing is shown yet, and the first question is whose account", async () => {
    expect(await desk.done("new", CASE, ...guideOrder)).toBe(`${desk.at(CASE)}\n`);
    const a = await desk.assess();
    expect(Object.keys(a)).toEqual(
      expect.arrayContaining([
        "format",
        "now",
        "case",
        "grounds",
        "elements",
        "closed",
        "next",
        "problems",
        "round",
        "turn",
        "deadlines",
        "notices",
      ]),
    );
    // 12:00 at +08:00 is 04:00 UTC.
    expect([a.format, a.now, a.case, a.closed]).toEqual([
      1,
      "2024-05-08T04:00:00.000Z",
      (await desk.caseFile()).caseId,
      false,
    ]);
    expect([a.round, a.turn, a.deadlines, a.problems]).toEqual(["prepare", "mine", [], []]);
    expect(a.elements).toEqual(a.grounds[0]?.elements);
    expect(open(a)).toEqual({
      "order_exists weak": ["missing.order_proof", "missing.payment", "missing.promise"],
      "breach none": ["missing.clause", "missing.readings"],
      "responsibility none": ["missing.conversation"],
      "respondent_identity weak": ["missing.respondent_proof"],
      "amount weak": ["missing.payment"],
    });
    expect([a.next.code, a.next.action.command]).toEqual(["next.situation", "case.edit"]);
    // L1, the five of engagement; L6 asks once; 100.00 is below the 200.00 of L7.
    expect(a.notices.map((n) => n.code)).toEqual([
      "L1.void",
      "L1.may_refuse",
      "L1.both_fault",
      "L1.discloses",
      "L1.account",
      "L6.ask",
      "L7.small",
    ]);
    for (const g of a.grounds) {
      expect(Object.keys(g)).toEqual(
        expect.arrayContaining(["id", "kind", "source", "verdict", "because", "missing", "elements"]),
      );
      for (const e of g.elements)
        expect(Object.keys(e)).toEqual(expect.arrayContaining(["id", "verdict", "exhibits", "why"]));
    }
  });

  it("[A3] add the Alipay bill: payment, 100.00 and the refund of 50.00 are found, the coffee stays out", async () => {
    await desk.command("case.edit", { set: { situation: "own" } });
    const { code, added } = await desk.add(samples.alipay);
    // Three rows: payment, coffee, refund.
    expect([code, added[0]?.recognised, added[0]?.status, added[0]?.otherRows]).toEqual([0, "bill", "new", 1]);
    const { records } = await desk.caseFile();
    expect(records["payment"]).toMatchObject({
      [PAYMENT]: {
        amountFen: 10_000,
        paidAt: "2024-05-01T02:02:31.000Z",
        payee: "某某网络科技工作室",
        merchantOrder: "20240501001",
      },
    });
    expect(Object.keys(records["payment"] ?? {})).toHaveLength(1);
    // 2024-05-06 15:40:10 at +08:00.
    expect(Object.values(records["refund"] ?? {})).toMatchObject([
      { payment: PAYMENT, amountFen: 5_000, at: "2024-05-06T07:40:10.000Z", route: "original" },
    ]);
    const a = await desk.assess();
    expect([a.demand.paidFen, a.demand.refundedFen, a.demand.claimFen]).toEqual([10_000, 5_000, 5_000]);
    expect(open(a)).toEqual({
      "order_exists weak": ["missing.promise"],
      "breach none": ["missing.clause", "missing.readings"],
      "responsibility none": ["missing.conversation"],
    });
    expect(a.next.code).toBe("missing.promise");
    // Three years from the payment; bank holidays do not move how long a record must be kept.
    expect(
      a.deadlines.map(({ id, due, owner, basis, provisional }) => ({ id, due, owner, basis, provisional })),
    ).toEqual([
      { id: `payment-records/${PAYMENT}`, due: "2027-05-01", owner: "record", basis: ["ecl-53"], provisional: false },
      {
        id: `records-keep/${PAYMENT}`,
        due: "2027-05-01",
        owner: "record",
        basis: ["ecl-31", "netrade-31"],
        provisional: false,
      },
    ]);
  });

  it("[A3] add the follower series: M2 with reading, instant and screenshot, though no rule carries it yet", async () => {
    expect((await desk.add(samples.followers)).added[0]).toMatchObject({ recognised: "series", findings: [] });
    const a = await desk.assess();
    expect(open(a)).toEqual({
      "order_exists weak": ["missing.promise"],
      "breach weak": ["missing.clause"],
      "responsibility none": ["missing.conversation"],
    });
    const g = groundOf(a, "guide/not_started");
    expect(g.verdict).toBe("unknown");
    // 24 h end on 05-02 10:02:31; the first reading after that is 12:00: 25 h 57 min 29 s, printed as begun minutes: 25 h 58.
    expect(said(g, "B4.not_started_within")).toMatchObject({
      at: "2024-05-02T04:00:00.000Z",
      value: 5233,
      growth: 3,
      line: 10,
      hours: 25,
      minutes: 58,
      file: "20240501001-后台数据-036.png",
    });
  });

  it("[A3] promise: the screenshot alone has no words; typed, it closes the order", async () => {
    await takeScreenshots(desk);
    expect((await desk.add(PROMISE_PAGE)).added[0]).toMatchObject({ recognised: "image", findings: [] });
    expect(open(await desk.assess())["order_exists weak"]).toEqual(["missing.promise_quote"]);
    await typePromise(desk);
    const a = await desk.assess();
    expect(open(a)).toEqual({ "breach weak": ["missing.clause"], "responsibility none": ["missing.conversation"] });
    // D3: 165 of 1000 are there = 16.50 of 100.00; 100 − 50 = 50.00, less 16.50 = 33.50.
    expect(a.demand.either).toEqual([3_350, 5_000]);
    expect(a.problems.map((p) => [p.code, p.severity, p.target.split("/")[0], p.message])).toEqual([
      ["D3.choose", "info", "order", "两种算法都写出来，由您选一种"],
    ]);
  });

  it("[A3] clause: captured, the ground is met and the chain closes; M2 to the digit", async () => {
    await desk.add(RULES_PAGE);
    const clause = await captureStartClause(desk);
    const a = await desk.assess();
    const g = groundOf(a, `clause/${clause}`);
    expect([a.grounds[0]?.id, g.kind, g.source, g.verdict]).toEqual([
      g.id,
      "not_started",
      { type: "clause", ref: g.id },
      "met",
    ]);
    expect([open(a), a.closed, a.next.code]).toEqual([{}, true, "next.write_application"]);
    // Line 20 now that 1000 are promised. 05-02 21:00 is 34 h 57 min 29 s after the order.
    expect(said(g, "M2.not_started_until")).toEqual({
      hours: 34,
      minutes: 58,
      at: "2024-05-02T13:00:00.000Z",
      value: 5233,
      growth: 3,
      line: 20,
      file: "20240501001-后台数据-045.png",
    });
    expect(said(g, "M2.small_growth")).toEqual({ growth: 3, line: 20, at: "2024-05-02T13:00:00.000Z" });
    expect(said(g, "M2.started_at")).toEqual({
      hours: 37,
      minutes: 58,
      at: "2024-05-02T16:00:00.000Z",
      value: 5383,
      growth: 153,
      line: 20,
      file: "20240501001-后台数据-048.png",
    });
    expect(said(g, "M2.newest")).toEqual({
      at: "2024-05-04T13:00:00.000Z",
      value: 5395,
      gained: 165,
      file: "20240501001-后台数据-093.png",
    });
    expect(g.because.map((m) => m.text)).toContain(
      "截至下单后 34 小时 58 分（2024年5月2日 21:00，20240501001-后台数据-045.png）仍未启动：5233，增加 3，未超过判定线 20",
    );
  });

  it("[A3] chat: the QQ export and the copied window are read; the talk carries responsibility as well", async () => {
    const { code, added } = await desk.add(samples.qq, samples.chatWindow);
    expect([code, added.map((x) => [x.recognised, x.findings.map((f) => f.code)])]).toEqual([
      0,
      [
        ["chat", ["intake.chat_pictures"]],
        ["chat", ["intake.chat_guessed"]],
      ],
    ]);
    const talk = Object.values((await desk.caseFile()).records["communication"] ?? {});
    // QQ: mine, theirs, a picture of mine; window: theirs and mine.
    expect(talk.map((c) => c["direction"]).toSorted()).toEqual(["mine", "mine", "mine", "theirs", "theirs"]);
    const a = await desk.assess();
    expect([open(a), a.closed]).toEqual([{}, true]);
    expect(a.elements.find((e) => e.id === "responsibility")?.why.map((m) => m.code)).toEqual([
      "E1.conversation_shown",
    ]);
  });

  it("[A3] every other clause of the guide: still, a gap, progress, drop and sample, each with its figures", async () => {
    await desk.add(samples.accounts);
    const still = await captureClause(desk, "第4条", "服务未启动支持全额退款", "not_started", {
      type: "not_started",
      tense: "still",
    });
    const late = await captureClause(desk, "第5条", "36小时内未开始的可退款", "not_started", {
      type: "not_started",
      hours: 36,
      tense: "ever",
    });
    const slow = await captureClause(desk, "第6条", "刷赞进度未达50%且平台未合理解释", "under_delivered", {
      type: "progress_below",
      ratio: 0.5,
      withinHours: 72,
      unlessExplained: true,
    });
    const lost = await captureClause(desk, "第7条", "赞数在24小时内异常掉超30%", "post_delivery_loss", {
      type: "drop_over",
      ratio: 0.3,
      withinHours: 24,
      denominator: "unspecified",
    });
    const many = await captureClause(desk, "第8条", "刷赞账号存在大量虚假粉丝", "quality_below_standard", {
      type: "suspicious_over",
    });
    const a = await desk.assess();
    const verdict = (id: string): string => groundOf(a, `clause/${id}`).verdict;
    // [B8] a later start makes "still" untrue.
    expect([verdict(still), said(groundOf(a, `clause/${still}`), "M2.started_at")?.["at"]]).toEqual([
      "not_met",
      "2024-05-02T16:00:00.000Z",
    ]);
    // [M5] 36 h end on 05-02 22:02:31, between 21:00 (not started) and 00:00 (started).
    expect([verdict(late), said(groundOf(a, `clause/${late}`), "M5.gap")]).toEqual([
      "unknown",
      {
        fromAt: "2024-05-02T13:00:00.000Z",
        toAt: "2024-05-02T16:00:00.000Z",
        hours: 3,
        thresholdAt: "2024-05-02T14:02:31.000Z",
      },
    ]);
    // [M3] 72 h end on 05-04 10:02:31. 5833 − 5230 = 603 ≥ 500 was reached on 05-03 09:00, so 50 % was there in time.
    expect([verdict(slow), said(groundOf(a, `clause/${slow}`), "B4.progress_reached")]).toMatchObject([
      "not_met",
      { value: 5833, gained: 603, quantity: 1000, progressRatio: 0.603, at: "2024-05-03T01:00:00.000Z" },
    ]);
    // [M4] 5834 on 05-03 15:00 → 5393 on 05-04 03:00: 441 in 12 h; gain then 604; 441/604 = 73.0 %, 441/5834 = 7.6 %.
    const drop = said(groundOf(a, `clause/${lost}`), "M4.drop");
    expect([verdict(lost), drop]).toMatchObject([
      "unknown",
      {
        lost: 441,
        hours: 12,
        fromAt: "2024-05-03T07:00:00.000Z",
        fromValue: 5834,
        fromFile: "20240501001-后台数据-063.png",
        toAt: "2024-05-03T19:00:00.000Z",
        toValue: 5393,
        toFile: "20240501001-后台数据-075.png",
      },
    ]);
    expect([Number(drop?.["ofGainRatio"]), Number(drop?.["ofTotalRatio"])]).toEqual([441 / 604, 441 / 5834]);
    expect(groundOf(a, `clause/${lost}`).missing.map((m) => m.code)).toEqual(["missing.denominator"]);
    // [M6] 120 rows; 62 without avatar, 63 without posts, 70 follow > 500 with < 10 followers, 70 registered 04-20…22; 70 have two or more.
    // Wilson for 70/120: centre (0.58333 + 1.92073/120) / 1.032012 = 0.580748, half width 0.086868.
    const sample = said(groundOf(a, `clause/${many}`), "M6.sample");
    expect([verdict(many), sample]).toMatchObject([
      "unknown",
      { n: 120, k: 70, noAvatar: 62, noPosts: 63, massFollow: 70, burst: 70, ruleStated: false },
    ]);
    expect(Number(sample?.["lowRatio"])).toBeCloseTo(0.4939, 4);
    expect(Number(sample?.["highRatio"])).toBeCloseTo(0.6676, 4);
    const texts = a.grounds.flatMap((g) => g.because.map((m) => m.text)).join("\n");
    expect(texts).toContain("抽样 120 人，70 人同时具有两项以上异常特征");
    expect(texts).not.toMatch(/假粉/);
    // The chain stays closed on the first clause.
    expect([open(a), a.closed]).toEqual([{}, true]);
  });
});
