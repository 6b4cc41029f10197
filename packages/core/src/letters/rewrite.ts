/**
 * Rewrites: what a wording item proposes instead, and what the text is after taking it. Pure (W1).
 *
 * 1. An item's `rewrite_zh` is either the new words, or an instruction. Instructions: `删除…` delete; `…写：X`, `写X：Y` the words after the colon;
 *    `写“X”` and `改为…` stand for the phrase alone; `检查…`, `不自动改写…`, `（…` and what names no words are advice.
 * 2. A slot without a fact shows as 〔缺：…〕, which blocks the letter until a person has filled it; nothing is dropped silently.
 * 3. At most two rewrites each: the item's, and leaving it out.
 */
import type { Span } from "./fold.ts";
import { clauseAround } from "./fold.ts";

/** Slot name → words from the facts of the case. */
export type RewriteFacts = Readonly<Record<string, string>>;

export type Proposal =
  | { readonly as: "clause" | "phrase"; readonly text: string }
  | { readonly as: "delete" }
  /** Nothing to put in by machine. */
  | { readonly as: "advice" };

const slot = /\{([a-z_:]+)\}/g;
const afterColon = /(?:^|[，；])(?:只)?写[^：“]{0,12}：(.+)$/;
const asPhrase = /^写“(.+)”$/;

/** Reads the instruction in `rewrite_zh`. */
export function proposalOf(rewrite: string): Proposal {
  const named = afterColon.exec(rewrite)?.[1];
  if (named !== undefined && named.search(slot) >= 0)
    return {
      as: named.replace(slot, "") === "" ? (named.endsWith("_sentence}") ? "clause" : "phrase") : "clause",
      text: named,
    };
  const phrase = asPhrase.exec(rewrite)?.[1];
  if (phrase !== undefined) return { as: "phrase", text: phrase };
  if (rewrite === "改为句号") return { as: "phrase", text: "。" };
  if (rewrite.startsWith("删除")) return { as: "delete" };
  if (/^(?:不自动改写|不改写|检查|改写|写|（)/.test(rewrite)) return { as: "advice" };
  // Words that end in 前 need the rest of the clause after them.
  return { as: rewrite.endsWith("前") ? "phrase" : "clause", text: rewrite };
}

export interface Filled {
  readonly text: string;
  /** Slots no fact of the case fills. */
  readonly missing: readonly string[];
}

/** Fills the slots. `…_quote` slots are put in quotation marks unless they stand in some. `nameOf` words a missing slot ("缺：承诺原话"). */
export function fillSlots(text: string, facts: RewriteFacts, nameOf: (slot: string) => string): Filled {
  const missing: string[] = [];
  const filled = text.replace(slot, (_whole: string, name: string, at: number) => {
    // `n` alone can count anything; beside `k` it is the sample that `facts` knows.
    const known = Object.hasOwn(facts, name) && (name !== "n" || text.includes("{k}"));
    const value = known ? facts[name] : undefined;
    const quoted = name.endsWith("_quote") && text.charAt(at - 1) !== "“";
    if (value === undefined || value === "") {
      missing.push(name);
      return `〔${nameOf(name)}〕`;
    }
    return quoted ? `“${value}”` : value;
  });
  return { text: closeGaps(filled), missing };
}

/** Numbers and units keep no gap in Chinese text. */
export const closeGaps = (text: string): string =>
  text.replace(/(?<=[\p{Script=Han}，。；：（]) (?=\S)|(?<=\S) (?=[\p{Script=Han}，。；：）])/gu, "");

/** Marks words still to be filled in. 〔2022〕 is part of a document number and is none. */
export const unfilled = /〔(?!\d)[^〔〕]*〕/;

/** The text with the stretch replaced; a mark or a 请 that would stand twice is dropped. */
export function replaceSpan(text: string, span: Span, by: string): string {
  const before = text.slice(0, span.start);
  const after = text.slice(span.end);
  const starts = before.endsWith("请") && by.startsWith("请");
  const ends = /[。！？；，]$/.test(by) && /^[。！？；，!?;,]/.test(after);
  return before + (starts ? by.slice(1) : by) + (ends ? after.slice(1) : after);
}

/** The text without the stretch and without the comma it leaves behind. */
export function withoutSpan(text: string, span: Span): string {
  const before = text.slice(0, span.start);
  const after = text.slice(span.end);
  const leads = before === "" || /[，,；;。！？!?\n]$/.test(before);
  if (leads && /^[，,；;]/.test(after)) return before + after.slice(1);
  if (/[，,；;]$/.test(before) && (after === "" || /^[。！？!?\n]/.test(after)))
    return before.slice(0, -1) + (after === "" ? "。" : after);
  if (leads && /^[。！？!?]/.test(after)) return before + after.slice(1);
  return before + after;
}

/** What goes when a phrase is left out: the half-sentence, unless it also states facts (figures, exhibits). */
export function leftOut(text: string, span: Span, severity: "block" | "warn" | "info"): Span {
  if (severity === "info") return span;
  const clause = clauseAround(text, span);
  const rest = text.slice(clause.start, span.start) + text.slice(span.end, clause.end);
  return /[\d０-９“「『]|证据/.test(rest) ? span : clause;
}
