/**
 * Who is who in a paper to a third party, where it was bought, and what a power of attorney says. Pure (R1, P1).
 *
 * 1. A party is named as it is entered; nothing is looked up or guessed.
 * 2. In public only companies are named, and only by their name.
 */
import { all, find } from "../case/case.ts";
import { ref } from "../identity.ts";
import { liveOrders } from "../measure/live.ts";
import { message, type Message } from "../message.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { civilOf } from "../time.ts";
import { whenArg } from "./history-sentences.ts";
import type { Side } from "./kinds/kind.ts";
import { maskNumber } from "./personal.ts";
import { orderOf, standingPayments } from "./order-sentences.ts";
import { fieldsOf, sentence, type Composed, type LetterFacts } from "./template.ts";

type Party = RecordOf<"party">;

/** The parties of a paper, in the order in which its kind names them. */
export function partySentences(facts: LetterFacts): readonly (Composed | undefined)[] {
  const isPublic = facts.spec.audience === "public";
  return facts.spec.sides.flatMap(({ roles, side }) =>
    roles
      .flatMap((role) => all(facts.case, "party").filter((p) => p.role === role))
      .filter((p) => p.name.trim() !== "" && (!isPublic || p.kind === "company" || p.kind === "store"))
      .map((p) => partySentence(facts, p, side)),
  );
}

function partySentence(facts: LetterFacts, p: Party, side: Side): Composed | undefined {
  const isPublic = facts.spec.audience === "public";
  const shown = { creditCode: p.creditCode, address: p.address, contact: p.contact, site: p.site };
  return sentence(facts, "order.party", {
    sources: [ref("party", p.id)],
    prints: fieldsOf("party", p.id, "name", ...(isPublic ? [] : Object.keys(shown))),
    args: { side, name: p.name, ...(isPublic ? {} : shown) },
    byDefault: true,
  });
}

/** 地点: where the order was placed, which online is an address. Source: `samr-121-10` (facts of the dispute). */
export function placeSentences(facts: LetterFacts): readonly (Composed | undefined)[] {
  return liveOrders(facts.case).map((o) => {
    const site = all(facts.case, "party").find(
      (p) => (p.role === "respondent" || p.role === "platform" || p.role === "seller") && p.site !== undefined,
    );
    const place = o.url ?? site?.site;
    if (place === undefined || place.trim() === "") return undefined;
    return sentence(facts, "order.place", {
      sources: [ref("order", o.id), o.url === undefined && site ? ref("party", site.id) : undefined],
      args: { place, orderedAt: o.orderedAt },
      byDefault: true,
    });
  });
}

/** A purchase as it may be told in public: day, amount, item, the last digits of the order, the payee only where it is no person. */
export function postedSentences(facts: LetterFacts): readonly (Composed | undefined)[] {
  return standingPayments(facts).map((p) => {
    const order = orderOf(facts.case, p);
    const item = order?.item ?? p.item;
    return sentence(facts, "order.posted", {
      sources: [ref("payment", p.id), order && ref("order", order.id)],
      prints: fieldsOf("payment", p.id, "amountFen"),
      args: {
        paidOn: civilOf(p.paidAt),
        amountFen: p.amountFen,
        item: item === undefined || item.trim() === "" ? undefined : item,
        orderNo: order === undefined || order.number === "" ? undefined : maskNumber(order.number),
        payee: p.payeeKind === "merchant" ? p.payee : undefined,
      },
      byDefault: true,
    });
  });
}

/** 委托事项、权限、期限. Source: `samr-121-11`. */
export function attorneySentences(facts: LetterFacts): readonly (Composed | undefined)[] {
  const agent = all(facts.case, "party").find((p) => p.role === "agent");
  const respondent = all(facts.case, "party").find((p) => p.role === "respondent" && p.name.trim() !== "");
  const matters = liveOrders(facts.case).map((o) =>
    sentence(facts, "problem.matter", {
      sources: [ref("order", o.id), respondent && ref("party", respondent.id)],
      prints: fieldsOf("order", o.id, "number", "item"),
      args: { orderNo: o.number, item: o.item, respondent: respondent?.name },
      byDefault: true,
    }),
  );
  return [
    ...matters,
    agent && sentence(facts, "demand.scope", { sources: [ref("party", agent.id)], args: {}, byDefault: true }),
    sentence(facts, "demand.term", {
      sources: [ref("draft", facts.draft, "answerBy")],
      args: { fromOn: civilOf(facts.now), ...whenArg("until", facts.answerBy) },
      byDefault: true,
    }),
  ];
}

/** Parties the kind cannot do without and the case does not have: `letter.missing.party`. */
export function partyGaps(facts: LetterFacts): readonly Message[] {
  const known = new Set(all(facts.case, "party").flatMap((p) => (p.name.trim() === "" ? [] : [p.role])));
  return facts.spec.whoNeeded.flatMap((roles) => {
    const role = roles[0];
    if (role === undefined || roles.some((r) => known.has(r))) return [];
    const side = facts.spec.sides.find((s) => s.roles.includes(role))?.side;
    return [message("letter.missing.party", { role, side: side ?? role })];
  });
}

/** The draft's filing, where it has one. */
export const filingOf = (facts: LetterFacts): RecordOf<"filing"> | undefined =>
  find(facts.case, "filing", find(facts.case, "draft", facts.draft)?.filing);
