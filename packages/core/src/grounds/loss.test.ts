/** Losses after delivery, by either denominator. */
import { describe, expect, it } from "vitest";
import { codes, judge, verdict } from "../fixtures/judged-condition.fixture.ts";
import {
  bareCase,
  guideCase,
  reading,
  sampleReadings,
  testId,
  undertakingChange,
} from "../fixtures/measured-case.fixture.ts";
import type { Condition } from "../schema/parts.ts";

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
