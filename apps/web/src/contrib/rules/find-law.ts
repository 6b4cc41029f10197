/**
 * Finding provisions while typing: by name of the law, number of the article, words of the text, what it is about. Pure.
 *
 * 1. Every part of the query must fit; parts are split at spaces, at 《》, and after the name of a law (民法典577).
 * 2. The number of an article comes before words, a law's name before words in a text; of equal hits what is in force comes first.
 * 3. An excerpt is cut from the text itself; nothing in it is changed.
 */
import { lawNames, parseArticle, type Pack, type Provision } from "@recourse/core";

export interface Excerpt {
  readonly text: string;
  /** The stretch that fits, `[from, to)`. Units: UTF-16 code units. */
  readonly hit: readonly [number, number];
  /** Whether something was cut off before and after it. */
  readonly cut: readonly [boolean, boolean];
}

export interface LawHit {
  readonly provision: Provision;
  /** Where the text fits; undefined when it was found by something else. */
  readonly excerpt: Excerpt | undefined;
}

export type LawFinder = (query: string) => readonly LawHit[];

/** Points of a part of the query; 0 does not fit. */
const POINTS = {
  id: 120,
  article: 100,
  law: 80,
  text: 50,
  lawStart: 60,
  lawPart: 40,
  articleStart: 30,
  about: 25,
} as const;
/** Units: characters of an excerpt, and of those before the hit. */
const EXCERPT = 64;
const LEAD = 14;

const fold = (text: string): string => text.normalize("NFKC").toLowerCase();
/** Keeps every position, unlike NFKC. */
const low = (text: string): string => text.toLowerCase();

/** Words that only announce a number. */
const ANNOUNCES = /^(?:art|arts|article|articles)\.?$/;

interface Entry {
  readonly provision: Provision;
  readonly names: readonly string[];
  readonly text: string;
  readonly about: string;
}

function partsOf(query: string, names: readonly string[]): readonly string[] {
  const words = fold(query)
    .split(/[\s《》〈〉]+/)
    .filter((word) => word !== "" && !ANNOUNCES.test(word));
  return words.flatMap((word) => {
    const name = names.find((each) => word.length > each.length && word.startsWith(each));
    const rest = name === undefined ? "" : word.slice(name.length);
    // 民法典合同编 is a name begun, not a name and a word: only a number is split off.
    return name !== undefined && parseArticle(rest) !== undefined ? [name, rest] : [word];
  });
}

function points(entry: Entry, part: string): number {
  const { provision, names } = entry;
  if (part === provision.id) return POINTS.id;
  const article = parseArticle(part);
  if (article === provision.articleNo) return POINTS.article;
  const begun =
    (article !== undefined && String(provision.articleNo).startsWith(String(article))) ||
    provision.article.startsWith(part);
  const found: number[] = [begun ? POINTS.articleStart : 0];
  // A bare number means an article; in names and remarks it would only be a year or an issue.
  if (!/^\d+$/.test(part)) {
    found.push(
      names.includes(part) ? POINTS.law : 0,
      names.some((name) => name.startsWith(part)) ? POINTS.lawStart : 0,
      names.some((name) => name.includes(part)) ? POINTS.lawPart : 0,
      entry.about.includes(part) ? POINTS.about : 0,
    );
  }
  found.push(entry.text.includes(part) ? POINTS.text : 0);
  return Math.max(...found);
}

function excerptOf(text: string, parts: readonly string[]): Excerpt | undefined {
  const hay = low(text);
  const part = parts.find((each) => hay.includes(each));
  if (part === undefined) return undefined;
  const at = hay.indexOf(part);
  const from = Math.max(0, at - LEAD);
  const to = Math.min(text.length, Math.max(from + EXCERPT, at + part.length));
  return {
    text: text.slice(from, to),
    hit: [at - from, at - from + part.length],
    cut: [from > 0, to < text.length],
  };
}

/** Prepares the provisions once. `about`: further words to find one by, e.g. its tags in the reader's language. */
export function createLawFinder(
  pack: Pick<Pack, "provisions" | "texts">,
  about: (provision: Provision) => string = () => "",
): LawFinder {
  const entries = pack.provisions.map((provision): Entry => ({
    provision,
    names: [...provision.shortNames, provision.law, provision.lawEn].map(fold),
    text: low(pack.texts?.[provision.id] ?? ""),
    about: fold([provision.relevanceZh, provision.relevanceEn, about(provision)].join("\n")),
  }));
  const names = lawNames(pack)
    .map(fold)
    .toSorted((a, b) => b.length - a.length);
  return (query) => {
    const wanted = partsOf(query, names);
    if (wanted.length === 0) return [];
    return entries
      .flatMap((entry, order) => {
        const each = wanted.map((part) => points(entry, part));
        if (each.includes(0)) return [];
        return [{ entry, order, score: each.reduce((sum, n) => sum + n, 0) }];
      })
      .toSorted(
        (a, b) =>
          b.score - a.score ||
          Number(b.entry.provision.status === "in-force") - Number(a.entry.provision.status === "in-force") ||
          a.order - b.order,
      )
      .map(({ entry: { provision } }) => ({
        provision,
        excerpt: excerptOf(pack.texts?.[provision.id] ?? "", wanted),
      }));
  };
}
