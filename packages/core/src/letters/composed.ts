/**
 * What the facts can carry in a letter of one kind: its sentences in reading order. Pure (A2, A3, A6, L9).
 *
 * 1. Sentences are shared by all kinds; the kind says which it has, which it only offers, and in which order its parts are read.
 * 2. In public only what an exhibit shows is there at all (L9).
 */
import type { Case } from "../case/case.ts";
import { answerSentence } from "./answer.ts";
import { basisSentences } from "./basis-sentences.ts";
import { evidenceSentences } from "./closing-sentences.ts";
import { courseSentences, quotedMessages } from "./course-sentences.ts";
import { historySentences } from "./history-sentences.ts";
import { measureSentences } from "./measure-sentences.ts";
import type { Sentence } from "./numbering.ts";
import { orderSentences } from "./order-sentences.ts";
import { attorneySentences, partySentences, placeSentences, postedSentences } from "./people-sentences.ts";
import { moneySentence, requestSentences } from "./request-sentences.ts";
import { exhibitsOf } from "./sources.ts";
import type { Composed, LetterFacts } from "./template.ts";

/** Every sentence of every kind that the facts can carry. */
export function carried(facts: LetterFacts): readonly Composed[] {
  const told = [
    ...partySentences(facts),
    ...orderSentences(facts),
    ...postedSentences(facts),
    ...placeSentences(facts),
    ...measureSentences(facts),
    ...historySentences(facts),
    ...courseSentences(facts),
    moneySentence(facts),
    ...attorneySentences(facts),
    ...basisSentences(facts),
    ...requestSentences(facts),
  ].filter((c) => c !== undefined);
  const answer = answerSentence(facts, told);
  return answer ? [answer, ...told] : told;
}

/**
 * Every sentence the facts can carry in this kind, in reading order, those composed by themselves marked `byDefault`.
 * The list of evidence follows what `drafted` uses, or, without a draft, what would be composed.
 */
export function composed(facts: LetterFacts, drafted?: readonly Sentence[]): readonly Composed[] {
  const { parts, first } = facts.spec;
  const later = (c: Composed): number => (first.has(c.template) ? 0 : 1);
  const inOrder = (list: readonly Composed[]): readonly Composed[] =>
    list.toSorted((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part) || later(a) - later(b));
  // In reading order already here: the list of evidence follows it, and reads the same once the letter is drafted.
  const all = inOrder(ofKind(facts, carried(facts)));
  const said = drafted?.filter((s) => s.omitted !== true && s.part !== "evidence") ?? all.filter((c) => c.byDefault);
  const evidence = evidenceSentences(facts, said).filter((c) => c !== undefined);
  return inOrder([...all, ...ofKind(facts, evidence)]);
}

function ofKind(facts: LetterFacts, all: readonly Composed[]): readonly Composed[] {
  const { spec } = facts;
  const answer = all.find((c) => c.template === "answer.excuse");
  const told = quotedMessages(all.filter((c) => spec.templates.has(c.template)));
  const answers = answer !== undefined;
  const again = (c: Composed): boolean => {
    const subject = c.sources[0];
    // A letter that answers one reply leaves the older ones alone.
    if (c.template === "problem.asked_support") return answers || (subject !== undefined && told.has(subject));
    // The answer names the term and the time already.
    const same = c.template === "basis.clause" || c.template === "demand.period";
    return same && subject !== undefined && answer?.sources.includes(subject) === true;
  };
  return all
    .filter((c) => spec.templates.has(c.template) && (spec.audience !== "public" || shown(facts.case, c)))
    .map((c) => {
      const byDefault = spec.always.has(c.template) || (c.byDefault && !spec.offered.has(c.template) && !again(c));
      return byDefault === c.byDefault ? c : { ...c, byDefault };
    });
}

/** Whether an exhibit is behind what is said. A list, a name and where the matter stands need none of their own. */
const shown = (of: Case, c: Composed): boolean =>
  c.part === "evidence" ||
  c.template === "order.party" ||
  c.template === "demand.status" ||
  c.cites.some((r) => exhibitsOf(of, r).length > 0);
