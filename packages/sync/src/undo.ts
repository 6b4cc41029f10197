/**
 * Undo: a stack of inverse Changes, one per tab. Holds state; effects through the `write` it is given.
 *
 * 1. A group is what one command did; it is undone as a whole, and redone as a whole.
 * 2. What is no longer ours is skipped, and said: a field that reads differently from how the command left it, a new record that somebody has added to.
 * 3. Nothing is erased: undoing a put removes, redoing it restores.
 * 4. In prose a splice is found again by its characters, not by its place, so that others may type elsewhere in the same text meanwhile.
 */
import * as Y from "yjs";
import { apply, emptyCase, invert, type Case, type Change, type Id, type Kind } from "@recourse/core";
import { textOf } from "./layout.ts";
import { findCaret, type Caret } from "./prose.ts";
import { sameValue } from "./stored-value.ts";
import { createWatched, type Watched } from "./watched.ts";

/** Origin of an undo or redo. */
export interface UndoOrigin {
  readonly tab: unknown;
  readonly undo: true;
}

export interface Undone {
  readonly applied: readonly Change[];
  /** No longer ours. */
  readonly skipped: readonly Change[];
}

export interface UndoDepth {
  readonly undo: number;
  readonly redo: number;
}

export interface UndoStack {
  /** Writes `changes` as one group. A group with the same `join` as the newest one becomes part of it: for typing. Answers what did not fit. */
  readonly run: (changes: readonly Change[], join?: string) => readonly Change[];
  /** `undefined` when there is nothing to undo. */
  readonly undo: () => Undone | undefined;
  readonly redo: () => Undone | undefined;
  readonly depth: Watched<UndoDepth>;
}

export interface UndoPorts {
  readonly doc: Y.Doc;
  readonly read: () => Case;
  /** Answers what did not fit. */
  readonly write: (changes: readonly Change[], origin: unknown) => readonly Change[];
  /** Origin of this tab's commands. */
  readonly tab: unknown;
}

/** An inverse change. `left` is how the change it takes back left things; `place` finds a splice's characters again. */
interface Step {
  readonly change: Change;
  readonly left: unknown;
  readonly place: Caret | undefined;
}

interface Group {
  readonly steps: readonly Step[];
  readonly join: string | undefined;
}

/** An empty stack for one document in one tab: what other tabs and people write never gets onto it. */
export function createUndoStack({ doc, read, write, tab }: UndoPorts): UndoStack {
  let undos: readonly Group[] = [];
  let redos: readonly Group[] = [];
  const depth = createWatched<UndoDepth>({ undo: 0, redo: 0 });
  const show = (): void => depth.set({ undo: undos.length, redo: redos.length });

  /** Writes one change and answers what takes it back; `at` is the case it is written on. */
  const writeStep = (
    at: Case,
    change: Change,
    origin: unknown,
  ): { readonly next: Case; readonly step: Step | undefined } | undefined => {
    if (write([change], origin).length > 0) return undefined;
    const next = apply(at, [change]).case;
    const [inverse] = invert(at, [change]);
    return { next, step: inverse && { change: inverse, left: leftBy(next, inverse), place: placeOf(doc, inverse) } };
  };

  /** Takes a group back, step by step, in one transaction: what a step finds is what the steps before it left. */
  const takeBack = (group: Group): { readonly undone: Undone; readonly back: Group } => {
    const origin = { tab, undo: true } satisfies UndoOrigin;
    const applied: Change[] = [];
    const skipped: Change[] = [];
    const steps: Step[] = [];
    doc.transact(() => {
      let at = focused(
        read(),
        group.steps.map(({ change }) => change),
      );
      for (const step of group.steps) {
        const change = asItStands(doc, at, step);
        const written = change && writeStep(at, change, origin);
        if (change === undefined || written === undefined) {
          skipped.push(step.change);
          continue;
        }
        applied.push(change);
        at = written.next;
        if (written.step !== undefined) steps.unshift(written.step);
      }
    }, origin);
    return { undone: { applied, skipped }, back: { steps, join: undefined } };
  };

  return {
    run: (changes, join) => {
      const steps: Step[] = [];
      const skipped: Change[] = [];
      doc.transact(() => {
        let at = focused(read(), changes);
        for (const change of changes) {
          const written = writeStep(at, change, tab);
          if (written === undefined) skipped.push(change);
          else if (written.step !== undefined) steps.unshift(written.step);
          at = written?.next ?? at;
        }
      }, tab);
      if (steps.length === 0) return skipped;
      const newest = undos.at(-1);
      const joined = join !== undefined && newest?.join === join && redos.length === 0;
      undos = joined
        ? [...undos.slice(0, -1), { steps: [...steps, ...newest.steps], join }]
        : [...undos, { steps, join }];
      redos = [];
      show();
      return skipped;
    },
    undo: () => {
      const group = undos.at(-1);
      if (group === undefined) return undefined;
      const { undone, back } = takeBack(group);
      undos = undos.slice(0, -1);
      if (back.steps.length > 0) redos = [...redos, back];
      show();
      return undone;
    },
    redo: () => {
      const group = redos.at(-1);
      if (group === undefined) return undefined;
      const { undone, back } = takeBack(group);
      redos = redos.slice(0, -1);
      if (back.steps.length > 0) undos = [...undos, back];
      show();
      return undone;
    },
    depth,
  };
}

/** The case with nothing but the records that `changes` name: applying to it copies no large slices. */
function focused(of: Case, changes: readonly Change[]): Case {
  const wanted = new Map<string, Change>();
  for (const change of changes) wanted.set(`${change.kind}/${change.id}`, change);
  const puts: Change[] = [];
  for (const { kind, id } of wanted.values()) {
    const { record, removed } = recordIn(of, kind, id);
    if (record === undefined) continue;
    puts.push({ op: "put", kind, id, value: record });
    if (removed) puts.push({ op: "remove", kind, id });
  }
  return apply(emptyCase(of.caseId), puts).case;
}

type Rows = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

function recordIn(
  of: Case,
  kind: Kind,
  id: Id,
): { readonly record: Readonly<Record<string, unknown>> | undefined; readonly removed: boolean } {
  const live: Rows = of.live;
  const gone: Rows = of.removed;
  const record = live[kind]?.[id];
  return record === undefined ? { record: gone[kind]?.[id], removed: true } : { record, removed: false };
}

/** What must read the same later for `change` to be still ours to make. */
function leftBy(after: Case, change: Change): unknown {
  const { record } = recordIn(after, change.kind, change.id);
  if (change.op === "text") {
    const text = record?.[change.field];
    // The letters alone: a long text for every letter typed in it would fill the memory.
    return typeof text === "string" ? text.slice(change.at, change.at + change.del) : undefined;
  }
  return change.op === "set" ? record?.[change.field] : record;
}

function placeOf(doc: Y.Doc, change: Change): Caret | undefined {
  if (change.op !== "text") return undefined;
  const text = textOf(doc, change.kind, change.id, change.field);
  if (text === undefined) return undefined;
  // Both ends hold on to our own characters, so that what others type next to them stays outside.
  return {
    start: Y.createRelativePositionFromTypeIndex(text, change.at, 0),
    end: Y.createRelativePositionFromTypeIndex(text, change.at + change.del, -1),
  };
}

/** The step's change as it has to be now; `undefined` when what it would change is no longer ours. */
function asItStands(doc: Y.Doc, now: Case, { change, left, place }: Step): Change | undefined {
  const { record, removed } = recordIn(now, change.kind, change.id);
  if (record === undefined) return undefined;
  switch (change.op) {
    case "set":
      return sameValue(record[change.field], left) ? change : undefined;
    case "remove":
      return !removed && sameValue(record, left) ? change : undefined;
    case "restore":
      return removed ? change : undefined;
    case "text":
      return textAsItStands(doc, record[change.field], change, left, place);
    case "put":
    case "append":
      // Never an inverse.
      return undefined;
  }
}

type TextChange = Extract<Change, { readonly op: "text" }>;

function textAsItStands(
  doc: Y.Doc,
  now: unknown,
  change: TextChange,
  left: unknown,
  place: Caret | undefined,
): Change | undefined {
  const found = place === undefined ? { start: change.at, end: change.at + change.del } : findCaret(doc, place);
  if (found === undefined || typeof now !== "string") return undefined;
  // Somebody typed inside what we typed, or took some of it away.
  return now.slice(found.start, found.end) === left ? { ...change, at: found.start } : undefined;
}
