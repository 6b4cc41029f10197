/**
 * Periods: when a span that starts at an event ends. Pure (K1–K3).
 *
 * 1. Hours end at an instant; days, months and years end with a civil day.
 * 2. The start day is not counted; months and years end on the corresponding day.
 * 3. Where the text leaves two readings, ours is the earlier day and theirs or the authority's the later one.
 */
import type { DeadlineRule } from "../pack/pack.ts";
import { addDays, addHours, addMonths, civilOf, startOf, type CivilDate, type Instant, type When } from "../time.ts";
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

/** The end of `period` begun by `start`. */
export function dueOf(period: Period, start: When, calendar: Calendar): Due {
  if (period.unit === "hour" || period.unit === "user-chosen")
    return { due: addHours(startOf(start), period.amount), provisional: false };
  const day = civilOf(start);
  const end = rawEnd(period, day, calendar);
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

function rolled(period: Period, end: CivilDate, calendar: Calendar): CivilDate {
  const wide = rollForward(end, (d) => isRestDay(calendar, d));
  switch (period.scope) {
    case "civil":
    case "court":
      return wide;
    case "complaint": {
      // samr-121-45 says 法定节假日: a holiday surely moves the end, a plain weekend perhaps.
      const narrow = rollForward(end, (d) => isStatutoryHoliday(calendar, d));
      return period.owner === "mine" ? narrow : wide;
    }
    case "none":
      return end;
  }
}
