/**
 * Folding: text as the checks compare it, with the way back to the original. Pure (W1).
 *
 * 1. Full width becomes half width, case goes, spaces and zero-width characters go; line breaks stay, because they end a sentence.
 * 2. `start[i]`, `end[i]`: the stretch of the original that became folded character i. Units: UTF-16 code units.
 */

export interface Folded {
  readonly text: string;
  readonly start: readonly number[];
  readonly end: readonly number[];
}

// A base character with the marks that belong to it, so that decomposed letters compose.
const cluster = /\P{M}\p{M}*|\p{M}+/gsu;
const dropped = /^[\s\p{Cf}\p{Cc}]$/u;

/** `titles`: whether 《》 stay; the list of phrases is written without them. */
export function fold(text: string, titles = true): Folded {
  let out = "";
  const start: number[] = [];
  const end: number[] = [];
  for (const m of text.matchAll(cluster)) {
    const was = m[0];
    if (was !== "\n" && (dropped.test(was) || (!titles && /^[《》]$/.test(was)))) continue;
    const now = was
      .normalize("NFKC")
      .toLowerCase()
      .replace(/(?!\n)\s/g, "");
    for (let i = 0; i < now.length; i += 1) {
      start.push(m.index);
      end.push(m.index + was.length);
    }
    out += now;
  }
  return { text: out, start, end };
}

/** A stretch of the folded text in the original. Units: UTF-16 code units. */
export const unfold = (f: Folded, from: number, to: number): Span => ({
  start: f.start[from] ?? 0,
  end: f.end[to - 1] ?? 0,
});

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch lies within itself. */
export const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;
/** Whether two stretches share a character; those that only touch do not. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const quotes = /“[^”\n]*”|「[^」\n]*」|『[^』\n]*』|‘[^’\n]*’|"[^"\n]*"/g;
/** 《某法》第N条：… up to the end of the sentence, and the bare title with its article. */
const lawQuotes =
  /《[^》\n]+》(?:\s*第[^条\n]{1,12}条(?:\s*第[^款项\n]{1,6}[款项])*)?(?:\s*(?:规定)?\s*[:：][^。！？!?；;\n]*)?/g;

/** Quoted speech, with its marks. Source: W2. */
export const quoteSpans = (text: string): readonly Span[] => spansOf(text, quotes);
/** Titles of documents and, after a colon, what they say. Source: W2. */
export const lawQuoteSpans = (text: string): readonly Span[] => spansOf(text, lawQuotes);

const spansOf = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }));

const clauseEnd = /[，,；;。！？!?\n]/;
const sentenceEnd = /[。！？!?；;\n]/;

/** The half-sentence around a stretch, without its closing mark. */
export const clauseAround = (text: string, span: Span): Span => around(text, span, clauseEnd);
/** The sentence around a stretch, without its closing mark. */
export const sentenceAround = (text: string, span: Span): Span => around(text, span, sentenceEnd);

/** Marks inside quotes end nothing. */
function around(text: string, span: Span, border: RegExp): Span {
  const quoted = quoteSpans(text);
  const ends = (at: number): boolean => border.test(text.charAt(at)) && !quoted.some((q) => at > q.start && at < q.end);
  let { start, end } = span;
  while (start > 0 && !ends(start - 1)) start -= 1;
  while (end < text.length && !ends(end)) end += 1;
  return { start, end };
}
