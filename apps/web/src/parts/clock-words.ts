/**
 * A clock as words in reading order: the state, the moment, whose time it is (K7). Pure.
 *
 * 1. Whether it is over is judged by `now`, so a clock turns without a new assessment.
 * 2. Up to three days hours say more than days; what is left is cut down, never rounded up.
 */
import { civilOf, endOf, toMillis, type Deadline, type Instant, type When } from "@recourse/core";
import { shortMoment } from "@recourse/words";
import type { Say } from "../services/services.ts";

/** What a clock needs to know of a deadline; a row of the board has it too. */
export interface ClockFacts {
  readonly due: When;
  readonly basis: "person" | "captured" | "law";
  readonly owner: Deadline["owner"];
  readonly passed: boolean;
  readonly provisional: boolean;
  /** Rule of the pack or of core; some have words of their own for being over. */
  readonly rule?: string | undefined;
  /** Units: hours; of a period a person set. */
  readonly hours?: number | undefined;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Whether its time is over. */
export const isPast = (clock: Pick<ClockFacts, "due">, now: Instant): boolean =>
  toMillis(endOf(clock.due)) < toMillis(now);

/** "剩 5 小时", or that it is over in the words of its source. */
export function clockState(clock: ClockFacts, now: Instant, say: Pick<Say, "word" | "has">): string {
  if (isPast(clock, now)) {
    const own = `clock.over.${clock.rule ?? ""}`;
    return say.word(say.has(own) ? own : `clock.over.${clock.basis}`);
  }
  const ms = toMillis(endOf(clock.due)) - toMillis(now);
  if (ms >= 3 * DAY) return say.word("clock.left.days", { n: Math.floor(ms / DAY) });
  if (ms >= HOUR) return say.word("clock.left.hours", { n: Math.floor(ms / HOUR) });
  return say.word("clock.left.minutes", { n: Math.floor(ms / MINUTE) });
}

/** The moment, in another year with its year. */
const momentNear = (due: When, now: Instant): string =>
  civilOf(due).slice(0, 4) === civilOf(now).slice(0, 4) ? shortMoment(due) : civilOf(due);

/** The parts of a clock; the first is its state. */
export function clockParts(clock: ClockFacts, now: Instant, say: Pick<Say, "word" | "has">): readonly string[] {
  const { due, basis, provisional, hours, rule } = clock;
  const set = hours !== undefined && basis !== "law" ? say.word(`screen.clock.hours.${basis}`, { hours }) : undefined;
  // Once it is over the state itself says whose time it was.
  const own = `clock.${rule ?? ""}`;
  const whose = set ?? (isPast(clock, now) ? "" : say.word(say.has(own) ? own : `clock.${basis}`));
  return [
    clockState(clock, now, say),
    momentNear(due, now),
    whose,
    provisional ? say.word("clock.provisional") : "",
  ].filter((part) => part !== "");
}
