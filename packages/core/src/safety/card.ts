/**
 * Safety cards: what has to be read before anything else, and what it holds back. Pure (G1–G6, L6).
 *
 * 1. A step is done when the question with its id was answered with yes, and not before the newest thing that calls for it.
 * 2. Steps are worded by the pack's questions, cards by `words`.
 */
import { all, type Case } from "../case/case.ts";
import type { Ref } from "../identity.ts";
import type { Message } from "../message.ts";
import { startOf, type Instant, type When } from "../time.ts";

export type SafetyCode =
  | "G1.pay_first"
  | "G1.heard"
  | "G2.helpers"
  | "G3.account"
  | "G4.worked"
  | "G5.minor"
  | "G6.pause"
  | "L6.business";

export interface SafetyStep {
  /** Id of a question of the pack; ticked by `answer.give {question, value: "yes", at}`. */
  readonly id: string;
  readonly done: boolean;
}

export interface SafetyCard {
  readonly code: SafetyCode;
  /** `stop`: do nothing before reading it. `warn`: stays until its steps are done. `quiet`: a line that stands there. */
  readonly severity: "stop" | "warn" | "quiet";
  readonly title: Message;
  readonly lines: readonly Message[];
  readonly steps: readonly SafetyStep[];
  /** `sending`: nothing leaves the house. `letters`: no letter that answers one of `refs`. */
  readonly blocks: "sending" | "letters" | "nothing";
  /** What it rests on; empty for a card that is to leave no trace. */
  readonly refs: readonly Ref[];
}

/** Steps `<prefix>.<name>`; what was ticked before `since` has to be looked at again. */
export function stepsOf(of: Case, prefix: string, names: readonly string[], since?: When): readonly SafetyStep[] {
  const answers = all(of, "answer");
  const from: Instant | undefined = since === undefined ? undefined : startOf(since);
  return names.map((name) => {
    const id = `${prefix}.${name}`;
    const tick = answers.find((a) => a.question === id && a.value === "yes");
    const at = tick?.at ?? tick?.recordedAt;
    const late = from !== undefined && (at === undefined || startOf(at) < from);
    return { id, done: tick !== undefined && !late };
  });
}

/** Whether every step was taken. */
export const isDone = (steps: readonly SafetyStep[]): boolean => steps.every((s) => s.done);
