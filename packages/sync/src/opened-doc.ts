/**
 * Opening a document from what the device holds: the snapshot and the rows after it, or all rows. Effects through the store and the cache.
 *
 * 1. A snapshot that is missing, broken or silent costs a rebuild, nothing else (LO3).
 * 2. Bad rows are named, and what can be read is read: a frame that does not apply is left out and the document made anew without it.
 */
import * as Y from "yjs";
import { ok, type Result } from "@recourse/core";
import { createDoc } from "./layout.ts";
import { mend, type Mended } from "./mend.ts";
import type { BadRow, Row } from "./row.ts";
import type { Loaded, StoreError, UpdateStore, ViewMark } from "./update-store.ts";
import type { ViewCache } from "./view-cache.ts";

/** Origin of transactions that bring in what the store or another tab holds. */
export const STORED = "stored";

/** What could not be read. Healthy records around it are in the document. */
export interface Damage extends Mended {
  readonly bad: readonly BadRow[];
}

export interface OpenedDoc {
  readonly doc: Y.Doc;
  /** Last row in the document. */
  readonly last: number;
  /** The snapshot it was opened from; `undefined` after a rebuild. */
  readonly mark: ViewMark | undefined;
  readonly damage: Damage | undefined;
}

/** Errors: the rows cannot be had. */
export async function openDoc(
  store: UpdateStore,
  cache: ViewCache,
  name: string,
): Promise<Result<OpenedDoc, StoreError>> {
  const marked = await store.mark(name);
  const mark = marked.ok ? marked.value : undefined;
  if (mark !== undefined) {
    const [cached, later] = await Promise.all([cache.load(name, mark), store.load(name, mark.row)]);
    if (!later.ok) return later;
    if (cached !== undefined) {
      const opened = fill(cached, later.value);
      if (opened !== undefined) return ok({ ...opened, mark });
    }
  }
  const all = await store.load(name, 0);
  return all.ok ? ok({ ...rebuilt(all.value), mark: undefined }) : all;
}

type Filled = Omit<OpenedDoc, "mark">;

/** `undefined` when a frame does not apply: the snapshot is then no help either. */
function fill(doc: Y.Doc, loaded: Loaded): Filled | undefined {
  if (applyRows(doc, loaded.rows) !== undefined) return undefined;
  return { doc, last: loaded.last, damage: damageOf(loaded.bad, mend(doc)) };
}

function rebuilt(loaded: Loaded): Filled {
  let { rows, bad } = loaded;
  for (;;) {
    const doc = createDoc();
    const culprit = applyRows(doc, rows);
    if (culprit === undefined) return { doc, last: loaded.last, damage: damageOf(bad, mend(doc)) };
    bad = [...bad, badFrame(culprit)];
    rows = without(rows, culprit);
  }
}

interface Culprit {
  readonly row: number;
  readonly frame: number;
  readonly bytes: Uint8Array;
}

const badFrame = ({ row, frame, bytes }: Culprit): BadRow => ({ row, frame, reason: "content", bytes });
const without = (rows: readonly Row[], { row, bytes }: Culprit): readonly Row[] =>
  rows.map((each) => (each.row === row ? { ...each, frames: each.frames.filter((frame) => frame !== bytes) } : each));

const damageOf = (bad: readonly BadRow[], mended: Mended | undefined): Damage | undefined =>
  bad.length === 0 && mended === undefined
    ? undefined
    : { bad, gaps: mended?.gaps ?? [], unplaced: mended?.unplaced ?? [] };

/** What was damaged before and what is damaged now. */
export function addDamage(before: Damage | undefined, now: Damage | undefined): Damage | undefined {
  if (before === undefined || now === undefined) return before ?? now;
  return {
    bad: [...before.bad, ...now.bad],
    gaps: [...before.gaps, ...now.gaps],
    unplaced: [...before.unplaced, ...now.unplaced],
  };
}

/** Applies later rows to a document in use, leaving out what Yjs cannot read: it reads a frame whole before it changes anything. */
export function applyWhatFits(doc: Y.Doc, rows: readonly Row[], bad: readonly BadRow[]): Damage | undefined {
  let rest = rows;
  let found = bad;
  for (;;) {
    const culprit = applyRows(doc, rest);
    if (culprit === undefined) return damageOf(found, mend(doc));
    found = [...found, badFrame(culprit)];
    rest = without(rest, culprit);
  }
}

/** Applies rows in one transaction. Answers the frame that Yjs could not read. */
export function applyRows(doc: Y.Doc, rows: readonly Row[]): Culprit | undefined {
  let culprit: Culprit | undefined;
  try {
    Y.transact(
      doc,
      () => {
        for (const { row, frames } of rows) {
          frames.forEach((bytes, frame) => {
            culprit = { row, frame, bytes };
            Y.applyUpdate(doc, bytes, STORED);
          });
        }
        culprit = undefined;
      },
      STORED,
      false,
    );
  } catch {
    // Yjs throws for anything it cannot read; `culprit` says where.
  }
  return culprit;
}
