import { describe, expect, it } from "vitest";
import { addMonths, civil, civilOf, clockOf, instant, parseInstant, printedSpan, startOf } from "./time.ts";

describe("[M1] times as bills, chats and people write them", () => {
  it("[M1] a time without offset is +08:00", () => {
    expect(instant("2024-05-01 10:02:31")).toBe("2024-05-01T02:02:31.000Z");
    expect(instant("2024/5/1 10:02")).toBe("2024-05-01T02:02:00.000Z");
    expect(instant("2024-05-01T00:00:00+08:00")).toBe("2024-04-30T16:00:00.000Z");
    expect(instant("2024-05-01T00:00:00Z")).toBe("2024-05-01T00:00:00.000Z");
  });
  it("[M1] days that do not exist and hours past 23 are refused", () => {
    for (const bad of ["2024-02-30 10:00", "2023-02-29", "2024-05-01 24:00", "yesterday", ""])
      expect(parseInstant(bad).ok).toBe(false);
    expect(parseInstant("2024-02-29").ok).toBe(true);
  });
  it("[K2] an evening in China is the same civil day there, though the next one has begun nowhere", () => {
    expect(civilOf(instant("2024-05-01 23:59"))).toBe("2024-05-01");
    expect(civilOf(instant("2024-05-02 00:00"))).toBe("2024-05-02");
    expect(startOf(civil("2024-05-02"))).toBe("2024-05-01T16:00:00.000Z");
  });
  it("[M2] spans are those between printed minutes: 10:02 → 21:00 next day = 34 h 58 min", () => {
    // 10:02:31 and 21:00:00 print as 10:02 and 21:00; 10:02 → 10:02 next day is 24 h, → 21:00 is 10 h 58 min more.
    expect(printedSpan(instant("2024-05-01 10:02:31"), instant("2024-05-02 21:00:00"))).toEqual({
      hours: 34,
      minutes: 58,
    });
    expect(clockOf(instant("2024-05-01 10:02:31")).time).toBe("10:02");
  });
  it("[K2] the corresponding day of a shorter month is its last", () => {
    expect(addMonths(civil("2024-01-31"), 1)).toBe("2024-02-29");
    expect(addMonths(civil("2025-01-31"), 1)).toBe("2025-02-28");
    expect(addMonths(civil("2024-12-15"), 2)).toBe("2025-02-15");
  });
});
