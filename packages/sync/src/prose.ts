/**
 * Text that merges by character: the smallest splice between two strings, safe for surrogate pairs, and carets that survive other people's typing.
 * Pure but for the Y.Text it is given.
 *
 * 1. A splice never cuts a surrogate pair: Yjs would turn both halves into U+FFFD.
 * 2. While an input method composes, nothing is written and nothing redrawn; that is the view's duty. `rebased` brings what was composed onto the text of others.
 */
import * as Y from "yjs";
import { wellFormed } from "./stored-value.ts";

/** Units: UTF-16 code units. */
export interface Splice {
  readonly at: number;
  readonly del: number;
  readonly ins: string;
}

const isHigh = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLow = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
const cutsPair = (text: string, at: number): boolean => isHigh(text, at - 1) && isLow(text, at);

/** The same splice of `text`, widened so that it starts and ends between characters, and with well-formed text. */
export function wholePairs(text: string, { at, del, ins }: Splice): Splice {
  const from = cutsPair(text, at) ? at - 1 : at;
  const to = cutsPair(text, at + del) ? at + del + 1 : at + del;
  return { at: from, del: to - from, ins: wellFormed(text.slice(from, at) + ins + text.slice(at + del, to)) };
}

/**
 * The smallest splice that leads from `before` to `after`; `undefined` when they are equal. `caret` is the end of what was typed, in `after`: it tells
 * which of several equal letters is the new one. Units: UTF-16 code units.
 */
export function spliceBetween(before: string, after: string, caret?: number): Splice | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let tail = caret === undefined ? 0 : commonTail(before, after, Math.min(shorter, after.length - caret));
  let head = 0;
  while (head < shorter - tail && before[head] === after[head]) head++;
  tail += commonTail(before.slice(0, before.length - tail), after.slice(0, after.length - tail), shorter - tail - head);
  return wholePairs(before, {
    at: head,
    del: before.length - tail - head,
    ins: after.slice(head, after.length - tail),
  });
}

function commonTail(a: string, b: string, most: number): number {
  let tail = 0;
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return tail;
}

/** Writes a splice. Wrap it in a transaction that carries the view's origin. */
export function applySplice(text: Y.Text, splice: Splice | undefined): void {
  if (splice === undefined) return;
  if (splice.del > 0) text.delete(splice.at, splice.del);
  if (splice.ins !== "") text.insert(splice.at, splice.ins);
}

/**
 * `mine` was made on `base`, which others have turned into `now` meanwhile: the same splice for `now`. Where both changed the same stretch, mine is put
 * behind theirs and deletes nothing: rather a word twice than a word lost.
 */
export function rebased(mine: Splice, base: string, now: string): Splice {
  const theirs = spliceBetween(base, now);
  if (theirs === undefined) return mine;
  const moved = theirs.ins.length - theirs.del;
  if (mine.at + mine.del <= theirs.at && !(mine.del === 0 && mine.at === theirs.at)) return mine;
  if (mine.at >= theirs.at + theirs.del) return wholePairs(now, { ...mine, at: mine.at + moved });
  return wholePairs(now, { at: theirs.at + theirs.ins.length, del: 0, ins: mine.ins });
}

/** A selection that stays at its characters while others type. */
export interface Caret {
  readonly start: Y.RelativePosition;
  readonly end: Y.RelativePosition;
}

/** Units: UTF-16 code units. */
export interface Selection {
  readonly start: number;
  readonly end: number;
}

/** Ties a selection to the characters it stands between; `findCaret` is the way back. */
export const markCaret = (text: Y.Text, { start, end }: Selection): Caret => ({
  start: Y.createRelativePositionFromTypeIndex(text, start),
  end: Y.createRelativePositionFromTypeIndex(text, end),
});

/** Where the selection stands now; `undefined` when the text itself is gone. */
export function findCaret(doc: Y.Doc, caret: Caret): Selection | undefined {
  const start = Y.createAbsolutePositionFromRelativePosition(caret.start, doc);
  const end = Y.createAbsolutePositionFromRelativePosition(caret.end, doc);
  return start === null || end === null ? undefined : { start: start.index, end: end.index };
}
