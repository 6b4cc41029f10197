/**
 * The letters of a case as passes. Pure apart from their memory (A2–A7, W1–W3).
 *
 * 1. What the facts carry runs apart from the words and their checks: a file that is called differently says the same.
 * 2. What a letter asks for and says moves with the calendar day.
 */
import { all, type Case } from "../case/case.ts";
import { toldReads } from "../letters/judged.ts";
import { letterProblems, openLetters } from "../letters/problems.ts";
import type { LetterContext, LetterRenderer } from "../letters/template.ts";
import type { Measures } from "../measure/measurement.ts";
import type { Pack } from "../pack/pack.ts";
import { addMillis, civilOf, endOf, type Instant } from "../time.ts";
import type { Demand, GroundAssessment, Problem } from "./assessment.ts";
import { earliest, type Passes } from "./pass.ts";

// Whatever a person may name as the source of own words is read, and the thresholds of the case.
const reads = [
  "draft",
  "sentence",
  "sentVersion",
  "communication",
  "reasonOption",
  "undertaking",
  "clause",
  "payment",
  "refund",
  "reading",
  "event",
  "party",
  "case",
  "filing",
  "offer",
  "order",
  "usage",
  "link",
  "attempt",
  "incident",
  "answer",
  "sample",
  "sighting",
  "explanation",
  "override",
] as const;

interface On {
  readonly grounds: readonly GroundAssessment[];
  readonly demand: Demand;
  readonly measures: Measures;
  readonly complaintOpen: boolean | undefined;
}

/** What letters are composed from at a moment. */
export const letterContext = ({ complaintOpen, ...on }: On, now: Instant): LetterContext => ({
  grounds: on.grounds,
  demand: on.demand,
  measures: on.measures,
  now,
  ...(complaintOpen === undefined ? {} : { complaintOpen }),
});

/** Problems of all letters; `staleAt`: when the next event counts. */
export function lettersIn(
  p: Passes,
  of: Case,
  x: On & { readonly pack: Pack; readonly render: LetterRenderer; readonly staleAt: Instant | undefined },
  now: Instant,
): readonly Problem[] {
  const { pack, render } = x;
  const context = letterContext(x, now);
  const on = [x.grounds, x.demand, x.measures, x.complaintOpen];
  const staleAt = earliest(addMillis(endOf(civilOf(now)), 1), x.staleAt, ...periodEnds(of, now));
  const told = p.timed("letters.told", of, [...reads, { kind: "exhibit", fields: toldReads }], on, now, () => ({
    value: openLetters(of, pack, context),
    staleAt,
  })).value;
  return p.timed("letters", of, [...reads, "exhibit"], [...on, told, render], now, () => ({
    value: letterProblems(of, pack, context, render, told),
    staleAt,
  })).value;
}

/** When the time a letter asks an answer by is over (K7). */
const periodEnds = (of: Case, now: Instant): readonly Instant[] =>
  all(of, "draft").flatMap((d) => {
    const over = d.answerBy === undefined ? undefined : addMillis(endOf(d.answerBy), 1);
    return over === undefined || over <= now ? [] : [over];
  });
