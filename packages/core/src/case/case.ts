/**
 * A case in memory: records by kind, each a plain object that stays the same object until it changes. Pure.
 *
 * 1. Slices and records are never mutated: `===` tells whether something changed.
 * 2. Removed records are kept beside the live ones, so that restoring brings back exactly what was there (E6).
 */
import type { Id } from "../identity.ts";
import type { Kind, RecordOf } from "../schema/kinds.ts";
import { kindNames } from "../schema/kinds.ts";

export type Slice<K extends Kind> = Readonly<Record<string, RecordOf<K>>>;
export type Slices = { readonly [K in Kind]: Slice<K> };

export interface Case {
  readonly caseId: Id;
  readonly live: Slices;
  readonly removed: Slices;
}

const emptySlices = (): Slices => Object.fromEntries(kindNames.map((k) => [k, {}])) as unknown as Slices;

/** A case without a single record. */
export const emptyCase = (caseId: Id): Case => ({ caseId, live: emptySlices(), removed: emptySlices() });

/** Slices stay as they are (1), so each is listed once, however many passes go through it. */
const lists = new WeakMap<object, readonly unknown[]>();

/** All live records of a kind, in no promised order; the same list as long as the slice is the same. */
export function all<K extends Kind>(of: Case, kind: K): readonly RecordOf<K>[] {
  const slice = of.live[kind];
  const known = lists.get(slice);
  if (known !== undefined) return known as readonly RecordOf<K>[];
  const list: readonly RecordOf<K>[] = Object.values(slice);
  lists.set(slice, list);
  return list;
}

/** A live record, or undefined when it is missing or removed. */
export function find<K extends Kind>(of: Case, kind: K, id: string | undefined): RecordOf<K> | undefined {
  if (id === undefined) return undefined;
  const slice = of.live[kind];
  return Object.hasOwn(slice, id) ? slice[id] : undefined;
}

/** The case's own record; absent only in a case that was never created. */
export const info = (of: Case): RecordOf<"case"> | undefined => find(of, "case", of.caseId);
