/**
 * Requirements: the single things an element needs, each judged on its own. Pure (E1, E3, E11, R1).
 *
 * 1. `ok` only through live exhibits linked to the element; told without an exhibit is `weak`; nothing is `none`.
 * 2. Each answer says why, and what would close it.
 */
import { all, info, type Case } from "../case/case.ts";
import { ref, type Id } from "../identity.ts";
import { message, type Message } from "../message.ts";
import type { Demand, Missing, Verdict } from "../assess/assessment.ts";
import type { Measures } from "../measure/measurement.ts";
import type { Requirement } from "../pack/pack.ts";
import type { RecordOf } from "../schema/kinds.ts";
import type { ElementId } from "../schema/parts.ts";
import type { MoneyFlow } from "./money-flow.ts";
import type { Shown } from "./shown.ts";

export interface Judged {
  readonly verdict: "none" | "weak" | "ok";
  readonly exhibits: readonly Id[];
  readonly why: readonly Message[];
  readonly missing: readonly Missing[];
}

/** What the requirements of one ground are judged on. */
export interface Grounding {
  readonly of: Case;
  readonly shown: Shown;
  readonly money: MoneyFlow;
  readonly measures: Measures;
  readonly demand: Demand;
  readonly clause: RecordOf<"clause"> | undefined;
  readonly condition: {
    readonly verdict: Verdict;
    readonly missing: readonly Missing[];
    readonly exhibits: readonly Id[];
    readonly because: readonly Message[];
  };
}

const okBy = (exhibits: readonly Id[], why: readonly Message[] = []): Judged => ({
  verdict: "ok",
  exhibits: [...new Set(exhibits)],
  why,
  missing: [],
});
const open = (
  verdict: "none" | "weak",
  why: Message,
  missing: readonly Missing[],
  exhibits: readonly Id[] = [],
): Judged => ({ verdict, exhibits: [...new Set(exhibits)], why: [why], missing });
const need = (element: ElementId, code: string, material?: string, args: Message["args"] = {}): Missing => ({
  ...message(code, args),
  element,
  ...(material === undefined ? {} : { material }),
});
const linked = (g: Grounding, element: ElementId, exhibits: readonly (Id | undefined)[]): readonly Id[] => {
  const set = g.shown.for(element);
  return exhibits.filter((e): e is Id => e !== undefined && set.has(e));
};
const ofMaterial = (g: Grounding, element: ElementId, material: string): readonly Id[] =>
  [...g.shown.for(element)].filter((e) => g.shown.exhibit(e)?.materialType === material);

function orderRecord(g: Grounding): Judged {
  const order = g.money.order;
  if (!order) return open("none", message("E1.no_order"), [need("order_exists", "missing.order", "支付凭证")]);
  if (order.number.trim() === "")
    return open("weak", message("E1.order_number_missing", {}, [ref("order", order.id)]), [
      need("order_exists", "missing.order_number", "订单截图"),
    ]);
  const bills = g.money.payments
    .filter((p) => p.merchantOrder === order.number)
    .flatMap((p) => g.money.seenIn("payment", p.id));
  const by = linked(g, "order_exists", [...bills, order.exhibit, ...ofMaterial(g, "order_exists", "订单截图")]);
  if (by.length > 0) return okBy(by, [message("E3.order_number_on_payment", { number: order.number })]);
  return open("weak", message("E1.order_told", { number: order.number }, [ref("order", order.id)]), [
    need("order_exists", "missing.order_proof", "支付凭证"),
  ]);
}

function paymentMatched(g: Grounding): Judged {
  const order = g.money.order;
  const payments = g.money.payments;
  if (!order || payments.length === 0) {
    const shots = ofMaterial(g, "order_exists", "支付凭证");
    return shots.length > 0
      ? open(
          "weak",
          message("E1.payment_not_recorded"),
          [need("order_exists", "missing.payment_details", "支付凭证")],
          shots,
        )
      : open("none", message("E1.no_payment"), [need("order_exists", "missing.payment", "支付凭证")]);
  }
  const by = linked(g, "order_exists", [
    ...payments.flatMap((p) => g.money.seenIn("payment", p.id)),
    ...ofMaterial(g, "order_exists", "支付凭证"),
  ]);
  const refs = payments.map((p) => ref("payment", p.id));
  if (by.length === 0)
    return open("weak", message("E1.payment_told", {}, refs), [need("order_exists", "missing.payment", "支付凭证")]);
  const first = payments[0];
  if (first && first.amountFen !== order.paidFen && g.money.paidFen !== order.paidFen)
    return open(
      "weak",
      message("E3.amount_differs", { orderFen: order.paidFen, paymentFen: first.amountFen }, refs),
      [need("order_exists", "missing.amount_explained")],
      by,
    );
  if (first && printedMinute(first.paidAt) < printedMinute(order.orderedAt))
    return open(
      "weak",
      message("E3.payment_before_order", { paidAt: first.paidAt, orderedAt: order.orderedAt }, refs),
      [need("order_exists", "missing.order_time")],
      by,
    );
  if (first?.payeeKind === "person") return toPerson(g, by);
  return okBy(by, [message("E3.payment_matches", { amountFen: g.money.paidFen, number: order.number }, refs)]);
}

/** Instants compare as text; minutes are what bills and pages both print. */
const printedMinute = (at: string): string => at.slice(0, 16);

/** E11: row + chat where the payee asks for and confirms it + promise; else weak. */
function toPerson(g: Grounding, by: readonly Id[]): Judged {
  const chats = all(g.of, "communication").filter(
    (c) => c.direction === "theirs" && g.shown.exhibit(c.exhibit) !== undefined,
  );
  const asked = chats.some((c) => /转|付|收款|打款/.test(c.text));
  const promised = all(g.of, "undertaking").some((u) => g.shown.exhibit(u.exhibit) !== undefined);
  if (asked && promised)
    return okBy(
      [
        ...by,
        ...linked(
          g,
          "order_exists",
          chats.map((c) => c.exhibit),
        ),
      ],
      [message("E11.person_confirmed")],
    );
  return open("weak", message("E11.person_unconfirmed"), [need("order_exists", "missing.payee_chat", "沟通记录")], by);
}

function promiseCaptured(g: Grounding): Judged {
  const promises = all(g.of, "undertaking").filter((u) => g.money.orders.some((o) => o.id === u.order));
  const by = linked(
    g,
    "order_exists",
    promises.map((u) => u.exhibit),
  );
  const first = promises.find((u) => u.exhibit !== undefined && by.includes(u.exhibit));
  if (first)
    return okBy(
      by,
      first.shownAtOrder === "yes" ? [message("E1.promise_shown")] : [message("E3.promise_captured_later")],
    );
  const bare = ofMaterial(g, "order_exists", "服务承诺");
  if (promises.length > 0)
    return open(
      "weak",
      message(
        "E1.promise_told",
        {},
        promises.map((u) => ref("undertaking", u.id)),
      ),
      [need("order_exists", "missing.promise", "服务承诺")],
      bare,
    );
  if (bare.length > 0)
    return open("weak", message("E1.promise_not_typed"), [need("order_exists", "missing.promise_quote")], bare);
  return open("none", message("E1.no_promise"), [need("order_exists", "missing.promise", "服务承诺")]);
}

function conditionShown(g: Grounding): Judged {
  const c = g.condition;
  const by = linked(g, "breach", c.exhibits);
  if (c.verdict === "met") {
    const bare = c.exhibits.filter((e) => !by.includes(e));
    if (by.length > 0) return okBy(by, c.because);
    return open(
      bare.length > 0 ? "weak" : "none",
      message("E2.not_linked"),
      [need("breach", "missing.breach_link")],
      bare,
    );
  }
  const why = c.because[0] ?? message(c.verdict === "unknown" ? "B3.unknown" : "B3.not_met");
  return open(
    c.verdict === "unknown" && by.length > 0 ? "weak" : "none",
    why,
    c.missing.map((m) => ({ ...m, element: "breach" })),
    by,
  );
}

function conversation(g: Grounding): Judged {
  const talks = all(g.of, "communication").filter((c) => linked(g, "responsibility", [c.exhibit]).length > 0);
  const by = linked(
    g,
    "responsibility",
    talks.map((c) => c.exhibit),
  );
  if (by.length === 0)
    return open("none", message("E1.no_conversation"), [need("responsibility", "missing.conversation", "沟通记录")]);
  if (!talks.some((c) => c.direction === "theirs"))
    return open(
      "weak",
      message("E1.conversation_one_sided"),
      [need("responsibility", "missing.their_reply", "沟通记录")],
      by,
    );
  const numbers = g.money.orders.map((o) => o.number).filter((n) => n !== "");
  if (!talks.some((c) => numbers.some((n) => c.text.includes(n))))
    return open(
      "weak",
      message("E3.chat_without_order"),
      [need("responsibility", "missing.chat_order", "沟通记录")],
      by,
    );
  return okBy(by, [message("E1.conversation_shown")]);
}

function failureNotice(g: Grounding): Judged {
  const by = linked(
    g,
    "responsibility",
    all(g.of, "incident").map((i) => i.exhibit),
  );
  return by.length > 0
    ? okBy(by, [message("E1.failure_shown")])
    : open("none", message("E1.no_failure_notice"), [need("responsibility", "missing.failure_notice", "系统提示")]);
}

function unreachableAttempts(g: Grounding): Judged {
  const u = g.measures.unreachable;
  const by = linked(
    g,
    "responsibility",
    u.attempts.map((a) => a.exhibit),
  );
  if (u.shown && by.length > 0)
    return okBy(by, [message("M7.attempts", { n: u.attempts.length, dates: u.dates, media: u.media })]);
  return open(
    u.attempts.length > 0 ? "weak" : "none",
    message("M7.not_enough", { n: u.attempts.length }),
    [need("responsibility", "missing.attempts", "无法访问")],
    by,
  );
}

function clauseCaptured(g: Grounding): Judged {
  const by = linked(g, "responsibility", [g.clause?.exhibit]);
  if (g.clause && by.length > 0)
    return okBy(by, [
      message("E1.clause_shown", { document: g.clause.document, article: g.clause.article }, [
        ref("clause", g.clause.id),
      ]),
    ]);
  return open("none", message("E1.no_clause"), [need("responsibility", "missing.clause", "平台规则")]);
}

function respondentNamed(g: Grounding): Judged {
  const respondent = all(g.of, "party").find((p) => p.role === "respondent" && p.name.trim() !== "");
  const linkedTo = [...g.shown.for("respondent_identity")];
  if (!respondent)
    return open(
      linkedTo.length > 0 ? "weak" : "none",
      message("R1.unnamed"),
      [need("respondent_identity", "missing.respondent", "商家信息")],
      linkedTo,
    );
  if (linkedTo.length === 0)
    return open("weak", message("R1.told", { name: respondent.name }, [ref("party", respondent.id)]), [
      need("respondent_identity", "missing.respondent_proof", "商家信息"),
    ]);
  const fromBills = new Set(g.money.payments.flatMap((p) => g.money.seenIn("payment", p.id)));
  const other = linkedTo.some((e) => !fromBills.has(e));
  const payee = g.money.payments[0]?.payee;
  if (!other && payee !== undefined && payee !== respondent.name)
    return open(
      "weak",
      message("R1.payee_differs", { name: respondent.name, payee }, [ref("party", respondent.id)]),
      [need("respondent_identity", "missing.respondent_proof", "商家信息")],
      linkedTo,
    );
  return okBy(linkedTo, [message("R1.shown", { name: respondent.name }, [ref("party", respondent.id)])]);
}

function amountComputed(g: Grounding): Judged {
  const by = linked(
    g,
    "amount",
    g.money.payments.flatMap((p) => g.money.seenIn("payment", p.id)).concat([...g.shown.for("amount")]),
  );
  if (g.money.payments.length === 0 || by.length === 0)
    return open(
      g.money.order ? "weak" : "none",
      message("D1.unproven"),
      [need("amount", "missing.payment", "支付凭证")],
      by,
    );
  if (g.demand.claimFen === undefined && g.demand.either === undefined)
    return open(
      "weak",
      message("D3.usage_unknown"),
      [need("amount", "missing.usage", info(g.of)?.category === "course" ? "课程记录" : "其他")],
      by,
    );
  return okBy(
    by,
    g.demand.claimFen === undefined
      ? [message("D3.choose", {})]
      : [message("D1.computed", { claimFen: g.demand.claimFen })],
  );
}

const judges: Readonly<Record<Requirement, (g: Grounding) => Judged>> = {
  order_record: orderRecord,
  payment_matched: paymentMatched,
  promise_captured: promiseCaptured,
  condition_shown: conditionShown,
  conversation,
  failure_notice: failureNotice,
  unreachable_attempts: unreachableAttempts,
  clause_captured: clauseCaptured,
  respondent_named: respondentNamed,
  amount_computed: amountComputed,
};

/** Judges one requirement of one ground. */
export const judge = (requirement: Requirement, g: Grounding): Judged => judges[requirement](g);
