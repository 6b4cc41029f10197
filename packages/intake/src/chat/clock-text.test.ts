/**
 * Times as chats print them: 12 and 24 hours, and those that leave the day open.
 */
import { describe, expect, test } from "vitest";
import { momentOf, twentyFourHours } from "./clock-text.ts";

describe("clock", () => {
  test.each([
    ["10:00:01", "10:00:01"],
    ["9:05", "09:05:00"],
    ["上午 12:05:11", "00:05:11"],
    ["下午 12:05", "12:05:00"],
    ["下午3:03:10", "15:03:10"],
    ["中午 12:30", "12:30:00"],
    ["中午 1:30", "13:30:00"],
    ["凌晨 2:00", "02:00:00"],
    ["3:03:10 PM", "15:03:10"],
    ["12:00 am", "00:00:00"],
    ["晚上 8:00", "20:00:00"],
    // Which day it is, nobody can tell.
    ["晚上 12:05", undefined],
    ["25:00", undefined],
  ])("[E9] %s is %s", (text, expected) => {
    expect(twentyFourHours(text)).toBe(expected);
  });

  test("[E9] a time without its year is no moment", () => {
    expect(momentOf("2024年5月2日", "下午 3:03")).toBe("2024-05-02T07:03:00.000Z");
    expect(momentOf("05-02", "10:03")).toBeUndefined();
    expect(momentOf(undefined, "10:03")).toBeUndefined();
  });
});
