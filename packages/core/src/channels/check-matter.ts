/**
 * Checks of the matter: amount, order, proof, material, what it was bought for, whether money is left to ask for. Pure (X9, L3, L6).
 *
 * 1. What the proof table already judged is asked of it, not judged again.
 */
import { all } from "../case/case.ts";
import { ref } from "../identity.ts";
import { message } from "../message.ts";
import {
  against,
  asks,
  askQuestion,
  cannotTell,
  closeElement,
  holds,
  lacks,
  type CheckInput,
  type CheckRule,
} from "./check.ts";
import { AVERAGE_WAGE, smallClaims } from "./small-claims.ts";

const provisions = (x: CheckInput) => x.basis.map((id) => ref("provision", id));
const BILL = "支付凭证";

/** One definite amount. Source: samr-121-10, cpl-122. */
export const claimAmount: CheckRule = (x) => {
  const { demand, order, of } = x.facts;
  const refs = provisions(x);
  if (demand.claimFen !== undefined)
    return demand.claimFen > 0 ? [holds(message("X9.claim", { claimFen: demand.claimFen }, refs))] : [];
  if (order === undefined)
    return [
      lacks("order.paidFen", message("X9.amount_missing", {}, refs), {
        command: "inbox.add",
        data: { material: BILL },
      }),
    ];
  const usage = all(of, "usage").find((u) => u.order === order.id);
  const ask = demand.either === undefined ? "unitsTotal" : "claimChoice";
  const fix =
    usage === undefined
      ? { command: "usage.add", data: { order: order.id, ask } }
      : { command: "usage.edit", data: { id: usage.id, ask } };
  const said = demand.either
    ? message("X9.amount_choose", { lowFen: demand.either[0], highFen: demand.either[1] }, refs)
    : message("X9.amount_open", {}, refs);
  return [lacks(`usage.${ask}`, said, fix)];
};

/** Nothing is asked back twice. */
export const moneyLeft: CheckRule = (x) => {
  const { demand } = x.facts;
  const nothing = demand.paidFen > 0 && (demand.claimFen === 0 || demand.refundedFen >= demand.paidFen);
  return nothing
    ? [against(message("X9.money_back", { refundedFen: demand.refundedFen }, [...provisions(x), ...demand.refs]))]
    : [];
};

/** The other side’s number for the order. */
export const orderNumber: CheckRule = ({ facts: { order } }) => {
  if (order === undefined)
    return [lacks("order", message("X9.order_missing"), { command: "inbox.add", data: { material: BILL } })];
  return order.number.trim() === ""
    ? [
        lacks("order.number", message("X9.order_number"), {
          command: "order.edit",
          data: { id: order.id, ask: "number" },
        }),
      ]
    : [holds(message("X9.order_known", { number: order.number }))];
};

/** That there was a purchase at all. Source: samr-121-16, samr-121-17. */
export const orderShown: CheckRule = (x) => {
  const row = x.facts.elements.find((e) => e.id === "order_exists");
  return row?.verdict === "ok"
    ? [holds(message("X9.order_shown", {}, provisions(x)))]
    : [lacks("element.order_exists", message("X9.order_not_shown", {}, provisions(x)), closeElement(x.facts, row))];
};

/** 材料齐了再投: every point of the best reason is shown (X10). */
export const factsShown: CheckRule = (x) => {
  const { elements } = x.facts;
  const refs = provisions(x);
  if (elements.length === 0)
    return [lacks("ground", message("X9.no_ground", {}, refs), { command: "clause.add", data: { ask: "capture" } })];
  const open = elements.filter((e) => e.verdict !== "ok");
  if (open.length === 0) return [holds(message("X9.facts_shown", {}, refs))];
  const first = open.toSorted((a, b) => a.missing.length - b.missing.length).find((e) => e.missing.length > 0);
  return [
    lacks(
      "element",
      message("X9.facts_open", { n: open.length, elements: open.map((e) => e.id) }, refs),
      closeElement(x.facts, first ?? open[0]),
    ),
  ];
};

/** Bought for daily life. Source: samr-121-3, samr-121-16, crpl-2. */
export const dailyLife: CheckRule = (x) => {
  const { me } = x.facts;
  const refs = provisions(x);
  const forShop = me?.category === "engagement" && (me.situation === "business" || me.situation === "worked");
  const fix = { command: "case.edit", data: { ask: "purpose" } };
  if (forShop || me?.purpose === "business")
    return [against(message("L3.not_daily_life", {}, refs), "case.purpose", fix)];
  return me?.purpose === "life"
    ? [holds(message("L3.daily_life", {}, refs))]
    : [asks("case.purpose", message("L3.purpose_open", {}, refs), fix)];
};

/** L6: asked once, before anything that tells others. */
export const situationTold: CheckRule = (x) => {
  const { me } = x.facts;
  return me?.category === "engagement" && me.situation === undefined
    ? [
        asks("case.situation", message("L6.situation_open", {}, provisions(x)), {
          command: "case.edit",
          data: { ask: "situation" },
        }),
      ]
    : [];
};

/** The payment stands in a bill. */
export const paymentFound: CheckRule = ({ facts: { payments, order } }) => {
  const mine = payments.filter(
    (p) => p.order === order?.id || (p.merchantOrder !== undefined && p.merchantOrder === order?.number),
  );
  return mine.length > 0
    ? [
        holds(
          message(
            "X9.payment_found",
            {},
            mine.map((p) => ref("payment", p.id)),
          ),
        ),
      ]
    : [lacks("payment", message("X9.payment_missing"), { command: "inbox.add", data: { material: BILL } })];
};

/** Disputes at a payment provider are for payments to merchants; transfers to persons are mostly not handled. */
export const payeeMerchant: CheckRule = ({ facts: { payments, me } }) => {
  const kinds = new Set(payments.map((p) => p.payeeKind));
  if (kinds.has("person") || me?.paidTo === "person") return [against(message("X9.payee_person"))];
  return kinds.has("merchant") || me?.paidTo === "merchant"
    ? [holds(message("X9.payee_merchant"))]
    : [asks("case.paidTo", message("X9.payee_open"), { command: "case.edit", data: { ask: "paidTo" } })];
};

/** The bill’s payee is an app store. */
export const storePayee: CheckRule = ({ facts: { me } }) =>
  me?.paidTo === "store"
    ? [holds(message("X9.store_payee"))]
    : [asks("case.paidTo", message("X9.store_open"), { command: "case.edit", data: { ask: "paidTo" } })];

/** Regret is no theft. Source: ecl-57. */
export const unauthorised: CheckRule = (x) => {
  const told = x.facts.answers.get("payment_authorised");
  const refs = provisions(x);
  if (told === "no") return [holds(message("X9.unauthorised", {}, refs))];
  const fix = askQuestion("payment_authorised");
  return told === "yes"
    ? [against(message("X9.authorised", {}, refs), "answer.payment_authorised", fix)]
    : [asks("answer.payment_authorised", message("X9.authorised_open", {}, refs), fix)];
};

/** The payer was under 18 at the payment. */
export const minorPayer: CheckRule = ({ facts: { me, minor } }) =>
  minor
    ? [holds(message("X9.minor_payer", { age: me?.payerAge ?? 0 }))]
    : [against(message("X9.not_minor"), "case.payerAge", { command: "case.edit", data: { ask: "payerAge" } })];

/** Material that usually goes in and is not there yet. */
export const material: CheckRule = ({ facts: { materials, pack, me }, rule }) => {
  const spec = pack.categories.find((c) => c.id === me?.category);
  const wanted = rule.material.filter((m) => spec === undefined || spec.materialTypes.includes(m));
  const open = wanted.filter((m) => !materials.has(m));
  const [first] = open;
  if (first === undefined) return wanted.length > 0 ? [holds(message("X9.material_there"))] : [];
  return [
    lacks("exhibit", message("X9.material_missing", { materials: open }), {
      command: "inbox.add",
      data: { material: first },
    }),
  ];
};

/** A masked copy exists, so that nothing goes out with others’ data in it. Source: pipl-10, cc-1033. */
export const masked: CheckRule = ({ facts: { of } }) =>
  all(of, "derivative").length > 0
    ? [holds(message("X9.masked"))]
    : [
        lacks("derivative", message("X9.masked_missing"), {
          command: "case.open",
          data: { caseId: of.caseId, view: "exhibits" },
        }),
      ];

/** Whether the small-claims procedure fits; the court stays open either way. Source: cpl-165, cpl-166. */
export const smallProcedure: CheckRule = ({ facts }) => {
  const small = smallClaims(facts);
  switch (small.verdict) {
    case "fits":
      return [holds(small.message)];
    case "agreed":
      return [cannotTell(small.message)];
    case "over":
    case "excluded":
      return [against(small.message)];
    case "unknown":
      return small.limitFen === undefined
        ? [
            lacks("override.averageWageFen", small.message, {
              command: "override.add",
              data: { packPath: AVERAGE_WAGE, ask: "value" },
            }),
          ]
        : [cannotTell(small.message)];
  }
};
