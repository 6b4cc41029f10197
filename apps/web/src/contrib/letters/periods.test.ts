/** How long one waits after sending. */
import { civil, instant } from "@recourse/core";
import { describe, expect, test } from "vitest";
import { hoursIn, hoursOf, periodChoices } from "./periods.ts";

const pack = { defaults: { chatFollowUpHours: 24, demandDays: 7 } };
const kinds = (captured: boolean): readonly string[] =>
  periodChoices(civil("2026-11-29"), pack, captured).map((choice) => choice.kind);

describe("[K7] whose time it is", () => {
  test("[K7] their own published time is offered only where a term of theirs is captured", () => {
    expect(kinds(false)).toEqual(["letter", "chat", "own", "none"]);
    expect(kinds(true)).toEqual(["letter", "chat", "published", "own", "none"]);
  });
  test("[K7] hours and days of a term are read; working days are left to the person, because they are no hours", () => {
    expect(hoursIn("我们将在 48 小时内处理退款申请")).toBe(48);
    // 3 × 24.
    expect(hoursIn("售后 3 天内答复")).toBe(72);
    expect(hoursIn("7个工作日内答复")).toBeUndefined();
    expect(hoursIn("尽快答复")).toBeUndefined();
  });
  test("[K8] until the end of the day a letter names: 22 Nov 10:00 to the end of 29 Nov = 7 × 24 + 13 full hours", () => {
    const facts = { at: instant("2026-11-22 10:00"), by: civil("2026-11-29"), own: undefined, pack };
    expect(hoursOf("letter", facts)).toBe(7 * 24 + 13);
  });
});
