/**
 * Text as it may stand on paper and in a page. Pure.
 *
 * 1. No character that XML forbids, so that every document opens; none that hides or turns text, so that nobody is
 *    fooled by what is printed.
 * 2. Line breaks are `\n`; a tab is a space.
 */

const lineBreaks = /\r\n?|[\u2028\u2029\u0085\v\f]/g;
// Controls but the line break, half characters, marks of the reading direction, and the two that are no characters.
const hidden = /(?!\n)[\p{Cc}\p{Cs}]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;

/** Text from anywhere → text that can be printed. */
export const printable = (text: string): string =>
  text.replace(lineBreaks, "\n").replaceAll("\t", " ").replace(hidden, "").normalize("NFC");

/** The same on one line. */
export const oneLine = (text: string): string => printable(text).replace(/\s+/gu, " ").trim();

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text inside HTML or XML, also inside an attribute in quotes. */
export const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, (char) => entities[char] ?? "");
