/** Properties of measurement and of what is concluded from it. A failure prints its seed; SEED=… repeats it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change } from "../case/change.ts";
import {
  bareCase,
  emptyPack,
  reading,
  sampleReadings,
  testId,
  undertakingChange,
  UNDERTAKING,
} from "../fixtures/measured-case.fixture.ts";
import { measure } from "../measure/measure.ts";
import { thresholdsOf } from "../measure/threshold.ts";
import type { Condition } from "../schema/parts.ts";
import { addHours, instant } from "../time.ts";
import { judgeCondition } from "./condition.ts";

const seed = process.env["SEED"] === undefined ? {} : { seed: Number(process.env["SEED"]) };
const pack = emptyPack();
const caseWith = (readings: readonly Change[]) => bareCase(undertakingChange(), ...readings);
const judge = (readings: readonly Change[], condition: Condition) => {
  const of = caseWith(readings);
  return judgeCondition(condition, {
    of,
    measures: measure(of, pack),
    thresholds: thresholdsOf(of, pack),
    kind: "not_started",
    clause: undefined,
  });
};
const earlier = sampleReadings((at) => at < "2024-05-01T10:02");
const later = sampleReadings((at) => at > "2024-05-01T10:02");
const ordered = instant("2024-05-01T10:02:31+08:00");

const conditions: readonly Condition[] = [
  { type: "not_started", hours: 24, tense: "ever" },
  { type: "progress_below", ratio: 0.5, withinHours: 36 },
  { type: "drop_over", ratio: 0.3, withinHours: 24, denominator: "gain" },
];

describe("properties", () => {
  it("[M1] the order in which readings come in changes nothing", () => {
    const everything = [...earlier, ...later];
    const expected = measure(caseWith(everything), pack);
    fc.assert(
      fc.property(fc.shuffledSubarray(everything, { minLength: everything.length }), (mixed) => {
        expect(measure(caseWith(mixed), pack)).toEqual(expected);
      }),
      { ...seed, numRuns: 50 },
    );
  });

  it.each(conditions.slice(0, 2))(
    "[B3] fewer readings never contradict more: any part of the sample says met or unknown ($type)",
    (condition) => {
      expect(judge([...earlier, ...later], condition).verdict).toBe("met");
      fc.assert(
        fc.property(fc.subarray([...later]), (part) => {
          expect(["met", "unknown"]).toContain(judge([...earlier, ...part], condition).verdict);
        }),
        { ...seed, numRuns: 100 },
      );
    },
  );

  it("[M4] a further reading never makes a seen drop smaller", () => {
    const lost = (readings: readonly Change[]) =>
      measure(caseWith(readings), pack).byUndertaking[UNDERTAKING]?.drop?.ofGainRatio ?? 0;
    const least = lost([...earlier, ...later]);
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.integer({ min: 5000, max: 7000 }),
        (hours, value) => {
          const one = reading(testId(5000), addHours(ordered, hours), value);
          expect(lost([...earlier, ...later, one])).toBeGreaterThanOrEqual(least);
        },
      ),
      { ...seed, numRuns: 100 },
    );
  });

  it("[M2] a further reading at or under the line before the seen start never moves the start, and never takes back 'not started within 24 hours'", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 37, noNaN: true }),
        fc.integer({ min: 5200, max: 5250 }),
        (hours, value) => {
          const one = reading(testId(5000), addHours(ordered, hours), value);
          const start = measure(caseWith([...earlier, ...later, one]), pack).byUndertaking[UNDERTAKING]?.start;
          expect(start?.first?.at).toBe(instant("2024-05-03T00:00:00+08:00"));
          expect(judge([...earlier, ...later, one], { type: "not_started", hours: 24, tense: "ever" }).verdict).toBe(
            "met",
          );
        },
      ),
      { ...seed, numRuns: 100 },
    );
  });

  it("[B3] every finding that is not met or met rests on an exhibit; every unknown names what is missing", () => {
    fc.assert(
      fc.property(fc.subarray([...earlier, ...later]), fc.constantFrom(...conditions), (part, condition) => {
        const f = judge(part, condition);
        if (f.verdict === "unknown") expect(f.missing.length).toBeGreaterThan(0);
        else expect(f.exhibits.length).toBeGreaterThan(0);
        expect(f.because.length).toBeGreaterThan(0);
      }),
      { ...seed, numRuns: 150 },
    );
  });
});
