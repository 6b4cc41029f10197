/**
 * Citations in a letter: 《…法》第…条, and the quote that follows. Pure (B6).
 *
 * 1. With the pack's names given, every known law is found, also without 《》; of unknown names only those that end like a statute,
 *    so that a platform's own 《退款规则》第3条 is left to the clauses.
 */
import { lawName } from "./citation.ts";
import { NUMERAL_CHARS, parseNumeral } from "./numeral.ts";

export interface FoundCitation {
  readonly law: string;
  readonly article: number;
  readonly quote: string | undefined;
  /** The citation with its quote. Units: UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

const titled = /《((?:[^《》]|《[^《》]*》)+)》/g;
const articleHere = new RegExp(`^\\s*第\\s*([${NUMERAL_CHARS}]+)\\s*条(?!之)`);
const nextArticle = new RegExp(`^\\s*(?:、|,|，|和|及|与|以及)\\s*(?=第\\s*[${NUMERAL_CHARS}]+\\s*条)`);
const part = new RegExp(`^\\s*第?\\s*[（(]?[${NUMERAL_CHARS}]+[)）]?\\s*[款项目]`);
const lead = /^(?:\s|[:：,，]|(?:之|的)?规定|明确|写明|载明|指出)*/;
const quoted = /^(?:“([^”]+)”|"([^"]+)"|「([^」]+)」|『([^』]+)』)/;
const statute = /(?:法|法典|条例|解释)$/;

interface Name {
  readonly law: string;
  readonly start: number;
  readonly end: number;
}

/** Citations in the order of the text. `laws`: names and short names the pack knows (`lawNames`). */
export function findCitations(text: string, laws: readonly string[] = []): readonly FoundCitation[] {
  const known = new Set(laws.map(lawName));
  const inTitle = [...text.matchAll(titled)]
    .map((m) => ({ law: m[1] ?? "", start: m.index, end: m.index + m[0].length }))
    .filter((n) => known.has(lawName(n.law)) || statute.test(lawName(n.law)));
  const names = [
    ...inTitle,
    ...bareNames(
      text,
      laws,
      [...text.matchAll(titled)].map((m) => m.index),
    ),
  ];
  return names.toSorted((a, b) => a.start - b.start).flatMap((n) => articlesAfter(text, n));
}

/** Names the pack knows, written without 《》; of names within names the longest. */
function bareNames(text: string, laws: readonly string[], titles: readonly number[]): readonly Name[] {
  const found: Name[] = [];
  for (const law of [...new Set(laws)].toSorted((a, b) => b.length - a.length)) {
    if (law === "") continue;
    for (let at = text.indexOf(law); at >= 0; at = text.indexOf(law, at + 1)) {
      const end = at + law.length;
      const inside =
        found.some((f) => at < f.end && end > f.start) || titles.some((t) => t < at && at < text.indexOf("》", t));
      if (!inside) found.push({ law, start: at, end });
    }
  }
  return found;
}

/** 第五百六十三条、第五百六十五条: each is its own citation; a quote belongs to the article right before it. */
function articlesAfter(text: string, name: Name): readonly FoundCitation[] {
  const found: FoundCitation[] = [];
  let start = name.start;
  let at = name.end;
  for (;;) {
    const m = articleHere.exec(text.slice(at));
    const article = m?.[1] === undefined ? undefined : parseNumeral(m[1]);
    if (!m || article === undefined) return found;
    at += m[0].length;
    for (let p = part.exec(text.slice(at)); p; p = part.exec(text.slice(at))) at += p[0].length;
    const gap = lead.exec(text.slice(at))?.[0].length ?? 0;
    const q = quoted.exec(text.slice(at + gap));
    if (q) at += gap + q[0].length;
    found.push({ law: name.law, article, quote: q?.slice(1).find((x) => x !== undefined), start, end: at });
    const more = nextArticle.exec(text.slice(at));
    if (!more) return found;
    at += more[0].length;
    start = at;
  }
}

/** Every name under which the pack's laws are written. */
export const lawNames = (pack: {
  readonly provisions: readonly { readonly law: string; readonly shortNames: readonly string[] }[];
}): readonly string[] => [...new Set(pack.provisions.flatMap((p) => [p.law, ...p.shortNames]))];
