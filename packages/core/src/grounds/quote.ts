/**
 * Quotes: is this text part of that one, and if not, how near is it? Pure (B2, B6).
 *
 * 1. Width, quotation marks and white space are how screens and prints differ; the words and their punctuation are what must agree.
 * 2. An ellipsis in a quote stands for anything left out; what remains must stand there in this order.
 */

/** Full width to half width, no white space, no quotation marks. */
export const normalised = (text: string): string => text.normalize("NFKC").replace(/[\s"'“”‘’「」『』＂＇]/g, "");

/** Units: characters. Shorter stretches occur everywhere and prove nothing. */
export const SHORTEST_QUOTE = 8;
const SHORTEST_PART = 4;

const edges = /^[,.;:、。!?]+|[,.;:、。!?]+$/g;

/** Parts of a quote between ellipses, without punctuation at their edges. */
function partsOf(quote: string): readonly string[] {
  return normalised(quote)
    .split(/\.{3,}|⋯+/)
    .map((p) => p.replace(edges, ""))
    .filter((p) => p !== "");
}

export type QuoteMatch = "contained" | "too_short" | "not_contained";

/** Whether `quote` stands in `text` word for word. */
export function matchQuote(quote: string, text: string): QuoteMatch {
  const parts = partsOf(quote);
  const whole = normalised(text);
  let from = 0;
  for (const part of parts) {
    const at = whole.indexOf(part, from);
    if (at < 0) return "not_contained";
    from = at + part.length;
  }
  const length = parts.reduce((n, p) => n + p.length, 0);
  const isWhole = parts.length === 1 && parts[0] === whole.replace(edges, "");
  if (isWhole) return "contained";
  if (length < SHORTEST_QUOTE || (parts.length > 1 && parts.some((p) => p.length < SHORTEST_PART))) return "too_short";
  return "contained";
}

/** Pairs of neighbouring characters with how often they occur; punctuation does not count. */
function bigrams(text: string): ReadonlyMap<string, number> {
  const chars = [...normalised(text).replace(/[\p{P}\p{S}]/gu, "")];
  const count = new Map<string, number>();
  chars.forEach((c, n) => {
    const next = chars[n + 1];
    if (next !== undefined) count.set(c + next, (count.get(c + next) ?? 0) + 1);
  });
  return count;
}

const total = (m: ReadonlyMap<string, number>): number => [...m.values()].reduce((n, v) => n + v, 0);

export interface Nearness {
  /** Share of the quote's character pairs that the text has. 0–1. */
  readonly covered: number;
  /** Dice coefficient of both; tells apart two texts that cover a quote equally. 0–1. */
  readonly dice: number;
}

/** How near a quote is to a text. Not a verdict: only for offering what may have been meant. */
export function nearness(quote: string, text: string): Nearness {
  const [q, t] = [bigrams(quote), bigrams(text)];
  const shared = [...q].reduce((n, [pair, times]) => n + Math.min(times, t.get(pair) ?? 0), 0);
  const [ofQuote, ofBoth] = [total(q), total(q) + total(t)];
  return { covered: ofQuote === 0 ? 0 : shared / ofQuote, dice: ofBoth === 0 ? 0 : (2 * shared) / ofBoth };
}
