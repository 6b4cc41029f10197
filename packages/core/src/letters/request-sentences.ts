/**
 * 诉求 by kind: the question and period of a reminder, the formal demand, termination, and what is asked of a third party. Pure (D1–D4, K7, K8, L8).
 *
 * 1. Every period is named as the person's own (K7); none is called one of law.
 * 2. Nothing asked for hangs on anything else: no sentence says what follows if there is no refund (L8).
 */
import { info } from "../case/case.ts";
import { ref, type Ref } from "../identity.ts";
import { liveOrders } from "../measure/live.ts";
import { civilOf, DAY_MS, startOf, toMillis } from "../time.ts";
import { citable, relevantDate } from "./basis-sentences.ts";
import { demandFields, demandSentences, moneyRefs } from "./closing-sentences.ts";
import { whenArg } from "./history-sentences.ts";
import { delayBasis, ofMediation } from "./kinds/law.ts";
import { fieldsOf, lawAllowed, sentence, type Composed, type LetterFacts, type TemplateCode } from "./template.ts";

/** In reading order; the kind decides which of them it has. */
export const requestSentences = (facts: LetterFacts): readonly (Composed | undefined)[] => [
  ...terminated(facts),
  ...demandSentences(facts),
  ...asked(facts),
  ...periods(facts),
  cure(facts),
  mediation(facts),
];

/** Paid, refunded, received, left: one line of arithmetic for a reader who was not there. */
export function moneySentence(facts: LetterFacts): Composed | undefined {
  const { paidFen, refundedFen, receivedFen, claimFen, either } = facts.demand;
  const most = claimFen ?? (either === undefined ? undefined : Math.max(...either));
  if (most === undefined || paidFen <= 0) return undefined;
  const refunds = facts.demand.refs.filter((r) => r.startsWith("refund/"));
  return sentence(facts, "problem.money", {
    sources: [...moneyRefs(facts), ...refunds],
    prints: demandFields(facts),
    args: {
      paidFen,
      refundedFen: refundedFen > 0 ? refundedFen : undefined,
      receivedFen: receivedFen !== undefined && receivedFen > 0 ? receivedFen : undefined,
      claimFen,
    },
    byDefault: true,
  });
}

function terminated(facts: LetterFacts): readonly (Composed | undefined)[] {
  return liveOrders(facts.case).map((o) =>
    sentence(facts, "demand.terminate", {
      sources: [ref("order", o.id)],
      prints: fieldsOf("order", o.id, "number", "item"),
      args: { orderNo: o.number, item: o.item },
      byDefault: true,
    }),
  );
}

/** What is asked of whoever decides or helps: the amount, once it is one (D3). */
function asked(facts: LetterFacts): readonly (Composed | undefined)[] {
  const { claimFen } = facts.demand;
  if (claimFen === undefined || claimFen <= 0) return [];
  const sources = moneyRefs(facts);
  const ask = (template: TemplateCode): Composed | undefined =>
    sentence(facts, template, { sources, prints: demandFields(facts), args: { claimFen }, byDefault: true });
  return [
    ask("demand.judge"),
    sentence(facts, "demand.costs", { sources, args: {}, byDefault: true }),
    ask("demand.mediate"),
    ask("demand.verify"),
    sentence(facts, "demand.status", {
      sources,
      prints: demandFields(facts),
      args: { claimFen, untilOn: civilOf(facts.now) },
      byDefault: true,
    }),
  ];
}

/** The period, by letter: a question to answer, a formal demand, a repayment after termination. */
function periods(facts: LetterFacts): readonly (Composed | undefined)[] {
  const sources: readonly Ref[] = [ref("draft", facts.draft, "answerBy")];
  const today = civilOf(facts.now);
  const left = toMillis(startOf(civilOf(facts.answerBy))) - toMillis(startOf(today));
  const days = Math.round(left / DAY_MS);
  const args = { ...whenArg("answer", facts.answerBy), days: days > 0 ? days : undefined };
  return (["demand.period", "demand.formal", "demand.pay_by"] as const).map((template) =>
    sentence(facts, template, { sources, args, byDefault: true }),
  );
}

/**
 * Delay is demanded before it ends a contract: they may still do what was agreed within the period.
 * Source: `cc-563` (3). Never for engagement (A7), which has no law to rest on.
 */
function cure(facts: LetterFacts): Composed | undefined {
  const delay = delayBasis(facts.pack, facts.grounds, relevantDate(facts));
  if (delay.length === 0 || !lawAllowed(facts.case, facts.pack)) return undefined;
  return sentence(facts, "demand.cure", {
    sources: [ref("draft", facts.draft, "answerBy"), ...delay.map((id) => ref("provision", id))],
    args: whenArg("answer", facts.answerBy),
    byDefault: true,
  });
}

/**
 * X4: one neutral sentence on mediation, by itself only where 12315 would take the matter (X10), not at all where it would not, never for
 * engagement.
 */
function mediation(facts: LetterFacts): Composed | undefined {
  const on = relevantDate(facts);
  const known = facts.pack.provisions.some((p) => p.id === ofMediation && citable(p, on));
  const engagement = info(facts.case)?.category === "engagement";
  if (facts.complaintOpen === false || engagement || !known) return undefined;
  return sentence(facts, "demand.mediation", {
    sources: [ref("provision", ofMediation)],
    args: {},
    byDefault: facts.complaintOpen === true,
  });
}
