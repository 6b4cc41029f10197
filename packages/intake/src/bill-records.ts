/**
 * Bill records: matched rows → payments, refunds, sightings and what they prove. Pure; async for ids.
 *
 * 1. Two payment numbers for one order are two payments; one payment number in two exports is one payment with two sightings.
 * 2. The record is made once from what is shown first; later exports only add sightings.
 */
import { all, ref, type Case, type ElementId, type Id, type RecordOf, type Ref } from "@recourse/core";
import type { BillRow } from "./bills/bill.ts";
import { linkId, paymentId, sightingId } from "./derived-id.ts";
import { finding, type Finding } from "./finding.ts";
import { paymentPart, plainNumber, type Matches, type TakenRow } from "./matching.ts";
import type { Recording } from "./recording.ts";
import { settleRefunds, type NumberedRefund, type PaymentKey, type RefundTotal } from "./refunds.ts";

/** What proves what (E2): codes of sentences in `words`. */
export type ProofCode =
  | "proves.payment"
  | "proves.order_no"
  | "proves.amount"
  | "proves.payee"
  | "proves.refund"
  | "proves.series"
  | "proves.sample"
  | "proves.chat"
  | "proves.screenshot";

/** A link from an exhibit to an element, once. */
export async function prove(
  recording: Recording,
  exhibit: Id,
  element: ElementId,
  code: ProofCode,
  shows?: Ref,
  locator?: string,
): Promise<void> {
  recording.put("link", await linkId(exhibit, element, code, shows ?? ""), { exhibit, element, shows, code, locator });
}

/** Records payments and refunds of `taken` rows. Answers findings about them. */
export async function recordBill(
  recording: Recording,
  exhibit: Id,
  file: string,
  taken: Pick<Matches, "payments" | "refunds">,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const keys = new Map<Id, PaymentKey>();
  const totals = new Map<Id, RefundTotal[]>();
  const numbered = new Map<Id, NumberedRefund[]>();
  for (const { row, order } of taken.payments) {
    const key = await recordPayment(recording, exhibit, row, order);
    keys.set(key.id, key);
    if (row.refundedFen !== undefined)
      totals.set(key.id, [...(totals.get(key.id) ?? []), { totalFen: row.refundedFen, exhibit, row: row.row }]);
  }
  for (const { row } of taken.refunds) {
    const key = await paymentOfRefund(recording.case(), row, taken.payments);
    if (key === undefined || !Object.hasOwn(recording.case().live.payment, key.id)) {
      findings.push(
        finding("refund_without_payment", file, { row: row.row, amountFen: row.amountFen, refundedAt: row.at }),
      );
    }
    if (key === undefined) continue;
    keys.set(key.id, key);
    const { transaction, amountFen, at } = row;
    numbered.set(key.id, [...(numbered.get(key.id) ?? []), { transaction, amountFen, at, exhibit, row: row.row }]);
  }
  for (const key of keys.values()) {
    await settleRefunds(recording, key, { numbered: numbered.get(key.id) ?? [], totals: totals.get(key.id) ?? [] });
  }
  return [...findings, ...amountFindings(recording.case(), file, taken.payments)];
}

async function recordPayment(
  recording: Recording,
  exhibit: Id,
  row: BillRow,
  order: RecordOf<"order"> | undefined,
): Promise<PaymentKey> {
  const { provider, transaction } = row;
  const there = all(recording.case(), "payment").find((p) => p.provider === provider && p.transaction === transaction);
  const id = there?.id ?? (await paymentId(provider, transaction));
  recording.put("payment", id, {
    provider,
    transaction,
    merchantOrder: row.merchantOrder === "" ? undefined : row.merchantOrder,
    payee: row.payee,
    payeeKind: row.toPerson ? "person" : row.merchantOrder === "" ? "unknown" : "merchant",
    item: row.item === "" ? undefined : row.item,
    amountFen: row.amountFen,
    paidAt: row.at,
    status: row.status,
    order: order?.id,
  });
  const of = ref("payment", id);
  recording.put("sighting", await sightingId(of, exhibit, row.row), {
    of,
    exhibit,
    row: row.row,
    amountFen: row.amountFen,
    at: row.at,
  });
  if (order !== undefined) completeOrder(recording, order, row);
  const locator = `row=${row.row}`;
  await prove(recording, exhibit, "order_exists", "proves.payment", of, locator);
  await prove(recording, exhibit, "amount", "proves.amount", ref("payment", id, "amountFen"), locator);
  const respondents = all(recording.case(), "party").filter(
    (p) => p.role === "respondent" || p.role === "payee" || p.role === "seller",
  );
  if (respondents.length === 0 || respondents.some((p) => p.name === row.payee)) {
    await prove(recording, exhibit, "respondent_identity", "proves.payee", ref("payment", id, "payee"), locator);
  }
  return { id, provider, transaction };
}

/** Fills only what the order left open: what a person wrote stays. */
function completeOrder(recording: Recording, order: RecordOf<"order">, row: BillRow): void {
  if (order.number.trim() === "" && row.merchantOrder !== "" && !row.toPerson)
    recording.set("order", order.id, "number", row.merchantOrder);
  if (order.item === "" && row.item !== "") recording.set("order", order.id, "item", row.item);
  if (order.paidFen === 0) recording.set("order", order.id, "paidFen", row.amountFen);
}

/** Alipay numbers a refund after its payment; WeChat only repeats the order number. */
async function paymentOfRefund(of: Case, row: BillRow, payments: readonly TakenRow[]): Promise<PaymentKey | undefined> {
  const { provider } = row;
  if (provider === "alipay" && row.transaction.includes("_")) {
    const transaction = paymentPart(row.transaction);
    const there = all(of, "payment").find((p) => p.provider === provider && p.transaction === transaction);
    return { id: there?.id ?? (await paymentId(provider, transaction)), provider, transaction };
  }
  const number = plainNumber(row.merchantOrder);
  const stored = all(of, "payment").filter(
    (p) => p.provider === provider && plainNumber(p.merchantOrder ?? "") === number && number !== "",
  );
  const said = payments.find((p) => p.row.refundedFen === row.amountFen && plainNumber(p.row.merchantOrder) === number)
    ?.row.transaction;
  const best =
    stored.find((p) => p.transaction === said) ??
    stored.find((p) => p.amountFen >= row.amountFen && p.paidAt <= row.at);
  return best === undefined ? undefined : { id: best.id, provider, transaction: best.transaction };
}

/** The order's amount against what the bills show, each payment alone and all together (part payments). */
function amountFindings(of: Case, file: string, payments: readonly TakenRow[]): readonly Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<Id>();
  for (const { row, order } of payments) {
    const now = order === undefined ? undefined : of.live.order[order.id];
    if (now === undefined) continue;
    const own = all(of, "payment").filter((p) => p.order === now.id);
    const totalFen = own.reduce((sum, p) => sum + p.amountFen, 0);
    if (row.amountFen !== now.paidFen && totalFen !== now.paidFen) {
      findings.push(
        finding("amounts_differ", file, {
          row: row.row,
          order: now.number,
          orderFen: now.paidFen,
          billFen: row.amountFen,
        }),
      );
    }
    if (own.length > 1 && totalFen > now.paidFen && !seen.has(now.id)) {
      findings.push(finding("several_payments", file, { order: now.number, count: own.length, totalFen }));
    }
    seen.add(now.id);
  }
  return findings;
}
