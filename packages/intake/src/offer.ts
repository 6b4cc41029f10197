/**
 * Offers: what the import found but does not take by itself; accepting one makes the changes. Pure; async for ids.
 *
 * 1. An offer carries everything it needs: accepting it reads no file again.
 */
import { all, type Case, type Change, type Id, type RecordOf } from "@recourse/core";
import { recordBill } from "./bill-records.ts";
import type { BillRow } from "./bills/bill.ts";
import type { Conversation } from "./chat/conversation.ts";
import { recordChat } from "./chat/record.ts";
import { paymentPart, type Matches, type OfferReason } from "./matching.ts";
import { startRecording, type Stamp } from "./recording.ts";

export interface RowOffer {
  readonly kind: "row";
  readonly reason: OfferReason;
  readonly exhibit: Id;
  readonly file: string;
  readonly row: BillRow;
  /** Refund rows of the same bill that belong to this row. */
  readonly refunds: readonly BillRow[];
  /** The order it would belong to; absent when accepting makes one. */
  readonly order?: Id;
}

export interface ConversationOffer {
  readonly kind: "conversation";
  readonly reason: "several" | "unsure";
  readonly exhibit: Id;
  readonly file: string;
  readonly conversation: Conversation;
}

export type Offer = RowOffer | ConversationOffer;

export interface AcceptContext extends Stamp {
  readonly case: Case;
  /** Mints an id; needed only where accepting makes an order. */
  readonly ids: () => Id;
}

/** The rows that a person may pick, each with the refunds of the bill that would come along. */
export function rowOffers(matches: Matches, bill: readonly BillRow[], exhibit: Id, file: string): readonly RowOffer[] {
  const refunds = bill.filter((row) => row.isRefund);
  return matches.offered.map(({ row, order, reason }) => ({
    kind: "row",
    reason,
    exhibit,
    file,
    row,
    refunds: refunds.filter((r) => belongsTo(r, row)),
    ...(order === undefined ? {} : { order: order.id }),
  }));
}

function belongsTo(refund: BillRow, payment: BillRow): boolean {
  if (refund.transaction.includes("_")) return paymentPart(refund.transaction) === payment.transaction;
  return refund.merchantOrder !== "" && refund.merchantOrder === payment.merchantOrder;
}

/** The changes that accepting an offer makes. */
export async function acceptOffer(
  offer: Offer,
  { case: before, ids, ...stamp }: AcceptContext,
): Promise<readonly Change[]> {
  const recording = startRecording(before, stamp);
  if (offer.kind === "conversation") {
    await recordChat(recording, offer.exhibit, offer.conversation);
    return recording.changes();
  }
  const { row } = offer;
  let order: RecordOf<"order"> | undefined = all(before, "order").find((o) => o.id === offer.order);
  if (order === undefined && offer.reason === "no_order_yet") {
    const id = ids();
    recording.put("order", id, {
      number: row.toPerson ? "" : row.merchantOrder,
      item: row.item,
      paidFen: row.amountFen,
      orderedAt: row.at,
    });
    order = recording.case().live.order[id];
  }
  const of = order === undefined ? {} : { order };
  const refunds = offer.refunds.map((refund) => ({ row: refund, ...of }));
  await recordBill(recording, offer.exhibit, offer.file, { payments: [{ row, ...of }], refunds });
  return recording.changes();
}
