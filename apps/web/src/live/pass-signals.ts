/**
 * One signal per pass of the assessment: a change wakes only what it changed. Not pure: holds signals.
 *
 * 1. Answers are compared by `===`; lists that are put together anew each time item by item, and the one next step by value.
 */
import type { Assessment } from "@recourse/core";
import { createSignal, type Accessor } from "solid-js";

type PassName = Exclude<keyof Assessment, "format" | "now" | "case" | "pack" | "round" | "turn" | "staleAt">;

/** The passes of a case, each tracked on its own. */
export type PassSignals = { readonly [P in PassName]: Accessor<Assessment[P]> };

/** Makes something of every pass. */
export const eachPass = (signal: <P extends PassName>(name: P) => Accessor<Assessment[P]>): PassSignals => ({
  grounds: signal("grounds"),
  elements: signal("elements"),
  closed: signal("closed"),
  demand: signal("demand"),
  next: signal("next"),
  problems: signal("problems"),
  course: signal("course"),
  deadlines: signal("deadlines"),
  filings: signal("filings"),
  channels: signal("channels"),
  offers: signal("offers"),
  settlement: signal("settlement"),
  safety: signal("safety"),
  notices: signal("notices"),
  answers: signal("answers"),
});

const sameItems = (a: unknown, b: unknown): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => item === b[i]));
const sameJson = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Signals that start with `first`; `show` goes into a batch. */
export function createPassSignals(first: Assessment): {
  readonly signals: PassSignals;
  readonly show: (assessment: Assessment) => void;
} {
  const setters: ((assessment: Assessment) => void)[] = [];
  const signals = eachPass((name) => {
    const [value, set] = createSignal(first[name], { equals: name === "next" ? sameJson : sameItems });
    setters.push((assessment) => set(() => assessment[name]));
    return value;
  });
  return {
    signals,
    show: (assessment) => {
      for (const set of setters) set(assessment);
    },
  };
}
