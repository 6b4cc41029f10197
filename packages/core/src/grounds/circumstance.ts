/**
 * Conditions about people, payments and answers: nothing here is measured. Pure (B9, G5, R1).
 */
import { all, find, info } from "../case/case.ts";
import { byId, compareText } from "../measure/live.ts";
import { message, type Message } from "../message.ts";
import { ref, type Id, type Ref } from "../identity.ts";
import { moneyFlow, type MoneyFlow, type Payment } from "../proof/money-flow.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { material, type ConditionOf, type Facts } from "./facts.ts";
import { every, met, missing, notMet, unknown, type Finding } from "./finding.ts";

/** The exhibit of a record, while it is in the case (E6). */
const shownIn = (f: Facts, exhibit: Id | undefined): readonly Ref[] =>
  find(f.of, "exhibit", exhibit) && exhibit !== undefined ? [ref("exhibit", exhibit)] : [];

/** Two payments of one amount for one order, neither of which came back. One payment alone says nothing: another bill may show the second. */
export function duplicatePayment(f: Facts): Finding {
  const money = moneyFlow(f.of);
  const groups = new Map<string, Payment[]>();
  for (const p of money.payments) {
    const order = money.orders.find((o) => o.id === p.order || (o.number !== "" && o.number === p.merchantOrder));
    const key = `${order?.id ?? ""}|${p.amountFen}`;
    groups.set(key, [...(groups.get(key) ?? []), p]);
  }
  const twice = [...groups.values()].filter((g) => g.length > 1);
  const open = twice.find((g) => g.filter((p) => !cameBack(p, money)).length > 1);
  const say = (code: string, g: readonly Payment[]) =>
    message(
      code,
      { n: g.length, amountFen: g[0]?.amountFen ?? 0 },
      g.flatMap((p) => [ref("payment", p.id), ...money.seenIn("payment", p.id).map((e) => ref("exhibit", e))]),
    );
  if (open) return met(say("B9.two_payments", open));
  const settled = twice[0];
  if (settled) return notMet(say("B9.two_payments_refunded", settled));
  return unknown(
    [message("B9.no_second_payment", { n: money.payments.length })],
    missing("missing.second_payment", {}, material.payment),
  );
}

const cameBack = (p: Payment, money: MoneyFlow): boolean =>
  money.refunds.filter((r) => r.payment === p.id).reduce((n, r) => n + r.amountFen, 0) >= p.amountFen;

const ADULT = 18;

/** G5: age at payment. Source: cc-19, cc-20 (which of the two applies is shown from the age). */
export function payerMinor(f: Facts): Finding {
  const me = info(f.of);
  if (me?.payerAge === undefined) return unknown([message("G5.age_unknown")], missing("missing.payer_age"));
  const said = message("G5.age", { age: me.payerAge }, [ref("case", me.id, "payerAge")]);
  return me.payerAge < ADULT ? met(said) : notMet(said);
}

/** R1: places where a name can be found; a lookup names one as `place`. */
export const identityPlaces = ["licence", "icp", "terms", "bill", "invoice", "store", "platform"] as const;
/** On a site of their own, a name has been looked for when these were looked at. */
const ownSitePlaces: readonly string[] = ["licence", "icp", "terms", "bill"];

/** A payment of the order to that very name, in a bill that is in the case. */
function payeeOnBill(f: Facts, parties: readonly RecordOf<"party">[]): Message | undefined {
  const money = moneyFlow(f.of);
  for (const party of parties) {
    const paid = money.payments.find((p) => p.payee === party.name && money.seenIn("payment", p.id).length > 0);
    if (paid)
      return message("R1.identified", { name: party.name, foundIn: "bill" }, [
        ref("party", party.id),
        ...money.seenIn("payment", paid.id).map((e) => ref("exhibit", e)),
      ]);
  }
  return undefined;
}

/** The platform was asked and named nobody, or every place on their own site was looked at in vain. Source: crpl-44. */
export function respondentUnidentified(f: Facts): Finding {
  const parties = all(f.of, "party").filter(
    (p) => (p.role === "respondent" || p.role === "seller") && p.name.trim() !== "",
  );
  const found = parties.find(
    (p) =>
      p.foundIn !== undefined &&
      p.foundIn !== "told" &&
      (p.exhibit === undefined || find(f.of, "exhibit", p.exhibit) !== undefined),
  );
  const billed = found ? undefined : payeeOnBill(f, parties);
  if (billed) return notMet(billed);
  if (found)
    return notMet(
      message("R1.identified", { name: found.name, foundIn: found.foundIn ?? "" }, [
        ref("party", found.id),
        ...shownIn(f, found.exhibit),
      ]),
    );
  const vain = all(f.of, "lookup")
    .filter((l) => l.result === "not_found")
    .toSorted((a, b) => compareText(a.on, b.on) || byId(a, b));
  const looked = new Set(vain.map((l) => l.place));
  const used = vain.filter((l) => identityPlaces.some((p) => p === l.place));
  if (looked.has("platform") || ownSitePlaces.every((p) => looked.has(p))) {
    const last = used.at(-1);
    return met(
      message(
        "R1.not_found",
        { places: [...new Set(used.map((l) => l.place))], on: last?.on ?? "" },
        used.map((l) => ref("lookup", l.id)),
      ),
    );
  }
  const toLook = ownSitePlaces.filter((p) => !looked.has(p));
  const [told] = parties;
  return unknown(
    [told ? message("R1.told", { name: told.name }, [ref("party", told.id)]) : message("R1.unnamed")],
    missing("missing.respondent", { places: [...toLook, "platform"] }, "商家信息"),
  );
}

/** A term whose very text is the ground: it is met by the captured clause itself. */
export function refundClause(f: Facts): Finding {
  const clauses = f.clause
    ? [f.clause]
    : all(f.of, "clause")
        .filter((c) => c.ground === f.kind)
        .toSorted(byId);
  const captured = clauses.filter((c) => find(f.of, "exhibit", c.exhibit) !== undefined);
  if (captured.length === 0) return unknown([message("B2.no_clause")], missing("missing.clause", {}, material.rules));
  return met(
    ...captured.map((c) =>
      message("B2.clause", { document: c.document, article: c.article, quote: c.quote }, [
        ref("clause", c.id),
        ...shownIn(f, c.exhibit),
      ]),
    ),
  );
}

/** Every question has its answer: the opposite one decides against it, none or "unknown" leaves it open. */
export function answered(c: ConditionOf<"answers">, f: Facts): Finding {
  if (c.all.length === 0) return unknown([message("B9.nothing_asked")]);
  return every(
    c.all.map(({ question, is }) => {
      const last = newestAnswer(f, question);
      const args = { question, value: last?.value ?? "" };
      const refs = last ? [ref("answer", last.id), ...shownIn(f, last.exhibit)] : [];
      if (last?.value === is) return met(message("B9.answered", args, refs));
      if (last?.value === (is === "yes" ? "no" : "yes")) return notMet(message("B9.answered", args, refs));
      return unknown([message("B9.not_answered", args, refs)], missing("missing.answer", { question }));
    }),
  );
}

const newestAnswer = (f: Facts, question: string): RecordOf<"answer"> | undefined =>
  all(f.of, "answer")
    .filter((a) => a.question === question)
    .toSorted((a, b) => compareText(a.recordedAt ?? a.at ?? "", b.recordedAt ?? b.at ?? "") || byId(a, b))
    .at(-1);
