/**
 * Words of the moment: the language as a signal, and every sentence in it. Effects: keeps the choice, names the language to the page.
 *
 * 1. The first screen has its words at once; the whole table comes with the engine, and what was drawn without it is drawn again.
 * 2. A code without words is a bug that a test finds; on the page it stands for itself, because a blank page helps nobody.
 */
import type { Args, Lang } from "@recourse/core";
import { firstWord, type FirstWords } from "@recourse/words/first";
import { createEffect, createSignal } from "solid-js";
import type { Comforts } from "./comforts.ts";
import type { Say } from "./services.ts";

/** The language of a first start: Chinese unless every language the person reads says otherwise. */
export function firstLang(kept: string | undefined, reads: readonly string[]): Lang {
  if (kept === "en" || kept === "zh-CN") return kept;
  return reads.length > 0 && reads.every((lang) => !lang.toLowerCase().startsWith("zh")) ? "en" : "zh-CN";
}

/** The whole table of words. */
export interface WordTable {
  readonly hasWord: (code: string) => boolean;
  readonly word: (code: string, args: Args, lang: Lang) => string;
}

export interface OwnSay extends Say {
  /** Takes a language over that was chosen elsewhere. */
  readonly adopt: (lang: Lang) => void;
  readonly complete: (table: WordTable) => void;
}

/** `chosen` hears a choice of the person, for the settings that go along. */
export function createSay(
  comforts: Comforts,
  page: Document,
  reads: readonly string[],
  chosen: (lang: Lang) => void,
): OwnSay {
  const [lang, setLang] = createSignal<Lang>(firstLang(comforts.read("lang"), reads));
  const [whole, setWhole] = createSignal<WordTable | undefined>(undefined);
  const brought: FirstWords = {};
  const word = (code: string, args: Args = {}): string => {
    const table = whole();
    if (table === undefined) return firstWord(code, args, lang(), brought) ?? "";
    return table.hasWord(code) ? table.word(code, args, lang()) : code;
  };
  createEffect(() => {
    page.documentElement.lang = lang();
  });
  const adopt = (to: Lang): void => {
    setLang(to);
    comforts.keep("lang", to);
  };
  return {
    lang,
    adopt,
    setLang: (to) => {
      adopt(to);
      chosen(to);
    },
    complete: (table) => {
      setWhole(table);
    },
    word,
    say: (m) => word(m.code, m.args),
    bring: (words) => void Object.assign(brought, words),
    has: (code) => whole()?.hasWord(code) ?? firstWord(code, {}, lang(), brought) !== undefined,
  };
}
