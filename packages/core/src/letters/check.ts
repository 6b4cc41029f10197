/**
 * Checks of one sentence of a letter: sources, values, citations, the amount asked. Pure (A2, A3, B6, D4).
 *
 * 1. A sentence from a template is true by construction; what a person wrote is checked against its sources.
 * 2. Every value of own words stands in a source of the same sentence; one that stands elsewhere in the case is one press away.
 */
import { find, type Case } from "../case/case.ts";
import type { Problem } from "../assess/assessment.ts";
import { ref, type Ref } from "../identity.ts";
import { formatYuan } from "../money.ts";
import { kindNames } from "../schema/kinds.ts";
import { civilOf } from "../time.ts";
import type { CitationChecker } from "./citations.ts";
import { citable, relevantDate } from "./basis-sentences.ts";
import { isEngagement } from "./engagement.ts";
import { onSentence, omitFix, resetFixes, rewriteFix, sourceFix } from "./finding.ts";
import { clauseAround, fold, lawQuoteSpans, quoteSpans, within, type Span } from "./fold.ts";
import type { Sentence } from "./numbering.ts";
import { replaceSpan, unfilled, withoutSpan } from "./rewrite.ts";
import { printedValue, printValue, recordAt, stands } from "./sources.ts";
import { addValue, noSupport, supportOf, supports, type Support } from "./support.ts";
import type { Composed, LetterFacts } from "./template.ts";
import { restyled, valuesIn, type Token } from "./values.ts";

/** What the checks of all sentences of a letter share. */
export interface CheckContext {
  readonly facts: LetterFacts;
  /** What the templates say now. */
  readonly told: readonly Composed[];
  /** How many exhibits the letter numbers. */
  readonly exhibits: number;
  readonly citations: CitationChecker;
  readonly records: () => readonly RecordSupport[];
}

/** A2: a sentence without a source that holds blocks; so does one that still has something to fill in. */
export function sourceProblems(ctx: CheckContext, s: Sentence, text: string): readonly Problem[] {
  const { facts } = ctx;
  const open = gapsIn(s, text);
  if (s.text === undefined && s.template !== undefined) {
    // Its facts are gone; recomposing takes it away, leaving it out does so by hand.
    return text === ""
      ? [
          onSentence(s.id, {
            code: "A3.source_gone",
            severity: "block",
            args: { template: s.template },
            refs: s.sources,
            fixes: [omitFix(s.id)],
          }),
        ]
      : open;
  }
  if (text.trim() === "")
    return [
      onSentence(s.id, { code: "A2.no_text", severity: "block", fixes: [...resetFixes(s, true), omitFix(s.id)] }),
    ];
  if (s.sources.some((r) => stands(facts.case, facts.pack, r, facts.demand))) return open;
  const found = valuesIn(text).flatMap((t) => sourceFor(ctx, t) ?? []);
  const first = found[0];
  const fixes = [...(first === undefined ? [] : [sourceFix(s.id, first)]), ...resetFixes(s), omitFix(s.id)];
  return [...open, onSentence(s.id, { code: "A2.no_source", severity: "block", refs: s.sources, fixes })];
}

/** A fact that a template asks for and the case does not have; it stays a hole wherever it stands, in quotation marks too. */
const hole = /^〔(?:缺：|missing: )/;

/** Words still to be filled in, in own words or in an answer to an excuse for which a fact is missing. Brackets in what is quoted are theirs. */
function gapsIn(s: Sentence, text: string): readonly Problem[] {
  if (!unfilled.test(text)) return [];
  const quoted = s.text === undefined ? [...quoteSpans(text), ...lawQuoteSpans(text)] : [];
  const spanOf = (found: RegExpExecArray): Span => ({ start: found.index, end: found.index + found[0].length });
  const gap = [...text.matchAll(new RegExp(unfilled.source, `${unfilled.flags.replace("g", "")}g`))].find(
    (found) => hole.test(found[0]) || !quoted.some((q) => within(spanOf(found), q)),
  );
  if (!gap) return [];
  const span = spanOf(gap);
  return [
    onSentence(s.id, {
      code: "A2.not_filled",
      severity: "block",
      args: { phrase: gap[0] },
      span,
      fixes: s.text === undefined ? [omitFix(s.id)] : resetFixes(s),
    }),
  ];
}

/** A3, own words: numbers, dates, amounts and quotes that the sources do not state. Composite c3. */
export function valueProblems(ctx: CheckContext, s: Sentence, text: string): readonly Problem[] {
  if (s.text === undefined) return [];
  const { facts } = ctx;
  const by = supportOf(
    facts,
    s.sources.filter((r) => stands(facts.case, facts.pack, r, facts.demand)),
    ctx.told,
    s.template,
  );
  // The day of writing is no fact of the case; naming another day than today is.
  by.days.add(civilOf(facts.now));
  const cited = [...ctx.citations(text), ...lawQuoteSpans(text)];
  return valuesIn(text).flatMap((t) => {
    if (supports(by, t, ctx.exhibits)) return [];
    // Articles of law and their words are judged as citations (B6, A7), not as figures.
    if ((t.value.kind === "article" || t.value.kind === "quote") && cited.some((c) => within(t, c))) return [];
    return [changed(ctx, s, text, t) ?? elsewhere(ctx, s, t) ?? unsupported(s, text, t)];
  });
}

/** True when written, and the fact has changed since: the right value is known. */
function changed(ctx: CheckContext, s: Sentence, text: string, t: Token): Problem | undefined {
  for (const [key, was] of Object.entries(s.printed)) {
    const source = s.sources.find((r) => key.startsWith(r)) ?? s.sources[0];
    const target = refIn(key);
    const now = target && printedValue(ctx.facts.case, target, ctx.facts.demand);
    if (target === undefined || now === was || !supports(supportOfPrinted(target, was), t, 0)) continue;
    const again = now === undefined ? undefined : restyled(t, now);
    const fixes = [
      ...(again === undefined ? [] : [rewriteFix(s.id, replaceSpan(text, t, again), "fix.right_value", true)]),
      ...resetFixes(s, again === undefined),
    ];
    return onSentence(s.id, {
      code: "A3.value_changed",
      severity: "block",
      args: { was: t.text, now: again ?? now ?? "" },
      refs: source === undefined ? [target] : [target, source],
      span: t,
      fixes,
    });
  }
  return undefined;
}

const refIn = (key: string): Ref | undefined => {
  const [kind, id, field] = key.split("/");
  return kind === undefined || id === undefined ? undefined : ref(kind, id, field);
};

/**
 * Values of the sources that own words state, to be stored as `printed` beside them, so that a later change of the fact is noticed (A3).
 */
export function printedIn(of: Case, sources: readonly Ref[], text: string): Readonly<Record<string, string>> {
  const tokens = valuesIn(text);
  const printed: Record<string, string> = {};
  for (const source of sources) {
    const found = recordAt(of, source);
    for (const [field, value] of Object.entries(found?.record ?? {})) {
      const was = field === "recordedAt" ? undefined : printValue(field, value);
      if (found === undefined || was === undefined || was === "") continue;
      const target = ref(found.kind, found.record.id, field);
      const by = supportOfPrinted(target, was);
      if (tokens.some((t) => supports(by, t, 0))) printed[target] = was;
    }
  }
  return printed;
}

/** A printed value speaks as the value it was: amounts are printed in yuan, moments in clock time. */
function supportOfPrinted(target: Ref, was: string): Support {
  const to = noSupport();
  addValue(to, "", target.endsWith("Fen") ? `${was}元` : was);
  return to;
}

function elsewhere(ctx: CheckContext, s: Sentence, t: Token): Problem | undefined {
  const source = t.value.kind === "exhibit" ? undefined : sourceFor(ctx, t);
  if (source === undefined) return undefined;
  return onSentence(s.id, {
    code: "A3.other_source",
    severity: "block",
    args: { value: t.text },
    refs: [source],
    span: t,
    fixes: [sourceFix(s.id, source), ...resetFixes(s)],
  });
}

const unsupported = (s: Sentence, text: string, t: Token): Problem =>
  onSentence(s.id, {
    code: "A3.unsupported",
    severity: "block",
    args: { value: t.text, kind: t.value.kind },
    span: t,
    fixes: [
      ...resetFixes(s, true),
      rewriteFix(s.id, withoutSpan(text, clauseAround(text, t)), "fix.delete_clause", s.template === undefined),
    ],
  });

/** Kinds whose records state facts; talk about the case (drafts, notes, events) does not. */
const factual = kindNames.filter(
  (k) =>
    ![
      "draft",
      "sentence",
      "sentVersion",
      "note",
      "request",
      "override",
      "case",
      "event",
      "link",
      "sighting",
      "derivative",
      "lookup",
      "filing",
    ].includes(k),
);

/** One record of the case and what it alone supports. */
export interface RecordSupport {
  readonly source: Ref;
  readonly by: Support;
}

/** Every record that states facts, in the order of their kinds and ids. Costly for long series: made once per letter, and only when asked. */
export function recordSupports(facts: LetterFacts): readonly RecordSupport[] {
  return factual.flatMap((kind) =>
    Object.keys(facts.case.live[kind])
      .toSorted()
      .map((id) => ref(kind, id))
      .filter((source) => stands(facts.case, facts.pack, source))
      .map((source) => ({ source, by: supportOf(facts, [source], []) })),
  );
}

/** A record of the case that states the value, a single one. */
const sourceFor = (ctx: CheckContext, t: Token): Ref | undefined =>
  ctx.records().find((r) => supports(r.by, t, 0))?.source;

/** B6: own words cite only what is verified, in force and verbatim. */
export function citationProblems(ctx: CheckContext, s: Sentence, text: string): readonly Problem[] {
  if (s.text === undefined) return [];
  return ctx.citations(text).map((c) =>
    onSentence(s.id, {
      code: `B6.${c.reason}`,
      severity: "block",
      args: { law: c.law, article: c.article, nearest: c.nearest },
      refs: c.nearest.map((id) => ref("provision", id)),
      span: c,
      fixes: [rewriteFix(s.id, withoutSpan(text, clauseAround(text, c)), "fix.delete_clause", true), ...resetFixes(s)],
    }),
  );
}

const asks = /退还|退回|退款|退给|退我|返还|赔偿|赔付|赔我|补偿|支付给我|退(?=\d|¥|￥|一)|赔(?=\d|¥|￥|一)/;
const past = /(?:已|已经|曾|曾经|仅|只|承诺|答应|同意|称)[^，,。；;]{0,6}(?:退|返还|赔|补偿)/;

/** D4: own words ask for more than paid − refunded − received, and no verified provision carries it. */
export function excessProblems(ctx: CheckContext, s: Sentence, text: string): readonly Problem[] {
  const { facts } = ctx;
  const most =
    facts.demand.claimFen ?? (facts.demand.either === undefined ? undefined : Math.max(...facts.demand.either));
  if (s.text === undefined || most === undefined || hasBasis(ctx, s)) return [];
  const quoted = quoteSpans(text);
  return valuesIn(text).flatMap((t) => {
    if (t.value.kind !== "amount" || t.value.fen <= most || quoted.some((q) => within(t, q))) return [];
    const clause = clauseAround(text, t);
    const words = fold(text.slice(clause.start, clause.end)).text;
    const asked = asks.test(words) || (s.part === "demand" && /请|要求|诉求|应/.test(words));
    if (!asked || past.test(words)) return [];
    const right = restyled(t, formatYuan(most));
    const fixes = [
      ...(right === undefined ? [] : [rewriteFix(s.id, replaceSpan(text, t, right), "fix.right_value", true)]),
      ...resetFixes(s),
    ];
    return [
      onSentence(s.id, {
        code: "D4.excess",
        severity: "block",
        args: { askedFen: t.value.fen, claimFen: most },
        refs: facts.demand.refs,
        span: t,
        fixes,
      }),
    ];
  });
}

function hasBasis(ctx: CheckContext, s: Sentence): boolean {
  const on = relevantDate(ctx.facts);
  if (isEngagement(ctx.facts)) return false;
  return s.sources.some(
    (r) =>
      r.startsWith("provision/") &&
      ctx.facts.pack.provisions.some((p) => r === ref("provision", p.id) && citable(p, on)),
  );
}

/** Whether a bare figure is a value of the sentence's own sources. */
export function statedBy(ctx: CheckContext, s: Sentence): (figure: number) => boolean {
  // Gathering what sources support is dear, and most sentences hold no bare figure that anybody asks about.
  let by: ReturnType<typeof supportOf> | undefined;
  return (figure) => {
    by ??= supportOf(ctx.facts, s.sources, ctx.told, s.template);
    return by.counts.has(figure) || by.amounts.has(figure * 100);
  };
}

/** Strength of the best exhibit behind a sentence, for words like "notarised" (E8). */
export function strengthOf(facts: LetterFacts, exhibits: readonly string[]): number {
  return Math.max(0, ...exhibits.map((e) => find(facts.case, "exhibit", e)?.strength ?? 0));
}
