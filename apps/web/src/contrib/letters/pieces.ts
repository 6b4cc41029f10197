/**
 * Pieces of a sentence: its text cut where findings begin and end. Pure.
 *
 * 1. The pieces put together are the text, but for the exhibit numbers at its end, which the screen shows as chips.
 * 2. Where findings overlap, the gravest shows.
 */
import type { Problem } from "@recourse/core";

export interface Piece {
  readonly text: string;
  /** Undefined where nothing was found. */
  readonly severity: Problem["severity"] | undefined;
}

const gravity: Readonly<Record<Problem["severity"], number>> = { block: 3, warn: 2, info: 1 };

/** `（证据1、3）` before the last full stop, in either language. */
const exhibitTail = /(?:（证据[\d、]+）| \(Exhibits? [\d, ]+\))(?=[。．.；;]?\s*$)/;

/** Where the numbers stand that a template puts at the end. Units: UTF-16 code units. */
function tailOf(text: string): { readonly start: number; readonly end: number } | undefined {
  const found = exhibitTail.exec(text);
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}

/** Cuts `text`; with `chips`, the numbers that close it are left out. */
export function piecesOf(text: string, findings: readonly Problem[], chips: boolean): readonly Piece[] {
  const spans = findings.flatMap((f) => (f.span === undefined ? [] : [{ ...f.span, severity: f.severity }]));
  const tail = chips ? tailOf(text) : undefined;
  const inside = (n: number): number => Math.max(0, Math.min(text.length, n));
  const cuts = [
    0,
    text.length,
    ...spans.flatMap((s) => [inside(s.start), inside(s.end)]),
    ...(tail === undefined ? [] : [tail.start, tail.end]),
  ];
  const edges = [...new Set(cuts)].toSorted((a, b) => a - b);
  return edges.slice(0, -1).flatMap((start, n): readonly Piece[] => {
    const end = edges[n + 1] ?? text.length;
    if (tail !== undefined && start >= tail.start && end <= tail.end) return [];
    const here = spans.filter((s) => s.start <= start && end <= s.end).map((s) => s.severity);
    const worst = here.toSorted((a, b) => gravity[b] - gravity[a])[0];
    return [{ text: text.slice(start, end), severity: worst }];
  });
}

/** The words that a new version of a sentence brings in place of old ones; empty when it only takes away. */
export function broughtIn(before: string, after: string): string {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return after.slice(start, after.length - end).trim();
}

/** The gravest first, so that the worst is read first. */
export const byGravity = (findings: readonly Problem[]): readonly Problem[] =>
  findings.toSorted((a, b) => gravity[b.severity] - gravity[a.severity]);
