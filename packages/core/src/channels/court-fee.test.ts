import { describe, expect, it } from "vitest";
import { feeFor } from "./court-fee.ts";

const W = 1_000_000; // 10,000 yuan in fen.
/** fees-13 (1), by hand: first bracket 50 yuan flat, then the parts. Units: fen. */
const scale = {
  flatFen: 5_000,
  brackets: [
    { overFen: 1 * W, permille: 25 },
    { overFen: 10 * W, permille: 20 },
    { overFen: 20 * W, permille: 15 },
    { overFen: 50 * W, permille: 10 },
    { overFen: 100 * W, permille: 9 },
    { overFen: 200 * W, permille: 8 },
    { overFen: 500 * W, permille: 7 },
    { overFen: 1000 * W, permille: 6 },
    { overFen: 2000 * W, permille: 5 },
  ],
  reducedRatio: 0.5,
};

describe("[L7] the court fee by brackets", () => {
  it.each([
    // 1,980 yuan: within the first 10,000 → 50, half 25.
    [198_000, 5_000, 2_500],
    [1 * W, 5_000, 2_500],
    // One fen above 10,000 yuan: 0.025 fen more, rounded up to one fen; half of 5,001 rounded up.
    [1 * W + 1, 5_001, 2_501],
    // 12,000: 50 + 2.5 % of 2,000 = 100.
    [1.2 * W, 10_000, 5_000],
    // 100,000: 50 + 2.5 % of 90,000 = 50 + 2,250 = 2,300.
    [10 * W, 230_000, 115_000],
    // 200,000: 2,300 + 2 % of 100,000 = 4,300.
    [20 * W, 430_000, 215_000],
    // 500,000: 4,300 + 1.5 % of 300,000 = 8,800.
    [50 * W, 880_000, 440_000],
    // 1,000,000: 8,800 + 1 % of 500,000 = 13,800.
    [100 * W, 1_380_000, 690_000],
    // 2,000,000: 13,800 + 0.9 % of 1,000,000 = 22,800.
    [200 * W, 2_280_000, 1_140_000],
    // 5,000,000: 22,800 + 0.8 % of 3,000,000 = 46,800.
    [500 * W, 4_680_000, 2_340_000],
    // 10,000,000: 46,800 + 0.7 % of 5,000,000 = 81,800.
    [1000 * W, 8_180_000, 4_090_000],
    // 20,000,000: 81,800 + 0.6 % of 10,000,000 = 141,800.
    [2000 * W, 14_180_000, 7_090_000],
    // 30,000,000: 141,800 + 0.5 % of 10,000,000 = 191,800.
    [3000 * W, 19_180_000, 9_590_000],
  ])("[L7] a claim of %d fen costs %d, halved %d", (claimFen, fullFen, reducedFen) => {
    expect(feeFor(scale, claimFen)).toEqual({ fullFen, reducedFen });
  });

  it("[L7] the order of the brackets in the data does not matter", () => {
    expect(feeFor({ ...scale, brackets: scale.brackets.toReversed() }, 50 * W).fullFen).toBe(880_000);
  });
});
