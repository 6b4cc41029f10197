/**
 * Chinese rest days and working days, from the calendar of the pack. Pure (K3).
 *
 * 1. A weekend day is a rest day unless it is a make-up working day; a weekday is one only when the calendar says so.
 * 2. Past the covered years every answer is provisional: libraries silently call 2027-01-01 a working day.
 */
import type { Pack } from "../pack/pack.ts";
import { addDays, weekday, type CivilDate } from "../time.ts";

export type Calendar = Pack["calendar"];

const isWeekend = (day: CivilDate): boolean => weekday(day) === 0 || weekday(day) === 6;

/** 法定休假日 in the wide sense of cc-203 and cpl-85: holidays and weekends, less make-up days. */
export function isRestDay(calendar: Calendar, day: CivilDate): boolean {
  if (calendar.work.includes(day)) return false;
  return calendar.rest.includes(day) || isWeekend(day);
}

/** 法定节假日 in the narrow sense of samr-121-45. */
export const isStatutoryHoliday = (calendar: Calendar, day: CivilDate): boolean => calendar.statutory.includes(day);

/** Whether the calendar knows the year of this day. */
export const isCovered = (calendar: Calendar, day: CivilDate): boolean =>
  calendar.years.includes(Number(day.slice(0, 4)));

/** The `n`-th working day after `start`; the start day is not counted (K2). */
export function addWorkdays(calendar: Calendar, start: CivilDate, n: number): CivilDate {
  let day = start;
  for (let left = n; left > 0;) {
    day = addDays(day, 1);
    if (!isRestDay(calendar, day)) left -= 1;
  }
  return day;
}

/** The first day on or after `day` that is not a day of rest by `rests`. */
export function rollForward(day: CivilDate, rests: (d: CivilDate) => boolean): CivilDate {
  let d = day;
  while (rests(d)) d = addDays(d, 1);
  return d;
}
