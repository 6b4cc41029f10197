/**
 * word: code + facts + language → a sentence a scared person understands. Pure.
 *
 * 1. zh-CN and en stand side by side in one table: a sentence in one language only does not compile.
 * 2. An unknown code throws: it is a bug, and the build finds it (a test walks all codes of core, intake and the pack).
 */
import type { Args, Lang, Message } from "@recourse/core";
import { fill } from "./format.ts";
import { table } from "./table.ts";

/** Both wordings of a code: zh-CN first, en second. */
export type Wording = readonly [zh: string, en: string];

/** Whether a code has words. */
export const hasWord = (code: string): boolean => Object.hasOwn(table, code);

/** Every code that has words, in the order of the table. */
export const wordCodes: readonly string[] = Object.keys(table);

/** The template of a code, slots unfilled. */
function templateOf(code: string, lang: Lang): string | undefined {
  const pair = Object.hasOwn(table, code) ? table[code] : undefined;
  return pair?.[lang === "en" ? 1 : 0];
}

/** The sentence for a code. Errors: throws for a code without words. */
export function word(code: string, args: Args, lang: Lang): string {
  const template = templateOf(code, lang);
  if (template === undefined) throw new Error(`no words for ${code}`);
  return fill(template, args, lang, (set, member) => templateOf(`${set}.${member}`, lang));
}

/** The sentence for a Message. */
export const say = (m: Pick<Message, "code" | "args">, lang: Lang): string => word(m.code, m.args, lang);

/** Words of letters, for the checks and composers of core: fits `LetterRenderer`. Errors: throws for a code without words. */
export const letterRenderer = (code: string, args: Args, lang: Lang): string => word(code, args, lang);
