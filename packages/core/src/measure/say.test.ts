import { describe, expect, it } from "vitest";
import { emptyPack, guideCase, put, SERIES_EXHIBIT, testId, UNDERTAKING } from "../fixtures/measured-case.fixture.ts";
import { sampleFollowers } from "../fixtures/sample-followers.fixture.ts";
import { instant } from "../time.ts";
import { measure } from "./measure.ts";
import { drop, gap, newest, notStartedUntil, peak, progress, sample, smallGrowth, startedAt } from "./say.ts";

const c = guideCase();
const m = (() => {
  const found = measure(c, emptyPack()).byUndertaking[UNDERTAKING];
  if (!found) throw new Error("not measured");
  return found;
})();
/** Row n of the file: the reading, and the row of the exhibit that shows it. */
const at = (n: number) => [`reading/${testId(1000 + n)}`, `exhibit/${SERIES_EXHIBIT}#row=${n}`];

describe("what a measurement says", () => {
  it("[M2] as of 34 hours 58 minutes after the order not started: growth 3, line 20, never a bare not started", () => {
    // 10:02 printed to 21:00 the next day: 24 + 10 h 58 min.
    expect(notStartedUntil(c, m)).toEqual({
      code: "M2.not_started_until",
      args: {
        hours: 34,
        minutes: 58,
        at: instant("2024-05-02T21:00:00+08:00"),
        value: 5233,
        growth: 3,
        line: 20,
        file: "20240501001-后台数据-045.png",
      },
      refs: at(17),
    });
    expect(smallGrowth(m)).toMatchObject({ code: "M2.small_growth", args: { growth: 3, line: 20 }, refs: at(17) });
  });

  it("[M2] started at 05-03 00:00, 37 hours 58 minutes after the order, growth 153", () => {
    expect(startedAt(c, m)).toMatchObject({
      code: "M2.started_at",
      args: { hours: 37, minutes: 58, at: instant("2024-05-03T00:00:00+08:00"), growth: 153, line: 20 },
      refs: at(18),
    });
  });

  it("[A6] newest and peak carry value, gain and file", () => {
    expect(newest(c, m)).toEqual({
      code: "M2.newest",
      args: {
        at: instant("2024-05-04T21:00:00+08:00"),
        value: 5395,
        gained: 165,
        file: "20240501001-后台数据-093.png",
      },
      refs: at(33),
    });
    expect(peak(c, m)?.args).toEqual({
      at: instant("2024-05-03T15:00:00+08:00"),
      value: 5834,
      gained: 604,
      file: "20240501001-后台数据-063.png",
    });
    expect(progress(c, m)?.args).toMatchObject({ progressRatio: 0.165, gained: 165, quantity: 1000 });
  });

  it("[M4] a drop names both ends and both shares", () => {
    expect(drop(c, m.drop)).toMatchObject({
      code: "M4.drop",
      args: {
        lost: 441,
        hours: 12,
        fromValue: 5834,
        toValue: 5393,
        fromFile: "20240501001-后台数据-063.png",
        toFile: "20240501001-后台数据-075.png",
      },
      refs: [...at(23), ...at(27)],
    });
  });

  it("[M5] a gap names its ends, its length and the moment in it", () => {
    const [a, b] = [m.series.readings[9], m.series.readings[16]];
    if (!a || !b) throw new Error("no readings");
    const moment = instant("2024-05-02T10:02:31+08:00");
    // 05-02 03:00 to 05-03 00:00 = 21 hours.
    expect(gap(a, b, moment).args).toEqual({ fromAt: a.at, toAt: b.at, hours: 21, thresholdAt: moment });
  });

  it("[M2] a file is the row's screenshot, else the exhibit's name", () => {
    const without = guideCase({ op: "set", kind: "reading", id: testId(1033), field: "sourceFile", value: undefined });
    const again = measure(without, emptyPack()).byUndertaking[UNDERTAKING];
    expect(again && newest(without, again)?.args["file"]).toBe("粉丝数时间序列.csv");
  });

  it("[M6] a sample says how many were looked at and how many have two or more features", () => {
    const with120 = guideCase(
      put("sample", testId(50), { exhibit: SERIES_EXHIBIT, rows: sampleFollowers, rule: "latest 120" }),
    );
    const s = measure(with120, emptyPack()).samples[testId(50)];
    expect(s && sample(with120, s)).toMatchObject({
      code: "M6.sample",
      args: { n: 120, k: 70, rule: "latest 120" },
      refs: [`sample/${testId(50)}`, `exhibit/${SERIES_EXHIBIT}`],
    });
  });
});
