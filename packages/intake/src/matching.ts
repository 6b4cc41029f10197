/**
 * Matching: which rows of a bill belong to the case. Pure.
 *
 * 1. A row is taken only when the order number on it is an order's of this case, or when its payment number is already in
 *    the case. Everything else is at most offered: a person picks (6-evidence, "At rest").
 * 2. A payment to a person is never taken by itself (E11).
 * 3. Amounts never decide alone; when they differ from the order's, that is a finding.
 */
import { all, hoursBetween, type Case, type RecordOf } from "@recourse/core";
import type { Bill, BillRow } from "./bills/bill.ts";

export type OfferReason =
  /** The case has no order yet: this row could be it. */
  | "no_order_yet"
  /** The order has no number yet; amount and time fit. */
  | "order_number"
  | "paid_to_person"
  | "amount_and_time"
  | "same_payee"
  | "number_in_text"
  /** The order number fits, but the bill does not say that money left. */
  | "unclear";

export interface TakenRow {
  readonly row: BillRow;
  readonly order?: RecordOf<"order">;
}

export interface OfferedRow extends TakenRow {
  readonly reason: OfferReason;
}

export interface Matches {
  readonly payments: readonly TakenRow[];
  /** Refund rows of these payments, or of an order whose payment is not in any bill yet. */
  readonly refunds: readonly TakenRow[];
  readonly offered: readonly OfferedRow[];
}

/** Order numbers are compared without width, spaces and case. */
export const plainNumber = (text: string): string => text.normalize("NFKC").replace(/\s/g, "").toUpperCase();

/** An Alipay refund number is the payment's number, `_` and a suffix. */
export const paymentPart = (transaction: string): string => transaction.split("_")[0] ?? transaction;

/** Sorts the rows of a bill into taken, offered and, by leaving them out, nobody's business. Source: E11, P3. */
export function matchBill(bill: Bill, of: Case): Matches {
  const orders = all(of, "order");
  const numbered = new Map(orders.filter((o) => o.number.trim() !== "").map((o) => [plainNumber(o.number), o]));
  const known = new Map(all(of, "payment").map((p) => [`${p.provider}/${p.transaction}`, p]));
  const orderOf = (row: BillRow): RecordOf<"order"> | undefined => numbered.get(plainNumber(row.merchantOrder));
  const isRefunded = refundedPayments(bill);
  const payments: TakenRow[] = [];
  const unclear: OfferedRow[] = [];
  const rest: BillRow[] = [];
  for (const row of bill.rows.filter((r) => !r.isRefund)) {
    const there = known.get(`${row.provider}/${row.transaction}`);
    const order = orderOf(row);
    if (there !== undefined) payments.push({ row, order: order ?? orders.find((o) => o.id === there.order) });
    else if (order === undefined || row.toPerson) rest.push(row);
    else if (row.direction === "out" || (row.direction === "none" && isRefunded(row))) payments.push({ row, order });
    else if (row.direction === "none") unclear.push({ row, order, reason: "unclear" });
  }
  const refunds = bill.rows.filter((r) => r.isRefund).flatMap((row) => takenRefund(row, payments, orderOf(row), known));
  const outgoing = rest.filter((row) => row.direction === "out");
  return { payments, refunds, offered: [...unclear, ...offers(outgoing, of, payments)] };
}

/** Whether the bill itself shows money of a payment coming back: then the money had left. */
function refundedPayments(bill: Bill): (row: BillRow) => boolean {
  const back = new Set(bill.rows.filter((r) => r.isRefund).map((r) => paymentPart(r.transaction)));
  return (row) => (row.refundedFen ?? 0) > 0 || back.has(row.transaction);
}

function takenRefund(
  row: BillRow,
  payments: readonly TakenRow[],
  order: RecordOf<"order"> | undefined,
  known: ReadonlyMap<string, RecordOf<"payment">>,
): readonly TakenRow[] {
  const number = row.provider === "alipay" ? paymentPart(row.transaction) : undefined;
  if (number !== undefined) {
    const own = payments.find((p) => p.row.transaction === number);
    if (own !== undefined) return [{ row, order: own.order }];
    if (known.has(`${row.provider}/${number}`)) return [{ row, order }];
  }
  if (order !== undefined) return [{ row, order }];
  const own = payments.find((p) => row.merchantOrder !== "" && p.row.merchantOrder === row.merchantOrder);
  return own === undefined ? [] : [{ row, order: own.order }];
}

function offers(rows: readonly BillRow[], of: Case, taken: readonly TakenRow[]): readonly OfferedRow[] {
  const orders = all(of, "order");
  if (orders.length === 0) return rows.map((row) => ({ row, reason: "no_order_yet" }));
  const payees = new Set(
    [
      ...all(of, "party")
        .filter((p) => p.role !== "claimant" && p.role !== "guardian")
        .map((p) => p.name),
      ...taken.map((t) => t.row.payee),
    ].filter((name) => name !== ""),
  );
  return rows.flatMap((row): readonly OfferedRow[] => {
    for (const order of orders) {
      const reason = reasonFor(row, order, payees);
      if (reason !== undefined) return [{ row, order, reason }];
    }
    return [];
  });
}

/** Units of the bounds: hours from the order. A payment may come a little before its order record; extra payments come later. */
function reasonFor(row: BillRow, order: RecordOf<"order">, payees: ReadonlySet<string>): OfferReason | undefined {
  const hours = hoursBetween(order.orderedAt, row.at);
  const sameAmount = row.amountFen === order.paidFen;
  const number = plainNumber(order.number);
  if (number === "" && (sameAmount || order.paidFen === 0) && Math.abs(hours) <= 48)
    return row.toPerson ? "paid_to_person" : "order_number";
  if (number.length >= 4 && plainNumber(row.item).includes(number)) return "number_in_text";
  if (row.toPerson && (payees.has(row.payee) || (hours >= -24 && hours <= 24 * 60))) return "paid_to_person";
  if (payees.has(row.payee)) return "same_payee";
  return sameAmount && Math.abs(hours) <= 72 ? "amount_and_time" : undefined;
}
