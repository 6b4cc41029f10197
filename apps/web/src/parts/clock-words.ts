/**
 * A clock as words in reading order: the state, the moment, whose time it is (K7). Pure.
 *
 * 1. Only a deadline of ours is ever red: theirs being over is not our failure.
 */
import type { Deadline, Instant, When } from "@recourse/core";
import { shortMoment } from "@recourse/words";
import { clockWords } from "../live/sections.ts";
import type { Say } from "../services/services.ts";

/** What a clock needs to know of a deadline; a row of the board has it too. */
export interface ClockFacts {
  readonly due: When;
  readonly basis: "person" | "captured" | "law";
  readonly owner: Deadline["owner"];
  readonly passed: boolean;
  readonly provisional: boolean;
  readonly rule: string;
  /** Units: hours; of a period a person set. */
  readonly hours?: number | undefined;
}

/** Where a period comes from (K7). */
export function basisOf(deadline: Pick<Deadline, "basis">): ClockFacts["basis"] {
  const [first = ""] = deadline.basis;
  return first === "person" ? "person" : first.startsWith("clause/") ? "captured" : "law";
}

/** The parts of a clock; the first is its state. */
export function clockParts(clock: ClockFacts, now: Instant, say: Pick<Say, "say" | "word">): readonly string[] {
  const { over, main, due, basis, provisional } = clockWords(clock, now);
  // Once it is over the state itself says whose time it was.
  const whose = over && clock.hours === undefined ? "" : say.say(basis);
  return [say.say(main), shortMoment(due), whose, provisional ? say.word("clock.provisional") : ""].filter((part) => part !== "");
}
