/**
 * Matching what was typed against a line of text, for Latin and Chinese. Pure.
 *
 * 1. The query is split at spaces; every part must match, in any order.
 * 2. A part matches as a whole (substring) or, failing that, letter by letter in order (subsequence). Whole always scores
 *    above scattered.
 * 3. Case and full-width forms make no difference; folding keeps every position, so marks fit the shown text.
 * 4. The empty query matches everything with score 0.
 */

/** A match. */
export interface Match {
  /** Higher is better; only comparable within one query. */
  readonly score: number;
  /** Matched stretches of the text, `[from, to)` in UTF-16 code units, sorted, apart. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** Folds case and full-width forms, one code unit for one. */
function fold(text: string): string {
  let folded = "";
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // Full-width ASCII (！ to ～) is the ASCII block moved by 0xFEE0; the ideographic space is a space.
    const narrow =
      unit >= 0xff01 && unit <= 0xff5e ? String.fromCharCode(unit - 0xfee0) : unit === 0x3000 ? " " : undefined;
    const lower = (narrow ?? text.charAt(index)).toLowerCase();
    folded += lower.length === 1 ? lower : text.charAt(index);
  }
  return folded;
}

/** A position where a word begins. Every Chinese character counts as a word of its own. */
function isStart(text: string, index: number): boolean {
  if (index === 0) return true;
  const here = text.charAt(index);
  if (/\p{Script=Han}/u.test(here)) return true;
  const before = text.charAt(index - 1);
  return (
    !/[\p{L}\p{N}]/u.test(before) || /\p{Script=Han}/u.test(before) || (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(here))
  );
}

function whole(part: string, folded: string, text: string): Match | undefined {
  let best: Match | undefined;
  for (let at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + 1)) {
    const score =
      1000 +
      (at === 0 ? 200 : isStart(text, at) ? 100 : 0) -
      Math.min(at, 50) +
      (part.length === folded.length ? 300 : 0);
    if (best === undefined || score > best.score) best = { score, ranges: [[at, at + part.length]] };
  }
  return best;
}

/** Leftmost end first, then back from there: the tightest window that ends first. */
function scattered(part: string, folded: string, text: string): Match | undefined {
  let at = -1;
  for (const letter of part.split("")) {
    at = folded.indexOf(letter, at + 1);
    if (at < 0) return undefined;
  }
  const spots: number[] = [];
  for (const letter of part.split("").toReversed()) {
    at = folded.lastIndexOf(letter, at);
    spots.unshift(at);
    at -= 1;
  }
  let score = 0;
  const ranges: [number, number][] = [];
  for (const spot of spots) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === spot) {
      last[1] = spot + 1;
      score += 12;
    } else {
      ranges.push([spot, spot + 1]);
      score += isStart(text, spot) ? 10 : 1;
    }
  }
  const first = spots[0] ?? 0;
  const spread = (spots.at(-1) ?? 0) - first + 1 - spots.length;
  return { score: Math.min(900, 300 + score) - Math.min(spread, 100) - Math.min(first, 50), ranges };
}

function merge(ranges: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const merged: [number, number][] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Matches a query against a text; undefined when it does not fit. */
export function fuzzy(query: string, text: string): Match | undefined {
  const folded = fold(text);
  let score = 0;
  const ranges: (readonly [number, number])[] = [];
  for (const part of fold(query).split(" ")) {
    if (part === "") continue;
    const found = whole(part, folded, text) ?? scattered(part, folded, text);
    if (found === undefined) return undefined;
    score += found.score;
    ranges.push(...found.ranges);
  }
  return { score, ranges: merge(ranges) };
}

/** Cuts a text into marked and plain stretches. */
export function marked(
  text: string,
  ranges: Match["ranges"],
): readonly { readonly text: string; readonly hit: boolean }[] {
  const parts: { text: string; hit: boolean }[] = [];
  let from = 0;
  for (const [start, end] of ranges) {
    if (start > from) parts.push({ text: text.slice(from, start), hit: false });
    parts.push({ text: text.slice(start, end), hit: true });
    from = end;
  }
  if (from < text.length) parts.push({ text: text.slice(from), hit: false });
  return parts;
}
