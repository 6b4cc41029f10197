/**
 * 证据N: the number of an exhibit in one draft. Pure.
 *
 * 1. A position, never stored in a draft: it changes when sentences move. In a sent version it is a constant (A3).
 * 2. Order of first use in the sentences; the list of evidence lists and does not use, so it comes last; then what no sentence uses, in list order.
 */
import { all, find, type Case } from "../case/case.ts";
import type { Id, Ref } from "../identity.ts";
import { LetterPartSchema, type LetterPart } from "../schema/course.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { specOf } from "./kinds/kinds.ts";
import { byPosition } from "./position.ts";
import { exhibitsOf, listOf } from "./sources.ts";

export type Sentence = RecordOf<"sentence">;

/** A2: 订单信息 → 服务问题 → 证据列举 → 依据 → 诉求. */
export const partOrder: readonly LetterPart[] = LetterPartSchema.options;

/** Parts of a draft in the order in which its kind is read; a part the kind does not have comes last. */
export function partsOf(of: Case, draft: Id): readonly LetterPart[] {
  const { parts } = specOf(find(of, "draft", draft)?.kind ?? "application");
  return [...parts, ...partOrder.filter((p) => !parts.includes(p))];
}

/** Sentences of a draft in the order in which they are read, those left out included. */
export function sentencesOf(of: Case, draft: Id): readonly Sentence[] {
  return inOrder(
    all(of, "sentence").filter((s) => s.draft === draft),
    partsOf(of, draft),
  );
}

/** Reading order: by part, then by position. */
export const inOrder = (
  sentences: readonly Sentence[],
  parts: readonly LetterPart[] = partOrder,
): readonly Sentence[] =>
  sentences.toSorted((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part) || byPosition(a, b));

/** What counting exhibits needs of a sentence. */
export interface Listed {
  readonly part: LetterPart;
  readonly sources: readonly Ref[];
  readonly omitted?: boolean | undefined;
}

/** Number of every live exhibit in a letter made of `sentences`, given in reading order. Source: A3. */
export function exhibitNumbers(of: Case, sentences: readonly Listed[]): ReadonlyMap<Id, number> {
  const used = sentences.filter((s) => s.omitted !== true);
  const numbers = new Map<Id, number>();
  const take = (exhibit: Id): void => {
    if (!numbers.has(exhibit)) numbers.set(exhibit, numbers.size + 1);
  };
  for (const listing of [false, true])
    for (const s of used)
      if ((s.part === "evidence") === listing) for (const source of s.sources) exhibitsOf(of, source).forEach(take);
  for (const e of listOf(of)) take(e.id);
  return numbers;
}
