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

const dropped = /^[\s\p{Cf}\p{Cc}]$/u;
const mark = /^\p{M}$/u;
const title = /^[《》]$/;

/** A base character with its marks as it is compared; empty where it goes. */
function folded(was: string): string {
  if (was !== "\n" && dropped.test(was)) return "";
  return was
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?!\n)\s/g, "");
}

// Texts are read again with every check, and hold few different characters: each is asked about once.
const single = new Map<number, string>();
const marks = new Map<number, boolean>();

function foldedAlone(unit: number): string {
  let now = single.get(unit);
  if (now === undefined) single.set(unit, (now = folded(String.fromCharCode(unit))));
  return now;
}

/** Nothing below the first of the combining marks is one, and no Chinese character. */
function isMark(point: number): boolean {
  if (point < 0x300 || (point >= 0x3400 && point <= 0x9fff)) return false;
  let is = marks.get(point);
  if (is === undefined) marks.set(point, (is = mark.test(String.fromCodePoint(point))));
  return is;
}

const unitsOf = (point: number): number => (point > 0xffff ? 2 : 1);

/** `titles`: whether 《》 stay; the list of phrases is written without them. */
export function fold(text: string, titles = true): Folded {
  let out = "";
  const start: number[] = [];
  const end: number[] = [];
  for (let at = 0; at < text.length;) {
    const first = text.codePointAt(at) ?? 0;
    // A base character goes with the marks that belong to it, so that decomposed letters compose.
    let next = at + unitsOf(first);
    for (let point = text.codePointAt(next); point !== undefined && isMark(point); point = text.codePointAt(next))
      next += unitsOf(point);
    const now =
      next - at === 1
        ? !titles && title.test(text.charAt(at))
          ? ""
          : foldedAlone(first)
        : folded(text.slice(at, next));
    for (let i = 0; i < now.length; i += 1) {
      start.push(at);
      end.push(next);
    }
    out += now;
    at = next;
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
