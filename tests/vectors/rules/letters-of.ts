/**
 * The letter a case composes, with what a person changed in it: all of it plain data.
 */
import {
  all,
  assessLetters,
  decide,
  apply,
  instant,
  letterView,
  type Case,
  type LetterKind,
  type LetterPart,
  type LetterView,
  type Pack,
  type Problem,
  type Ref,
} from "@recourse/core";
import { loadExcuses } from "@recourse/pack-cn";
import { letterRenderer } from "@recourse/words";
import { pack as withTexts } from "../real-case.ts";
import { caseOf, idOf, type Story } from "./story.ts";

/** With what they may say and what answers it. */
const pack: Pack = { ...withTexts, excuses: await loadExcuses() };

export interface Written {
  readonly story: Story;
  /** Absent: the application. */
  readonly kind?: LetterKind;
  /** The reply it answers, by name. */
  readonly answers?: string;
  /** Sentences of the person's own, under readable names. */
  readonly own?: Readonly<
    Record<string, { readonly part: LetterPart; readonly text: string; readonly sources: readonly Ref[] }>
  >;
  /** Sentences of templates in the person's words. */
  readonly rewritten?: Readonly<Record<string, string>>;
  /** Templates the person left out. */
  readonly omitted?: readonly string[];
}

const DRAFT = idOf("draft");

/** The case with its letter in it. Errors: throws where a command is refused, because then the vector is wrong. */
export function withLetter({
  story,
  kind = "application",
  answers,
  own = {},
  rewritten = {},
  omitted = [],
}: Written): Case {
  let of = caseOf(story);
  let minted = 0;
  const run = (command: string, data: unknown): void => {
    const mint = () => idOf(`minted ${(minted += 1)}`);
    const made = decide(of, command, data, {
      now: instant(story.now),
      role: "owner",
      pack,
      mint,
      render: letterRenderer,
    });
    if (!made.ok) throw new Error(`${command}: ${JSON.stringify(made.error)}`);
    of = apply(of, made.value).case;
  };
  const sentence = (template: string) => {
    const found = all(of, "sentence").find((s) => s.template === template);
    if (!found) throw new Error(`no sentence ${template}`);
    return found.id;
  };
  run("draft.start", { id: DRAFT, kind, lang: "zh-CN", ...(answers === undefined ? {} : { answers: idOf(answers) }) });
  for (const [template, text] of Object.entries(rewritten))
    run("sentence.rewrite", { sentence: sentence(template), text });
  for (const template of omitted) run("sentence.omit", { sentence: sentence(template) });
  for (const [name, said] of Object.entries(own)) run("sentence.own", { id: idOf(name), draft: DRAFT, ...said });
  return of;
}

/** The letter as it reads. */
export function letterOf(written: Written): LetterView {
  const of = withLetter(written);
  const now = instant(written.story.now);
  return letterView(of, pack, DRAFT, letterRenderer, "zh-CN", assessLetters(pack, of, now));
}

export const textOf = (view: LetterView): string => view.sentences.map((s) => s.text).join("\n");

/** Codes of what stands in the way of sending, each once. */
export const blocks = (written: Written): readonly string[] => [
  ...new Set(
    letterOf(written)
      .problems.filter((p) => p.severity === "block")
      .map((p) => p.code),
  ),
];

/** What is found in the sentence of this name. */
export const findings = (written: Written, name: string): readonly Problem[] =>
  letterOf(written).sentences.find((s) => s.id === idOf(name))?.findings ?? [];
