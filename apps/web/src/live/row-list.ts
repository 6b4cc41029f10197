/**
 * A choice of rows kept in order while rows change one by one. Not pure: holds the list.
 *
 * 1. One changed row costs a search, never a sort: fifty edits a second among ten thousand rows are nothing.
 * 2. `fits` and `order` are functions of the row alone; what else they depend on makes another choice.
 * 3. The ids are the same array until one comes, goes or changes its place.
 */
import type { Id } from "@recourse/core";
import type { BoardRow } from "./board-row.ts";

export interface RowSpec {
  readonly fits: (row: BoardRow) => boolean;
  /** Never 0 for two different cases. */
  readonly order: (a: BoardRow, b: BoardRow) => number;
  /** Names under which a row is counted, e.g. the columns it has a card in. */
  readonly groups?: (row: BoardRow) => readonly string[];
}

export interface RowList {
  readonly ids: () => readonly Id[];
  /** Names with at least one row; the same set until one comes or goes. */
  readonly groups: () => ReadonlySet<string>;
  /** A row came, changed or went. */
  readonly change: (before: BoardRow | undefined, after: BoardRow | undefined) => void;
}

/** Whether two lists name the same things in the same order. */
export const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((id, at) => id === b[at]));

/** Newer cases first: ids sort by the moment they were made. */
export const newestFirst = (a: Pick<BoardRow, "caseId">, b: Pick<BoardRow, "caseId">): number =>
  a.caseId === b.caseId ? 0 : a.caseId < b.caseId ? 1 : -1;

/** Index of the first row that does not come before this one. */
export function placeIn(sorted: readonly BoardRow[], row: BoardRow, order: RowSpec["order"]): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const other = sorted[middle];
    if (other !== undefined && order(other, row) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Chooses among `rows`, which come newest first. */
export function createRowList({ fits, order, groups }: RowSpec, rows: readonly BoardRow[]): RowList {
  const sorted = rows.filter((row) => fits(row));
  if (order !== newestFirst) sorted.sort(order);
  const counts = new Map<string, number>();
  let names: ReadonlySet<string> = new Set();
  let ids: readonly Id[] = sorted.map((row) => row.caseId);

  /** Whether a name came or went since the names were last written down. */
  let turned = false;
  const count = (row: BoardRow, by: 1 | -1): void => {
    if (groups === undefined) return;
    for (const name of groups(row)) {
      const n = (counts.get(name) ?? 0) + by;
      counts.set(name, n);
      turned ||= n === (by === 1 ? 1 : 0);
    }
  };
  const rename = (): void => {
    if (!turned) return;
    turned = false;
    const there = [...counts].flatMap(([name, n]) => (n > 0 ? [name] : []));
    if (there.length !== names.size || there.some((name) => !names.has(name))) names = new Set(there);
  };
  const placeOf = (row: BoardRow): number => placeIn(sorted, row, order);
  for (const row of sorted) count(row, 1);
  rename();
  return {
    ids: () => ids,
    groups: () => names,
    change: (before, after) => {
      const was = before !== undefined && fits(before) ? before : undefined;
      const is = after !== undefined && fits(after) ? after : undefined;
      if (was === undefined && is === undefined) return;
      const from = was === undefined ? -1 : placeOf(was);
      if (was !== undefined) {
        sorted.splice(from, 1);
        count(was, -1);
      }
      const to = is === undefined ? -1 : placeOf(is);
      if (is !== undefined) {
        sorted.splice(to, 0, is);
        count(is, 1);
      }
      if (from !== to) ids = sorted.map((row) => row.caseId);
      rename();
    },
  };
}
