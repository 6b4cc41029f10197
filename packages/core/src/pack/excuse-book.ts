/**
 * The excuses of a pack as letters and rehearsal read them: what answers each, and what not to do. Types only; the data is the pack's (X6).
 *
 * 1. Slots stand in braces. `{law:ID}` names a provision. A stretch in square brackets is printed only where all its slots are known.
 * 2. An excuse of kind `danger` has steps to protect oneself and no template (G1).
 */
import type { ReplyExcuse } from "../replies/excuse.ts";

/** The same words in both languages. */
export interface AnswerTemplate {
  readonly zh: string;
  readonly en: string;
}

export interface ExcuseEntry extends ReplyExcuse {
  readonly label_zh: string;
  readonly label_en: string;
  readonly meaning_zh: string;
  readonly meaning_en: string;
  readonly doNot_zh: readonly string[];
  readonly doNot_en: readonly string[];
  readonly protect_zh?: readonly string[] | undefined;
  readonly protect_en?: readonly string[] | undefined;
  readonly replyTemplate: AnswerTemplate | null;
  /** Provisions its template may name. */
  readonly citesInLetter: readonly string[];
  /** A7: for engagement orders the same template, the one below, or the excuse does not occur. */
  readonly engagement: "same" | "replace" | "omit";
  readonly engagementReplyTemplate: AnswerTemplate | null;
  /** Facts of a case that make it likely, by name (`letters/likely.ts`); absent: only once they have said it. */
  readonly likely?: readonly string[] | undefined;
}

export interface ExcuseBook {
  readonly items: readonly ExcuseEntry[];
}
