/**
 * Citation check: does this article say this, and was it law? Pure (B6, L5).
 *
 * 1. Two axes: `force` at the relevant date, `check` of our copy. A quote known to be wrong from practice is `disputed`.
 * 2. `verbatim` only when the words stand in the article; `wrong_article` only when the quote is far from it and near another.
 * 3. Without texts (they load apart) nothing is said about words: `unknown`.
 */
import type { Check, Pack, Provision } from "../pack/pack.ts";
import { civilOf, type When } from "../time.ts";
import { forceAt, type Force } from "./force.ts";
import { parseArticle } from "./numeral.ts";
import { matchQuote, nearness, normalised, type QuoteMatch } from "./quote.ts";

export interface CitationInput {
  /** Full or short name, with or without 《》. */
  readonly law: string;
  /** 58, `58`, `第五十八条`. */
  readonly article: number | string;
  readonly quote?: string;
  /** The date that matters: of the order, or of what is complained about. */
  readonly at?: When;
}

export interface Citation {
  /** Undefined when the pack does not have this article. */
  readonly id: string | undefined;
  readonly force: Force;
  readonly check: Check | "unknown";
  readonly match: "verbatim" | "not_verbatim" | "wrong_article" | "unknown";
  readonly text: string | undefined;
  /** What may have been meant, nearest first; at most three. */
  readonly nearest: readonly { readonly id: string; readonly text: string }[];
}

export type CitationPack = Pick<Pack, "provisions" | "guideCitations" | "texts">;

/** A quote that shares fewer of its character pairs with an article is not from there. */
const FAR = 0.5;
/** How much nearer another article must be before it is named instead. */
const CLEARLY = 0.2;
const SAME_LAW_BONUS = 0.05;
const OFFERED = 3;

/** A law's name without brackets, number of issue, and the words every full name starts with. */
export const lawName = (name: string): string =>
  normalised(name)
    .replace(/\([^()]*\)/g, "")
    .replace(/[《》〈〉<>]/g, "")
    .replace(/中华人民共和国|最高人民法院/g, "");

const isLaw = (p: Provision, name: string): boolean =>
  lawName(p.law) === name || p.shortNames.some((s) => lawName(s) === name);

/** Checks one citation against the pack. */
export function cite(pack: CitationPack, input: CitationInput): Citation {
  const name = lawName(input.law);
  const no = typeof input.article === "number" ? input.article : parseArticle(input.article);
  const day = input.at === undefined ? undefined : civilOf(input.at);
  const quote = input.quote?.trim() === "" ? undefined : input.quote;
  const versions = pack.provisions.filter((p) => p.articleNo === no && isLaw(p, name));
  const own =
    versions.find((p) => forceAt(p, day) === "in-force") ??
    versions.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
  const text = own && pack.texts?.[own.id];
  const known = pack.guideCitations.find(
    (g) =>
      g.articleNo === no && lawName(g.law) === name && quote !== undefined && normalised(g.quote) === normalised(quote),
  );
  const here = quote === undefined || text === undefined ? undefined : matchQuote(quote, text);
  // Nearness to every text is costly and only needed where the words are not here.
  const ranked = quote === undefined || here === "contained" ? [] : rankedBy(quote, pack, name);
  const match = quote === undefined ? "unknown" : matchOf(here, own, ranked);
  return {
    id: own?.id,
    force: own ? forceAt(own, day) : "unknown",
    check: known && match !== "verbatim" ? known.check : (own?.check ?? "unknown"),
    match,
    text,
    nearest: match === "verbatim" ? [] : offered(ranked, known?.nearest ?? [], pack),
  };
}

interface Ranked {
  readonly id: string;
  readonly text: string;
  readonly covered: number;
  readonly contains: boolean;
  readonly score: number;
}

/** Every text of the pack by nearness to the quote; the named law a little ahead, because a wrong number is likelier than a wrong law. */
function rankedBy(quote: string, pack: CitationPack, name: string): readonly Ranked[] {
  const texts = pack.texts;
  if (!texts) return [];
  return pack.provisions
    .flatMap((p) => {
      const text = texts[p.id];
      if (text === undefined) return [];
      const { covered, dice } = nearness(quote, text);
      const contains = matchQuote(quote, text) === "contained";
      // Dice only breaks ties: a long article covers a quote more easily than a short one.
      const score = covered + dice / 10 + (isLaw(p, name) ? SAME_LAW_BONUS : 0) + (contains ? 1 : 0);
      return [{ id: p.id, text, covered, contains, score }];
    })
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

function matchOf(
  here: QuoteMatch | undefined,
  own: Provision | undefined,
  ranked: readonly Ranked[],
): Citation["match"] {
  if (here === "contained") return "verbatim";
  if (here === "too_short") return "unknown";
  const other = ranked.find((r) => r.id !== own?.id);
  if (other?.contains) return "wrong_article";
  const near = ranked.find((r) => r.id === own?.id);
  if (!near) return "unknown";
  const elsewhere =
    other !== undefined && near.covered < FAR && other.covered >= FAR && other.covered >= near.covered + CLEARLY;
  return elsewhere ? "wrong_article" : "not_verbatim";
}

function offered(ranked: readonly Ranked[], known: readonly string[], pack: CitationPack): Citation["nearest"] {
  const first = known.flatMap((id) => {
    const text = pack.texts?.[id];
    return text === undefined ? [] : [{ id, text }];
  });
  const rest = ranked.filter((r) => r.covered > 0 && !known.includes(r.id)).map(({ id, text }) => ({ id, text }));
  return [...first, ...rest].slice(0, OFFERED);
}
