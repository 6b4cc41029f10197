/** Tests of the calendar of rest days and make-up days. */
import { addDays, civil, weekday, type CivilDate } from "@recourse/core";
import { isWorkday } from "chinese-workday";
import { expect, test } from "vitest";
import { pack } from "./index.ts";

const rest = new Set<string>(pack.calendar.rest);
const work: ReadonlySet<string> = new Set<string>(pack.calendar.work);
const isWorking = (day: CivilDate, madeUp = work): boolean =>
  madeUp.has(day) || (!rest.has(day) && weekday(day) !== 0 && weekday(day) !== 6);

function addWorkingDays(start: CivilDate, days: number, madeUp = work): CivilDate {
  let day = start;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorking(day, madeUp)) left -= 1;
  }
  return day;
}

test("[K3] 2026-09-28 and seven working days is 2026-10-13", () => {
  // 29 and 30 Sept, rest 1–7 Oct, 8, 9, make-up Saturday 10, rest Sunday 11, 12, 13 Oct.
  expect(addWorkingDays(civil("2026-09-28"), 7)).toBe("2026-10-13");
});

test("[K3] the make-up Saturday counts: without it the same seven days end a day later", () => {
  const without = new Set([...work].filter((day) => day !== "2026-10-10"));
  expect(addWorkingDays(civil("2026-09-28"), 7, without)).toBe("2026-10-14");
});

test("[K3] every day of the covered years agrees with an independent calendar", () => {
  for (const year of pack.calendar.years)
    for (let day = civil(`${year}-01-01`); day.startsWith(String(year)); day = addDays(day, 1))
      expect([day, isWorking(day)]).toEqual([day, isWorkday(day)]);
});

test("[K3] only covered years have days, make-up days are weekends, and no day is both", () => {
  const years = new Set(pack.calendar.years.map(String));
  for (const day of [...pack.calendar.rest, ...pack.calendar.work, ...pack.calendar.statutory])
    expect(years).toContain(day.slice(0, 4));
  for (const day of pack.calendar.work) expect([0, 6]).toContain(weekday(day));
  expect(pack.calendar.work.filter((day) => rest.has(day))).toEqual([]);
  // 2027 has not been published: a deadline that reaches into it is provisional.
  expect(pack.calendar.years).toEqual([2024, 2025, 2026]);
});

test("[K2] statutory holidays are the narrower set: eleven days until 2024, thirteen since 2025", () => {
  const count = (year: number) => pack.calendar.statutory.filter((d) => d.startsWith(String(year))).length;
  expect([count(2024), count(2025), count(2026)]).toEqual([11, 13, 13]);
  expect(pack.calendar.statutory.filter((day) => !rest.has(day))).toEqual([]);
  // New Year's Eve of the lunar year became a holiday in 2025: 28 Jan 2025 is one, 9 Feb 2024 was not.
  expect(pack.calendar.statutory).toContain("2025-01-28");
  expect(pack.calendar.statutory).not.toContain("2024-02-09");
});
