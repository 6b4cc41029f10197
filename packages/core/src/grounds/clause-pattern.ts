/**
 * Clause patterns: what kind of term a quote is, so that nobody builds its condition by hand. Pure (B2).
 *
 * 1. A suggestion: the person sees the condition and confirms it.
 * 2. Numbers come from the quote (named groups `hours`, `percent`); only where it has none the pattern's own stand.
 * 3. Patterns are written for digits, hours and percent: numerals, days and tenths are rewritten so before matching.
 */
import type { Pack } from "../pack/pack.ts";
import type { Condition, GroundKind } from "../schema/parts.ts";
import { NUMERAL_CHARS, parseNumeral } from "./numeral.ts";

export interface Recognised {
  readonly pattern: string;
  readonly ground: GroundKind;
  readonly condition: Condition;
}

const percentWord = new RegExp(`百分之([${NUMERAL_CHARS}]+)`, "g");
const tenths = /([一二两三四五六七八九])成/g;
const hoursWord = new RegExp(`([${NUMERAL_CHARS}]+)(?=个?小时)`, "g");
const daysWord = new RegExp(`([${NUMERAL_CHARS}]+)(?:天|日)(?=之?内)`, "g");

/** Punctuation stays, because patterns are written with it; so do line ends, which part sentences. */
function forPatterns(quote: string): string {
  const number = (whole: string, text: string, times: number, unit: string): string => {
    const n = parseNumeral(text);
    return n === undefined ? whole : `${n * times}${unit}`;
  };
  return quote
    .replace(/[０-９Ａ-Ｚａ-ｚ％．]/g, (c) => c.normalize("NFKC"))
    .replace(/[^\S\n]+/g, "")
    .replace(percentWord, (whole, n: string) => number(whole, n, 1, "%"))
    .replace(tenths, (whole, n: string) => number(whole, n, 10, "%"))
    .replace(/一半|半数/g, "50%")
    .replace(hoursWord, (whole, n: string) => number(whole, n, 1, ""))
    .replace(daysWord, (whole, n: string) => number(whole, n, 24, "小时"));
}

/** Every pattern that fits the quote, in the order of the pack; the first is the suggestion. */
export function recogniseClause(quote: string, pack: Pick<Pack, "clausePatterns">): readonly Recognised[] {
  const text = forPatterns(quote);
  return pack.clausePatterns.flatMap(({ id, pattern, ground, condition }) => {
    const m = new RegExp(pattern, "u").exec(text);
    return m ? [{ pattern: id, ground, condition: filled(condition, m.groups ?? {}) }] : [];
  });
}

function filled(c: Condition, groups: Readonly<Record<string, string | undefined>>): Condition {
  const hours = numberIn(groups["hours"]);
  const percent = numberIn(groups["percent"]);
  const ratio = percent === undefined ? undefined : percent / 100;
  switch (c.type) {
    case "not_started":
      return hours === undefined ? c : { ...c, hours };
    case "progress_below":
      return { ...c, ratio: ratio ?? c.ratio, ...(hours === undefined ? {} : { withinHours: hours }) };
    case "drop_over":
      return { ...c, ratio: ratio ?? c.ratio, withinHours: hours ?? c.withinHours };
    case "suspicious_over":
      return ratio === undefined ? c : { ...c, ratio };
    default:
      return c;
  }
}

const numberIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
