/**
 * Row book: the rows of all cases as signals: one per row that somebody looks at, one per choice of rows. Not pure: holds signals.
 *
 * 1. A changed row wakes who shows it, and a choice only where the row enters it, leaves it or changes its place.
 * 2. What a row says unchanged stays the same object, so nothing below it is drawn again.
 */
import type { Id } from "@recourse/core";
import { batch, createMemo, createSignal, getListener, onCleanup, untrack, type Accessor, type Setter } from "solid-js";
import type { BoardRow } from "./board-row.ts";
import { createRowList, newestFirst, placeIn, sameIds, type RowList, type RowSpec } from "./row-list.ts";

/** Rows that fit, in order, and the names they are counted under. */
export interface RowChoice {
  readonly ids: Accessor<readonly Id[]>;
  readonly groups: Accessor<ReadonlySet<string>>;
}

/** What screens may ask. */
export interface RowBook {
  /** Tracked, this row alone. */
  readonly row: (caseId: string) => BoardRow | undefined;
  /** Newest first. Tracks every row: for what is no list of many. */
  readonly all: Accessor<readonly BoardRow[]>;
  readonly count: Accessor<number>;
  /** A choice that lives as long as the owner it is made under; `spec` is tracked. */
  readonly choose: (spec: Accessor<RowSpec>) => RowChoice;
}

export interface OwnRowBook extends RowBook {
  /** Undefined takes a row out. */
  readonly put: (changes: readonly (readonly [Id, BoardRow | undefined])[]) => void;
  /** Rows that are there and not to be seen. */
  readonly hide: (caseIds: ReadonlySet<string>) => void;
  /** Whether there is one, seen or not. Not tracked. */
  readonly known: (caseId: string) => BoardRow | undefined;
  /** Not tracked. */
  readonly everyRow: () => readonly BoardRow[];
}

/** A row as it was and as it is. */
type Changed = readonly [before: BoardRow | undefined, after: BoardRow | undefined];

/** More changes at once than this are cheaper sorted anew. */
const MANY = 200;

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** `after`, with every part that says the same as before being that very part. Pure. */
export function sharing(before: BoardRow | undefined, after: BoardRow): BoardRow {
  if (before === undefined) return after;
  const { next, clock, elements, notices, safety, filings, dates, last } = before;
  return {
    ...after,
    next: isSame(next, after.next) ? next : after.next,
    elements: isSame(elements, after.elements) ? elements : after.elements,
    notices: isSame(notices, after.notices) ? notices : after.notices,
    safety: isSame(safety, after.safety) ? safety : after.safety,
    filings: isSame(filings, after.filings) ? filings : after.filings,
    dates: isSame(dates, after.dates) ? dates : after.dates,
    ...(after.clock === undefined ? {} : { clock: isSame(clock, after.clock) ? clock : after.clock }),
    ...(after.last === undefined ? {} : { last: isSame(last, after.last) ? last : after.last }),
  };
}

/** An empty book. */
export function createRowBook(): OwnRowBook {
  const rows = new Map<string, BoardRow>();
  const cells = new Map<string, readonly [Accessor<BoardRow | undefined>, Setter<BoardRow | undefined>]>();
  const lists = new Set<(changed: readonly Changed[]) => void>();
  let hidden: ReadonlySet<string> = new Set();
  /** What is seen, newest first, kept in step row by row. */
  let sorted: BoardRow[] = [];
  const [version, setVersion] = createSignal(0);
  const [count, setCount] = createSignal(0);
  /** Raised where choices are better made anew. */
  const [edition, setEdition] = createSignal(0);

  const seen = (caseId: string): BoardRow | undefined => (hidden.has(caseId) ? undefined : rows.get(caseId));
  const keepInOrder = (changed: readonly Changed[]): void => {
    if (changed.length > MANY) {
      sorted = [...rows.values()].filter((row) => !hidden.has(row.caseId)).toSorted(newestFirst);
      return;
    }
    for (const [before, after] of changed) {
      const row = after ?? before;
      if (row === undefined) continue;
      const at = placeIn(sorted, row, newestFirst);
      if (after === undefined) sorted.splice(at, 1);
      else sorted.splice(at, before === undefined ? 0 : 1, after);
    }
  };
  const tell = (changed: readonly Changed[]): void => {
    if (changed.length === 0) return;
    keepInOrder(changed);
    batch(() => {
      for (const [before, after] of changed) cells.get((after ?? before)?.caseId ?? "")?.[1](() => after);
      setCount(sorted.length);
      setVersion((n) => n + 1);
      if (changed.length > MANY) setEdition((n) => n + 1);
      else for (const list of lists) list(changed);
    });
  };
  return {
    count,
    row: (caseId) => {
      if (getListener() === null) return seen(caseId);
      const known = cells.get(caseId);
      if (known !== undefined) return known[0]();
      const cell = createSignal(seen(caseId));
      cells.set(caseId, cell);
      return cell[0]();
    },
    all: () => {
      version();
      return [...sorted];
    },
    choose: (spec) => {
      const made = createMemo(() => {
        edition();
        const list: RowList = createRowList(spec(), sorted);
        const [ids, setIds] = createSignal(list.ids());
        const [groups, setGroups] = createSignal(list.groups());
        const hear = (changed: readonly Changed[]): void => {
          for (const [before, after] of changed) list.change(before, after);
          setIds(() => list.ids());
          setGroups(() => list.groups());
        };
        lists.add(hear);
        onCleanup(() => lists.delete(hear));
        return { ids, groups };
      });
      return {
        ids: createMemo(() => made().ids(), [], { equals: sameIds }),
        groups: createMemo(() => made().groups(), new Set(), {
          equals: (a, b) => a === b || (a.size === b.size && [...a].every((name) => b.has(name))),
        }),
      };
    },
    put: (changes) => {
      const changed: Changed[] = [];
      for (const [caseId, row] of changes) {
        const before = seen(caseId);
        if (row === undefined) rows.delete(caseId);
        // Who is not looked at needs no part kept.
        else rows.set(caseId, cells.has(caseId) ? sharing(before, row) : row);
        const after = seen(caseId);
        if (before !== after) changed.push([before, after]);
      }
      untrack(() => tell(changed));
    },
    hide: (caseIds) => {
      const turned = [...new Set([...hidden, ...caseIds])];
      const before = turned.map((caseId) => seen(caseId));
      hidden = caseIds;
      const changed = turned.map((caseId, at): Changed => [before[at], seen(caseId)]).filter(([was, is]) => was !== is);
      untrack(() => tell(changed));
    },
    known: (caseId) => rows.get(caseId),
    everyRow: () => [...rows.values()],
  };
}
