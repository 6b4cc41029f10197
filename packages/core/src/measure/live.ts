/**
 * Which records count: those whose exhibit is in the case. Pure (E6).
 *
 * 1. A record that names an exhibit counts only while that exhibit is live; restoring it brings the record back unchanged.
 * 2. A record that names none is told: it counts as told, and proof elsewhere says so.
 */
import { all, find, type Case } from "../case/case.ts";
import type { RecordOf } from "../schema/kinds.ts";

/** Kinds that rest on an exhibit. */
type Resting = "reading" | "sample" | "communication" | "attempt" | "incident" | "explanation";

/** Live records of a kind whose exhibit is live, or that name none; ordered by id, because slices promise no order. */
export function liveRecords<K extends Resting>(of: Case, kind: K): readonly RecordOf<K>[] {
  return all(of, kind)
    .filter((r) => r.exhibit === undefined || find(of, "exhibit", r.exhibit) !== undefined)
    .toSorted(byId);
}

/** Readings with a live exhibit. */
export const liveReadings = (of: Case): readonly RecordOf<"reading">[] => liveRecords(of, "reading");
/** Samples with a live exhibit. */
export const liveSamples = (of: Case): readonly RecordOf<"sample">[] => liveRecords(of, "sample");

/** Orders, oldest first; the first one is the main one. */
export const liveOrders = (of: Case): readonly RecordOf<"order">[] =>
  all(of, "order").toSorted((a, b) => compareText(a.orderedAt, b.orderedAt) || byId(a, b));

/** Instants and ids sort as text. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** For `toSorted`: an order that every device agrees on, where nothing better is known. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compareText(a.id, b.id);
