/** Counting, on small reports written by hand in the shape of Vitest's JSON report. */
import { expect, it } from "vitest";
import { countReport, lastLine, single, sum } from "./tally.ts";

const file = (status: string, ...tests: readonly string[]): unknown => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

it("[TL1] tests count one each and skipped ones apart", () => {
  const report = { testResults: [file("passed", "passed", "passed", "skipped"), file("failed", "passed", "failed")] };
  expect(countReport(report, false)).toEqual({ passed: 3, failed: 1, skipped: 1 });
});

it("[TL2] a file that could not be loaded is one failure", () => {
  expect(countReport({ testResults: [file("failed"), file("passed", "passed")] }, false)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});

it("[TL3] a run that ended badly without a failed test is a failure, with and without a report", () => {
  expect(countReport({ testResults: [file("passed", "passed")] }, false).failed).toBe(1);
  expect(countReport(undefined, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(countReport({ testResults: [file("passed", "passed")] }, true).failed).toBe(0);
});

it("[TL4] the last line adds tests and steps", () => {
  // 2 passed tests and 1 failed, plus one passed step: 3 passed, 1 failed.
  expect(lastLine(sum([{ passed: 2, failed: 1, skipped: 4 }, single(true)]))).toBe("3 passed, 1 failed");
});
