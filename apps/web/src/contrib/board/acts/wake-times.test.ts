/** When what is put off may wake. */
import { instant } from "@recourse/core";
import { describe, expect, test } from "vitest";
import { wakeTimes } from "./wake-times.ts";

const codes = (now: string): readonly (readonly [string, string])[] =>
  wakeTimes(instant(now)).map(({ code, at }) => [code, at]);

describe("wakeTimes", () => {
  test("[UI] on a Thursday noon: later, tomorrow, Sunday, Monday, a week on; all at nine but the first", () => {
    // 2026-11-19 is a Thursday. 12:00 + 3 h = 15:00; nine in the morning of Shanghai is one o'clock UTC.
    expect(codes("2026-11-19T12:00:00+08:00")).toEqual([
      ["later", "2026-11-19T07:00:00.000Z"],
      ["tomorrow", "2026-11-20T01:00:00.000Z"],
      ["three_days", "2026-11-22T01:00:00.000Z"],
      ["monday", "2026-11-23T01:00:00.000Z"],
      ["week", "2026-11-26T01:00:00.000Z"],
    ]);
  });
  test("[UI] in the evening nothing of today is offered, and a moment is offered once", () => {
    // 17:00 + 3 h is 20:00: too late to be called later today. 2026-11-22 is a Sunday, so tomorrow is Monday.
    expect(codes("2026-11-22T17:00:00+08:00").map(([code]) => code)).toEqual(["tomorrow", "three_days", "week"]);
    // A Monday: the next one is a week on.
    expect(codes("2026-11-23T17:00:00+08:00").map(([code]) => code)).toEqual(["tomorrow", "three_days", "monday"]);
  });
});
