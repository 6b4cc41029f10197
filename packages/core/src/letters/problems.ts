/**
 * Problems of all letters of a case: the letters' pass of an assessment. Pure (A2–A7, W1–W3).
 *
 * 1. A draft that has been sent is judged by its sent version: changing it would change nothing the other side holds.
 */
import { all, find, type Case } from "../case/case.ts";
import type { Problem } from "../assess/assessment.ts";
import type { Pack } from "../pack/pack.ts";
import { byId } from "../measure/live.ts";
import { judgeLetter, letterTold, type LetterTold } from "./judged.ts";
import { sentProblems } from "./sent.ts";
import type { LetterContext, LetterRenderer } from "./template.ts";

export type { LetterRenderer } from "./template.ts";

/** What the drafts that have not been sent carry, in the order of their ids, which is the order in which they were begun. */
export function openLetters(of: Case, pack: Pack, context: LetterContext): readonly LetterTold[] {
  const sent = new Set(all(of, "sentVersion").map((v) => v.draft));
  return all(of, "draft")
    .toSorted(byId)
    .filter((d) => !sent.has(d.id))
    .map((d) => letterTold(of, pack, d.id, context));
}

/** Those of open letters, then those of sent ones. `open`: for an assessor, what they carry, as it was worked out before. */
export function letterProblems(
  of: Case,
  pack: Pack,
  context: LetterContext,
  renderer: LetterRenderer,
  open: readonly LetterTold[] = openLetters(of, pack, context),
): readonly Problem[] {
  return [
    ...open.flatMap((told) => {
      const draft = find(of, "draft", told.draft);
      return draft ? judgeLetter(of, pack, told, renderer, draft.lang, context).problems : [];
    }),
    ...all(of, "sentVersion")
      .toSorted(byId)
      .flatMap((v) => sentProblems(of, v, context.demand)),
  ];
}
