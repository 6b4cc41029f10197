/**
 * Moments at which what is put off may wake: the usual ones, by the clock of Asia/Shanghai. Pure.
 */
import { addDays, addHours, civilOf, clockOf, instant, weekday, type CivilDate, type Instant } from "@recourse/core";

export interface WakeTime {
  readonly code: "later" | "tomorrow" | "three_days" | "monday" | "week";
  readonly at: Instant;
}

/** Units: hours of the day, hours from now. */
const MORNING = "09:00";
const LATER = 3;
/** Later today makes no sense when little of it is left. Units: hour of the day. */
const LAST = 20;

const morningOf = (day: CivilDate): Instant => instant(`${day} ${MORNING}`);

/** Those that lie ahead, soonest first, each moment once. */
export function wakeTimes(now: Instant): readonly WakeTime[] {
  const today = civilOf(now);
  const hour = Number(clockOf(now).time.slice(0, 2));
  // 0 = Sunday: the next Monday is at least a day away.
  const toMonday = (1 - weekday(today) + 7) % 7 || 7;
  const all: readonly WakeTime[] = [
    ...(hour + LATER < LAST ? [{ code: "later" as const, at: addHours(now, LATER) }] : []),
    { code: "tomorrow", at: morningOf(addDays(today, 1)) },
    { code: "three_days", at: morningOf(addDays(today, 3)) },
    { code: "monday", at: morningOf(addDays(today, toMonday)) },
    { code: "week", at: morningOf(addDays(today, 7)) },
  ];
  const seen = new Set<string>();
  return all.filter(({ at }) => !seen.has(at) && seen.add(at) !== undefined).toSorted((a, b) => (a.at < b.at ? -1 : 1));
}
