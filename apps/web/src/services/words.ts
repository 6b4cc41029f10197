/**
 * Words of the moment: the language as a signal, and every sentence in it. Effects: keeps the choice, names the language to the page.
 */
import type { Args, Lang } from "@recourse/core";
import { hasWord, say as sayIn, word as wordIn } from "@recourse/words";
import { createEffect, createSignal } from "solid-js";
import type { Comforts } from "./comforts.ts";
import type { Say } from "./services.ts";

/** The language of a first start: Chinese unless every language the person reads says otherwise. */
export function firstLang(kept: string | undefined, reads: readonly string[]): Lang {
  if (kept === "en" || kept === "zh-CN") return kept;
  return reads.length > 0 && reads.every((lang) => !lang.toLowerCase().startsWith("zh")) ? "en" : "zh-CN";
}

/** `chosen` hears a choice of the person, for the settings that go along. */
export function createSay(
  comforts: Comforts,
  page: Document,
  reads: readonly string[],
  chosen: (lang: Lang) => void,
): Say & { readonly adopt: (lang: Lang) => void } {
  const [lang, setLang] = createSignal<Lang>(firstLang(comforts.read("lang"), reads));
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
    word: (code, args: Args = {}) => wordIn(code, args, lang()),
    say: (m) => sayIn(m, lang()),
    has: hasWord,
  };
}
