/**
 * Document → Solid: one signal per record, one per list of ids, created only while somebody looks and fed with parsed records.
 *
 * 1. A change of one record wakes exactly the views of that record; other records stay the same object.
 * 2. The last listener that leaves takes the signal with it: a long session does not pile them up.
 */
import type { Case, Id, Kind, RecordOf } from "@recourse/core";
import { batch, createSignal, getListener, onCleanup } from "solid-js";

interface Cell {
  readonly track: () => void;
  readonly dirty: () => void;
  listeners: number;
}

/** What a transaction did to a record. */
export interface TouchedRecord {
  readonly kind: string;
  readonly id: string;
  readonly added: boolean;
  readonly removed: boolean;
}

export interface RecordSignals {
  /** A live record, tracked; undefined when it is missing or removed. */
  readonly record: <K extends Kind>(kind: K, id: string | undefined) => RecordOf<K> | undefined;
  /** Ids of the live records of a kind, tracked; wakes only when one comes or goes. */
  readonly ids: (kind: Kind) => readonly Id[];
  /** All live records of a kind, tracked; wakes on any change of that kind. */
  readonly all: <K extends Kind>(kind: K) => readonly RecordOf<K>[];
  /** Number of signals alive, for tests. */
  readonly size: () => number;
  /** Tells which records a change touched. */
  readonly touch: (touched: readonly TouchedRecord[]) => void;
}

/** `now` gives the newest case; nothing is copied. */
export function createRecordSignals(now: () => Case): RecordSignals {
  const cells = new Map<string, Cell>();
  const track = (key: string): void => {
    if (!getListener()) return;
    const cell = cells.get(key) ?? make(key);
    cell.listeners += 1;
    onCleanup(() => {
      cell.listeners -= 1;
      if (cell.listeners === 0 && cells.get(key) === cell) cells.delete(key);
    });
    cell.track();
  };
  const make = (key: string): Cell => {
    const [read, write] = createSignal(undefined, { equals: false });
    const cell: Cell = { track: () => void read(), dirty: () => write(undefined), listeners: 0 };
    cells.set(key, cell);
    return cell;
  };
  const dirty = (key: string): void => cells.get(key)?.dirty();
  return {
    record: (kind, id) => {
      if (id === undefined) return undefined;
      track(`${kind}/${id}`);
      const slice = now().live[kind];
      return Object.hasOwn(slice, id) ? slice[id] : undefined;
    },
    ids: (kind) => {
      track(`${kind}/*`);
      return Object.keys(now().live[kind]) as unknown as readonly Id[];
    },
    all: (kind) => {
      track(`${kind}/+`);
      return Object.values(now().live[kind]);
    },
    size: () => cells.size,
    touch: (touched) =>
      batch(() => {
        const kinds = new Set<string>();
        const lists = new Set<string>();
        for (const t of touched) {
          dirty(`${t.kind}/${t.id}`);
          kinds.add(t.kind);
          if (t.added || t.removed) lists.add(t.kind);
        }
        for (const k of lists) dirty(`${k}/*`);
        for (const k of kinds) dirty(`${k}/+`);
      }),
  };
}
