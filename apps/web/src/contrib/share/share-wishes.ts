/**
 * What the person wants of the share screen, and which case it shows: commands and views of the feature meet here. Not pure: signals.
 */
import type { Id } from "@recourse/core";
import { createSignal } from "solid-js";

/** A part of the screen that was asked for by a command. */
export interface Wish {
  readonly caseId: Id;
  readonly part: "invite" | "members";
}

const [wish, setWish] = createSignal<Wish>();
const [shown, setShown] = createSignal<ReadonlySet<Id>>(new Set());

export const wishes = {
  /** Asked for and not shown yet. */
  now: wish,
  ask: (of: Wish): void => void setWish(of),
  /** It was shown. */
  done: (): void => void setWish(undefined),
} as const;

export const shownCases = {
  /** Whether the share screen of a case is in view. */
  has: (caseId: Id): boolean => shown().has(caseId),
  show: (caseId: Id, isShown: boolean): void =>
    void setShown((before) => {
      const rest = [...before].filter((each) => each !== caseId);
      return new Set(isShown ? [...rest, caseId] : rest);
    }),
} as const;
