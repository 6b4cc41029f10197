/**
 * Times as people write them into fields, and how long ago they were. Pure.
 *
 * 1. A field holds the clock of Asia/Shanghai, whatever zone the device is set to: bills and chats do.
 */
import {
  clockOf,
  endOf,
  isInstant,
  isWhen,
  parseInstant,
  startOf,
  toMillis,
  type Instant,
  type When,
} from "@recourse/core";

/** `2024-05-01T10:02` for a field; empty for nothing. */
export function toField(at: string | undefined): string {
  if (at === undefined || !isInstant(at)) return "";
  const { date, seconds } = clockOf(at);
  return `${date}T${seconds.endsWith(":00") ? seconds.slice(0, 5) : seconds}`;
}

/** What a field of day and time says; undefined for what is no time. */
export function fromField(text: string): Instant | undefined {
  const read = parseInstant(text.trim());
  return read.ok ? read.value : undefined;
}

/** A stored time or day; undefined for anything else. */
export const whenOf = (value: unknown): When | undefined =>
  typeof value === "string" && isWhen(value) ? value : undefined;

/** A distance in time as a word code and its number. */
export interface Distance {
  readonly code: string;
  readonly args: { readonly n: number };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How far `at` lies from `now`; undefined beyond a week, where a date says more. Units: of `n` as the code says. */
export function distance(at: When, now: Instant): Distance | undefined {
  const past = toMillis(now) - toMillis(startOf(at));
  const ahead = toMillis(endOf(at)) - toMillis(now);
  const gone = past >= 0;
  if (!at.includes("T") && gone && ahead >= 0) return { code: "screen.when.today", args: { n: 0 } };
  const ms = gone ? past : ahead;
  if (ms < MINUTE) return { code: "screen.when.now", args: { n: 0 } };
  const side = gone ? "ago" : "in";
  if (ms < HOUR) return { code: `screen.when.minutes_${side}`, args: { n: Math.floor(ms / MINUTE) } };
  if (ms < DAY) return { code: `screen.when.hours_${side}`, args: { n: Math.floor(ms / HOUR) } };
  if (ms <= 7 * DAY) return { code: `screen.when.days_${side}`, args: { n: Math.floor(ms / DAY) } };
  return undefined;
}
