/** Order and words of the sections. */
import { instant } from "@recourse/core";
import { describe, expect, test } from "vitest";
import type { RowClock } from "./board-row.ts";
import { rowFixture } from "./row.fixture.ts";
import { clockNow, comingOf, isOver, mineCount, minesOf, nextDeadline, shortLeft, theirsOf } from "./sections.ts";

const NOW = instant("2026-11-22T12:00:00+08:00");
const clock = (due: string, more: Partial<RowClock> = {}): RowClock => ({
  due: instant(due),
  basis: "person",
  owner: "theirs",
  passed: false,
  provisional: false,
  rule: "demand-period",
  ...more,
});

describe("sections", () => {
  test("[E5] a case stands in one section by its turn, what ends sooner first, without a clock last", () => {
    const rows = [
      rowFixture(1, { turn: "mine" }),
      rowFixture(2, { turn: "mine", clock: clock("2026-11-24T00:00:00+08:00") }),
      rowFixture(3, { turn: "mine", clock: clock("2026-11-23T00:00:00+08:00") }),
      rowFixture(4, { turn: "theirs" }),
      rowFixture(5, { turn: "authority", clock: clock("2026-12-01T00:00:00+08:00") }),
      rowFixture(6, { turn: "none" }),
      rowFixture(7, { turn: "mine" }),
    ];
    // 3 ends on the 23rd, 2 on the 24th; of the two without a clock the newer, 7, comes first.
    expect(minesOf(rows).map((row) => row.title)).toEqual(["案件 3", "案件 2", "案件 7", "案件 1"]);
    expect(mineCount(rows)).toBe(4);
    expect(theirsOf(rows).map((row) => row.title)).toEqual(["案件 5", "案件 4"]);
  });
  test("[E5] coming up holds open deadlines of our own only", () => {
    const own = rowFixture(1, { clock: clock("2026-11-25T00:00:00+08:00", { owner: "mine", basis: "law" }) });
    const gone = rowFixture(2, { clock: clock("2026-11-20T00:00:00+08:00", { owner: "mine", basis: "law" }) });
    const theirs = rowFixture(3, { clock: clock("2026-11-25T00:00:00+08:00") });
    expect(comingOf([own, gone, theirs], NOW)).toEqual([own]);
  });
  test("[K7] the next deadline is the soonest that is not over", () => {
    const over = rowFixture(1, { clock: clock("2026-11-22T11:59:59+08:00") });
    const soon = rowFixture(2, { clock: clock("2026-11-22T12:00:01+08:00") });
    const later = rowFixture(3, { clock: clock("2026-11-23T00:00:00+08:00") });
    expect(nextDeadline([later, over, soon], NOW)).toBe(soon);
    expect(nextDeadline([over], NOW)).toBeUndefined();
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
