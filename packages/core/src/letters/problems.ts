/**
 * Problems of all letters of a case: the letters' pass of an assessment. Pure (A2–A7, W1–W3).
 *
 * 1. A draft that has been sent is judged by its sent version: changing it would change nothing the other side holds.
 */
import { all, type Case } from "../case/case.ts";
import type { Problem } from "../assess/assessment.ts";
import type { Pack } from "../pack/pack.ts";
import { byId } from "../measure/live.ts";
import { letterView } from "./letter.ts";
import { sentProblems } from "./sent.ts";
import type { LetterContext, LetterRenderer } from "./template.ts";

export type { LetterRenderer } from "./template.ts";

/** In the order of the drafts' ids, which is the order in which they were begun. */
export function letterProblems(
  of: Case,
  pack: Pack,
  context: LetterContext,
  renderer: LetterRenderer,
): readonly Problem[] {
  const sent = all(of, "sentVersion").toSorted(byId);
  const open = all(of, "draft")
    .toSorted(byId)
    .filter((d) => !sent.some((v) => v.draft === d.id));
  return [
    ...open.flatMap((d) => letterView(of, pack, d.id, renderer, d.lang, context).problems),
    ...sent.flatMap((v) => sentProblems(of, v, context.demand)),
  ];
}
