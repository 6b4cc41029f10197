/**
 * A letter as it reads now: sentences, their sources and numbers, what still blocks it. Pure (A2–A7, W1–W3).
 *
 * 1. Ready = no problem that blocks. Nothing here is stored.
 */
import type { Case } from "../case/case.ts";
import type { Problem } from "../assess/assessment.ts";
import { parseRef, type Id, type Ref } from "../identity.ts";
import { message, type Message } from "../message.ts";
import type { Pack } from "../pack/pack.ts";
import type { LetterPart } from "../schema/course.ts";
import type { Lang } from "../schema/parts.ts";
import { judgeLetter, letterTold, type LetterOptions } from "./judged.ts";
import { partsOf } from "./numbering.ts";
import { exhibitsOf, printedValue } from "./sources.ts";
import type { LetterFacts, LetterRenderer } from "./template.ts";

export type { LetterOptions } from "./judged.ts";

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

/** Everything a screen shows of a draft. A draft that is not there reads as an empty letter. */
export function letterView(
  of: Case,
  pack: Pack,
  draft: Id,
  renderer: LetterRenderer,
  lang: Lang,
  options: LetterOptions,
): LetterView {
  const told = letterTold(of, pack, draft, options);
  const judged = judgeLetter(of, pack, told, renderer, lang, options);
  const { numbers, problems } = judged;
  const sentences = judged.sentences.map(({ s, text, findings }): LetterSentence => ({
    id: s.id,
    part: s.part,
    template: s.template,
    text,
    sources: s.sources.map((r) => sourceOf(of, r, numbers, judged.facts)),
    rewritten: s.text !== undefined,
    findings,
  }));
  return {
    draft,
    parts: partsOf(of, draft).flatMap((part) => {
      const here = sentences.filter((s) => s.part === part);
      return here.length > 0 ? [{ part, sentences: here.map((s) => s.id) }] : [];
    }),
    sentences,
    omitted: told.stored.filter((s) => s.omitted === true).map((s) => s.id),
    exhibits: usedIn(sentences, numbers),
    ready: problems.every((p) => p.severity !== "block"),
    problems,
  };
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
