/**
 * What may not stand in a public statement: names of people, staff numbers, telephone numbers, whole order numbers. Pure (L9, P1, P2).
 *
 * 1. Words of templates are judged as well: what they quote is the other side's, and may name somebody.
 */
import type { Problem } from "../assess/assessment.ts";
import { onSentence, omitFix, rewriteFix } from "./finding.ts";
import type { Sentence } from "./numbering.ts";
import { maskPersonal, personalIn, personalSpans } from "./personal.ts";
import type { LetterFacts } from "./template.ts";

/** `P2.personal`, with the whole text masked as its fix. */
export function personalProblems(facts: LetterFacts, s: Sentence, text: string): readonly Problem[] {
  const known = personalIn(facts.case);
  return personalSpans(text, known).map((span) =>
    onSentence(s.id, {
      code: "P2.personal",
      severity: "block",
      args: { phrase: text.slice(span.start, span.end) },
      span,
      fixes: [
        ...(s.text === undefined ? [] : [rewriteFix(s.id, maskPersonal(text, known), "fix.mask", true)]),
        omitFix(s.id),
      ],
    }),
  );
}
