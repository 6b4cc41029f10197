import { describe, expect, it } from "vitest";
import { sampleFollowers } from "../fixtures/sample-followers.fixture.ts";
import { guideCase, put, SERIES_EXHIBIT, testId } from "../fixtures/measured-case.fixture.ts";
import { find } from "../case/case.ts";
import { sampleMeasure, wilson } from "./sample.ts";

type Rows = readonly (readonly [number, number, number, number, string, string])[];

const measured = (rows: Rows, rule?: string) => {
  const record = find(
    guideCase(put("sample", testId(50), { exhibit: SERIES_EXHIBIT, rows, rule })),
    "sample",
    testId(50),
  );
  if (!record) throw new Error("no sample");
  return sampleMeasure(record, { suspiciousFlags: 2, suspiciousFollows: 500, suspiciousFollowers: 10, burstDays: 7 });
};
const ordinary: Rows[number] = [1, 5, 150, 110, "", ""];

describe("samples", () => {
  it("[M6] the sample: 120 accounts, 70 with two or more features", () => {
    // The first 70 rows follow 900 and more with at most 2 followers and were registered 2024-04-20 to 04-22. Of them every 9th
    // (0, 9 … 63: 8) has an avatar, so 62 have none; every 11th (0, 11 … 66: 7) has a post, so 63 have none. The other 50 show nothing.
    expect(measured(sampleFollowers, "latest 120")).toMatchObject({
      n: 120,
      noAvatar: 62,
      noPosts: 63,
      massFollow: 70,
      burst: 70,
      suspicious: 70,
      ruleStated: true,
    });
  });

  it("[M6] Wilson 95 % of 70 in 120 is 49.4 % to 66.8 %", () => {
    // p = 0.58333, z² = 3.84146: centre (0.58333 + 0.01601)/1.03201 = 0.58075, half 1.95996·√(0.00202546 + 0.00006669)/1.03201 = 0.08687.
    const { low, high } = wilson(70, 120);
    expect(low).toBeCloseTo(0.49388, 4);
    expect(high).toBeCloseTo(0.66762, 4);
  });

  it("[M6] Wilson at the ends: none of 50 is 0 to 7.1 %, all of 50 is 92.9 % to 1", () => {
    // z²/(n + z²) = 3.84146/53.84146 = 0.07135.
    expect(wilson(0, 50).low).toBeCloseTo(0, 10);
    expect(wilson(0, 50).high).toBeCloseTo(0.07135, 4);
    expect(wilson(50, 50).low).toBeCloseTo(0.92865, 4);
    expect(wilson(50, 50).high).toBeCloseTo(1, 10);
  });

  it.each<{ name: string; row: Rows[number]; suspicious: number }>([
    { name: "one flag", row: [0, 5, 150, 110, "", ""], suspicious: 0 },
    { name: "two flags", row: [0, 0, 150, 110, "", ""], suspicious: 1 },
    { name: "501 follows with 9 followers is one more", row: [0, 5, 501, 9, "", ""], suspicious: 1 },
    { name: "500 follows is not", row: [0, 5, 500, 9, "", ""], suspicious: 0 },
    { name: "10 followers is not", row: [0, 5, 501, 10, "", ""], suspicious: 0 },
    { name: "what is not shown raises no flag", row: [-1, -1, 900, -1, "", ""], suspicious: 0 },
  ])("[M6] $name ⇒ $suspicious", ({ row, suspicious }) => {
    expect(measured([row, ordinary]).suspicious).toBe(suspicious);
  });

  it("[M6] the densest seven days: day 1 to day 7 together, day 8 outside; the evening belongs to its own day", () => {
    const on = (day: string): Rows[number] => [1, 5, 150, 110, day, ""];
    expect(measured([on("2024-04-01"), on("2024-04-07"), on("2024-04-08 23:30")]).burst).toBe(2);
    expect(measured([on("2024-04-01"), on("2024-04-07"), on("2024-04-07 23:30")]).burst).toBe(3);
    expect(measured([on("2024-04-01"), on("2023-04-01")]).burst).toBe(0);
  });

  it("[M6] a blank rule is none", () => {
    expect(measured([ordinary], "  ").ruleStated).toBe(false);
    expect(measured([ordinary], "first page").ruleStated).toBe(true);
  });
});
