import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Case } from "../case/case.ts";
import { apply, type Change } from "../case/change.ts";
import { BILL, CHAT, closedCase, closedPack, PROMISE, RULES } from "../fixtures/closed-case.fixture.ts";
import { ORDER, put, SERIES_EXHIBIT, testId } from "../fixtures/measured-case.fixture.ts";
import { addHours, instant } from "../time.ts";
import { assess, makeAssessor } from "./assess.ts";

const start = instant("2024-05-04 12:00");

const edit: fc.Arbitrary<Change> = fc.oneof(
  fc
    .record({
      id: fc.constantFrom(BILL, CHAT, PROMISE, RULES, SERIES_EXHIBIT),
      op: fc.constantFrom("remove" as const, "restore" as const),
    })
    .map(({ id, op }): Change => ({ op, kind: "exhibit", id })),
  fc
    .integer({ min: 0, max: 20_000 })
    .map((value): Change => ({ op: "set", kind: "order", id: ORDER, field: "paidFen", value })),
  fc.integer({ min: 0, max: 40 }).map((n): Change => put("note", testId(900 + n), { text: "n" })),
  fc.integer({ min: 0, max: 5 }).map((n): Change => ({
    op: "append",
    kind: "event",
    id: testId(950 + n),
    value: {
      type: "application.submitted",
      at: addHours(start, n),
      recordedAt: start,
      refs: [],
      data: { periodHours: 24 },
    },
  })),
);

describe("[G14] an assessor that remembers answers as one that does not", () => {
  it("[G14] over random edits and moments, equal by value", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(edit, fc.integer({ min: -50, max: 100 })), { maxLength: 12 }), (steps) => {
        const kept = makeAssessor(closedPack);
        let of: Case = closedCase();
        for (const [change, hours] of steps) {
          of = apply(of, [change]).case;
          const now = addHours(start, hours);
          expect({ ...kept.assess(of, now), staleAt: undefined }).toEqual({
            ...assess(closedPack, of, now),
            staleAt: undefined,
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  it("[G14] a note runs only what looks for distress in notes (G6); an exhibit runs those that read exhibits", () => {
    const kept = makeAssessor(closedPack);
    const of = closedCase();
    kept.assess(of, start);
    kept.ran();
    const noted = apply(of, [put("note", testId(900), { text: "n" })]).case;
    kept.assess(noted, start);
    expect(kept.ran()).toEqual(["distress.notes"]);
    kept.assess(apply(noted, [{ op: "remove", kind: "exhibit", id: CHAT }]).case, start);
    expect(kept.ran()).toContain("grounds");
    expect(kept.ran()).not.toContain("deadlines");
  });

  it("[X2] a deadline turns because time passed, without a change of the case", () => {
    const of = apply(closedCase(), [
      {
        op: "append",
        kind: "event",
        id: testId(950),
        value: { type: "application.submitted", at: start, recordedAt: start, refs: [], data: { periodHours: 24 } },
      },
    ]).case;
    const kept = makeAssessor(closedPack);
    expect(kept.assess(of, addHours(start, 1)).turn).toBe("theirs");
    expect(kept.assess(of, addHours(start, 25)).turn).toBe("mine");
    expect(kept.assess(of, addHours(start, 1)).turn).toBe("theirs");
  });
});
