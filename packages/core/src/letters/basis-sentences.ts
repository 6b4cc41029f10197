/**
 * 依据: the other side's own clauses and the law. Pure (A7, B5, B6).
 *
 * 1. Law only verified, only what was in force at the order, only verbatim; never for engagement, whatever the kind (A7).
 * 2. Provisions of met grounds stand by themselves only where no captured clause carries the letter (B5), or where the kind always cites (a claim).
 */
import { all, find, type Case } from "../case/case.ts";
import { parseRef, ref } from "../identity.ts";
import type { Provision } from "../pack/pack.ts";
import { liveOrders } from "../measure/live.ts";
import { civilOf, type CivilDate, type Instant } from "../time.ts";
import { whenArg } from "./history-sentences.ts";
import { published } from "./personal.ts";
import { stands } from "./sources.ts";
import { fieldsOf, lawAllowed, sentence, type Composed, type LetterFacts } from "./template.ts";

/** Clauses that a letter names by itself. */
const MOST = 2;

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
        quote: published(facts, clause.quote),
        shownAtOrder: clause.shownAtOrder,
        ...whenArg("captured", clause.capturedAt),
      },
      byDefault,
    });
  });
}

/** The day by whose law the case is judged: that of the order. Source: 3-domain (text in force at the event's date). */
export function relevantDate(facts: { readonly case: Case; readonly now: Instant }): CivilDate {
  const paid = all(facts.case, "payment").map((p) => p.paidAt);
  return civilOf([...liveOrders(facts.case).map((o) => o.orderedAt), ...paid].toSorted()[0] ?? facts.now);
}

/** B6: may stand in a letter: verified and in force on the day. */
export const citable = (p: Provision, on: CivilDate): boolean =>
  p.check === "verified" && p.effectiveFrom <= on && (p.repealedFrom === undefined || on < p.repealedFrom);

interface Ranked {
  readonly provision: Provision;
  /** The kind rests on it, whatever else carries the letter. */
  readonly own: boolean;
}

/** Provisions the letter may quote: those of the kind, then those of met grounds, best first. */
function provisionsOf(facts: LetterFacts): readonly Ranked[] {
  const { spec } = facts;
  const on = relevantDate(facts);
  const own = spec.law.own(facts);
  const met =
    spec.law.grounds === "never"
      ? []
      : facts.grounds.flatMap((g) => (g.verdict === "met" && g.source.type === "law" ? g.source.provisions : []));
  return [...new Set([...own, ...met])].flatMap((i) =>
    facts.pack.provisions
      .filter((p) => p.id === i && citable(p, on))
      .map((provision) => ({ provision, own: own.includes(i) })),
  );
}

function lawSentences(facts: LetterFacts, needed: boolean): readonly (Composed | undefined)[] {
  if (!lawAllowed(facts.case, facts.pack)) return [];
  const { law } = facts.spec;
  let ranked = 0;
  return provisionsOf(facts)
    .filter(({ provision: p }) => facts.pack.texts?.[p.id] !== undefined)
    .map(({ provision: p, own }) => {
      if (!own) ranked += 1;
      return sentence(facts, "basis.law", {
        sources: [ref("provision", p.id)],
        args: { provision: p.id, law: p.law, article: p.article, text: facts.pack.texts?.[p.id] },
        byDefault: own || ((needed || law.grounds === "always") && ranked <= law.most),
      });
    });
}

/** Law would carry the letter, and its texts are not loaded yet. */
export const lawTextsMissing = (facts: LetterFacts): boolean =>
  lawAllowed(facts.case, facts.pack) &&
  provisionsOf(facts).some(({ provision: p }) => facts.pack.texts?.[p.id] === undefined);
