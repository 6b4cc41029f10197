/**
 * Row shelf: the rows of the board, from the index and from open cases. Effects: the index.
 *
 * 1. The board is drawn from the index before any document is opened; what an open case says replaces its row at once.
 * 2. "None" is known only when index and workspace have both been read, or when nothing was ever kept here.
 */
import type { Id, Instant } from "@recourse/core";
import { createSignal, type Accessor } from "solid-js";
import { sameRow, type BoardRow } from "../live/board-row.ts";
import type { CaseListEntry } from "./case-list.ts";
import type { Comforts } from "./comforts.ts";
import type { RowIndex } from "./row-index.ts";

export interface RowShelf {
  readonly rows: Accessor<readonly BoardRow[]>;
  readonly known: Accessor<boolean>;
  /** Reads the index anew. */
  readonly read: () => Promise<void>;
  readonly put: (row: BoardRow) => void;
  readonly drop: (caseId: Id) => void;
  /** Rows that are missing or past their time, of the cases listed. */
  readonly stale: (list: readonly CaseListEntry[], now: Instant) => readonly Id[];
  /** The workspace has been read: from now on "none" means none. */
  readonly settle: (list: readonly CaseListEntry[]) => void;
}

const newestFirst = (a: { readonly caseId: string }, b: { readonly caseId: string }): number =>
  a.caseId < b.caseId ? 1 : -1;

/** The rows of the board, kept in the index. `isOpen` tells whose row comes from the case itself. */
export function createRowShelf(index: RowIndex, comforts: Comforts, isOpen: (caseId: Id) => boolean): RowShelf {
  const [rows, setRows] = createSignal<readonly BoardRow[]>([]);
  const [known, setKnown] = createSignal(false);
  const byId = new Map<string, BoardRow>();
  const show = (): void => {
    setRows([...byId.values()].toSorted(newestFirst));
  };
  return {
    rows,
    known,
    read: async () => {
      const kept = await index.all();
      for (const row of kept.ok ? kept.value : []) {
        const before = byId.get(row.caseId);
        if (isOpen(row.caseId)) continue;
        if (before === undefined || !sameRow(before, row)) byId.set(row.caseId, row);
      }
      show();
      if (byId.size > 0 || comforts.read("cases") === undefined) setKnown(true);
    },
    put: (row) => {
      const before = byId.get(row.caseId);
      byId.set(row.caseId, row);
      if (before === undefined) show();
      else setRows((list) => list.map((other) => (other === before ? row : other)));
      void index.put(row);
    },
    drop: (caseId) => {
      byId.delete(caseId);
      show();
      void index.remove(caseId);
    },
    stale: (list, now) =>
      list.flatMap(({ id }) => {
        const row = byId.get(id);
        return row === undefined || (row.staleAt !== undefined && row.staleAt <= now) ? [id] : [];
      }),
    settle: (list) => {
      const listed = new Set<string>(list.map((entry) => entry.id));
      for (const row of byId.values()) {
        if (listed.has(row.caseId)) continue;
        byId.delete(row.caseId);
        void index.remove(row.caseId);
      }
      show();
      comforts.keep("cases", list.length === 0 ? undefined : String(list.length));
      setKnown(true);
    },
  };
}
