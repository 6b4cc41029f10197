/**
 * 证据N: the number of an exhibit in one draft. Pure.
 *
 * 1. A position, never stored in a draft: it changes when sentences move. In a sent version it is a constant (A3).
 * 2. Order of first use in the sentences; the list of evidence lists and does not use, so it comes last; then what no sentence uses, in list order.
 */
import { all, type Case } from "../case/case.ts";
import type { Id } from "../identity.ts";
import { LetterPartSchema, type LetterPart } from "../schema/course.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { byPosition } from "./position.ts";
import { byList, exhibitsOf } from "./sources.ts";

export type Sentence = RecordOf<"sentence">;

/** A2: 订单信息 → 服务问题 → 证据列举 → 依据 → 诉求. */
export const partOrder: readonly LetterPart[] = LetterPartSchema.options;

/** Sentences of a draft in the order in which they are read, those left out included. */
export function sentencesOf(of: Case, draft: Id): readonly Sentence[] {
  return inOrder(all(of, "sentence").filter((s) => s.draft === draft));
}

/** Reading order: by part, then by position. */
export const inOrder = (sentences: readonly Sentence[]): readonly Sentence[] =>
  sentences.toSorted((a, b) => partOrder.indexOf(a.part) - partOrder.indexOf(b.part) || byPosition(a, b));

/** Number of every live exhibit in a letter made of `sentences`. Source: A3. */
export function exhibitNumbers(of: Case, sentences: readonly Sentence[]): ReadonlyMap<Id, number> {
  const used = inOrder(sentences.filter((s) => s.omitted !== true));
  const numbers = new Map<Id, number>();
  const take = (exhibit: Id): void => {
    if (!numbers.has(exhibit)) numbers.set(exhibit, numbers.size + 1);
  };
  for (const listing of [false, true])
    for (const s of used)
      if ((s.part === "evidence") === listing) for (const source of s.sources) exhibitsOf(of, source).forEach(take);
  for (const e of all(of, "exhibit").toSorted(byList)) take(e.id);
  return numbers;
}
