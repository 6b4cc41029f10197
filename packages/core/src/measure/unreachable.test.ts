import { describe, expect, it } from "vitest";
import type { Change, Fields } from "../case/change.ts";
import { bareCase, emptyPack, put, SERIES_EXHIBIT, testId } from "../fixtures/measured-case.fixture.ts";
import { instant } from "../time.ts";
import { measure } from "./measure.ts";

const attempt = (n: number, at: string, medium: string, more: Fields = {}): Change =>
  put("attempt", testId(60 + n), {
    at: instant(at),
    medium,
    reached: false,
    ownNetworkWorked: "yes",
    exhibit: SERIES_EXHIBIT,
    ...more,
  });
const seen = (...changes: readonly Change[]) => measure(bareCase(...changes), emptyPack()).unreachable;

const first = attempt(1, "2024-05-05T10:00:00+08:00", "chat");
const second = attempt(2, "2024-05-06T10:00:00+08:00", "phone");
const third = attempt(3, "2024-05-07T10:00:00+08:00", "chat");

describe("unreachable", () => {
  it("[M7] three attempts on three dates over 48 hours by two media are shown", () => {
    expect(seen(first, second, third)).toMatchObject({ dates: 3, media: 2, spanHours: 48, shown: true });
  });

  it.each<{ name: string; changes: readonly Change[] }>([
    { name: "two attempts", changes: [first, attempt(3, "2024-05-07T10:00:00+08:00", "phone")] },
    { name: "one minute short of 48 hours", changes: [first, second, attempt(3, "2024-05-07T09:59:00+08:00", "chat")] },
    { name: "one medium", changes: [first, attempt(2, "2024-05-06T10:00:00+08:00", "chat"), third] },
    {
      name: "own network not known to work",
      changes: [first, attempt(2, "2024-05-06T10:00:00+08:00", "phone", { ownNetworkWorked: "unknown" }), third],
    },
    {
      name: "one without a screen",
      changes: [first, attempt(2, "2024-05-06T10:00:00+08:00", "phone", { exhibit: undefined }), third],
    },
    {
      name: "reached in between",
      changes: [first, attempt(2, "2024-05-06T10:00:00+08:00", "phone", { reached: true }), third],
    },
  ])("[M7] $name is not enough", ({ changes }) => {
    expect(seen(...changes).shown).toBe(false);
  });

  it("[M7] being reached starts the count anew", () => {
    const reached = attempt(0, "2024-05-04T10:00:00+08:00", "phone", { reached: true });
    expect(seen(reached, first, second, third)).toMatchObject({ shown: true });
    expect(seen(reached, first, second, third).attempts.map((a) => a.id)).toEqual([testId(61), testId(62), testId(63)]);
  });
});
