/**
 * A custody log as a text file: one canonical JSON entry per line. Pure.
 *
 * 1. A line that cannot be read is named by its number and never dropped silently.
 */
import { ok, type Result } from "@recourse/core";
import { canonicalText, CustodyEntrySchema, type CustodyEntry, type NotCanonical } from "./custody.ts";

/** `unreadable`: numbers of lines, from 1, that are not an entry. */
export interface CustodyLines {
  readonly entries: readonly CustodyEntry[];
  readonly unreadable: readonly number[];
}

/** Errors: `not_canonical`. */
export function writeCustodyLines(entries: readonly CustodyEntry[]): Result<string, NotCanonical> {
  let text = "";
  for (const entry of entries) {
    const line = canonicalText(entry);
    if (!line.ok) return line;
    text += `${line.value}\n`;
  }
  return ok(text);
}

function parseLine(line: string): CustodyEntry | undefined {
  try {
    const parsed = CustodyEntrySchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Reads what can be read; empty lines count as lines and say nothing. Whether the entries form a chain is `verifyChain`'s question. */
export function readCustodyLines(text: string): CustodyLines {
  const entries: CustodyEntry[] = [];
  const unreadable: number[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const entry = parseLine(line);
    if (entry === undefined) unreadable.push(index + 1);
    else entries.push(entry);
  }
  return { entries, unreadable };
}
