/**
 * Places of a blob: 0 is its manifest, 1 and up are its chunks. Sets of them as ranges. Pure.
 *
 * 1. Ranges are in order, do not overlap and do not touch: every set has one form.
 *
 * Source: SPEC 6, BL1.
 */

/** From the first place to the one behind the last. */
export interface PlaceRange {
  readonly from: number;
  readonly to: number;
}

/** In the one form of rule 1. */
export type Places = readonly PlaceRange[];

export const NO_PLACES: Places = [];

/** Places from `from` to the one before `to`. */
export const placesFrom = (from: number, to: number): Places => (to > from ? [{ from, to }] : NO_PLACES);

/** Any ranges, brought into form. */
function inForm(ranges: readonly PlaceRange[]): Places {
  const done: PlaceRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = done.at(-1);
    if (range.to <= range.from) continue;
    if (last === undefined || range.from > last.to) done.push(range);
    else done[done.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  return done;
}

/** The set of these numbers. */
export const placesOf = (numbers: Iterable<number>): Places =>
  inForm([...numbers].map((from) => ({ from, to: from + 1 })));

/** What is in either. */
export const union = (a: Places, b: Places): Places => (a.length === 0 ? b : b.length === 0 ? a : inForm([...a, ...b]));

/** What is in `a` and not in `b`. */
export function without(a: Places, b: Places): Places {
  const left: PlaceRange[] = [];
  for (const range of a) {
    let { from } = range;
    for (const cut of b) {
      if (cut.to <= from || cut.from >= range.to) continue;
      if (cut.from > from) left.push({ from, to: cut.from });
      from = Math.max(from, cut.to);
    }
    if (from < range.to) left.push({ from, to: range.to });
  }
  return left;
}

/** What is in both. */
export const both = (a: Places, b: Places): Places => without(a, without(a, b));

/** How many they are. */
export const countOf = (places: Places): number => places.reduce((sum, { from, to }) => sum + to - from, 0);

/** Whether this one is among them. */
export const hasPlace = (places: Places, place: number): boolean =>
  places.some(({ from, to }) => from <= place && place < to);

/** The first of them, at most so many. */
export function firstOf(places: Places, most: number): Places {
  const first: PlaceRange[] = [];
  let left = most;
  for (const { from, to } of places) {
    if (left <= 0) break;
    const length = Math.min(left, to - from);
    first.push({ from, to: from + length });
    left -= length;
  }
  return first;
}

/** One after the other. */
export function* eachOf(places: Places): Generator<number, void, undefined> {
  for (const { from, to } of places) for (let place = from; place < to; place++) yield place;
}
