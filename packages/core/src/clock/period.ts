/**
 * Periods: when a span that starts at an event ends. Pure (K1–K3).
 *
 * 1. Hours end at an instant; days, months and years end with a civil day.
 * 2. The start day is not counted; months and years end on the corresponding day.
 * 3. Where the text leaves two readings, ours is the earlier day and theirs or the authority's the later one.
 * 4. Past the covered years a weekend may yet be made a working day: our own end is then not moved at all.
 */
import type { DeadlineRule } from "../pack/pack.ts";
import {
  addDays,
  addHours,
  addMonths,
  civilOf,
  DAY_MS,
  endOf,
  startOf,
  toMillis,
  type CivilDate,
  type Instant,
  type When,
} from "../time.ts";
import { addWorkdays, isCovered, isRestDay, isStatutoryHoliday, rollForward, type Calendar } from "./workday.ts";

export type Owner = "mine" | "theirs" | "authority" | "record";
/** Whose text decides what "ambiguous" means (K1). */
export type Scope = "civil" | "court" | "complaint" | "none";

export interface Period {
  readonly amount: number;
  readonly unit: DeadlineRule["unit"];
  readonly scope: Scope;
  readonly owner: Owner;
}

/** Days that are not counted in, the first and the last of them included. */
export interface Pause {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export interface Due {
  readonly due: CivilDate | Instant;
  readonly provisional: boolean;
}

/** K1: scope by the law of the first basis that decides it. */
export function scopeOf(basis: readonly string[]): Scope {
  for (const id of basis) {
    if (id.startsWith("cc-")) return "civil";
    if (id.startsWith("cpl-") || id.startsWith("spc-")) return "court";
    if (id.startsWith("samr-") || id.startsWith("crpl-")) return "complaint";
  }
  return "none";
}

/** K4: whose clock it is, from the kind of the rule. */
export function ownerOf(kind: string): Owner {
  if (kind.startsWith("user-must") || kind === "guardian-by") return "mine";
  if (kind.startsWith("authority-must")) return "authority";
  if (kind === "evidence-available-until") return "record";
  return "theirs";
}

/** K2: where only the day of the start is known, our own hours run from its beginning and those of others from its end. */
export const hoursFrom = (start: When, hours: number, owner: Owner): Instant =>
  addHours(owner === "mine" ? startOf(start) : endOf(start), hours);

/** The end of `period` begun by `start`; `pauses` lengthen periods of days. */
export function dueOf(period: Period, start: When, calendar: Calendar, pauses: readonly Pause[] = []): Due {
  if (period.unit === "hour" || period.unit === "user-chosen")
    return { due: hoursFrom(start, period.amount, period.owner), provisional: false };
  const day = civilOf(start);
  const end = pausedEnd(rawEnd(period, day, calendar), day, period.unit === "calendar-day" ? pauses : []);
  const due = period.unit === "cn-working-day" ? end : rolled(period, end, calendar);
  const provisional =
    period.unit === "cn-working-day" ? !isCovered(calendar, due) : period.scope !== "none" && !isCovered(calendar, due);
  return { due, provisional };
}

function rawEnd(period: Period, day: CivilDate, calendar: Calendar): CivilDate {
  switch (period.unit) {
    case "cn-working-day":
      return addWorkdays(calendar, day, period.amount);
    case "month":
      return addMonths(day, period.amount);
    case "year":
      return addMonths(day, period.amount * 12);
    default:
      return addDays(day, period.amount);
  }
}

/** Each paused day that would have been counted is made up for at the end. A pause that begins after the end comes too late. */
function pausedEnd(end: CivilDate, day: CivilDate, pauses: readonly Pause[]): CivilDate {
  let last = end;
  let counted = day;
  for (const pause of pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const from = pause.from > counted ? pause.from : addDays(counted, 1);
    if (from > last || pause.to < from) continue;
    last = addDays(last, daysBetween(from, pause.to) + 1);
    counted = pause.to;
  }
  return last;
}

const daysBetween = (a: CivilDate, b: CivilDate): number => (toMillis(startOf(b)) - toMillis(startOf(a))) / DAY_MS;

function rolled(period: Period, end: CivilDate, calendar: Calendar): CivilDate {
  if (period.scope === "none" || (period.owner === "mine" && !isCovered(calendar, end))) return end;
  const wide = rollForward(end, (d) => isRestDay(calendar, d));
  // samr-121-45 says 法定节假日: a holiday surely moves the end, a plain weekend perhaps.
  return period.scope === "complaint" && period.owner === "mine"
    ? rollForward(end, (d) => isStatutoryHoliday(calendar, d))
    : wide;
}
