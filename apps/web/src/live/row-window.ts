/**
 * Which rows of a long list are drawn, and where each stands: heights that were measured, and a usual one for the rest. Pure.
 *
 * 1. Tops grow with the index, and the height of the whole is the top after the last row.
 * 2. A row that is measured later moves what lies below it; what is in view stays where it is (see `kept`).
 */

/** Where rows stand. Units: CSS pixels from the top of the list. */
export interface Layout {
  readonly count: number;
  readonly total: number;
  readonly top: (index: number) => number;
  /** Index of the row at a height; the last row below the end, 0 in an empty list. */
  readonly at: (y: number) => number;
}

/** Lays rows out one below the other. */
export function layOut(ids: readonly string[], heights: ReadonlyMap<string, number>, usual: number): Layout {
  const tops = new Float64Array(ids.length + 1);
  let y = 0;
  // A plain loop: this runs over all rows with every letter typed.
  for (let index = 0; index < ids.length; index += 1) {
    tops[index] = y;
    y += heights.get(ids[index] ?? "") ?? usual;
  }
  tops[ids.length] = y;
  const top = (index: number): number => tops[Math.max(0, Math.min(ids.length, index))] ?? 0;
  return {
    count: ids.length,
    total: y,
    top,
    at: (wanted) => {
      let [from, to] = [0, Math.max(0, ids.length - 1)];
      while (from < to) {
        const middle = (from + to + 1) >>> 1;
        if (top(middle) <= wanted) from = middle;
        else to = middle - 1;
      }
      return from;
    },
  };
}

/** What is seen of a list. Units: CSS pixels. */
export interface Seen {
  /** How far the list is scrolled. */
  readonly from: number;
  readonly height: number;
}

/** Indices to draw: what is seen and `around` above and below, and the row in use wherever it is, in order. */
export function drawn(layout: Layout, { from, height }: Seen, around: number, inUse: number): readonly number[] {
  if (layout.count === 0) return [];
  const first = layout.at(Math.max(0, from - around));
  const last = layout.at(from + height + around);
  const range = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  if (inUse < 0 || inUse >= layout.count || (inUse >= first && inUse <= last)) return range;
  return inUse < first ? [inUse, ...range] : [...range, inUse];
}
