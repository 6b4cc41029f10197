/**
 * What to press for something that is missing: the command and its data, as one next step has them. Pure (E5).
 *
 * 1. The same gap asks the same thing on every screen and in the JSON; what is not written down is a file to add.
 */
import type { Missing } from "./assessment.ts";

/** A command of core or of the workbench with its data. */
export interface GapAction {
  readonly command: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const promise = (ask: string): GapAction => ({ command: "undertaking.edit", data: { ask } });

/** Gaps that are closed by writing something down, by code. */
const written: Readonly<Record<string, GapAction>> = {
  "missing.order_number": { command: "order.edit", data: { ask: "number" } },
  "missing.order_time": { command: "order.edit", data: { ask: "orderedAt" } },
  "missing.amount_explained": { command: "order.edit", data: { ask: "paidFen" } },
  "missing.payment_details": { command: "payment.add", data: { ask: "amountFen" } },
  "missing.respondent": { command: "party.add", data: { role: "respondent" } },
  "missing.promise_quote": { command: "undertaking.add", data: { ask: "quote" } },
  "missing.promised_start": promise("startWithinHours"),
  "missing.promised_finish": promise("finishWithinHours"),
  "missing.promised_quantity": promise("quantity"),
  "missing.breach_link": { command: "link.add", data: { ask: "element", element: "breach" } },
  "missing.clause": { command: "clause.add", data: { ask: "capture" } },
  "missing.attempts": { command: "attempt.add", data: { ask: "at" } },
  "missing.attempts_after_message": { command: "attempt.add", data: { ask: "at" } },
  "missing.explanation_answer": { command: "explanation.add", data: { ask: "given" } },
  "missing.payer_age": { command: "case.edit", data: { ask: "payerAge" } },
  "missing.usage": { command: "usage.edit", data: { ask: "unitsTotal" } },
  "missing.sample_rule": { command: "sample.edit", data: { ask: "rule" } },
};

/** The action for a gap: a question, something to write down, or a file of the wanted material. */
export function gapAction(gap: Pick<Missing, "code" | "args" | "material">): GapAction {
  const question = gap.args["question"];
  if (typeof question === "string") return { command: "answer.give", data: { question } };
  const known = written[gap.code];
  return known ?? { command: "inbox.add", data: gap.material === undefined ? {} : { material: gap.material } };
}
