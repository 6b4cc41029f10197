/**
 * Content lines of iCalendar: escaping, folding, dates. Pure. Source: RFC 5545 §3.1, §3.3.4, §3.3.5, §3.3.11.
 *
 * 1. A line ends with CRLF and is at most 75 octets of UTF-8 without it; a folded line goes on after one space, which counts.
 * 2. A fold never stands inside a character.
 */
import { utf8Length } from "../filename.ts";
import type { CivilDate, Instant } from "../time.ts";

/** Units: octets, without the line break. */
const LINE_OCTETS = 75;

/** TEXT: backslash, semicolon, comma and line breaks are escaped; other control characters may not stand there at all. */
export const textValue = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    // oxlint-disable-next-line no-control-regex -- these are what must go
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, "")
    .replace(/[\\;,]/g, (c) => `\\${c}`)
    .replaceAll("\n", "\\n");

/** `20261013`. */
export const dateValue = (day: CivilDate): string => day.replaceAll("-", "");

/** `20261123T143000Z`; iCalendar knows no parts of a second. */
export const instantValue = (at: Instant): string => `${at.slice(0, 19).replace(/[-:]/g, "")}Z`;

/** A line as it stands in the file, with its end. */
export function contentLine(line: string): string {
  const rows: string[] = [];
  let row = "";
  for (const character of line) {
    if (utf8Length(row) + utf8Length(character) > LINE_OCTETS) {
      rows.push(row);
      row = " ";
    }
    row += character;
  }
  return `${[...rows, row].join("\r\n")}\r\n`;
}
