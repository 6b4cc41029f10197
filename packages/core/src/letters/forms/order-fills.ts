/**
 * Fields about what was bought and paid. Pure (A2, A6, S1).
 *
 * 1. Each payment is its own line; what came back stands beside what was paid.
 */
import { all, find, type Case } from "../../case/case.ts";
import { ref, type Ref } from "../../identity.ts";
import { liveOrders } from "../../measure/live.ts";
import { message, type Args, type Message } from "../../message.ts";
import { moneyFlow } from "../../proof/money-flow.ts";
import type { RecordOf } from "../../schema/kinds.ts";
import { gapOf, textOr, type FillFacts, type Filled } from "./fill.ts";
import { partiesOf, partyGap } from "./party-fills.ts";

/** Only what is told, so that a sentence can leave out what is not. */
const told = (args: Readonly<Record<string, string | number | undefined>>): Args =>
  Object.fromEntries(Object.entries(args).flatMap(([k, v]) => (v === undefined || v === "" ? [] : [[k, v] as const])));

const noOrder = gapOf("form.missing.order", {}, "order.add", { ask: "number" });

const orNoOrder = (value: readonly Message[]): Filled => (value.length === 0 ? { value, gap: noOrder } : { value });

const contract = ({ case: of }: FillFacts): Filled =>
  orNoOrder(
    liveOrders(of).map((o) =>
      message("form.value.contract", told({ orderNo: o.number, item: o.item, orderedAt: o.orderedAt, url: o.url }), [
        ref("order", o.id),
      ]),
    ),
  );

function parties(facts: FillFacts): Filled {
  const line = (role: "claimant" | "respondent"): readonly Message[] =>
    partiesOf(facts.case, role).map((p) =>
      message("form.value.side", { role, name: p.name }, [ref("party", p.id, "name")]),
    );
  const [mine, theirs] = [line("claimant"), line("respondent")];
  const lacks = mine.length === 0 ? "claimant" : theirs.length === 0 ? "respondent" : undefined;
  const gap = lacks === undefined ? {} : { gap: partyGap({ role: lacks, party: undefined }, "name", "name") };
  return { value: [...mine, ...theirs], ...gap };
}

/** Promises whose page is still in the case, or that name none (E6). */
const undertakings = (of: Case): readonly RecordOf<"undertaking">[] =>
  all(of, "undertaking")
    .filter((u) => u.exhibit === undefined || find(of, "exhibit", u.exhibit) !== undefined)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));

function subject({ case: of }: FillFacts): Filled {
  const promised = undertakings(of);
  return orNoOrder(
    liveOrders(of).flatMap((o) => {
      const its = promised.filter((u) => u.order === o.id && u.quantity !== undefined);
      const whole = [message("form.value.subject", { item: o.item }, [ref("order", o.id, "item")])];
      const counted = its.map((u) =>
        message("form.value.subject", told({ item: o.item, counter: u.counter, quantity: u.quantity }), [
          ref("order", o.id, "item"),
          ref("undertaking", u.id, "quantity"),
        ]),
      );
      return counted.length === 0 ? whole : counted;
    }),
  );
}

function quality({ case: of }: FillFacts): Filled {
  const quoted = undertakings(of).filter((u) => u.quote.trim() !== "");
  if (quoted.length === 0)
    return { value: [], gap: gapOf("form.missing.promise", {}, "undertaking.add", { ask: "quote" }) };
  return {
    value: quoted.map((u) => message("form.value.promise", { quote: u.quote }, [ref("undertaking", u.id, "quote")])),
  };
}

function payments({ case: of }: FillFacts): Filled {
  const money = moneyFlow(of);
  const refs = money.payments.map((p): Ref => ref("payment", p.id));
  const paid = money.payments.map((p, i) =>
    message(
      "form.value.payment",
      told({ paidAt: p.paidAt, amountFen: p.amountFen, payee: p.payee, transaction: p.transaction }),
      refs.slice(i, i + 1),
    ),
  );
  const asTold =
    paid.length > 0
      ? []
      : money.orders.map((o) => message("form.value.paid", { amountFen: o.paidFen }, [ref("order", o.id, "paidFen")]));
  const back =
    money.refundedFen > 0
      ? [
          message(
            "form.value.refunded",
            { refundedFen: money.refundedFen },
            money.refunds.map((r) => ref("refund", r.id, "amountFen")),
          ),
        ]
      : [];
  const value = [...paid, ...asTold, ...back];
  return value.length === 0
    ? { value, gap: gapOf("form.missing.payment", {}, "payment.add", { ask: "amountFen" }) }
    : { value };
}

/** One fact of the payment of the section. */
function paymentFact({ payment }: FillFacts, field: "transaction" | "merchantOrder" | "payee"): Filled {
  if (payment === undefined)
    return { value: [], gap: gapOf("form.missing.payment", {}, "payment.add", { ask: "amountFen" }) };
  const gap = gapOf("form.missing.payment_fact", { what: field }, "payment.edit", { id: payment.id, ask: field });
  return textOr(payment[field], [ref("payment", payment.id, field)], gap);
}

function worded({ payment }: FillFacts, code: string, args: (p: RecordOf<"payment">) => Args): Filled {
  if (payment === undefined)
    return { value: [], gap: gapOf("form.missing.payment", {}, "payment.add", { ask: "amountFen" }) };
  return { value: [message(code, args(payment), [ref("payment", payment.id)])] };
}

export const orderFills = {
  "order.contract": contract,
  "order.parties": parties,
  "order.subject": subject,
  "order.quality": quality,
  "order.payments": payments,
  "payment.provider": (f: FillFacts): Filled => worded(f, "form.value.provider", (p) => ({ provider: p.provider })),
  "payment.transaction": (f: FillFacts): Filled => paymentFact(f, "transaction"),
  "payment.merchant_order": (f: FillFacts): Filled => paymentFact(f, "merchantOrder"),
  "payment.paid_at": (f: FillFacts): Filled => worded(f, "form.value.moment", (p) => ({ at: p.paidAt })),
  "payment.amount": (f: FillFacts): Filled => worded(f, "form.value.amount", (p) => ({ amountFen: p.amountFen })),
  "payment.payee": (f: FillFacts): Filled => paymentFact(f, "payee"),
} as const;
