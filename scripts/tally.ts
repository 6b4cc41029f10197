/**
 * Counting what a run proved. Pure.
 *
 * 1. A test counts one, and so does each step that is no test run.
 * 2. A test file that could not be loaded counts as one failure: its tests are not known, but something failed.
 * 3. A run that ended badly without a failed test (an error outside any test) is still a failure.
 * 4. Skipped tests are neither passed nor failed, and are always said.
 */

/** Numbers of tests and steps. */
export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** Nothing counted yet. */
export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

/** A step that is no test run. */
export const single = (ok: boolean): Tally => (ok ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 });

/** All tallies together. */
export const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (total, each) => ({
      passed: total.passed + each.passed,
      failed: total.failed + each.failed,
      skipped: total.skipped + each.skipped,
    }),
    NOTHING,
  );

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const ofFile = (file: unknown): Tally => {
  const { status, assertionResults } = record(file);
  const states = list(assertionResults).map((test) => record(test)["status"]);
  const failed = states.filter((state) => state === "failed").length;
  const passed = states.filter((state) => state === "passed").length;
  const unloaded = status === "failed" && failed === 0 ? 1 : 0;
  return { passed, failed: failed + unloaded, skipped: states.length - passed - failed };
};

/**
 * Counts a Vitest JSON report.
 * `report` is undefined when Vitest wrote none, and `exitOk` is whether it ended with 0.
 */
export const countReport = (report: unknown, exitOk: boolean): Tally => {
  const tally = sum(list(record(report)["testResults"]).map(ofFile));
  return exitOk || tally.failed > 0 ? tally : { ...tally, failed: 1 };
};

/** The last line of `pnpm check` and `pnpm verify`. */
export const lastLine = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`;
