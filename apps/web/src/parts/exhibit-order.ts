/**
 * Exhibits in the order and with the numbers of the case's list. Not pure: memos over records.
 *
 * 1. Order: position, then the time of import, then id; the same on every device.
 * 2. The number is the place in this list. A letter numbers its own exhibits (A3).
 */
import type { Id, RecordOf } from "@recourse/core";
import { createMemo, type Accessor } from "solid-js";
import type { CaseLive } from "../services/services.ts";

type Exhibit = RecordOf<"exhibit">;

export interface ExhibitOrder {
  readonly ids: Accessor<readonly Id[]>;
  /** 1-based; undefined for what is not in the list. */
  readonly numberOf: (id: string | undefined) => number | undefined;
}

const key = (e: Exhibit): string => `${e.position ?? "~"}|${e.importedAt}|${e.id}`;

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, n) => id === b[n]);

/** Ids in the order of the list. Tracked. */
export const exhibitIds = (live: CaseLive): readonly Id[] =>
  live
    .all("exhibit")
    .map((e) => ({ id: e.id, key: key(e) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map((e) => e.id);

/** Made once per open case. */
export function createExhibitOrder(live: CaseLive): ExhibitOrder {
  const ids = createMemo<readonly Id[]>(() => exhibitIds(live), [], { equals: sameList });
  const numbers = createMemo(() => new Map<string, number>(ids().map((id, n) => [id, n + 1])));
  return { ids, numberOf: (id) => (id === undefined ? undefined : numbers().get(id)) };
}
