/** The report of a long run. */
import { expect, test } from "vitest";
import { reportOf } from "./report.ts";

const part = { group: "removal", what: "a | b", count: 3, first: 4, last: 6, more: undefined };

test("[R1] a clean part says nothing was found; a finding names its seed and what was wrong", () => {
  const of = (found: readonly { readonly seed: number; readonly wrong: readonly string[] }[]): string =>
    reportOf({ ran: [{ ...part, what: "x", found }], day: "2026-05-01", record: 1, wire: 1 });
  expect(of([])).toContain("| removal | x | 3 | 4–6 | nothing |\n");
  expect(of([{ seed: 5, wrong: ["her edits | show", "more"] }])).toContain("| 4–6 | seed 5: her edits \\| show |\n");
});
