/**
 * The words of a clock: what is left or that it is over, when, and whose time it is. Pure (K7).
 *
 * 1. Only a deadline of ours is ever red: theirs being over is not our failure.
 */
import { endOf, toMillis, type Deadline, type Instant, type When } from "@recourse/core";
import { shortMoment } from "@recourse/words";
import type { Say } from "../services/services.ts";

/** What a clock needs to know of a deadline; a row of the board and a deadline both have it. */
export interface ClockFacts {
  readonly due: When;
  /** `person`, `captured` or `law`. */
  readonly basis: "person" | "captured" | "law";
  readonly owner: Deadline["owner"];
  readonly passed: boolean;
  readonly provisional: boolean;
  /** Units: hours; of a period a person set. */
  readonly hours?: number | undefined;
}

/** Where a period comes from (K7). */
export function basisOf(deadline: Pick<Deadline, "basis">): ClockFacts["basis"] {
  const [first = ""] = deadline.basis;
  return first === "person" ? "person" : first.startsWith("clause/") ? "captured" : "law";
}

const MINUTE = 60_000;

/** "剩 5 小时"; the unit follows the size. */
export function timeLeft(due: When, now: Instant, say: Pick<Say, "word">): string {
  const ms = Math.max(0, toMillis(endOf(due)) - toMillis(now));
  const hours = Math.floor(ms / (60 * MINUTE));
  if (hours >= 48) return say.word("clock.left.days", { n: Math.floor(hours / 24) });
  if (hours >= 1) return say.word("clock.left.hours", { n: hours });
  return say.word("clock.left.minutes", { n: Math.floor(ms / MINUTE) });
}

/** The parts of a clock in reading order: the state, the time, the basis. */
export function clockParts(clock: ClockFacts, now: Instant, say: Pick<Say, "word">): readonly string[] {
  const { due, basis, passed, provisional, hours } = clock;
  const state = passed ? say.word(`clock.over.${basis}`) : timeLeft(due, now, say);
  const whose = hours !== undefined && basis === "person" ? say.word("screen.clock.person_hours", { hours }) : passed ? "" : say.word(`clock.${basis}`);
  return [state, shortMoment(due), whose, provisional ? say.word("clock.provisional") : ""].filter((part) => part !== "");
}
