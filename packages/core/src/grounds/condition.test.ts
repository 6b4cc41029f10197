import { describe, expect, it } from "vitest";
import type { Case } from "../case/case.ts";
import type { Change } from "../case/change.ts";
import {
  bareCase,
  emptyPack,
  exhibit,
  guideCase,
  ORDER,
  put,
  reading,
  sampleReadings,
  SERIES_EXHIBIT,
  testId,
  UNDERTAKING,
  undertakingChange,
  unwatchedCase,
  withChanges,
} from "../fixtures/measured-case.fixture.ts";
import { sampleFollowers } from "../fixtures/sample-followers.fixture.ts";
import { measure } from "../measure/measure.ts";
import { thresholdsOf } from "../measure/threshold.ts";
import type { Condition } from "../schema/parts.ts";
import { instant } from "../time.ts";
import { judgeCondition } from "./condition.ts";

const pack = emptyPack();
const judge = (c: Case, condition: Condition) =>
  judgeCondition(condition, {
    of: c,
    measures: measure(c, pack),
    thresholds: thresholdsOf(c, pack),
    kind: "not_started",
    clause: undefined,
  });
const verdict = (c: Case, condition: Condition) => judge(c, condition).verdict;
const codes = (list: readonly { readonly code: string }[]) => list.map((m) => m.code);

/** Order 2024-05-01 10:02:31. The 24 hours end 05-02 10:02:31. */
const within24: Condition = { type: "not_started", hours: 24, tense: "ever" };
const still: Condition = { type: "not_started", tense: "still" };

describe("not started", () => {
  it("[B4] within 24 hours: met, by the reading of 05-02 12:00, and it says that it started later", () => {
    // First reading at or after 10:02:31 is row 14, 12:00: 5233 − 5230 = 3, not above 20.
    const f = judge(guideCase(), within24);
    expect(f.verdict).toBe("met");
    expect(codes(f.because)).toEqual([
      "B4.not_started_within",
      "M2.not_started_until",
      "M2.small_growth",
      "M2.started_at",
      "M2.newest",
    ]);
    expect(f.because[0]).toMatchObject({
      args: {
        at: instant("2024-05-02T12:00:00+08:00"),
        growth: 3,
        line: 20,
        withinHours: 24,
        thresholdAt: instant("2024-05-02T10:02:31+08:00"),
      },
      refs: [`reading/${testId(1014)}`, `exhibit/${SERIES_EXHIBIT}#row=14`],
    });
    expect(f.exhibits).toEqual([SERIES_EXHIBIT]);
  });

  it("[M5] without the readings of 05-02 06:00–21:00 it is unknown, and the 21 hours from 03:00 to 00:00 are named", () => {
    const f = judge(unwatchedCase(), within24);
    expect(f.verdict).toBe("unknown");
    const args = {
      fromAt: instant("2024-05-02T03:00:00+08:00"),
      toAt: instant("2024-05-03T00:00:00+08:00"),
      hours: 21,
    };
    expect(f.because).toMatchObject([{ code: "M5.gap", args }]);
    expect(f.missing).toMatchObject([
      { code: "missing.reading_between", args, element: "breach", material: "后台数据" },
    ]);
  });

  it("[M5] one reading in the gap settles it from 10:02:31 on, and leaves it open before", () => {
    const add = (at: string) => verdict(unwatchedCase(reading(testId(5000), at, 5233)), within24);
    expect(add("2024-05-02T10:02:31+08:00")).toBe("met");
    expect(add("2024-05-02T10:02:30+08:00")).toBe("unknown");
  });

  it("[M5] a start seen by the moment is not met; no reading at or after it is unknown", () => {
    expect(verdict(unwatchedCase(reading(testId(5000), "2024-05-02T10:02:31+08:00", 5251)), within24)).toBe("not_met");
    const early = bareCase(undertakingChange(), ...sampleReadings((at) => at < "2024-05-02T10:00"));
    expect(judge(early, within24)).toMatchObject({
      verdict: "unknown",
      missing: [{ code: "missing.reading_after", args: { lastAt: instant("2024-05-02T09:00:00+08:00") } }],
    });
  });

  it("[B8] ever stays met after the start; still is not met since 05-03, and was met as of 05-02 21:00", () => {
    const until = (end: string) => bareCase(undertakingChange(), ...sampleReadings((at) => at < end));
    const [before, after] = [until("2024-05-02T22:00"), until("2024-05-03T01:00")];
    expect([verdict(before, within24), verdict(after, within24)]).toEqual(["met", "met"]);
    expect([verdict(before, still), verdict(after, still)]).toEqual(["met", "not_met"]);
    expect(codes(judge(guideCase(), still).because)).toEqual(["B8.no_longer", "M2.started_at", "M2.newest"]);
  });

  it("[B8] still with hours needs a newest reading at or after them", () => {
    const c = (hours: number): Condition => ({ type: "not_started", hours, tense: "still" });
    const until21 = bareCase(undertakingChange(), ...sampleReadings((at) => at < "2024-05-02T22:00"));
    // 05-02 21:00 is 34.96 hours after the order.
    expect(verdict(until21, c(34))).toBe("met");
    expect(verdict(until21, c(35))).toBe("unknown");
  });

  it("[B4] hours come from the clause, else from the promise, and are never made up", () => {
    const open: Condition = { type: "not_started", tense: "ever" };
    expect(judge(guideCase(), open)).toMatchObject({
      verdict: "unknown",
      missing: [{ code: "missing.promised_start", material: "服务承诺" }],
    });
    const promised = guideCase({
      op: "set",
      kind: "undertaking",
      id: UNDERTAKING,
      field: "startWithinHours",
      value: 2,
    });
    // 05-01 12:02:31; the reading of 15:00 shows 5231, growth 1.
    expect(judge(promised, open).because[0]).toMatchObject({
      args: { withinHours: 2, at: instant("2024-05-01T15:00:00+08:00"), growth: 1 },
    });
  });

  it("[B3] no order, no reading, no reading before the order, two accounts: unknown, each with what is missing", () => {
    const first = (c: Case) => judge(c, within24).missing[0]?.code;
    const noOrder = withChanges(bareCase(), { op: "remove", kind: "order", id: ORDER });
    expect(first(noOrder)).toBe("missing.order");
    expect(first(bareCase())).toBe("missing.readings");
    expect(first(bareCase(undertakingChange()))).toBe("missing.readings");
    expect(first(bareCase(undertakingChange(), ...sampleReadings((at) => at > "2024-05-01T10:02")))).toBe(
      "missing.baseline",
    );
    expect(first(guideCase(reading(testId(5000), "2024-05-01T00:00:00+08:00", 9, { account: "mallory" })))).toBe(
      "missing.which_account",
    );
  });

  it("[E6] removing the exhibit of the readings reopens it; restoring it closes it again", () => {
    const removed = withChanges(guideCase(), { op: "remove", kind: "exhibit", id: SERIES_EXHIBIT });
    expect(judge(removed, within24)).toMatchObject({ verdict: "unknown", exhibits: [] });
    expect(verdict(withChanges(removed, { op: "restore", kind: "exhibit", id: SERIES_EXHIBIT }), within24)).toBe("met");
  });
});

describe("progress", () => {
  const below = (withinHours?: number, more: object = {}): Condition => ({
    type: "progress_below",
    ratio: 0.5,
    withinHours,
    ...more,
  });

  it("[M3] half of 1000 = 5730 is first seen 05-03 09:00; the reading before is 06:00 with 5683", () => {
    // 36 h = 05-02 22:02:31: the reading of 05-03 00:00 (153) is below. 72 h = 05-04 10:02:31: reached by then. 46 h = 05-03 08:02:31: in the gap.
    expect(judge(guideCase(), below(36)).because[0]).toMatchObject({
      code: "B4.progress_below",
      args: { gained: 153, progressRatio: 0.153, limitRatio: 0.5 },
    });
    expect(verdict(guideCase(), below(36))).toBe("met");
    expect(judge(guideCase(), below(72))).toMatchObject({
      verdict: "not_met",
      because: [{ code: "B4.progress_reached", args: { gained: 603 } }],
    });
    expect(judge(guideCase(), below(46))).toMatchObject({
      verdict: "unknown",
      because: [{ code: "M5.gap", args: { hours: 3 } }],
    });
  });

  it("[M3] no finish-by is unknown; a promised one counts; no reading at or after it is unknown", () => {
    expect(judge(guideCase(), below())).toMatchObject({
      verdict: "unknown",
      missing: [{ code: "missing.promised_finish" }],
    });
    const promised = (hours: number) =>
      guideCase({ op: "set", kind: "undertaking", id: UNDERTAKING, field: "finishWithinHours", value: hours });
    expect(verdict(promised(36), below())).toBe("met");
    // All of it is never reached: at 80 h (05-04 18:02:31) the reading of 21:00 shows that, at 84 h (22:02:31) no reading does.
    const whole: Condition = { type: "progress_below", ratio: 1 };
    expect(verdict(promised(80), whole)).toBe("met");
    expect(verdict(promised(84), whole)).toBe("unknown");
  });

  it("[M3] without a quantity a share is unknown", () => {
    const c = guideCase({ op: "set", kind: "undertaking", id: UNDERTAKING, field: "quantity", value: undefined });
    expect(judge(c, below(36))).toMatchObject({ verdict: "unknown", missing: [{ code: "missing.promised_quantity" }] });
  });

  it.each<{ said: string; records: readonly Record<string, string>[]; verdict: string; missing: readonly string[] }>([
    { said: "nobody asked", records: [], verdict: "unknown", missing: ["missing.ask_explanation"] },
    {
      said: "not asked, nothing given",
      records: [{ asked: "no", given: "no" }],
      verdict: "unknown",
      missing: ["missing.ask_explanation"],
    },
    {
      said: "asked, answer not recorded",
      records: [{ asked: "yes", given: "unknown" }],
      verdict: "unknown",
      missing: ["missing.explanation_answer"],
    },
    { said: "asked, none given", records: [{ asked: "yes", given: "no" }], verdict: "met", missing: [] },
    {
      said: "asked, none given, given later",
      records: [
        { asked: "yes", given: "no" },
        { asked: "yes", given: "yes" },
      ],
      verdict: "not_met",
      missing: [],
    },
  ])("[B4] below and not explained: $said ⇒ $verdict", ({ records, verdict: wanted, missing }) => {
    const told = records.map((r, n) => put("explanation", testId(70 + n), r));
    const f = judge(guideCase(...told), below(36, { unlessExplained: true }));
    expect(f.verdict).toBe(wanted);
    expect(codes(f.missing)).toEqual(missing);
  });

  it("[E6] an explanation whose exhibit is removed counts for nothing", () => {
    const own = testId(80);
    const c = guideCase(exhibit(own), put("explanation", testId(70), { asked: "yes", given: "no", exhibit: own }));
    expect(verdict(c, below(36, { unlessExplained: true }))).toBe("met");
    expect(
      verdict(withChanges(c, { op: "remove", kind: "exhibit", id: own }), below(36, { unlessExplained: true })),
    ).toBe("unknown");
  });
});

describe("drop", () => {
  type Of = "gain" | "total" | "unspecified";
  const over = (ratio: number, denominator: Of, withinHours = 24): Condition => ({
    type: "drop_over",
    ratio,
    withinHours,
    denominator,
  });

  it.each<{ ratio: number; of: Of; verdict: string }>([
    // 441 lost: 73.0 % of the gain, 7.6 % of the whole.
    { ratio: 0.3, of: "gain", verdict: "met" },
    { ratio: 0.3, of: "total", verdict: "not_met" },
    { ratio: 0.3, of: "unspecified", verdict: "unknown" },
    { ratio: 0.07, of: "unspecified", verdict: "met" },
    { ratio: 0.8, of: "unspecified", verdict: "not_met" },
  ])("[B4] the sample against over $ratio of $of ⇒ $verdict", ({ ratio, of, verdict: wanted }) => {
    expect(verdict(guideCase(), over(ratio, of))).toBe(wanted);
  });

  it("[B4] what only one denominator satisfies is unknown: 分母未写明, both shares shown", () => {
    const f = judge(guideCase(), over(0.3, "unspecified"));
    expect(codes(f.because)).toEqual(["B4.denominator", "M4.drop"]);
    expect(codes(f.missing)).toEqual(["missing.denominator"]);
  });

  it.each([
    // Gain 100. Over 30 % means more than 30.
    { left: 69, verdict: "met" },
    { left: 70, verdict: "not_met" },
  ])("[B4] a gain of 100 of which $left are left ⇒ $verdict", ({ left, verdict: wanted }) => {
    const c = bareCase(
      undertakingChange(),
      reading(testId(10), "2024-05-01T00:00:00+08:00", 0),
      reading(testId(11), "2024-05-02T00:00:00+08:00", 100),
      reading(testId(12), "2024-05-02T12:00:00+08:00", left),
    );
    expect(verdict(c, over(0.3, "gain"))).toBe(wanted);
  });

  it("[M5] a loss between two readings 30 hours apart may have taken longer than 24: unknown; within 36 hours it is met", () => {
    // 05-03 15:00 with 5834, then 05-04 21:00 with 5395: 439 of 604 = 72.7 %.
    const c = bareCase(
      undertakingChange(),
      ...sampleReadings((at) => at < "2024-05-03T16:00" || at > "2024-05-04T20:00"),
    );
    expect(judge(c, over(0.3, "gain"))).toMatchObject({
      verdict: "unknown",
      because: [
        { code: "M5.gap", args: { hours: 30 } },
        { code: "M4.drop", args: { lost: 439 } },
      ],
    });
    expect(verdict(c, over(0.3, "gain", 36))).toBe("met");
  });

  it("[B3] one reading since the order says nothing about a loss; two without one do", () => {
    const upTo = (end: string) => bareCase(undertakingChange(), ...sampleReadings((at) => at < end));
    expect(verdict(upTo("2024-05-01T13:00"), over(0.3, "gain"))).toBe("unknown");
    expect(judge(upTo("2024-05-01T16:00"), over(0.3, "gain"))).toMatchObject({
      verdict: "not_met",
      because: [{ code: "B4.no_drop" }, { code: "M2.newest" }],
    });
  });
});

describe("suspicious accounts", () => {
  const sampled = (rows: readonly unknown[], rule: string | undefined = "latest") =>
    guideCase(put("sample", testId(50), { exhibit: SERIES_EXHIBIT, rows, rule }));
  const bad = [0, 0, 900, 0, "", ""];

  it.each([
    // 70 of 120: Wilson 49.4 % to 66.8 %.
    { ratio: 0.4, verdict: "met" },
    { ratio: 0.5, verdict: "unknown" },
    { ratio: 0.67, verdict: "not_met" },
  ])("[M6] the sample against over $ratio ⇒ $verdict", ({ ratio, verdict: wanted }) => {
    expect(verdict(sampled(sampleFollowers), { type: "suspicious_over", ratio })).toBe(wanted);
  });

  it("[M6] fewer than 50, or no stated rule: unknown", () => {
    const c: Condition = { type: "suspicious_over", ratio: 0.3 };
    expect(verdict(sampled(Array.from({ length: 50 }, () => bad)), c)).toBe("met");
    expect(judge(sampled(Array.from({ length: 49 }, () => bad)), c)).toMatchObject({
      verdict: "unknown",
      missing: [{ code: "missing.sample" }],
    });
    expect(judge(sampled(sampleFollowers, ""), c)).toMatchObject({
      verdict: "unknown",
      missing: [{ code: "missing.sample_rule" }],
    });
    expect(judge(guideCase(), c)).toMatchObject({
      verdict: "unknown",
      missing: [{ code: "missing.sample", args: { n: 50 } }],
    });
  });

  it("[B4] 大量 without a number: at least half for certain is met, some is unknown, none is not met", () => {
    const c: Condition = { type: "suspicious_over" };
    // 72 of 120: p 0.6, z²/n 0.03201: (0.6 + 0.01601)/1.03201 = 0.5969 minus 1.96·√(0.002 + 0.0000667)/1.03201 = 0.0863: low 0.5106 ≥ 0.5.
    const of120 = (k: number) => sampled(Array.from({ length: 120 }, (_, n) => (n < k ? bad : [1, 5, 9, 99, "", ""])));
    expect(verdict(of120(72), c)).toBe("met");
    expect(judge(sampled(sampleFollowers), c)).toMatchObject({
      verdict: "unknown",
      because: [{ code: "B4.no_number" }, { code: "M6.sample" }],
    });
    expect(verdict(of120(0), c)).toBe("not_met");
  });
});

describe("signs", () => {
  const incident = (what: string, more: object = {}): Change =>
    put("incident", testId(51), { what, at: instant("2024-05-02T10:00:00+08:00"), ...more });

  it("[B1] a failure notice: shown is met, told is unknown, a dead site is another sign, none is unknown", () => {
    const c: Condition = { type: "failure_notice" };
    expect(judge(guideCase(incident("order_failed", { exhibit: SERIES_EXHIBIT })), c)).toMatchObject({
      verdict: "met",
      exhibits: [SERIES_EXHIBIT],
    });
    expect(verdict(guideCase(incident("order_failed")), c)).toBe("unknown");
    expect(verdict(guideCase(incident("site_down", { exhibit: SERIES_EXHIBIT })), c)).toBe("unknown");
    expect(judge(guideCase(), c)).toMatchObject({ verdict: "unknown", missing: [{ material: "系统提示" }] });
  });

  it("[M7] three unanswered attempts are met; their message after the first, or reaching them, changes that", () => {
    const c: Condition = { type: "unreachable" };
    const attempt = (n: number, at: string, medium: string, reached = false) =>
      put("attempt", testId(60 + n), {
        at: instant(at),
        medium,
        reached,
        ownNetworkWorked: "yes",
        exhibit: SERIES_EXHIBIT,
      });
    const three = [
      attempt(1, "2024-05-05T10:00:00+08:00", "chat"),
      attempt(2, "2024-05-06T10:00:00+08:00", "phone"),
      attempt(3, "2024-05-07T10:00:00+08:00", "chat"),
    ];
    const theirs = (at: string) =>
      put("communication", testId(70), {
        at: instant(at),
        direction: "theirs",
        medium: "chat",
        sender: "客服",
        text: "稍等",
      });
    expect(judge(guideCase(...three), c)).toMatchObject({
      verdict: "met",
      because: [{ code: "M7.attempts", args: { n: 3, dates: 3, media: 2, spanHours: 48 } }],
    });
    expect(verdict(guideCase(...three, theirs("2024-05-05T09:59:00+08:00")), c)).toBe("met");
    expect(judge(guideCase(...three, theirs("2024-05-05T10:01:00+08:00")), c)).toMatchObject({
      verdict: "unknown",
      because: [{ code: "M7.later_message" }, {}],
    });
    expect(verdict(guideCase(...three, attempt(4, "2024-05-08T10:00:00+08:00", "phone", true)), c)).toBe("not_met");
    expect(judge(guideCase(...three.slice(0, 2)), c)).toMatchObject({
      verdict: "unknown",
      missing: [{ code: "missing.attempts", args: { n: 2, attemptsMin: 3 } }],
    });
  });
});

describe("people, payments and answers", () => {
  const pay = (n: number, amountFen: number, more: object = {}) =>
    put("payment", testId(30 + n), {
      provider: "alipay",
      transaction: `t${n}`,
      payee: "p",
      amountFen,
      paidAt: instant("2024-05-01T10:03:00+08:00"),
      order: ORDER,
      ...more,
    });
  const back = (amountFen: number) =>
    put("refund", testId(39), {
      provider: "alipay",
      transaction: "r",
      payment: testId(32),
      amountFen,
      route: "original",
    });

  it("[B9] paid twice: two of one amount for one order, until one came back in full", () => {
    const c: Condition = { type: "duplicate_payment" };
    expect(judge(guideCase(pay(1, 10_000), pay(2, 10_000)), c)).toMatchObject({
      verdict: "met",
      because: [{ args: { n: 2, amountFen: 10_000 } }],
    });
    expect(
      verdict(guideCase(pay(1, 10_000), pay(2, 10_000, { order: undefined, merchantOrder: "20240501001" })), c),
    ).toBe("met");
    expect(verdict(guideCase(pay(1, 10_000), pay(2, 9_999)), c)).toBe("unknown");
    expect(verdict(guideCase(pay(1, 10_000)), c)).toBe("unknown");
    expect(verdict(guideCase(pay(1, 10_000), pay(2, 10_000), back(9_999)), c)).toBe("met");
    expect(verdict(guideCase(pay(1, 10_000), pay(2, 10_000), back(10_000)), c)).toBe("not_met");
  });

  it.each([
    { age: 7, verdict: "met" },
    { age: 17, verdict: "met" },
    { age: 18, verdict: "not_met" },
    { age: undefined, verdict: "unknown" },
  ])("[G5] age $age at payment ⇒ $verdict", ({ age, verdict: wanted }) => {
    expect(
      verdict(guideCase({ op: "set", kind: "case", id: testId(1), field: "payerAge", value: age }), {
        type: "payer_minor",
      }),
    ).toBe(wanted);
  });

  it("[R1] nobody named: unknown until the platform was asked or every place on their own site looked at", () => {
    const c: Condition = { type: "respondent_unidentified" };
    const vain = (...places: readonly string[]) =>
      places.map((place, n) => put("lookup", testId(40 + n), { place, result: "not_found", on: "2024-05-06" }));
    const party = (foundIn?: string) => put("party", testId(49), { role: "respondent", name: "某公司", foundIn });
    expect(verdict(guideCase(), c)).toBe("unknown");
    expect(verdict(guideCase(...vain("platform")), c)).toBe("met");
    expect(verdict(guideCase(...vain("licence", "icp", "terms", "bill")), c)).toBe("met");
    expect(judge(guideCase(...vain("licence", "icp", "terms")), c)).toMatchObject({
      verdict: "unknown",
      missing: [{ args: { places: ["bill", "platform"] } }],
    });
    expect(verdict(guideCase(...vain("platform"), party("licence")), c)).toBe("not_met");
    expect(verdict(guideCase(...vain("platform"), party("told")), c)).toBe("met");
    expect(verdict(guideCase(party("told")), c)).toBe("unknown");
  });

  it("[B9] answers: all as asked is met, one against is not met, one open is unknown; the newest answer counts", () => {
    const c: Condition = {
      type: "answers",
      all: [
        { question: "notice_5d", is: "no" },
        { question: "auto_renewed", is: "yes" },
      ],
    };
    const answer = (n: number, question: string, value: string) => put("answer", testId(40 + n), { question, value });
    expect(verdict(guideCase(answer(1, "notice_5d", "no"), answer(2, "auto_renewed", "yes")), c)).toBe("met");
    expect(verdict(guideCase(answer(1, "notice_5d", "yes"), answer(2, "auto_renewed", "unknown")), c)).toBe("not_met");
    expect(judge(guideCase(answer(1, "notice_5d", "no"), answer(2, "auto_renewed", "unknown")), c)).toMatchObject({
      verdict: "unknown",
      missing: [{ code: "missing.answer", args: { question: "auto_renewed" } }],
    });
    expect(
      verdict(
        guideCase(answer(1, "notice_5d", "no"), answer(2, "auto_renewed", "yes"), answer(3, "auto_renewed", "no")),
        c,
      ),
    ).toBe("not_met");
    expect(verdict(guideCase(), { type: "answers", all: [] })).toBe("unknown");
  });
});
