/**
 * A letter judged: what the facts carry, the words of each sentence and what is wrong in it. Pure (A2–A7, W1–W3).
 *
 * 1. Text of templates comes from the facts as they are now; own words stand as written.
 * 2. What only own words can get wrong is looked at only where somebody wrote some.
 */
import { all, find, type Case } from "../case/case.ts";
import type { Problem } from "../assess/assessment.ts";
import { ref, type Id } from "../identity.ts";
import { message, type Args } from "../message.ts";
import type { Pack } from "../pack/pack.ts";
import type { Lang } from "../schema/parts.ts";
import { answerText } from "./answer.ts";
import { relevantDate } from "./basis-sentences.ts";
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
import { letterFacts } from "./compose.ts";
import { composed } from "./composed.ts";
import { engagementProblems } from "./engagement.ts";
import { rewriteFix } from "./finding.ts";
import { exhibitNumbers, sentencesOf, type Sentence } from "./numbering.ts";
import { personalProblems } from "./publication.ts";
import { exhibitsOf } from "./sources.ts";
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

export interface LetterOptions extends LetterContext {
  /** Absent: the pack's own check (citations.ts). */
  readonly citations?: CitationChecker;
  /** A channel the person has chosen, as it is called; fills `{channel_name}`. */
  readonly channelName?: string;
}

/** What the facts carry in one draft, before it is put into words. */
export interface LetterTold {
  readonly draft: Id;
  /** Sentences as stored, in reading order, those left out included. */
  readonly stored: readonly Sentence[];
  /** Exhibits in the order of their numbers, from 1. */
  readonly numbered: readonly Id[];
  /** What the templates say now; where nobody wrote words of their own, only of sentences that are there. */
  readonly told: readonly Composed[];
  /** Exhibits that a sentence in the letter names, by key and in the order of their numbers. */
  readonly cited: Readonly<Record<string, readonly Id[]>>;
}

/** Of exhibits it reads only which there are, their place in the list and their material: `toldReads`. */
export function letterTold(of: Case, pack: Pack, draft: Id, context: LetterContext): LetterTold {
  const stored = sentencesOf(of, draft);
  const kept = stored.filter((s) => s.omitted !== true);
  const numbers = exhibitNumbers(of, kept);
  const facts = letterFacts(of, pack, context, draft);
  const keys = new Set(kept.flatMap((s) => sentenceKey(s) ?? []));
  // Own words, and an answer, may say whatever the case says; the words of any other template only what is theirs.
  const free = stored.some((s) => s.text !== undefined || s.template === "answer.excuse");
  const told = composed(free ? facts : { ...facts, only: keys }, stored);
  const cited = told.filter((c) => keys.has(c.key)).map((c) => [c.key, citedBy(of, c, numbers)]);
  return { draft, stored, numbered: [...numbers.keys()], told, cited: Object.fromEntries(cited) };
}

const citedBy = (of: Case, c: Composed, numbers: ReadonlyMap<Id, number>): readonly Id[] =>
  [...new Set(c.cites.flatMap((r) => exhibitsOf(of, r)))].toSorted(
    (a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0),
  );

/** Fields of exhibits that `letterTold` reads, besides which exhibits there are. */
export const toldReads = ["position", "importedAt", "materialType"] as const;

export interface JudgedSentence {
  readonly s: Sentence;
  readonly text: string;
  readonly findings: readonly Problem[];
}

export interface JudgedLetter {
  readonly facts: LetterFacts;
  readonly numbers: ReadonlyMap<Id, number>;
  /** The sentences that are in the letter. */
  readonly sentences: readonly JudgedSentence[];
  /** All problems, those of sentences included. */
  readonly problems: readonly Problem[];
}

/** The sentences of a letter in words, and what is wrong in it. */
export function judgeLetter(
  of: Case,
  pack: Pack,
  { draft, stored, numbered, told, cited }: LetterTold,
  renderer: LetterRenderer,
  lang: Lang,
  options: LetterOptions,
): JudgedLetter {
  const facts = letterFacts(of, pack, options, draft);
  const kept = stored.filter((s) => s.omitted !== true);
  const numbers = new Map(numbered.map((exhibit, n) => [exhibit, n + 1]));
  const byKey = new Map(told.map((c) => [c.key, c]));
  const inWords: InWords = { facts, told, cited, numbers, renderer, lang };
  const rendered = kept.map((s) => ({ s, text: textOf(s, byKey.get(sentenceKey(s) ?? ""), inWords) }));
  const citations = once(() => options.citations ?? citationChecker(pack, relevantDate(facts)));
  const check: CheckContext = {
    facts,
    told,
    exhibits: numbers.size,
    citations: (text) => citations()(text),
    records: once(() => recordSupports(facts)),
  };
  const words = once(() => ({
    ...wordingFacts(facts, told, numbers, renderer, lang),
    ...(options.channelName === undefined ? {} : { channel_name: options.channelName }),
  }));
  const names = once(() => namesOf(of));
  const nameOf = (slot: string): string => renderer("letter.phrase.missing", { slot }, lang);
  const wording = (s: Sentence, text: string, i: number): readonly Problem[] =>
    wordingProblems(s, text, facts, {
      names: names(),
      facts: words(),
      nameOf,
      conditions: conditionsOf(facts, s),
      before: rendered[i - 1]?.text,
      after: rendered[i + 1]?.text,
    });
  const sentences = rendered.map(({ s, text }, i): JudgedSentence => ({
    s,
    text,
    findings: [
      ...sourceProblems(check, s, text),
      ...valueProblems(check, s, text),
      ...citationProblems(check, s, text),
      ...excessProblems(check, s, text),
      ...engagementProblems(facts, s, text, statedBy(check, s)),
      ...(s.text === undefined ? [] : wording(s, text, i)),
      ...(facts.spec.audience === "public" ? personalProblems(facts, s, text) : []),
    ],
  }));
  const problems = [...sentences.flatMap((one) => one.findings), ...wholeProblems(facts, kept)];
  return { facts, numbers, sentences, problems };
}

/** Asked for only where something has to be looked at; the answer is the same each time. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

interface InWords {
  readonly facts: LetterFacts;
  readonly told: readonly Composed[];
  readonly cited: LetterTold["cited"];
  readonly numbers: ReadonlyMap<Id, number>;
  readonly renderer: LetterRenderer;
  readonly lang: Lang;
}

/** Text of a sentence now; empty for a template whose facts are gone. */
function textOf(
  s: Sentence,
  now: Composed | undefined,
  { facts, told, cited, numbers, renderer, lang }: InWords,
): string {
  if (s.text !== undefined) return s.text;
  if (now === undefined) return "";
  const args =
    now.template === "answer.excuse"
      ? { answer: answerText(facts, now, told, numbers, renderer, lang) }
      : printedArgs(facts.case, now, cited[now.key] ?? [], numbers);
  return renderSentence({ template: now.template }, args, renderer, lang);
}

/** Args with the exhibit numbers of this letter: `exhibits`, ascending, as text; the list of evidence also has `names` and `files`, in the same order. */
function printedArgs(of: Case, c: Composed, cited: readonly Id[], numbers: ReadonlyMap<Id, number>): Args {
  const exhibits = cited.map((e) => String(numbers.get(e) ?? 0));
  if (c.part !== "evidence") return { ...c.args, exhibits };
  const records = cited.flatMap((i) => find(of, "exhibit", i) ?? []);
  const names = records.map((e) => e.materialType);
  // Names of files may hold an order number: in public (`evidence.kept`) they stay out.
  const files: Args = c.template === "evidence.list" ? { files: records.map((e) => e.name) } : {};
  return { ...c.args, names, ...files, exhibits };
}

/** W2: names of the other side and of what was ordered are not the writer's words. */
const namesOf = (of: Case): readonly string[] =>
  [
    ...all(of, "party").map((p) => p.name),
    ...all(of, "order").map((o) => o.item),
    ...all(of, "payment").flatMap((p) => [p.payee, p.item ?? ""]),
  ].filter((n) => n.trim().length > 1);

/** What `allowIf` of the lexicon may ask. */
function conditionsOf(facts: LetterFacts, s: Sentence): Readonly<Record<string, string>> {
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
        s.sources.flatMap((r) => exhibitsOf(facts.case, r)),
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
