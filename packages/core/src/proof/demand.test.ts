import { describe, expect, it } from "vitest";
import { assess } from "../assess/assess.ts";
import type { Case } from "../case/case.ts";
import type { Change } from "../case/change.ts";
import type { Demand } from "../assess/assessment.ts";
import { BILL, closedCase, closedPack, refund } from "../fixtures/closed-case.fixture.ts";
import { bareCase, CASE, ORDER, put, testId, withChanges } from "../fixtures/measured-case.fixture.ts";
import { instant } from "../time.ts";
import { valueUsed } from "./demand.ts";

const demand = (of: Case): Demand => assess(closedPack, of, instant("2024-05-08 12:00")).demand;
const category = (value: string): Change => ({ op: "set", kind: "case", id: CASE, field: "category", value });
const usage = (more: Readonly<Record<string, unknown>>): Change => put("usage", testId(300), { order: ORDER, ...more });

describe("[D2] value used of a prepaid service", () => {
  it("[D2] 1,980 for 60 lessons, 12 used: 1,584.00 is left", () => {
    // 1980 / 60 = 33 a lesson; 12 × 33 = 396; 1980 − 396 = 1584.
    expect(198_000 - valueUsed(198_000, 60, 12)).toBe(158_400);
  });
  it("[D2] gifts by ratio: 100 paid for 10 units and 10 given, 5 used = 25.00", () => {
    // spc-prepaid-2025-18 (2): 100 over 20 units is 5 a unit.
    expect(valueUsed(10_000, 10, 5, 10)).toBe(2_500);
    expect(valueUsed(10_000, 10, 5)).toBe(5_000);
  });
  it("[D2] rounded up to a fen, against us, and never more than was paid", () => {
    // 100.00 / 3 = 33.333…
    expect(valueUsed(10_000, 3, 1)).toBe(3_334);
    expect(valueUsed(10_000, 3, 9)).toBe(10_000);
  });
});

describe("[D1] demand = paid − refunded − received", () => {
  it("[D1] a course: 100 paid, 20 of 100 lessons used, 30 refunded = 50", () => {
    const course = bareCase(category("course"), usage({ unitsTotal: 100, unitsUsed: 20 }));
    expect(demand(course).claimFen).toBe(8_000);
    const paid = withChanges(
      closedCase(category("course"), usage({ unitsTotal: 100, unitsUsed: 20 })),
      ...refund(3_000),
    );
    expect(demand(paid)).toMatchObject({ paidFen: 10_000, refundedFen: 3_000, receivedFen: 2_000, claimFen: 5_000 });
  });
  it("[E6] a refund counts only while the bill that shows it is there", () => {
    const refunded = closedCase(...refund(3_000));
    expect(demand(refunded).refundedFen).toBe(3_000);
    expect(demand(withChanges(refunded, { op: "remove", kind: "exhibit", id: BILL })).refundedFen).toBe(0);
  });
});

describe("[D3] value unknown: both amounts, and the person chooses", () => {
  // The sample ends at 5,395 over a baseline of 5,230: 165 of 1,000 delivered, 16.50 of 100.00 yuan.
  it("[D3] 50 refunded: 33.50 or 50.00", () => {
    expect(demand(closedCase(...refund(5_000)))).toMatchObject({ claimFen: undefined, either: [3_350, 5_000] });
  });
  it("[D3] the choice settles it", () => {
    expect(demand(closedCase(...refund(5_000), usage({ claimChoice: "full" }))).claimFen).toBe(5_000);
    expect(demand(closedCase(...refund(5_000), usage({ claimChoice: "after_value" }))).claimFen).toBe(3_350);
  });
  it("[D3] where everything came back there is nothing to choose: the claim is nothing", () => {
    expect(demand(closedCase(...refund(10_000)))).toMatchObject({ claimFen: 0, either: undefined });
    expect(demand(closedCase(...refund(5_000))).claimFen).toBeUndefined();
  });
  it("[D3] a course without usage cannot be computed", () => {
    expect(demand(bareCase(category("course")))).toMatchObject({ claimFen: undefined, either: undefined });
  });
});
