/**
 * A letter as it reads now: sentences, their sources and numbers, what still blocks it. Pure (A2–A7, W1–W3).
 *
 * 1. Text of templates comes from the facts as they are now; own words stand as written.
 * 2. Ready = no problem that blocks. Nothing here is stored.
 */
import { all, find, type Case } from "../case/case.ts";
import type { Problem } from "../assess/assessment.ts";
import { parseRef, ref, type Id, type Ref } from "../identity.ts";
import { message, type Args, type Message } from "../message.ts";
import type { Pack } from "../pack/pack.ts";
import type { LetterPart } from "../schema/course.ts";
import type { Lang } from "../schema/parts.ts";
import {
  citationProblems,
  excessProblems,
  recordSupports,
  sourceProblems,
  statedBy,
  strengthOf,
  valueProblems,
  type CheckContext,
} from "./check.ts";
import { citationChecker, type CitationChecker } from "./citations.ts";
import { answerText } from "./answer.ts";
import { relevantDate } from "./basis-sentences.ts";
import { letterFacts } from "./compose.ts";
import { composed } from "./composed.ts";
import { engagementProblems } from "./engagement.ts";
import { rewriteFix } from "./finding.ts";
import { exhibitNumbers, partsOf, sentencesOf, type Sentence } from "./numbering.ts";
import { personalProblems } from "./publication.ts";
import { exhibitsOf, printedValue } from "./sources.ts";
import {
  renderSentence,
  sentenceKey,
  type Composed,
  type LetterContext,
  type LetterFacts,
  type LetterRenderer,
} from "./template.ts";
import { wholeProblems } from "./whole.ts";
import { lintText, type WordingContext } from "./wording.ts";
import { wordingFacts } from "./wording-facts.ts";

export interface LetterSource {
  readonly ref: Ref;
  /** `letter.source.<kind>` with the value printed, where the Ref names a field, and the exhibit numbers. */
  readonly label: Message;
  readonly exhibits: readonly Id[];
  readonly numbers: readonly number[];
}

export interface LetterSentence {
  readonly id: Id;
  readonly part: LetterPart;
  readonly template: string | undefined;
  readonly text: string;
  readonly sources: readonly LetterSource[];
  /** A person wrote it: own sentence, or a template's in own words. */
  readonly rewritten: boolean;
  readonly findings: readonly Problem[];
}

export interface LetterView {
  readonly draft: Id;
  /** In the order in which this kind is read; headed by `partHeading`. */
  readonly parts: readonly { readonly part: LetterPart; readonly sentences: readonly Id[] }[];
  readonly sentences: readonly LetterSentence[];
  /** Left out by the person. */
  readonly omitted: readonly Id[];
  /** Exhibits the sentences use, by number. */
  readonly exhibits: readonly { readonly number: number; readonly exhibit: Id }[];
  readonly ready: boolean;
  /** All problems, those of sentences included. */
  readonly problems: readonly Problem[];
}

export interface LetterOptions extends LetterContext {
  /** Absent: the pack's own check (citations.ts). */
  readonly citations?: CitationChecker;
  /** A channel the person has chosen, as it is called; fills `{channel_name}`. */
  readonly channelName?: string;
}

/** Everything a screen shows of a draft. A draft that is not there reads as an empty letter. */
export function letterView(
  of: Case,
  pack: Pack,
  draft: Id,
  renderer: LetterRenderer,
  lang: Lang,
  options: LetterOptions,
): LetterView {
  const facts = letterFacts(of, pack, options, draft);
  const stored = sentencesOf(of, draft);
  const kept = stored.filter((s) => s.omitted !== true);
  const numbers = exhibitNumbers(of, kept);
  const told = composed(facts, stored);
  const byKey = new Map(told.map((c) => [c.key, c]));
  const inWords: InWords = { facts, told, numbers, renderer, lang };
  const rendered = kept.map((s) => ({ s, text: textOf(s, byKey.get(sentenceKey(s) ?? ""), inWords) }));
  const check: CheckContext = {
    facts,
    told,
    exhibits: numbers.size,
    citations: options.citations ?? citationChecker(pack, relevantDate(facts)),
    records: once(() => recordSupports(facts)),
  };
  const words = {
    ...wordingFacts(facts, told, numbers, renderer, lang),
    ...(options.channelName === undefined ? {} : { channel_name: options.channelName }),
  };
  const nameOf = (slot: string): string => renderer("letter.phrase.missing", { slot }, lang);
  const sentences = rendered.map(({ s, text }, i): LetterSentence => {
    const sources = s.sources.map((r) => sourceOf(of, r, numbers, facts));
    const lint = {
      names: namesOf(of),
      facts: words,
      nameOf,
      conditions: conditionsOf(facts, sources),
      before: rendered[i - 1]?.text,
      after: rendered[i + 1]?.text,
    };
    const findings = [
      ...sourceProblems(check, s, text),
      ...valueProblems(check, s, text),
      ...citationProblems(check, s, text),
      ...excessProblems(check, s, text),
      ...engagementProblems(facts, s, text, statedBy(check, s)),
      ...(s.text === undefined ? [] : wordingProblems(s, text, facts, lint)),
      ...(facts.spec.audience === "public" ? personalProblems(facts, s, text) : []),
    ];
    return { id: s.id, part: s.part, template: s.template, text, sources, rewritten: s.text !== undefined, findings };
  });
  const problems = [...sentences.flatMap((s) => s.findings), ...wholeProblems(facts, kept)];
  return {
    draft,
    parts: partsOf(of, draft).flatMap((part) =>
      kept.some((s) => s.part === part)
        ? [{ part, sentences: kept.filter((s) => s.part === part).map((s) => s.id) }]
        : [],
    ),
    sentences,
    omitted: stored.filter((s) => s.omitted === true).map((s) => s.id),
    exhibits: usedIn(sentences, numbers),
    ready: problems.every((p) => p.severity !== "block"),
    problems,
  };
}

/** Asked for only when some value is unsupported; the answer is the same each time. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

interface InWords {
  readonly facts: LetterFacts;
  readonly told: readonly Composed[];
  readonly numbers: ReadonlyMap<Id, number>;
  readonly renderer: LetterRenderer;
  readonly lang: Lang;
}

/** Text of a sentence now; empty for a template whose facts are gone. */
function textOf(s: Sentence, now: Composed | undefined, { facts, told, numbers, renderer, lang }: InWords): string {
  if (s.text !== undefined) return s.text;
  if (now === undefined) return "";
  const args =
    now.template === "answer.excuse"
      ? { answer: answerText(facts, now, told, numbers, renderer, lang) }
      : printedArgs(facts.case, now, numbers);
  return renderSentence({ template: now.template }, args, renderer, lang);
}

/** Args with the exhibit numbers of this letter: `exhibits`, ascending, as text; the list of evidence also has `names` and `files`, in the same order. */
export function printedArgs(of: Case, c: Composed, numbers: ReadonlyMap<Id, number>): Args {
  const ids = [...new Set(c.cites.flatMap((r) => exhibitsOf(of, r)))].toSorted(
    (a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0),
  );
  const records = ids.flatMap((i) => find(of, "exhibit", i) ?? []);
  const names = records.map((e) => e.materialType);
  // Names of files may hold an order number: in public (`evidence.kept`) they stay out.
  const list: Args =
    c.template === "evidence.list"
      ? { names, files: records.map((e) => e.name) }
      : c.part === "evidence"
        ? { names }
        : {};
  return { ...c.args, ...list, exhibits: ids.map((i) => String(numbers.get(i) ?? 0)) };
}

function sourceOf(of: Case, source: Ref, numbers: ReadonlyMap<Id, number>, facts: LetterFacts): LetterSource {
  const parts = parseRef(source);
  const exhibits = exhibitsOf(of, source);
  const found = exhibits.flatMap((e) => numbers.get(e) ?? []).toSorted((a, b) => a - b);
  const value = printedValue(of, source, facts.demand);
  const kind = parts.ok ? parts.value.kind : "unknown";
  const label = message(
    `letter.source.${kind}`,
    { exhibits: found.map(String), ...(value === undefined ? {} : { value }) },
    [source],
  );
  return { ref: source, label, exhibits, numbers: found };
}

function usedIn(sentences: readonly LetterSentence[], numbers: ReadonlyMap<Id, number>): LetterView["exhibits"] {
  const used = new Set(sentences.flatMap((s) => s.sources.flatMap((r) => r.exhibits)));
  return [...numbers].filter(([e]) => used.has(e)).map(([exhibit, number]) => ({ number, exhibit }));
}

/** W2: names of the other side and of what was ordered are not the writer's words. */
const namesOf = (of: Case): readonly string[] =>
  [
    ...all(of, "party").map((p) => p.name),
    ...all(of, "order").map((o) => o.item),
    ...all(of, "payment").flatMap((p) => [p.payee, p.item ?? ""]),
  ].filter((n) => n.trim().length > 1);

/** What `allowIf` of the lexicon may ask. */
function conditionsOf(facts: LetterFacts, sources: readonly LetterSource[]): Readonly<Record<string, string>> {
  const draft = find(facts.case, "draft", facts.draft);
  const category = all(facts.case, "case")[0]?.category;
  const told = facts.grounds.find((g) => g.kind === "misrepresentation" && g.verdict === "met");
  const verdict = (kind: string): string => facts.grounds.find((g) => g.kind === kind)?.verdict ?? "unknown";
  return {
    ...(category === undefined ? {} : { category }),
    ...(draft === undefined ? {} : { document_kind: draft.kind }),
    "element:misrepresentation":
      told?.elements.some((e) => e.id === "breach" && e.verdict === "ok") === true ? "ok" : "none",
    prepaid_7d: verdict("prepaid_7d"),
    "exhibit:strength": String(
      strengthOf(
        facts,
        sources.flatMap((s) => s.exhibits),
      ),
    ),
  };
}

/** W1–W3 of own words; a kind may be stricter than the lexicon. */
function wordingProblems(s: Sentence, text: string, facts: LetterFacts, lint: WordingContext): readonly Problem[] {
  const { strict } = facts.spec;
  return lintText(text, facts.pack.wording, lint).map((f) => ({
    code: f.code,
    severity: f.severity === "warn" && strict.includes(f.category) ? "block" : f.severity,
    target: ref("sentence", s.id),
    message: message(`wording.${f.category}`, { id: f.id, phrase: f.phrase }),
    span: { start: f.start, end: f.end },
    fixes: f.rewrites.map((r, i) =>
      rewriteFix(
        s.id,
        r.text,
        r.as === "delete" ? "fix.delete_phrase" : "fix.rewrite",
        i === 0 && r.missing.length === 0,
      ),
    ),
  }));
}
