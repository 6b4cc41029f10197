/**
 * A slot: what one named gap in a rewrite or an answer of the pack stands for. Pure (W1, X6).
 *
 * 1. A slot knows what it rests on, so that a sentence made of slots has its sources (A2).
 * 2. Words come last: a slot is a value, words of ours or an exhibit, until somebody says it in a language.
 */
import type { Id, Ref } from "../identity.ts";
import type { Args } from "../message.ts";
import type { Lang } from "../schema/parts.ts";
import { civilOf, type When } from "../time.ts";
import { exhibitsOf } from "./sources.ts";
import type { Composed, LetterFacts, LetterRenderer, TemplateCode } from "./template.ts";
import { InstantSchema } from "../schema/values.ts";

export type Slot = { readonly refs: readonly Ref[] } & (
  | { readonly as: "text"; readonly text: string }
  /** Words of ours over facts; `code` in full. A sentence of a letter loses its full stop. `cites`: exhibits its words name. */
  | {
      readonly as: "words";
      readonly code: string;
      readonly args: Args;
      readonly sentence?: boolean;
      readonly cites?: readonly Ref[];
    }
  | { readonly as: "list"; readonly of: readonly Slot[] }
  /** The number of the exhibit behind the refs. */
  | { readonly as: "exhibit" }
);

/** A value as it stands; nothing for an empty one. */
export const plain = (value: string | number | undefined, refs: readonly Ref[]): Slot | undefined =>
  value === undefined || value === "" ? undefined : { as: "text", text: String(value), refs };
/** Words of ours, by their full code. `cites`: refs whose exhibits the words name. */
export const wordsOf = (code: string, args: Args, refs: readonly Ref[], cites?: readonly Ref[]): Slot => ({
  as: "words",
  code,
  args,
  refs,
  ...(cites === undefined ? {} : { cites }),
});
/** A moment to the minute, or the day where no more is known. */
export const moment = (at: When | undefined, refs: readonly Ref[]): Slot | undefined =>
  at === undefined
    ? undefined
    : at.includes("T")
      ? wordsOf("letter.phrase.moment", { at }, refs)
      : wordsOf("letter.phrase.day", { on: at }, refs);
/** The day alone. */
export const day = (at: When | undefined, refs: readonly Ref[]): Slot | undefined =>
  at === undefined ? undefined : wordsOf("letter.phrase.day", { on: civilOf(at) }, refs);

/** A letter's sentence as a clause of another. */
export const clauseOf = (c: Composed | undefined): Slot | undefined =>
  c && {
    as: "words",
    code: `letter.${c.template}`,
    args: { ...c.args, exhibits: [] },
    refs: c.sources,
    sentence: true,
  };

/** A value that a composed sentence prints. */
export const field = (c: Composed | undefined, arg: string): string | number | undefined => {
  const value = c?.args[arg];
  return typeof value === "string" || typeof value === "number" ? value : undefined;
};

/** A moment that a composed sentence prints. */
export const instantIn = (c: Composed | undefined, arg: string): When | undefined => {
  const at = InstantSchema.safeParse(c?.args[arg]);
  return at.success ? at.data : undefined;
};

/** Slots by name; undefined where the case does not know. */
export type Slots = Readonly<Record<string, Slot | undefined>>;
/** Makes the slot of an exhibit number; undefined where no exhibit is behind the refs. */
export type ExhibitSlot = (refs: readonly Ref[] | undefined) => Slot | undefined;

/** The sentence of the first of some templates that the facts carry; those the facts call for first. */
export const bestIn =
  (told: readonly Composed[]) =>
  (...codes: readonly TemplateCode[]): Composed | undefined => {
    const fitting = codes.flatMap((code) => told.filter((c) => c.template === code));
    return fitting.find((c) => c.fits) ?? fitting[0];
  };

/** A slot in words; undefined where an exhibit has no number in this letter. */
export function slotWords(
  slot: Slot,
  facts: LetterFacts,
  numbers: ReadonlyMap<Id, number>,
  renderer: LetterRenderer,
  lang: Lang,
): string | undefined {
  switch (slot.as) {
    case "text":
      return slot.text;
    case "words": {
      const cited = (slot.cites ?? []).flatMap((r) => exhibitsOf(facts.case, r)).flatMap((e) => numbers.get(e) ?? []);
      const args =
        slot.cites === undefined ? slot.args : { ...slot.args, exhibits: [...new Set(cited)].map((n) => String(n)) };
      const said = renderer(slot.code, args, lang);
      return slot.sentence === true ? said.trim().replace(/[。；;.]+$/, "") : said;
    }
    case "list":
      return slot.of
        .flatMap((s) => slotWords(s, facts, numbers, renderer, lang) ?? [])
        .join(lang === "en" ? ", " : "、");
    case "exhibit": {
      const number = slot.refs
        .flatMap((r) => exhibitsOf(facts.case, r))
        .map((e) => numbers.get(e))
        .find((n) => n !== undefined);
      return number === undefined ? undefined : renderer("letter.phrase.exhibit", { number }, lang);
    }
  }
}
