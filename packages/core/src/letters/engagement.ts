/**
 * A7: letters of category `engagement` rest on order, own platform clause, measurement and amount. Pure.
 *
 * 1. No article of law, no 577 or 157, no request to perform, no word on legality: each would argue a contract that may be void.
 * 2. No second-round channel in a letter to the other side: each would lead to a place where the own purchase is disclosed. In a paper to such a
 *    place its name is no threat and may stand.
 * 3. Quotes pass: what the other side wrote is theirs, and whether they wrote it is A3's question. A captured clause of theirs may be named.
 */
import { all } from "../case/case.ts";
import type { Problem } from "../assess/assessment.ts";
import { lawNames } from "../grounds/citation-text.ts";
import { NUMERAL_CHARS, parseNumeral } from "../grounds/numeral.ts";
import { parseArticle } from "../grounds/numeral.ts";
import { clauseAround, fold, quoteSpans, unfold, within, type Span } from "./fold.ts";
import { onSentence, omitFix, resetFixes, rewriteFix } from "./finding.ts";
import type { Sentence } from "./numbering.ts";
import { withoutSpan } from "./rewrite.ts";
import type { LetterFacts } from "./template.ts";

const statute = /《[^《》]*(?:法|法典|条例|规定|解释|办法)》/g;
const article = new RegExp(`第([${NUMERAL_CHARS}]+)条`, "g");
const bareArticles = /(?<!\d)(?:577|157)(?!\d)|五百七十七|一百五十七/g;
const performance = /继续履行|补量|补单|补刷|补赞|补粉|补足数量|重新刷|继续刷/g;
const declined = /(?:不需要|不选择|不接受|不要求?|无需|无须|不用|拒绝|不同意|不再)[^。！？!?；;\n]{0,14}$/;
const legality =
  /违法|非法|合法|违规|合规|犯法|犯罪|依法(?!向|提起|起诉|申请)|法律|法定|灰产|黑产|合同无效|无效合同|民事法律行为/g;

/** Places a letter to the other side does not name: regulators, hotlines, associations, public sites. */
const channels =
  /12315|12345|12377|12378|消费者协会|消协|消保委|市场监管|市场监督管理|工商局|工商部门|网信办|举报|黑猫|监管部门|主管部门/g;

/** Shorter names of laws occur inside ordinary words. */
const SHORTEST_LAW_NAME = 3;

/** Whether the case is about bought likes or followers, where the contract itself may be void. False while no category is chosen. Source: A7. */
export function isEngagement(facts: LetterFacts): boolean {
  return all(facts.case, "case").some((c) => c.category === "engagement");
}

/** `A7.law`, `A7.performance`, `A7.legality`, `A7.channel` in one sentence. `stated`: whether a figure is a value of the sentence's sources. */
export function engagementProblems(
  facts: LetterFacts,
  s: Sentence,
  text: string,
  stated: (figure: number) => boolean,
): readonly Problem[] {
  if (!isEngagement(facts)) return [];
  if (s.template === "basis.law" || s.sources.some((r) => r.startsWith("provision/")))
    return [
      onSentence(s.id, {
        code: "A7.law",
        severity: "block",
        args: { phrase: "" },
        refs: s.sources,
        fixes: [omitFix(s.id)],
      }),
    ];
  if (s.text === undefined) return [];
  const f = fold(text);
  const quoted = quoteSpans(text);
  const spans = (pattern: RegExp): readonly Span[] =>
    [...f.text.matchAll(pattern)].map((m) => unfold(f, m.index, m.index + m[0].length));
  const own = ownClauses(facts, f.text).map((o) => unfold(f, o.start, o.end));
  const free = (at: Span): boolean => ![...quoted, ...own].some((o) => within(at, o));
  const articles = all(facts.case, "clause").map((c) => parseArticle(c.article));
  const names = lawNames(facts.pack).filter((n) => n.length >= SHORTEST_LAW_NAME);
  const law = [
    ...spans(statute),
    ...names.flatMap((n) => spans(new RegExp(escaped(fold(n).text), "g"))),
    ...spans(article).filter(
      (at) => !articles.includes(parseNumeral(text.slice(at.start, at.end).replace(/[第条\s]/g, ""))),
    ),
    ...spans(bareArticles).filter((at) => !stated(Number(text.slice(at.start, at.end).replace(/\s/g, "")))),
  ];
  const asked = spans(performance).filter((at) => !declined.test(text.slice(0, at.start)));
  const found = (code: string, all_: readonly Span[]): readonly Problem[] =>
    outermost(all_.filter(free)).map((span) =>
      onSentence(s.id, {
        code,
        severity: "block",
        args: { phrase: text.slice(span.start, span.end) },
        span,
        fixes: fixesFor(s, text, span),
      }),
    );
  const doors = facts.spec.to === "you" ? spans(channels).filter((at) => !stated(figureAt(text, at))) : [];
  return [
    ...found("A7.law", law),
    ...found("A7.performance", asked),
    ...found("A7.legality", spans(legality)),
    ...found("A7.channel", doors),
  ];
}

/** A stretch as a figure; no number where it is words. */
const figureAt = (text: string, at: Span): number => Number(text.slice(at.start, at.end).replace(/\s/g, ""));

/** 《服务规则》第5条: the other side's own rules may be named, by the title they were captured under. */
function ownClauses(facts: LetterFacts, folded: string): readonly Span[] {
  return all(facts.case, "clause").flatMap((c) => {
    const title = fold(c.document).text.replace(/[《》]/g, "");
    const pattern = new RegExp(`《?${escaped(title)}》?(?:第[${NUMERAL_CHARS}]+条)?`, "g");
    return title === ""
      ? []
      : [...folded.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  });
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const outermost = (spans: readonly Span[]): readonly Span[] =>
  spans.filter((s, i) => !spans.some((o, j) => within(s, o) && (o.end - o.start > s.end - s.start || j < i)));

const fixesFor = (s: Sentence, text: string, span: Span): Problem["fixes"] => [
  rewriteFix(s.id, withoutSpan(text, clauseAround(text, span)), "fix.delete_clause", true),
  ...resetFixes(s),
];
