/**
 * What to press for a fact that an answer lacks: the form that brings it. Pure (X6).
 *
 * 1. A slot that no form brings leads to the case.
 */
import type { GapAction } from "@recourse/core";

const file = (material?: string): GapAction => ({
  command: "inbox.add",
  data: material === undefined ? {} : { material },
});
const ask = (command: string, field: string): GapAction => ({ command, data: { ask: field } });
const party = (role: string): GapAction => ({ command: "party.add", data: { role } });

const promise = ask("undertaking.add", "quote");
const clause = ask("clause.add", "capture");
const used = ask("usage.edit", "unitsTotal");
const offer: GapAction = { command: "reply.add", data: {} };

const fixes: Readonly<Record<string, GapAction>> = {
  promise_quote: promise,
  promise_exhibit: promise,
  promised: promise,
  thing: promise,
  clause_quote: clause,
  clause_ref: clause,
  clause_exhibit: clause,
  clause_sentence: clause,
  order_no: ask("order.edit", "number"),
  order_exhibit: file("订单截图"),
  elapsed: ask("order.edit", "orderedAt"),
  from: ask("order.edit", "orderedAt"),
  claim_amount: ask("order.edit", "paidFen"),
  breakdown: ask("order.edit", "paidFen"),
  paid: file("支付凭证"),
  payment_no: file("支付凭证"),
  payee: file("支付凭证"),
  debit_at: file("支付凭证"),
  bill_to: file("支付凭证"),
  bill_exhibit: file("支付凭证"),
  measure_sentence: file("后台数据"),
  measure_exhibit: file("后台数据"),
  reading_at: file("后台数据"),
  our_value: file("后台数据"),
  balance: file("后台数据"),
  delta: file("后台数据"),
  delivered: file("后台数据"),
  undelivered: file("后台数据"),
  drop_sentence: file("后台数据"),
  units_total: used,
  units_used: used,
  usage_exhibit: file("使用记录"),
  pattern_exhibit: file("使用记录"),
  attempts: ask("attempt.add", "at"),
  attempts_exhibit: file("沟通记录"),
  first_request_at: ask("communication.add", "at"),
  first_request_exhibit: file("沟通记录"),
  reply_exhibit: file("沟通记录"),
  chat_exhibit: file("沟通记录"),
  reply_date: file("沟通记录"),
  reply_time: file("沟通记录"),
  respondent: party("respondent"),
  guardian: party("guardian"),
  age: ask("case.edit", "payerAge"),
  age_exhibit: file("身份关系"),
  relation_exhibit: file("身份关系"),
  offer_amount: offer,
  fee_amount: offer,
  counter_sentence: offer,
};

/** The command that brings the fact of a slot; undefined where only the case itself helps. */
export const slotFix = (slot: string): GapAction | undefined => (Object.hasOwn(fixes, slot) ? fixes[slot] : undefined);
