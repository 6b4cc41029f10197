/** Order and words of the sections. */
import { instant } from "@recourse/core";
import { describe, expect, test } from "vitest";
import type { BoardRow, RowClock } from "./board-row.ts";
import { createRowList, newestFirst, type RowSpec } from "./row-list.ts";
import { rowFixture } from "./row.fixture.ts";
import {
  asleepSpec,
  clockNow,
  comingDates,
  comingSpec,
  isOver,
  mineSpec,
  safetySpec,
  shortLeft,
  theirsSpec,
} from "./sections.ts";

const NOW = instant("2026-11-22T12:00:00+08:00");
const AWAKE: ReadonlySet<string> = new Set();
const clock = (due: string, more: Partial<RowClock> = {}): RowClock => ({
  due: instant(due),
  basis: "person",
  owner: "theirs",
  passed: false,
  counts: true,
  provisional: false,
  rule: "demand-period",
  ...more,
});
const titles = (spec: RowSpec, rows: readonly BoardRow[]): readonly string[] => {
  const ids = createRowList(spec, rows.toSorted(newestFirst)).ids();
  return ids.flatMap((id) => rows.find((row) => row.caseId === id)?.title ?? []);
};

describe("sections", () => {
  const rows = [
    rowFixture(1, { turn: "mine" }),
    rowFixture(2, { turn: "mine", clock: clock("2026-11-24T00:00:00+08:00") }),
    rowFixture(3, { turn: "mine", clock: clock("2026-11-23T00:00:00+08:00") }),
    rowFixture(4, { turn: "theirs" }),
    rowFixture(5, { turn: "authority", clock: clock("2026-12-01T00:00:00+08:00") }),
    rowFixture(6, { turn: "none" }),
    rowFixture(7, { turn: "mine" }),
  ];
  test("[E5] a case stands in one section by its turn, what ends sooner first, without a clock last", () => {
    // 3 ends on the 23rd, 2 on the 24th; of the two without a clock the newer, 7, comes first.
    expect(titles(mineSpec(AWAKE), rows)).toEqual(["案件 3", "案件 2", "案件 7", "案件 1"]);
    expect(titles(theirsSpec(AWAKE), rows)).toEqual(["案件 5", "案件 4"]);
  });
  test("[UI] what was put off stands in no section but its own", () => {
    const asleep = new Set<string>(rows.flatMap((row) => (row.title === "案件 3" ? [row.caseId] : [])));
    expect(titles(mineSpec(asleep), rows)).toEqual(["案件 2", "案件 7", "案件 1"]);
    expect(titles(asleepSpec(asleep), rows)).toEqual(["案件 3"]);
  });
  test("[G3] a step for safety that is open is shown, also of a case that was put off", () => {
    const open = rowFixture(8, { safety: [{ code: "G3.account", severity: "warn", open: 2 }] });
    expect(titles(safetySpec, [...rows, open])).toEqual(["案件 8"]);
  });
  test("[K7] coming up: dates of our own within a week; not later, not over, not theirs", () => {
    const own = (due: string): RowClock => clock(due, { owner: "mine", basis: "law" });
    const soon = rowFixture(1, { dates: [own("2026-11-25T00:00:00+08:00")] });
    // Noon of the 22nd and seven days are noon of the 29th: a second later is too far.
    const last = rowFixture(2, { dates: [own("2026-11-29T12:00:00+08:00")] });
    const far = rowFixture(3, { dates: [own("2026-11-29T12:00:01+08:00")] });
    const gone = rowFixture(4, { dates: [own("2026-11-22T11:59:59+08:00")] });
    const theirs = rowFixture(5, { clock: clock("2026-11-25T00:00:00+08:00") });
    expect(titles(comingSpec(NOW), [soon, last, far, gone, theirs])).toEqual(["案件 1", "案件 2"]);
    const two = rowFixture(6, { dates: [own("2026-11-20T00:00:00+08:00"), own("2026-11-26T00:00:00+08:00")] });
    expect(comingDates(two, NOW)).toEqual([own("2026-11-26T00:00:00+08:00")]);
  });
  test("[K1] a day is over after its last millisecond in Asia/Shanghai, not before", () => {
    const day = { ...clock("2026-11-22"), due: "2026-11-22" as RowClock["due"] };
    expect(isOver(day, instant("2026-11-22T23:59:59+08:00"))).toBe(false);
    expect(isOver(day, instant("2026-11-23T00:00:00+08:00"))).toBe(true);
  });
  test("[K7] a kept clock that has run out since is shown as over", () => {
    const kept = clock("2026-11-22T11:00:00+08:00");
    expect(clockNow(kept, instant("2026-11-22T10:00:00+08:00"))).toBe(kept);
    expect(clockNow(kept, NOW).passed).toBe(true);
  });
  test("[K1] hours are said up to three days, then days", () => {
    // 71 h 59 min → 71 hours; 72 h → 3 days; 59 min → 59 minutes.
    expect(shortLeft(instant("2026-11-25T11:59:00+08:00"), NOW)).toEqual({
      code: "screen.left.hours",
      args: { n: 71 },
    });
    expect(shortLeft(instant("2026-11-25T12:00:00+08:00"), NOW)).toEqual({ code: "screen.left.days", args: { n: 3 } });
    expect(shortLeft(instant("2026-11-22T12:59:00+08:00"), NOW)).toEqual({
      code: "screen.left.minutes",
      args: { n: 59 },
    });
    expect(shortLeft(instant("2026-11-22T11:59:00+08:00"), NOW)).toBeUndefined();
  });
});
