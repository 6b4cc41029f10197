/**
 * Text made plain for searching, with the way back to the text as it stands. Pure.
 *
 * 1. Digits of any script are digits, full-width letters are letters, capitals are small; what is invisible is nothing.
 *    So a number written as １３８ or with a hidden mark inside is found like any other.
 * 2. Every place in the plain text leads back to the character it came from, whole.
 */

export interface Folded {
  readonly plain: string;
  /** For each unit of `plain`: where its character begins and ends in the text. Units: UTF-16 code units. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const invisible = /^[\p{Cf}\p{Mn}\p{Me}]$/u;
const digit = /^\p{Nd}$/u;
const otherNumber = /^\p{No}$/u;
const dash = /^\p{Pd}$/u;

function plainOf(char: string): string {
  if (invisible.test(char)) return "";
  const wide = char.normalize("NFKC");
  if (digit.test(char)) return /^[0-9]$/.test(wide) ? wide : "0";
  if (otherNumber.test(char)) return /^[0-9]+$/.test(wide) ? wide : char;
  return dash.test(wide) ? "-" : wide.toLowerCase();
}

/** The text, plain. */
export function foldText(text: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  let plain = "";
  let at = 0;
  for (const char of text) {
    const piece = plainOf(char);
    for (let n = 0; n < piece.length; n += 1) {
      starts.push(at);
      ends.push(at + char.length);
    }
    plain += piece;
    at += char.length;
  }
  return { plain, starts, ends };
}

/** A stretch of the text, from one of its plain form. */
export const stretchOf = (
  { starts, ends }: Folded,
  from: number,
  to: number,
): { readonly start: number; readonly end: number } => ({ start: starts[from] ?? 0, end: ends[to - 1] ?? 0 });

const special = /[.*+?^${}()|[\]\\/]/g;

/** A pattern for some words in plain text, also with blanks and dots between their characters; undefined for nothing to look for. */
export function wordsPattern(text: string): RegExp | undefined {
  const plain = foldText(text.normalize("NFC")).plain.replace(/\s+/g, "");
  if (!/[\p{L}\p{N}]/u.test(plain)) return undefined;
  const chars = Array.from(plain, (char) => char.replace(special, "\\$&"));
  return new RegExp(chars.join("[ ·•・]*"), "gu");
}
