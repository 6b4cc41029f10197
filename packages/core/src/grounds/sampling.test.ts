/** Samples of accounts under a stated rule. */
import { describe, expect, it } from "vitest";
import { judge, verdict } from "../fixtures/judged-condition.fixture.ts";
import { guideCase, put, SERIES_EXHIBIT, testId } from "../fixtures/measured-case.fixture.ts";
import { sampleFollowers } from "../fixtures/sample-followers.fixture.ts";
import type { Condition } from "../schema/parts.ts";

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
