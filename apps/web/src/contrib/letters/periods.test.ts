/** How long one waits after sending. */
import { civil, instant } from "@recourse/core";
import { describe, expect, test } from "vitest";
import { hoursIn, hoursOf, periodChoices } from "./periods.ts";

/** A day for a talk, a week for what is formal. Units: hours. */
const [TALK, FORMAL] = [24, 168];
const by = civil("2026-11-29");
const kinds = (...of: Parameters<typeof periodChoices>): readonly string[] =>
  periodChoices(...of).map((choice) => choice.kind);

describe("[K7] whose time it is", () => {
  test("[K7] their own published time is offered only where a term of theirs is captured", () => {
    expect(kinds(by, TALK, false)).toEqual(["letter", "suggested", "own", "none"]);
    expect(kinds(by, TALK, true)).toEqual(["letter", "suggested", "published", "own", "none"]);
  });
  test("[K7] hours and days of a term are read; working days are left to the person, because they are no hours", () => {
    expect(hoursIn("我们将在 48 小时内处理退款申请")).toBe(48);
    // 3 × 24.
    expect(hoursIn("售后 3 天内答复")).toBe(72);
    expect(hoursIn("7个工作日内答复")).toBeUndefined();
    expect(hoursIn("尽快答复")).toBeUndefined();
  });
  test("[K8] a week is not offered beside the day a letter names, which is that week; without a day it is", () => {
    expect(kinds(by, FORMAL)).toEqual(["letter", "own", "none"]);
    expect(kinds(undefined, FORMAL)).toEqual(["suggested", "own", "none"]);
    // 168 / 24.
    expect(periodChoices(undefined, FORMAL)[0]).toMatchObject({ code: "screen.send.period.days", args: { days: 7 } });
    expect(periodChoices(undefined, TALK)[0]).toMatchObject({ code: "screen.send.period.chat", args: { hours: 24 } });
  });
  test("[K8] until the end of the day a letter names: 22 Nov 10:00 to the end of 29 Nov = 7 × 24 + 13 full hours", () => {
    const facts = { at: instant("2026-11-22 10:00"), by, own: undefined, suggested: TALK };
    expect(hoursOf("letter", facts)).toBe(7 * 24 + 13);
    expect(hoursOf("suggested", facts)).toBe(24);
    expect(hoursOf("none", facts)).toBeUndefined();
  });
});
