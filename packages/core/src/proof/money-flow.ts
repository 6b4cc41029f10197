/**
 * The money of a case: which payments belong to the order, what came back, and what shows it. Pure (E3, D1, S2).
 *
 * 1. A payment or refund counts as shown only by a sighting in a live exhibit.
 * 2. Two payment numbers for one order are two payments.
 */
import { all, find, type Case } from "../case/case.ts";
import { ref, type Id } from "../identity.ts";
import type { Fen } from "../money.ts";
import type { RecordOf } from "../schema/kinds.ts";

export type Order = RecordOf<"order">;
export type Payment = RecordOf<"payment">;
export type Refund = RecordOf<"refund">;

export interface MoneyFlow {
  readonly order: Order | undefined;
  readonly orders: readonly Order[];
  readonly payments: readonly Payment[];
  readonly refunds: readonly Refund[];
  readonly paidFen: Fen;
  readonly refundedFen: Fen;
  /** Live exhibits in whose rows a payment or refund is seen. */
  readonly seenIn: (kind: "payment" | "refund", id: Id) => readonly Id[];
}

/** The first order by time is the main one; a case has one or a few. */
export function moneyFlow(of: Case): MoneyFlow {
  const orders = [...all(of, "order")].toSorted((a, b) =>
    a.orderedAt < b.orderedAt ? -1 : a.orderedAt > b.orderedAt ? 1 : a.id < b.id ? -1 : 1,
  );
  const numbers = new Set(orders.map((o) => o.number).filter((n) => n !== ""));
  const ids = new Set<string>(orders.map((o) => o.id));
  const sightings = all(of, "sighting").filter((s) => find(of, "exhibit", s.exhibit) !== undefined);
  const seen = new Map<string, Id[]>();
  for (const s of sightings) {
    const at = seen.get(s.of) ?? [];
    if (!at.includes(s.exhibit)) seen.set(s.of, [...at, s.exhibit]);
  }
  const seenIn = (kind: "payment" | "refund", id: Id): readonly Id[] => seen.get(ref(kind, id)) ?? [];
  const everSeen = new Set(all(of, "sighting").map((s) => s.of));
  const removedSightings = new Set(Object.values(of.removed.sighting).map((s) => s.of));
  /** Typed by hand (never seen in a file) counts as told; one whose files were all removed counts for nothing (E6). */
  const counts = (kind: "payment" | "refund", id: Id): boolean => {
    const r = ref(kind, id);
    return seenIn(kind, id).length > 0 || !(everSeen.has(r) || removedSightings.has(r));
  };
  const belongs = (p: Payment): boolean =>
    p.order !== undefined ? ids.has(p.order) : p.merchantOrder !== undefined && numbers.has(p.merchantOrder);
  const payments = all(of, "payment")
    .filter((p) => belongs(p) && counts("payment", p.id))
    .toSorted((a, b) => (a.paidAt < b.paidAt ? -1 : 1));
  const paymentIds = new Set<string>(payments.map((p) => p.id));
  const refunds = all(of, "refund").filter(
    (r) => (r.payment === undefined || paymentIds.has(r.payment)) && counts("refund", r.id),
  );
  const sum = (list: readonly { readonly amountFen: Fen }[]): Fen => list.reduce((n, x) => n + x.amountFen, 0);
  return {
    order: orders[0],
    orders,
    payments,
    refunds,
    paidFen: payments.length > 0 ? sum(payments) : orders.reduce((n, o) => n + o.paidFen, 0),
    refundedFen: sum(refunds),
    seenIn,
  };
}
