/**
 * 证据列举, 依据, 诉求. Pure (A2, A7, B5, D1–D4).
 *
 * 1. Law only where no captured clause is met, only verified, only what was in force at the order, only verbatim; never for engagement (A7).
 * 2. One demand: full, or what is left of it with its arithmetic; both amounts only while the person has not chosen (D3).
 */
import { all, find } from "../case/case.ts";
import { parseRef, ref, type Id, type Ref } from "../identity.ts";
import { message, type Message } from "../message.ts";
import type { Provision } from "../pack/pack.ts";
import { liveOrders } from "../measure/live.ts";
import { civilOf, type CivilDate } from "../time.ts";
import { whenArg } from "./history-sentences.ts";
import { standingPayments } from "./order-sentences.ts";
import { byList, exhibitsOf, stands } from "./sources.ts";
import { fieldsOf, lawAllowed, sentence, type Composed, type LetterFacts } from "./template.ts";

/** Clauses and provisions that a letter names by itself. */
const MOST = 2;

/** Names and numbers are filled in when the letter is numbered; the sources are the exhibits the other sentences use, then those linked to an element. */
export function evidenceSentences(
  facts: LetterFacts,
  others: readonly { readonly sources: readonly Ref[] }[],
): readonly (Composed | undefined)[] {
  const ids = new Set<Id>(others.flatMap((s) => s.sources.flatMap((source) => exhibitsOf(facts.case, source))));
  const linked = new Set(all(facts.case, "link").map((l) => l.exhibit));
  for (const e of all(facts.case, "exhibit").toSorted(byList)) if (linked.has(e.id)) ids.add(e.id);
  // E14: a list of other people's accounts is not enclosed in what goes to a platform.
  const withheld = new Set(all(facts.case, "sample").map((s) => s.exhibit));
  const sources = [...ids].filter((i) => !withheld.has(i)).map((i) => ref("exhibit", i));
  return [sentence(facts, "evidence.list", { sources, args: {}, byDefault: true })];
}

/** 依据: the other side's own clauses first; law by itself only where no clause carries the letter. Source: A7, B5. */
export function basisSentences(facts: LetterFacts): readonly (Composed | undefined)[] {
  const clauses = clauseSentences(facts);
  return [
    ...clauses,
    ...lawSentences(
      facts,
      clauses.every((c) => c?.byDefault !== true),
    ),
  ];
}

function clauseSentences(facts: LetterFacts): readonly (Composed | undefined)[] {
  let named = 0;
  return facts.grounds.map((g) => {
    const parts = g.source.type === "clause" ? parseRef(g.source.ref) : undefined;
    const clause = parts?.ok === true ? find(facts.case, "clause", parts.value.id) : undefined;
    if (!clause) return undefined;
    const byDefault = g.verdict === "met" && named < MOST && stands(facts.case, facts.pack, ref("clause", clause.id));
    if (byDefault) named += 1;
    return sentence(facts, "basis.clause", {
      sources: [ref("clause", clause.id)],
      prints: fieldsOf("clause", clause.id, "document", "article", "quote"),
      args: {
        document: clause.document,
        article: clause.article,
        quote: clause.quote,
        shownAtOrder: clause.shownAtOrder,
        ...whenArg("captured", clause.capturedAt),
      },
      byDefault,
    });
  });
}

/** The day by whose law the case is judged: that of the order. Source: 3-domain (text in force at the event's date). */
export function relevantDate(facts: Pick<LetterFacts, "case" | "now">): CivilDate {
  const paid = all(facts.case, "payment").map((p) => p.paidAt);
  return civilOf([...liveOrders(facts.case).map((o) => o.orderedAt), ...paid].toSorted()[0] ?? facts.now);
}

/** B6: may stand in a letter: verified and in force on the day. */
export const citable = (p: Provision, on: CivilDate): boolean =>
  p.check === "verified" && p.effectiveFrom <= on && (p.repealedFrom === undefined || on < p.repealedFrom);

/** Provisions of met grounds, best first. */
function provisionsOf(facts: LetterFacts): readonly Provision[] {
  const on = relevantDate(facts);
  const ids = facts.grounds.flatMap((g) => (g.verdict === "met" && g.source.type === "law" ? g.source.provisions : []));
  return [...new Set(ids)].flatMap((i) => facts.pack.provisions.filter((p) => p.id === i && citable(p, on)));
}

function lawSentences(facts: LetterFacts, needed: boolean): readonly (Composed | undefined)[] {
  if (!lawAllowed(facts.case, facts.pack)) return [];
  return provisionsOf(facts)
    .filter((p) => facts.pack.texts?.[p.id] !== undefined)
    .map((p, i) =>
      sentence(facts, "basis.law", {
        sources: [ref("provision", p.id)],
        args: { provision: p.id, law: p.law, article: p.article, text: facts.pack.texts?.[p.id] },
        byDefault: needed && i < MOST,
      }),
    );
}

/** Law would carry the letter, and its texts are not loaded yet. */
export const lawTextsMissing = (facts: LetterFacts): boolean =>
  lawAllowed(facts.case, facts.pack) && provisionsOf(facts).some((p) => facts.pack.texts?.[p.id] === undefined);

/** 诉求: what came back already, the amount, and the day by which I ask for an answer. Source: D1–D4, K7. */
export function demandSentences(facts: LetterFacts): readonly (Composed | undefined)[] {
  const { demand } = facts;
  const money = [
    ...demand.refs,
    ...standingPayments(facts).map((p) => ref("payment", p.id)),
    ...liveOrders(facts.case).map((o) => ref("order", o.id)),
  ];
  return [refundedSentence(facts), amountSentence(facts, money), askSentence(facts)];
}

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
  const prints = fieldsOf("demand", facts.case.caseId, "claimFen", "paidFen", "refundedFen", "receivedFen");
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
