import { describe, expect, it } from "vitest";
import {
  bareCase,
  CASE,
  caseInfo,
  emptyPack,
  exhibit,
  guideCase,
  ORDER,
  orderChange,
  put,
  reading,
  sampleReadings,
  SERIES_EXHIBIT,
  testId,
  UNDERTAKING,
  undertakingChange,
  withChanges,
} from "../fixtures/measured-case.fixture.ts";
import { emptyCase, type Case } from "../case/case.ts";
import { instant } from "../time.ts";
import { measure } from "./measure.ts";
import { threshold } from "./threshold.ts";

const pack = emptyPack();
const of = (c: Case, key = UNDERTAKING) => {
  const m = measure(c, pack).byUndertaking[key];
  if (!m) throw new Error("not measured");
  return m;
};
/** Sample reading of a file row. */
const row = (n: number) => testId(1000 + n);

describe("series and baseline", () => {
  it("[M1] the sample is one series of 32 readings, three hours apart", () => {
    const [s, ...others] = measure(guideCase(), pack).series;
    expect(others).toEqual([]);
    expect(s).toMatchObject({ counter: "followers", account: "demo_account", maxGapHours: 3 });
    expect(s?.readings).toHaveLength(32);
  });

  it("[M1] the same reading told twice is kept once; another value at the same moment is kept", () => {
    const again = reading(testId(5000), "2024-05-01T00:00:00+08:00", 5230);
    const other = reading(testId(5001), "2024-05-01T00:00:00+08:00", 5229);
    expect(of(guideCase(again)).series.readings).toHaveLength(32);
    expect(of(guideCase(again, other)).series.readings).toHaveLength(33);
  });

  it("[M1] baseline: four readings before the order, 5230 5230 5231 5231, median 5230.5, rounded down against us", () => {
    // Hourly differences: (5231−5230)/3 = 1/3, 0, −1/3. Median 0; deviations 1/3, 0, 1/3, median 1/3; 1.4826/3 = 0.4942.
    const { baseline } = of(guideCase());
    expect(baseline?.value).toBe(5230);
    expect(baseline?.readings).toEqual([2, 3, 4, 5].map((n) => `reading/${row(n)}`));
    expect(baseline?.naturalPerHour).toBe(0);
    expect(baseline?.sigma).toBeCloseTo(0.4942, 4);
  });

  it("[M1] only the last five readings before the order make the baseline", () => {
    // Six readings 0 1 2 3 4 100: the last five are 1 2 3 4 100, median 3 (all six would give 2.5 → 2).
    const six = [0, 1, 2, 3, 4, 100].map((v, n) => reading(testId(10 + n), `2024-05-01T0${n}:00:00+08:00`, v));
    expect(of(bareCase(undertakingChange(), ...six)).baseline?.value).toBe(3);
  });

  it("[M1] without a reading before the order there is no baseline, no start and no gain", () => {
    const m = of(bareCase(undertakingChange(), ...sampleReadings((at) => at > "2024-05-01T10:02")));
    expect(m).toMatchObject({
      baseline: undefined,
      start: undefined,
      gained: undefined,
      progressRatio: undefined,
      drop: undefined,
    });
    expect(m.newest?.value).toBe(5395);
  });

  it("[M1] a reading without account joins the only account there is, and stays apart where there are two", () => {
    const nameless = reading(testId(5000), "2024-05-05T00:00:00+08:00", 5395, { account: undefined });
    const second = reading(testId(5001), "2024-05-05T00:00:00+08:00", 9, { account: "mallory" });
    expect(measure(guideCase(nameless), pack).series).toHaveLength(1);
    expect(of(guideCase(nameless)).newest?.id).toBe(testId(5000));
    expect(measure(guideCase(nameless, second), pack).series).toHaveLength(3);
  });

  it("[E6] readings whose exhibit is removed count for nothing, and come back with it", () => {
    const removed = withChanges(guideCase(), { op: "remove", kind: "exhibit", id: SERIES_EXHIBIT });
    expect(measure(removed, pack).series).toEqual([]);
    expect(of(removed)).toMatchObject({ baseline: undefined, newest: undefined });
    const restored = withChanges(removed, { op: "restore", kind: "exhibit", id: SERIES_EXHIBIT });
    expect(measure(restored, pack)).toEqual(measure(guideCase(), pack));
  });
});

describe("start", () => {
  it("[M2] the sample: not started until 05-02 21:00 (growth 3, line 20), started by 05-03 00:00", () => {
    // Line: natural 0 + max(3 × 0.4942 = 1.5, 2 % of 1000 = 20, 10) = 20. 5233 − 5230 = 3; 5383 − 5230 = 153.
    const { start } = of(guideCase());
    expect(start).toMatchObject({ line: 20, growthAtLastNot: 3 });
    expect(start?.lastNot?.at).toBe(instant("2024-05-02T21:00:00+08:00"));
    expect(start?.first?.at).toBe(instant("2024-05-03T00:00:00+08:00"));
  });

  it.each([
    // 2 % of 1000 = 20: 12 does not exceed it. 2 % of 400 = 8, so the line is the least of 10: 12 does.
    { quantity: 1000, line: 20, started: false },
    { quantity: 400, line: 10, started: true },
  ])(
    "[M2] the guide's +12 against a promise of $quantity: line $line, started $started",
    ({ quantity, line, started }) => {
      const m = of(
        bareCase(
          undertakingChange({ quantity }),
          reading(testId(10), "2024-05-01T09:00:00+08:00", 5230),
          reading(testId(11), "2024-05-03T12:00:00+08:00", 5242),
        ),
      );
      expect(m.start?.line).toBe(line);
      expect(m.start?.first !== undefined).toBe(started);
    },
  );

  it.each([
    // Before the order 100, 110, 120 at 10-hour steps: 1 per hour, no noise; baseline 110. After 24 h: line 24 + 20 = 44.
    { value: 154, started: false },
    { value: 155, started: true },
  ])(
    "[M2] natural growth raises the line: $value 24 hours after the order ⇒ started $started",
    ({ value, started }) => {
      const c = withChanges(
        emptyCase(CASE),
        caseInfo(),
        orderChange({ orderedAt: instant("2024-05-01T20:00:01+08:00") }),
        exhibit(SERIES_EXHIBIT),
        undertakingChange(),
        reading(testId(10), "2024-05-01T00:00:00+08:00", 100),
        reading(testId(11), "2024-05-01T10:00:00+08:00", 110),
        reading(testId(12), "2024-05-01T20:00:00+08:00", 120),
        reading(testId(13), "2024-05-02T20:00:01+08:00", value),
      );
      expect(of(c).start).toMatchObject({ line: 44 });
      expect(of(c).start?.first !== undefined).toBe(started);
    },
  );

  it("[M2] noise raises the line: 3σ where it exceeds 2 % and 10", () => {
    // Differences over one hour: +40, −40, +40, −40. Median 0, MAD 40, σ = 59.304, 3σ = 177.9 → line 177. Median of the five: 100.
    const values = [100, 140, 100, 140, 100];
    const noisy = values.map((v, n) => reading(testId(10 + n), `2024-05-01T0${n}:00:00+08:00`, v));
    const at = (v: number) =>
      of(bareCase(undertakingChange(), ...noisy, reading(testId(20), "2024-05-02T00:00:00+08:00", v))).start;
    expect(at(277)).toMatchObject({ line: 177, first: undefined });
    expect(at(278)?.first?.value).toBe(278);
  });

  it("[M2] an account that shrinks by itself gets no lower line", () => {
    // −1 per hour before the order; 24 hours later nothing has grown: not started, line 20.
    const c = bareCase(
      undertakingChange(),
      reading(testId(10), "2024-05-01T00:00:00+08:00", 110),
      reading(testId(11), "2024-05-01T10:00:00+08:00", 100),
      reading(testId(12), "2024-05-02T10:02:31+08:00", 105),
    );
    expect(of(c).start).toMatchObject({ line: 20, first: undefined, growthAtLastNot: 0 });
  });

  it("[B4] a personal change of a default holds in this case, its source is a record, and a removed one does not hold", () => {
    const override = put("override", testId(30), {
      packPath: "defaults.startQuantityRatio",
      value: 0.2,
      source: "platform FAQ",
    });
    // 20 % of 1000 = 200: the 153 of 05-03 00:00 no longer exceeds it, the 303 of 03:00 does.
    expect(of(guideCase(override)).start?.first?.value).toBe(5533);
    const removed = withChanges(guideCase(override), { op: "remove", kind: "override", id: testId(30) });
    expect(of(removed).start?.first?.value).toBe(5383);
    expect(threshold(guideCase(override), pack, "startQuantityRatio", 0.02)).toBe(0.2);
    expect(
      threshold(guideCase(), emptyPack({ defaults: { startQuantityRatio: 0.1 } }), "startQuantityRatio", 0.02),
    ).toBe(0.1);
    expect(threshold(guideCase(), pack, "startQuantityRatio", 0.02)).toBe(0.02);
  });
});

describe("progress, peak and drop", () => {
  it("[M3] the sample stands at 165 of 1000 now and stood at 604 at its peak", () => {
    // 5395 − 5230 = 165; 5834 − 5230 = 604, first seen 05-03 15:00.
    const m = of(guideCase());
    expect(m).toMatchObject({ gained: 165, progressRatio: 0.165 });
    expect(m.peak?.id).toBe(row(23));
  });

  it("[M3] without a promised quantity there is a gain and no progress", () => {
    expect(
      of(guideCase({ op: "set", kind: "undertaking", id: UNDERTAKING, field: "quantity", value: undefined })),
    ).toMatchObject({ gained: 165, progressRatio: undefined });
  });

  it("[M4] 441 lost within 24 hours = 73 % of the gain and 8 % of the whole, from the peak to 05-04 03:00", () => {
    // 5834 → 5393 = 441; 441/604 = 0.7301; 441/5834 = 0.0756.
    const { drop } = of(guideCase());
    expect(drop).toMatchObject({ lost: 441, hours: 12 });
    expect(drop?.from.id).toBe(row(23));
    expect(drop?.to.id).toBe(row(27));
    expect(drop?.ofGainRatio).toBeCloseTo(0.7301, 4);
    expect(drop?.ofTotalRatio).toBeCloseTo(0.0756, 4);
  });

  it.each([
    { after: "2024-05-03T00:00:00+08:00", seen: true },
    { after: "2024-05-03T00:00:01+08:00", seen: false },
  ])("[M4] a pair counts up to 24 hours apart: loss at $after ⇒ $seen", ({ after, seen }) => {
    const c = bareCase(
      undertakingChange(),
      reading(testId(10), "2024-05-01T00:00:00+08:00", 0),
      reading(testId(11), "2024-05-02T00:00:00+08:00", 500),
      reading(testId(12), after, 300),
    );
    expect(of(c).drop?.lost).toBe(seen ? 200 : undefined);
  });

  it.each([
    // 5 % of 1000 = 50 must have arrived before a loss is a drop.
    { gained: 50, seen: true },
    { gained: 49, seen: false },
  ])("[M4] a loss after a gain of $gained is a drop: $seen", ({ gained, seen }) => {
    const c = bareCase(
      undertakingChange(),
      reading(testId(10), "2024-05-01T00:00:00+08:00", 1000),
      reading(testId(11), "2024-05-02T00:00:00+08:00", 1000 + gained),
      reading(testId(12), "2024-05-02T12:00:00+08:00", 1000),
    );
    expect(of(c).drop !== undefined).toBe(seen);
  });
});

describe("which series an undertaking is measured on", () => {
  const likes = reading(testId(5000), "2024-05-01T00:00:00+08:00", 7, { counter: "likes" });

  it("[M1] the one with its counter", () => {
    expect(of(guideCase(likes)).series.counter).toBe("followers");
    expect(of(guideCase(likes)).series.readings).toHaveLength(32);
  });

  it("[M1] two accounts with the counter: none is taken, unless readings name the order or the promise names the account", () => {
    const other = reading(testId(5001), "2024-05-01T00:00:00+08:00", 9, { account: "mallory" });
    expect(of(guideCase(other)).series.readings).toEqual([]);
    expect(
      of(guideCase(other, { op: "set", kind: "reading", id: row(2), field: "order", value: ORDER })).series.account,
    ).toBe("demo_account");
    expect(
      of(guideCase(other, { op: "set", kind: "undertaking", id: UNDERTAKING, field: "account", value: "mallory" }))
        .series.account,
    ).toBe("mallory");
  });

  it("[M1] an order without undertaking is measured under its own id with no quantity", () => {
    const m = of(bareCase(...sampleReadings()), ORDER);
    expect(m).toMatchObject({ undertaking: ORDER, quantity: undefined, gained: 165 });
    // Without a quantity the line is max(1.5, 0, 10) = 10.
    expect(m.start?.line).toBe(10);
    expect(measure(bareCase(), pack).byUndertaking).toEqual({});
  });
});
