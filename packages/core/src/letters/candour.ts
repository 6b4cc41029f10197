/**
 * A6: a letter that states a measurement states the newest reading too, what was refunded and what was delivered. Pure.
 *
 * 1. "States" is by source: a sentence with the reading among its sources; in a person's own words the figure has to stand there as well.
 * 2. Left out on purpose still blocks: the person may choose the words, not whether the other half is told.
 */
import { all } from "../case/case.ts";
import type { Problem } from "../assess/assessment.ts";
import { ref, type Ref } from "../identity.ts";
import type { Reading, UndertakingMeasure } from "../measure/measurement.ts";
import { onDraft, stateFix } from "./finding.ts";
import { receivedAnything } from "./measure-sentences.ts";
import type { Sentence } from "./numbering.ts";
import { stands } from "./sources.ts";
import type { LetterFacts } from "./template.ts";
import { valuesIn } from "./values.ts";

const measurement: ReadonlySet<string> = new Set([
  "problem.not_started_until",
  "problem.started_later",
  "problem.progress",
  "problem.drop",
  "problem.newest",
  // An answer to an excuse says what was measured in the words of one of those.
  "answer.excuse",
]);
const delivery: ReadonlySet<string> = new Set([
  "problem.started_later",
  "problem.progress",
  "problem.newest",
  "problem.received",
  "demand.partial",
  "problem.money",
]);
/** Print paid, refunded and received in one line. */
const arithmetic: ReadonlySet<string> = new Set(["demand.partial", "problem.money"]);
const printsArithmetic = (s: Sentence): boolean =>
  s.text === undefined && s.template !== undefined && arithmetic.has(s.template);

/** `A6.newest`, `A6.refunded`, `A6.delivered`. `sentences`: those that are in the letter. */
export function candour(facts: LetterFacts, sentences: readonly Sentence[]): readonly Problem[] {
  const measured = Object.values(facts.measures.byUndertaking);
  return [
    ...measured.flatMap((m) => newestMissing(facts, m, sentences)),
    ...refundMissing(facts, sentences),
    ...measured.flatMap((m) => deliveredMissing(facts, m, sentences)),
    ...usedMissing(facts, sentences),
  ];
}

/** Compared by record: a source may also name a field or a row. */
const has = (s: Sentence, source: Ref): boolean =>
  s.sources.some((r) => r === source || r.startsWith(`${source}/`) || r.startsWith(`${source}#`));

/** In own words a value counts as told only when it stands there. */
function tells(s: Sentence, source: Ref, figures: readonly number[]): boolean {
  if (!has(s, source)) return false;
  if (s.text === undefined) return true;
  const written = valuesIn(s.text).flatMap((t) =>
    t.value.kind === "count" ? [t.value.n] : t.value.kind === "amount" ? [t.value.fen] : [],
  );
  return figures.some((n) => written.includes(n));
}

const subjectOf = (facts: LetterFacts, m: UndertakingMeasure): Ref =>
  Object.hasOwn(facts.case.live.undertaking, m.undertaking)
    ? ref("undertaking", m.undertaking)
    : ref("order", m.order.id);

const notStarted = /(?:未|没有?|不)(?:曾|见|能)?(?:启动|开始|动静|变化|增加|增长|涨)/;

/** Sources that stand for the series of a measure: its readings and the exhibits they are in. */
function sourcesOf(m: UndertakingMeasure): ReadonlySet<string> {
  return new Set(m.series.readings.flatMap((r) => [ref("reading", r.id), ref("exhibit", r.exhibit)]));
}

const bare = (r: Ref): string => r.replace(/#.*$/, "").split("/", 2).join("/");

/** Whether a sentence measures this: by template and subject; in own words by a reading or its exhibit, or by saying that nothing happened. */
function measures(s: Sentence, m: UndertakingMeasure, subject: Ref): boolean {
  if (s.template !== undefined && measurement.has(s.template)) return has(s, subject);
  if (s.text === undefined) return false;
  const series = sourcesOf(m);
  return s.sources.some((r) => series.has(bare(r))) || notStarted.test(s.text);
}

/**
 * A template tells a reading when it measures by it: one that only rests on it (a clause that fits) prints no figure.
 * Own words name the reading or its exhibit, and the figure has to stand there.
 */
const tellsReading = (s: Sentence, r: Reading, figures: readonly number[]): boolean =>
  s.text === undefined
    ? s.template !== undefined && measurement.has(s.template) && has(s, ref("reading", r.id))
    : tells(s, ref("reading", r.id), figures) || tells(s, ref("exhibit", r.exhibit), figures);

function newestMissing(facts: LetterFacts, m: UndertakingMeasure, sentences: readonly Sentence[]): readonly Problem[] {
  const { newest } = m;
  const subject = subjectOf(facts, m);
  const about = sentences.filter((s) => measures(s, m, subject));
  if (!newest || about.length === 0) return [];
  const source = ref("reading", newest.id);
  const figures = [newest.value, ...(m.gained === undefined ? [] : [m.gained])];
  if (sentences.some((s) => tellsReading(s, newest, figures))) return [];
  const args = { counter: m.series.counter, newestAt: newest.at, value: newest.value };
  return [
    onDraft(facts.draft, {
      code: "A6.newest",
      severity: "block",
      args,
      refs: [source, ...about.map((s) => ref("sentence", s.id))],
      fixes: [stateFix(facts.draft, "problem.newest", subject)],
    }),
  ];
}

function refundMissing(facts: LetterFacts, sentences: readonly Sentence[]): readonly Problem[] {
  const refunds = all(facts.case, "refund").filter((r) => stands(facts.case, facts.pack, ref("refund", r.id)));
  if (facts.demand.refundedFen <= 0 || refunds.length === 0) return [];
  const figures = [facts.demand.refundedFen, ...refunds.map((r) => r.amountFen)];
  const told =
    sentences.some(printsArithmetic) ||
    sentences.some((s) => refunds.some((r) => tells(s, ref("refund", r.id), figures)));
  if (told) return [];
  const args = { refundedFen: facts.demand.refundedFen };
  return [
    onDraft(facts.draft, {
      code: "A6.refunded",
      severity: "block",
      args,
      refs: refunds.map((r) => ref("refund", r.id)),
      fixes: [stateFix(facts.draft, "demand.refunded_already", undefined)],
    }),
  ];
}

/** Something arrived, and the letter asks for money without saying so. */
function deliveredMissing(
  facts: LetterFacts,
  m: UndertakingMeasure,
  sentences: readonly Sentence[],
): readonly Problem[] {
  const subject = subjectOf(facts, m);
  const arrived = m.start?.first;
  if (!arrived || !m.newest) return [];
  const base = m.baseline?.value ?? 0;
  const told =
    sentences.some(
      (s) => s.template !== undefined && s.text === undefined && delivery.has(s.template) && has(s, subject),
    ) ||
    sentences
      .filter((s) => s.template === undefined || s.text !== undefined)
      .some((s) => ownWordsTell(s, m, (r) => r.at >= arrived.at && tellsReading(s, r, [r.value, r.value - base])));
  if (told || sentences.length === 0) return [];
  const args = { counter: m.series.counter, gained: m.gained ?? 0, newestAt: m.newest.at };
  return [
    onDraft(facts.draft, {
      code: "A6.delivered",
      severity: "block",
      args,
      refs: [subject],
      fixes: [stateFix(facts.draft, "problem.newest", subject)],
    }),
  ];
}

function ownWordsTell(s: Sentence, m: UndertakingMeasure, tell: (r: Reading) => boolean): boolean {
  const series = sourcesOf(m);
  return s.sources.some((r) => series.has(bare(r))) && m.series.readings.some(tell);
}

function usedMissing(facts: LetterFacts, sentences: readonly Sentence[]): readonly Problem[] {
  if (sentences.length === 0) return [];
  return all(facts.case, "usage").flatMap((u) => {
    const source = ref("usage", u.id);
    if (!receivedAnything(u) || !stands(facts.case, facts.pack, source)) return [];
    const figures = [u.unitsUsed, u.valueFen].filter((n) => n !== undefined);
    const told = sentences.some((s) => printsArithmetic(s) || tells(s, source, figures));
    if (told) return [];
    return [
      onDraft(facts.draft, {
        code: "A6.delivered",
        severity: "block",
        args: { used: u.unitsUsed ?? 0, valueFen: u.valueFen ?? 0 },
        refs: [source],
        fixes: [stateFix(facts.draft, "problem.received", source)],
      }),
    ];
  });
}
