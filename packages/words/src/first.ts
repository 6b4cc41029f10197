/**
 * The words of the first screen: what the board, Today and settings need before the rest of the table is loaded. Pure.
 *
 * 1. They are areas of the one table, not copies: a code has the same words here and there.
 */
import type { Args, Lang } from "@recourse/core";
import { course } from "./areas/course.ts";
import { sets } from "./areas/kinds.ts";
import { proof } from "./areas/proof.ts";
import { screensShell } from "./areas/screens-shell.ts";
import { fill } from "./format.ts";
import type { Wording } from "./word.ts";

const table: Readonly<Record<string, Wording>> = { ...course, ...sets, ...proof, ...screensShell };

/** Words by code. */
export type FirstWords = Readonly<Record<string, Wording>>;

/** The sentence for a code; undefined for one that is neither among the first nor in `more`, the words of a screen that was loaded since. */
export function firstWord(code: string, args: Args, lang: Lang, more: FirstWords = {}): string | undefined {
  const templateOf = (of: string): string | undefined => (table[of] ?? more[of])?.[lang === "en" ? 1 : 0];
  const template = templateOf(code);
  return template === undefined
    ? undefined
    : fill(template, args, lang, (set, member) => templateOf(`${set}.${member}`));
}
