/** Not started and progress: what the readings say, up to the minute. */
import { describe, expect, it } from "vitest";
import type { Case } from "../case/case.ts";
import { codes, judge, verdict } from "../fixtures/judged-condition.fixture.ts";
import {
  bareCase,
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
import type { Condition } from "../schema/parts.ts";
import { instant } from "../time.ts";

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
