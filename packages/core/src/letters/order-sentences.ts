/**
 * 订单信息: what was ordered, paid and promised. Pure (A2).
 *
 * 1. Each payment is its own sentence: two payments of one order are two facts.
 */
import { all, type Case } from "../case/case.ts";
import { ref } from "../identity.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { liveOrders } from "../measure/live.ts";
import { published } from "./personal.ts";
import { stands } from "./sources.ts";
import { fieldsOf, sentence, type Composed, type LetterFacts } from "./template.ts";

type Order = RecordOf<"order">;
type Payment = RecordOf<"payment">;

/** Payments that still hold, oldest first. */
export const standingPayments = (facts: LetterFacts): readonly Payment[] =>
  all(facts.case, "payment")
    .filter((p) => stands(facts.case, facts.pack, ref("payment", p.id)))
    .toSorted((a, b) => (a.paidAt === b.paidAt ? (a.id < b.id ? -1 : 1) : a.paidAt < b.paidAt ? -1 : 1));

/** The order a payment belongs to: as linked, else by the order number on the bill. */
export function orderOf(of: Case, payment: Payment): Order | undefined {
  const orders = liveOrders(of);
  if (payment.order !== undefined) return orders.find((o) => o.id === payment.order);
  return orders.find((o) => o.number !== "" && o.number === payment.merchantOrder);
}

/** 订单信息: each order with its payments and promises, then payments that belong to no order. An order without a payment is told as placed. */
export function orderSentences(facts: LetterFacts): readonly (Composed | undefined)[] {
  const payments = standingPayments(facts);
  const out: (Composed | undefined)[] = [];
  for (const order of liveOrders(facts.case)) {
    const paid = payments.filter((p) => orderOf(facts.case, p)?.id === order.id);
    out.push(...paid.map((p) => paidSentence(facts, order, p)));
    if (paid.length === 0) out.push(placedSentence(facts, order));
    for (const u of all(facts.case, "undertaking").toSorted((a, b) => (a.id < b.id ? -1 : 1)))
      if (u.order === order.id) out.push(promiseSentence(facts, u));
  }
  for (const p of payments.filter((one) => orderOf(facts.case, one) === undefined)) out.push(chargedSentence(facts, p));
  return out;
}

const paidSentence = (facts: LetterFacts, order: Order, p: Payment): Composed | undefined =>
  sentence(facts, "order.paid", {
    sources: [ref("payment", p.id), ref("order", order.id)],
    prints: [
      ...fieldsOf("order", order.id, "number", "item"),
      ...fieldsOf("payment", p.id, "amountFen", "paidAt", "payee"),
    ],
    args: {
      orderNo: order.number,
      item: order.item,
      orderedAt: order.orderedAt,
      paidAt: p.paidAt,
      amountFen: p.amountFen,
      payee: p.payee,
      transaction: p.transaction,
    },
    byDefault: true,
  });

const placedSentence = (facts: LetterFacts, order: Order): Composed | undefined =>
  sentence(facts, "order.placed", {
    sources: [ref("order", order.id)],
    prints: fieldsOf("order", order.id, "number", "item", "orderedAt", "paidFen"),
    args: { orderNo: order.number, item: order.item, orderedAt: order.orderedAt, amountFen: order.paidFen },
    byDefault: true,
  });

const chargedSentence = (facts: LetterFacts, p: Payment): Composed | undefined =>
  sentence(facts, "order.charged", {
    sources: [ref("payment", p.id)],
    prints: fieldsOf("payment", p.id, "amountFen", "paidAt", "payee"),
    args: { paidAt: p.paidAt, amountFen: p.amountFen, payee: p.payee, transaction: p.transaction, item: p.item },
    byDefault: true,
  });

const promiseSentence = (facts: LetterFacts, u: RecordOf<"undertaking">): Composed | undefined =>
  u.quote.trim() === ""
    ? undefined
    : sentence(facts, "order.promise", {
        sources: [ref("undertaking", u.id)],
        prints: fieldsOf("undertaking", u.id, "quote"),
        args: { quote: published(facts, u.quote), shownAtOrder: u.shownAtOrder },
        byDefault: true,
      });
