/**
 * Wording check: what in a person's own words gives the other side an easy way out, and what to write instead. Pure (W1–W3).
 *
 * 1. Only own words are judged: quotes, law, names and order titles are masked before anything is matched (W2).
 * 2. Longest phrase first; findings of phrases never overlap.
 * 3. Words about one's own risk (`self_risk`) and distress (`safety`) carry no rewrite (W3, G6).
 * 4. `allowIf` lets a phrase pass only where it can be judged; an unknown condition allows nothing.
 */
import type { Pack, WordingItem } from "../pack/pack.ts";
import {
  clauseAround,
  fold,
  lawQuoteSpans,
  overlaps,
  quoteSpans,
  sentenceAround,
  unfold,
  within,
  type Folded,
  type Span,
} from "./fold.ts";
import { fillSlots, leftOut, proposalOf, replaceSpan, withoutSpan, type RewriteFacts } from "./rewrite.ts";

type Composite = Pack["wording"]["composite"][number];

export interface Rewrite {
  /** `rewrite`: say it from facts. `delete`: leave it out. */
  readonly as: "rewrite" | "delete";
  /** The whole text after taking it. */
  readonly text: string;
  /** Slots no fact fills; shown as 〔缺：…〕. */
  readonly missing: readonly string[];
}

export interface WordingFinding extends Span {
  /** Id of the item or composite: `w011`, `c1`. */
  readonly id: string;
  /** `W1.<id>`; `W3.<id>` for words about one's own risk, `G6.<id>` for distress. */
  readonly code: string;
  readonly category: string;
  readonly severity: "block" | "warn" | "info";
  /** The words found, as written. */
  readonly phrase: string;
  /** At most two, best first. */
  readonly rewrites: readonly Rewrite[];
}

export interface WordingContext {
  /** Names never judged: the other side, order titles. */
  readonly names: readonly string[];
  readonly facts: RewriteFacts;
  /** Words for a slot without a fact. */
  readonly nameOf: (slot: string) => string;
  /** What `allowIf` asks about: `category`, `document_kind`, `element:misrepresentation`, `exhibit:strength`, `prepaid_7d`. */
  readonly conditions: Readonly<Record<string, string>>;
  /** Neighbouring texts of the letter, for patterns that reach across sentences. */
  readonly before?: string;
  readonly after?: string;
}

const MASK = "□";
const TRUSTED_TIME = 2;
const severityRank = { block: 0, warn: 1, info: 2 } as const;

/** Findings in the order of the text. */
export function lintText(text: string, wording: Pack["wording"], ctx: WordingContext): readonly WordingFinding[] {
  const exempt = [...quoteSpans(text), ...lawQuoteSpans(text), ...nameSpans(text, ctx.names)];
  const composites = wording.composite.flatMap((c) =>
    applies(c, ctx) ? compositeFindings(text, c, wording, exempt, ctx) : [],
  );
  const strong = composites.filter((c) => c.severity === "block");
  // A hint inside a stretch that is blocked anyway says nothing new.
  const phrases = phraseFindings(text, wording.items, exempt, ctx).filter(
    (f) => f.severity !== "info" || !strong.some((c) => within(f, c)),
  );
  return [...phrases, ...composites].toSorted(
    (a, b) => a.start - b.start || severityRank[a.severity] - severityRank[b.severity] || b.end - a.end,
  );
}

/** What an own risk or a mixed complaint is depends on the case and the letter. */
function applies(c: Composite, ctx: WordingContext): boolean {
  if (c.category === "self_risk") return ctx.conditions["category"] === "engagement";
  if (c.category === "mixing") return ctx.conditions["document_kind"] === "complaint12315";
  return true;
}

function masked(text: string, exempt: readonly Span[]): Folded {
  const f = fold(text, false);
  const chars = Array.from({ length: f.text.length }, (_, i) =>
    exempt.some((e) => overlaps(unfold(f, i, i + 1), e)) ? MASK : f.text.charAt(i),
  );
  return { ...f, text: chars.join("") };
}

function nameSpans(text: string, names: readonly string[]): readonly Span[] {
  const f = fold(text, false);
  return names.flatMap((name) =>
    occurrences(f.text, fold(name, false).text).map((at) => unfold(f, at, at + fold(name, false).text.length)),
  );
}

function occurrences(text: string, part: string): readonly number[] {
  const found: number[] = [];
  for (let at = part === "" ? -1 : text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}

function phraseFindings(
  text: string,
  items: readonly WordingItem[],
  exempt: readonly Span[],
  ctx: WordingContext,
): readonly WordingFinding[] {
  const f = masked(text, exempt);
  const taken: Span[] = [];
  const hits = items
    .filter((item) => !item.allowIf.some((condition) => holds(condition, ctx.conditions)))
    .flatMap((item) => [item.phrase, ...item.variants].flatMap((p) => hitsOf(f, item, fold(p, false).text)))
    .toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const found: WordingFinding[] = [];
  for (const hit of hits) {
    const at = { start: hit.from, end: hit.to };
    if (taken.some((t) => overlaps(t, at))) continue;
    taken.push(at);
    const span = unfold(f, hit.from, hit.to);
    found.push({
      ...span,
      ...labels(hit.item.id, hit.item.category),
      severity: hit.item.severity,
      phrase: text.slice(span.start, span.end),
      rewrites: rewritesOf(text, span, hit.item, ctx),
    });
  }
  return found;
}

interface Hit {
  readonly item: WordingItem;
  readonly from: number;
  readonly to: number;
}

/** Occurrences that no excluded longer word covers (垃圾 in 垃圾桶). */
function hitsOf(f: Folded, item: WordingItem, phrase: string): readonly Hit[] {
  const covers = item.exclude.flatMap((e) => {
    const word = fold(e, false).text;
    return occurrences(f.text, word).map((at) => ({ start: at, end: at + word.length }));
  });
  return occurrences(f.text, phrase)
    .filter((at) => !covers.some((c) => within({ start: at, end: at + phrase.length }, c)))
    .map((at) => ({ item, from: at, to: at + phrase.length }));
}

function labels(
  id: string,
  category: string,
): { readonly id: string; readonly code: string; readonly category: string } {
  const rule = category === "self_risk" ? "W3" : category === "safety" ? "G6" : "W1";
  return { id, code: `${rule}.${id}`, category };
}

/** `a=b`, `a!=b`, `a:b` joined by `&`. Quotes and law are masked before, so `quoted` and `law_quote` never let own words pass. */
function holds(condition: string, known: Readonly<Record<string, string>>): boolean {
  return condition.split("&").every((part) => {
    const m = /^\s*([^=!]+?)\s*(!?=)\s*(.+?)\s*$/.exec(part) ?? /^\s*([a-z_]+)(:)\s*(.+?)\s*$/.exec(part);
    const [, key = "", op, wanted] = m ?? [];
    const value = Object.hasOwn(known, key) ? known[key] : undefined;
    return value !== undefined && (op === "!=" ? value !== wanted : value === wanted);
  });
}

function rewritesOf(text: string, span: Span, item: WordingItem, ctx: WordingContext): readonly Rewrite[] {
  if (item.category === "self_risk" || item.category === "safety") return [];
  const proposal = proposalOf(item.rewrite_zh);
  const out: Rewrite[] = [];
  // A rewrite that claims a third party's time needs an exhibit that has one (E8).
  const claims =
    item.category === "overclaim_evidence" &&
    Number(ctx.conditions["exhibit:strength"] ?? 0) < TRUSTED_TIME &&
    !/\{[a-z]/.test(item.rewrite_zh);
  if ((proposal.as === "clause" || proposal.as === "phrase") && !claims) {
    const filled = fillSlots(proposal.text, ctx.facts, ctx.nameOf);
    out.push({
      as: "rewrite",
      text: replaceSpan(text, proposal.as === "clause" ? clauseAround(text, span) : span, filled.text),
      missing: filled.missing,
    });
  }
  return [...out, { as: "delete", text: withoutSpan(text, leftOut(text, span, item.severity)), missing: [] }];
}

function compositeFindings(
  text: string,
  c: Composite,
  wording: Pack["wording"],
  exempt: readonly Span[],
  ctx: WordingContext,
): readonly WordingFinding[] {
  const f = masked(text, exempt);
  const pattern = new RegExp(c.pattern, "u");
  const exceptions = c.exceptions.map((e) => new RegExp(e, "gu"));
  const hits = (s: string): boolean => pattern.test(exceptions.reduce((left, e) => left.replace(e, MASK), s));
  const pieces = sentencesIn(f.text);
  const found: Span[] = pieces.filter((p) => hits(f.text.slice(p.start, p.end)));
  if (c.across) {
    const before = lastOf(ctx.before);
    const after = firstOf(ctx.after);
    for (const [i, p] of pieces.entries()) {
      if (found.some((g) => within(p, g))) continue;
      const [left, next] = [i === 0 ? before : "", pieces[i + 1]];
      const own = f.text.slice(p.start, p.end);
      if (left !== "" && !hits(left) && hits(`${left}，${own}`)) found.push(p);
      else if (
        next &&
        !found.some((g) => within(next, g)) &&
        hits(f.text.slice(p.start, next.end).replace(/[。！？!?；;\n]/g, "，"))
      )
        found.push({ start: p.start, end: next.end });
      else if (!next && after !== "" && !hits(after) && hits(`${own}，${after}`)) found.push(p);
    }
  }
  return found.map((p) => {
    const span = unfold(f, p.start, p.end);
    return {
      ...span,
      ...labels(c.id, c.category),
      severity: c.severity,
      phrase: text.slice(span.start, span.end),
      rewrites: compositeRewrites(text, span, c, wording, ctx, hits),
    };
  });
}

function sentencesIn(text: string): readonly Span[] {
  return [...text.matchAll(/[^。！？!?；;\n]+/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

const plain = (text: string | undefined): string =>
  text === undefined ? "" : masked(text, [...quoteSpans(text), ...lawQuoteSpans(text)]).text;
const lastOf = (text: string | undefined): string => {
  const t = plain(text);
  const last = sentencesIn(t).at(-1);
  return last ? t.slice(last.start, last.end) : "";
};
const firstOf = (text: string | undefined): string => {
  const t = plain(text);
  const first = sentencesIn(t)[0];
  return first ? t.slice(first.start, first.end) : "";
};

/** Takes the threat out and keeps the rest: the smallest tail of half-sentences without which the pattern no longer holds, with the "if" before it. */
function compositeRewrites(
  text: string,
  span: Span,
  c: Composite,
  wording: Pack["wording"],
  ctx: WordingContext,
  hits: (s: string) => boolean,
): readonly Rewrite[] {
  if (c.category === "self_risk") return [];
  const cut = threatIn(text, span, hits);
  const item = wording.items.find((i) => i.category === c.category);
  const proposal = item === undefined ? undefined : proposalOf(item.rewrite_zh);
  const out: Rewrite[] = [];
  if (proposal?.as === "clause") {
    const filled = fillSlots(proposal.text, ctx.facts, ctx.nameOf);
    out.push({ as: "rewrite", text: replaceSpan(text, cut, filled.text), missing: filled.missing });
  }
  return [...out, { as: "delete", text: withoutSpan(text, cut), missing: [] }];
}

function threatIn(text: string, span: Span, hits: (s: string) => boolean): Span {
  const clauses: Span[] = [];
  for (let at = span.start; at < span.end;) {
    const clause = clauseAround(text, { start: at, end: at });
    if (clause.end > clause.start)
      clauses.push({ start: Math.max(clause.start, span.start), end: Math.min(clause.end, span.end) });
    at = Math.max(clause.end, at) + 1;
  }
  let first = clauses.length - 1;
  while (first > 0 && hits(fold(text.slice(span.start, clauses[first]?.start ?? span.start), false).text)) first -= 1;
  while (
    first > 0 &&
    /^\s*(?:如|若|要是|假如|倘若|再不|逾期)/.test(text.slice(clauses[first - 1]?.start, clauses[first - 1]?.end))
  )
    first -= 1;
  return { start: clauses[first]?.start ?? span.start, end: span.end };
}

/** The sentence a finding stands in, for lists. */
export const contextOf = (text: string, finding: Span): string => {
  const s = sentenceAround(text, finding);
  return text.slice(s.start, s.end).trim();
};
