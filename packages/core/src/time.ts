/**
 * Instants, civil dates and spans. Pure; the only file of core that may use `Date`, and only to calculate: the clock itself is always an argument.
 *
 * 1. Instants are UTC ISO strings with milliseconds, so that they sort as text.
 * 2. Civil dates and clock times are those of Asia/Shanghai, which has had no daylight saving since 1991: a fixed +08:00.
 * 3. A time written without an offset is +08:00 (2-architecture, Types).
 */
import { err, ok, type Result } from "./result.ts";

/** A moment, e.g. `2024-05-01T02:02:31.000Z`. */
export type Instant = string & { readonly __brand: "Instant" };
/** A calendar day in Asia/Shanghai, e.g. `2024-05-01`. */
export type CivilDate = string & { readonly __brand: "CivilDate" };

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
const OFFSET_MS = 8 * HOUR_MS;

export const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
export const civilPattern = /^(\d{4})-(\d\d)-(\d\d)$/;
const looseInstant =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/** A moment or a day, as exactly as it is known (X1). */
export type When = Instant | CivilDate;

/** Whether a text is a moment as this project writes them. */
export const isInstant = (text: string): text is Instant =>
  instantPattern.test(text) && !Number.isNaN(Date.parse(text));

/** Whether a text is a day that the calendar has. */
export function isCivil(text: string): text is CivilDate {
  const m = civilPattern.exec(text);
  if (!m) return false;
  const d = new Date(Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3])));
  return d.toISOString().slice(0, 10) === text;
}

/** Whether a text is a moment or a day as this project writes them. */
export const isWhen = (text: string): text is When => isInstant(text) || isCivil(text);

/** Milliseconds since the epoch → Instant. */
export const fromMillis = (ms: number): Instant => new Date(ms).toISOString() as Instant;
/** Instant → milliseconds since the epoch. */
export const toMillis = (at: Instant): number => Date.parse(at);

/**
 * Reads a time as bills, chats and people write it: ISO with or without offset, `2024/5/1 10:02`, `2024年5月1日`. A bare day is its midnight.
 * Errors: `not_a_time` with the text.
 */
export function parseInstant(text: string): Result<Instant, { readonly kind: "not_a_time"; readonly text: string }> {
  const bad = err({ kind: "not_a_time", text } as const);
  const m = looseInstant.exec(text.trim());
  if (!m) return bad;
  const [, y, mo, d, h = "0", mi = "0", s = "0", frac = "0", zone] = m;
  if (
    !isCivil(`${y}-${mo?.padStart(2, "0")}-${d?.padStart(2, "0")}`) ||
    Number(h) > 23 ||
    Number(mi) > 59 ||
    Number(s) > 59
  )
    return bad;
  const local = Date.UTC(
    Number(y),
    Number(mo) - 1,
    Number(d),
    Number(h),
    Number(mi),
    Number(s),
    Number(frac.padEnd(3, "0")),
  );
  return ok(fromMillis(local - zoneMillis(zone)));
}

/** A day where only the day is known (`2024-05-01`), else an instant. Errors: `not_a_time`. */
export function parseWhen(text: string): Result<When, { readonly kind: "not_a_time"; readonly text: string }> {
  return isCivil(text) ? ok(civil(text)) : parseInstant(text);
}

function zoneMillis(zone: string | undefined): number {
  if (zone === undefined) return OFFSET_MS;
  if (zone === "Z") return 0;
  const sign = zone.startsWith("-") ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * 60_000;
}

/** An Instant literal the code itself writes. Errors: throws, because a wrong literal is a bug. */
export function instant(text: string): Instant {
  const r = parseInstant(text);
  if (!r.ok) throw new Error(`not a time: ${text}`);
  return r.value;
}

/** A CivilDate literal the code itself writes. Errors: throws. */
export function civil(text: string): CivilDate {
  if (!isCivil(text)) throw new Error(`not a date: ${text}`);
  return text as CivilDate;
}

/** The day in Asia/Shanghai on which an instant falls; a day is itself. */
export function civilOf(at: When): CivilDate {
  if (!at.includes("T")) return at as CivilDate;
  return new Date(Date.parse(at) + OFFSET_MS).toISOString().slice(0, 10) as CivilDate;
}

/** Midnight in Asia/Shanghai at the start of a day; an instant is itself. */
export function startOf(at: When): Instant {
  return at.includes("T") ? (at as Instant) : fromMillis(Date.parse(`${at}T00:00:00Z`) - OFFSET_MS);
}

/** Last millisecond of a day in Asia/Shanghai; an instant is itself. */
export function endOf(at: When): Instant {
  return at.includes("T") ? (at as Instant) : fromMillis(Date.parse(`${at}T00:00:00Z`) - OFFSET_MS + DAY_MS - 1);
}

/** Clock reading in Asia/Shanghai: `{date: "2024-05-01", time: "10:02", seconds: "10:02:31"}`. */
export function clockOf(at: Instant): { readonly date: CivilDate; readonly time: string; readonly seconds: string } {
  const iso = new Date(Date.parse(at) + OFFSET_MS).toISOString();
  return { date: iso.slice(0, 10) as CivilDate, time: iso.slice(11, 16), seconds: iso.slice(11, 19) };
}

/** Units: milliseconds, negative for earlier. */
export const addMillis = (at: Instant, ms: number): Instant => fromMillis(Date.parse(at) + ms);
/** Units: hours, fractional or negative. For periods that run by the clock; days of the calendar are `addDays`. */
export const addHours = (at: Instant, hours: number): Instant => addMillis(at, hours * HOUR_MS);
/** Units: hours, fractional; negative when `b` is before `a`. */
export const hoursBetween = (a: Instant, b: Instant): number => (Date.parse(b) - Date.parse(a)) / HOUR_MS;

/**
 * Whole hours and minutes between the *printed* clock times of two instants, so that a reader who has only the printed minutes
 * gets the same figure. Units: hours, minutes.
 * Source: M2 ("截至下单后 34 小时 58 分": 10:02 to 21:00 the next day).
 */
export function printedSpan(a: Instant, b: Instant): { readonly hours: number; readonly minutes: number } {
  const minutes = Math.max(0, Math.floor(Date.parse(b) / 60_000) - Math.floor(Date.parse(a) / 60_000));
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

/** The calendar day `days` later, or earlier when negative; knows nothing of rest days. Units: days. */
export function addDays(day: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as CivilDate;
}

/** The corresponding day `months` later, or the last day of that month where there is none (K2, cc-202). */
export function addMonths(day: CivilDate, months: number): CivilDate {
  const [y = 0, m = 1, d = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(y, m - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(d, last));
  return first.toISOString().slice(0, 10) as CivilDate;
}

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (day: CivilDate): number => new Date(`${day}T00:00:00Z`).getUTCDay();
