/**
 * Row shelf: the rows of the board, from the index and from open cases. Effects: the index.
 *
 * 1. The board is drawn from the index before any document is opened; what an open case says replaces its row at once.
 * 2. "None" is known only when index and workspace have both been read, or when nothing was ever kept here.
 */
import type { Id, Instant } from "@recourse/core";
import { createSignal, type Accessor } from "solid-js";
import type { BoardRow } from "../live/board-row.ts";
import { createRowBook, type RowBook } from "../live/row-book.ts";
import { sameRow } from "../live/row-version.ts";
import type { CaseListEntry } from "./case-list.ts";
import type { Comforts } from "./comforts.ts";
import type { RowIndex } from "./row-index.ts";

export interface RowShelf {
  readonly book: RowBook;
  readonly known: Accessor<boolean>;
  /** Reads the index anew; of the cases named, or of all. */
  readonly read: (caseIds?: readonly Id[]) => Promise<void>;
  readonly put: (row: BoardRow) => void;
  readonly drop: (caseId: Id) => void;
  /** Cases that are being deleted: their rows are there and not seen. */
  readonly hide: (caseIds: ReadonlySet<string>) => void;
  /** Rows that are missing or past their time, of the cases listed. */
  readonly stale: (list: readonly CaseListEntry[], now: Instant) => readonly Id[];
  /** The workspace has been read: from now on "none" means none. */
  readonly settle: (list: readonly CaseListEntry[]) => void;
}

/** The rows of the board, kept in the index. `isOpen` tells whose row comes from the case itself. */
export function createRowShelf(index: RowIndex, comforts: Comforts, isOpen: (caseId: Id) => boolean): RowShelf {
  const book = createRowBook();
  const [known, setKnown] = createSignal(false);
  return {
    book,
    known,
    read: async (caseIds) => {
      const kept = await (caseIds === undefined ? index.all() : index.some(caseIds));
      const changed = (kept.ok ? kept.value : []).filter((row) => {
        const before = book.known(row.caseId);
        return !isOpen(row.caseId) && (before === undefined || !sameRow(before, row));
      });
      book.put(changed.map((row) => [row.caseId, row]));
      if (book.everyRow().length > 0 || comforts.read("cases") === undefined) setKnown(true);
    },
    put: (row) => {
      book.put([[row.caseId, row]]);
      void index.put(row);
    },
    drop: (caseId) => {
      book.put([[caseId, undefined]]);
      void index.remove(caseId);
    },
    hide: book.hide,
    stale: (list, now) =>
      list.flatMap(({ id }) => {
        const row = book.known(id);
        return row === undefined || (row.staleAt !== undefined && row.staleAt <= now) ? [id] : [];
      }),
    settle: (list) => {
      const listed = new Set<string>(list.map((entry) => entry.id));
      const gone = book.everyRow().filter((row) => !listed.has(row.caseId));
      book.put(gone.map((row) => [row.caseId, undefined]));
      for (const { caseId } of gone) void index.remove(caseId);
      comforts.keep("cases", list.length === 0 ? undefined : String(list.length));
      setKnown(true);
    },
  };
}
