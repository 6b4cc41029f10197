/**
 * 证据列举, 诉求 in a letter to the other side. Pure (A2, D1–D4, E14, P4).
 *
 * 1. One demand: full, or what is left of it with its arithmetic; both amounts only while the person has not chosen (D3).
 */
import { all, info } from "../case/case.ts";
import { ref, type Id, type Ref } from "../identity.ts";
import { message, type Message } from "../message.ts";
import { liveOrders } from "../measure/live.ts";
import { whenArg } from "./history-sentences.ts";
import { standingPayments } from "./order-sentences.ts";
import { exhibitsOf, listOf, stands } from "./sources.ts";
import { fieldsOf, sentence, type Composed, type LetterFacts } from "./template.ts";

/** Material that shows somebody's identity papers. */
const IDENTITY = "身份关系";

/** Names and numbers are filled in when the letter is numbered; the sources are the exhibits the other sentences use, then those linked to an element. */
export function evidenceSentences(
  facts: LetterFacts,
  others: readonly { readonly sources: readonly Ref[] }[],
): readonly (Composed | undefined)[] {
  const ids = new Set<Id>(others.flatMap((s) => s.sources.flatMap((source) => exhibitsOf(facts.case, source))));
  const isPublic = facts.spec.audience === "public";
  const linked = new Set(all(facts.case, "link").map((l) => l.exhibit));
  // In public nothing is enclosed: only what the sentences themselves rest on is named.
  if (!isPublic) for (const e of listOf(facts.case)) if (linked.has(e.id)) ids.add(e.id);
  const withheld = withheldFrom(facts);
  const sources = [...ids].filter((i) => !withheld.has(i)).map((i) => ref("exhibit", i));
  return [sentence(facts, isPublic ? "evidence.kept" : "evidence.list", { sources, args: {}, byDefault: true })];
}

/** What is not handed to this reader: lists of other people's accounts outside a court (E14), identity papers outside 12315, court and cases of minors (P4). */
function withheldFrom(facts: LetterFacts): ReadonlySet<Id> {
  const { audience } = facts.spec;
  const age = info(facts.case)?.payerAge;
  const identityPasses = audience === "authority" || audience === "court" || (age !== undefined && age < 18);
  const samples = audience === "court" ? [] : all(facts.case, "sample").map((s) => s.exhibit);
  const identity = identityPasses
    ? []
    : all(facts.case, "exhibit").flatMap((e) => (e.materialType === IDENTITY ? [e.id] : []));
  return new Set([...samples, ...identity]);
}

/** What every request about the money rests on. */
export const moneyRefs = (facts: LetterFacts): readonly Ref[] => [
  ...facts.demand.refs,
  ...standingPayments(facts).map((p) => ref("payment", p.id)),
  ...liveOrders(facts.case).map((o) => ref("order", o.id)),
];

/** The amount as computed, for the printed values of a sentence. */
export const demandFields = (facts: LetterFacts): readonly Ref[] =>
  fieldsOf("demand", facts.case.caseId, "claimFen", "paidFen", "refundedFen", "receivedFen");

/** 诉求: what came back already, the amount, and the day by which I ask for an answer. Source: D1–D4, K7. */
export const demandSentences = (facts: LetterFacts): readonly (Composed | undefined)[] => [
  refundedSentence(facts),
  amountSentence(facts, moneyRefs(facts)),
  askSentence(facts),
];

function refundedSentence(facts: LetterFacts): Composed | undefined {
  const refunds = all(facts.case, "refund").filter((r) => stands(facts.case, facts.pack, ref("refund", r.id)));
  if (facts.demand.refundedFen <= 0 || refunds.length === 0) return undefined;
  return sentence(facts, "demand.refunded_already", {
    sources: refunds.map((r) => ref("refund", r.id)),
    prints: refunds.map((r) => ref("refund", r.id, "amountFen")),
    args: { refundedFen: facts.demand.refundedFen, count: refunds.length },
    byDefault: true,
  });
}

function amountSentence(facts: LetterFacts, money: readonly Ref[]): Composed | undefined {
  const { paidFen, refundedFen, receivedFen, claimFen, either } = facts.demand;
  const prints = demandFields(facts);
  if (claimFen === undefined) {
    if (either === undefined) return undefined;
    const args = { highFen: Math.max(...either), lowFen: Math.min(...either), paidFen, refundedFen };
    return sentence(facts, "demand.either", { sources: money, prints, args, byDefault: true });
  }
  if (claimFen <= 0) return undefined;
  if (claimFen === paidFen)
    return sentence(facts, "demand.full", { sources: money, prints, args: { claimFen }, byDefault: true });
  return sentence(facts, "demand.partial", {
    sources: money,
    prints,
    args: { claimFen, paidFen, refundedFen, receivedFen: receivedFen ?? 0 },
    byDefault: true,
  });
}

const askSentence = (facts: LetterFacts): Composed | undefined =>
  sentence(facts, "demand.answer_by", {
    sources: [ref("draft", facts.draft, "answerBy")],
    args: whenArg("answer", facts.answerBy),
    byDefault: true,
  });

/** What the demand still lacks: an amount, a choice (D3), anything to ask for (D1). */
export function demandGaps(facts: LetterFacts): readonly Message[] {
  const { claimFen, either, refs } = facts.demand;
  if (claimFen !== undefined) return claimFen > 0 ? [] : [message("letter.missing.nothing_left", {}, refs)];
  return either === undefined
    ? [message("letter.missing.amount", {}, refs)]
    : [message("letter.missing.choice", { highFen: Math.max(...either), lowFen: Math.min(...either) }, refs)];
}
