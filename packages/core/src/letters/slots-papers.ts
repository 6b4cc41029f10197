/**
 * Slots of the order, the money, the message that is answered, and the papers of a case. Pure (W1, X6).
 */
import { all, find, info } from "../case/case.ts";
import { ref, type Ref } from "../identity.ts";
import { formatYuan } from "../money.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { civilOf, clockOf, DAY_MS, printedSpan, startOf, toMillis, type When } from "../time.ts";
import type { Reply } from "./correspondence.ts";
import { quoted } from "./history-sentences.ts";
import { standingPayments } from "./order-sentences.ts";
import { maskName } from "./personal.ts";
import { bestIn, day, moment, plain, wordsOf, type ExhibitSlot, type Slot, type Slots } from "./slot.ts";
import { exhibitsOf } from "./sources.ts";
import type { Composed, LetterFacts } from "./template.ts";

/** The message an answer is about, where there is one. */
export type SlotReply = Pick<Reply, "refs" | "amountFen"> & {
  readonly at: When | undefined;
  readonly quote: string | undefined;
  readonly sender?: string | undefined;
};

/** The order, what was paid for it and what is asked. */
export function moneySlots(facts: LetterFacts, told: readonly Composed[], exhibit: ExhibitSlot): Slots {
  const { demand } = facts;
  const best = bestIn(told);
  const paid = best("order.paid", "order.charged", "order.posted");
  const payment = standingPayments(facts)[0];
  const order = all(facts.case, "order").toSorted((a, b) => (a.orderedAt < b.orderedAt ? -1 : 1))[0];
  const onOrder = order ? [ref("order", order.id)] : [];
  const onPayment = payment ? [ref("payment", payment.id)] : [];
  const due = [...demand.refs, ...onPayment, ...onOrder];
  const elapsed = order && printedSpan(order.orderedAt, facts.now);
  const span = order && toMillis(startOf(civilOf(facts.now))) - toMillis(startOf(civilOf(order.orderedAt)));
  return {
    order_no: plain(order?.number, onOrder),
    order_exhibit: exhibit([...onOrder, ...onPayment]),
    paid: demand.paidFen > 0 ? plain(formatYuan(demand.paidFen), due) : undefined,
    debit_at: moment(payment?.paidAt, onPayment),
    payment_no: plain(payment?.transaction, onPayment),
    payee: plain(payment?.payee, onPayment),
    bill_exhibit: exhibit(paid?.cites ?? onPayment),
    bill_to: billDay(facts, onPayment),
    claim_amount: demand.claimFen === undefined ? undefined : plain(formatYuan(demand.claimFen), due),
    breakdown:
      demand.claimFen === undefined
        ? undefined
        : wordsOf(
            "letter.phrase.breakdown",
            {
              paidFen: demand.paidFen,
              refundedFen: demand.refundedFen,
              receivedFen: demand.receivedFen ?? 0,
              claimFen: demand.claimFen,
            },
            due,
          ),
    deadline_at: day(facts.answerBy, [ref("draft", facts.draft, "answerBy")]),
    now: day(facts.now, []),
    from: day(order?.orderedAt, onOrder),
    to: order && day(facts.now, onOrder),
    days: span === undefined ? undefined : plain(Math.round(span / DAY_MS), onOrder),
    elapsed:
      elapsed &&
      wordsOf(
        "letter.phrase.elapsed",
        { ...(elapsed.hours < 24 ? {} : { days: Math.floor(elapsed.hours / 24) }), hours: elapsed.hours % 24 },
        onOrder,
      ),
  };
}

/** Up to which day the bill was looked at: when it was captured, or else when its file was written. */
function billDay(facts: LetterFacts, on: readonly Ref[]): Slot | undefined {
  const bills = on.flatMap((r) => exhibitsOf(facts.case, r)).flatMap((e) => find(facts.case, "exhibit", e) ?? []);
  const last = bills.toSorted((a, b) => (a.importedAt < b.importedAt ? 1 : -1))[0];
  return last && day(last.capturedAt ?? last.lastModified, [ref("exhibit", last.id)]);
}

/** What they said. */
export function replySlots(facts: LetterFacts, reply: SlotReply | undefined, exhibit: ExhibitSlot): Slots {
  if (reply === undefined) return {};
  const at = reply.at;
  const staff = reply.sender;
  return {
    reply_date: day(at, reply.refs),
    reply_time: at?.includes("T") === true ? plain(clockOf(startOf(at)).time, reply.refs) : undefined,
    staff_or_nick: plain(staff, reply.refs),
    staff_masked: staff === undefined ? undefined : plain(maskName(staff), reply.refs),
    excuse_quote: plain(quoted(facts, reply.quote), reply.refs),
    reply_exhibit: exhibit(reply.refs),
    chat_exhibit: exhibit(reply.refs),
    counter_sentence: counterOffer(facts),
    offer_amount: reply.amountFen === undefined ? undefined : plain(formatYuan(reply.amountFen), reply.refs),
    fee_amount: reply.amountFen === undefined ? undefined : plain(formatYuan(reply.amountFen), reply.refs),
  };
}

/** What the person would settle for, by the newest offer of their own (S1). */
function counterOffer(facts: LetterFacts): Slot | undefined {
  const own = all(facts.case, "offer")
    .filter((o) => o.side === "mine" && o.amountFen !== undefined)
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))[0];
  return own?.amountFen === undefined
    ? undefined
    : wordsOf("letter.phrase.counter_offer", { offerFen: own.amountFen }, [ref("offer", own.id)]);
}

/** Parties, papers and filings. */
export function paperSlots(facts: LetterFacts, exhibit: ExhibitSlot): Slots {
  const party = (role: RecordOf<"party">["role"]): RecordOf<"party"> | undefined =>
    all(facts.case, "party").find((p) => p.role === role && p.name.trim() !== "");
  const filed = all(facts.case, "filing")
    .filter((f) => f.reference !== undefined && f.reference.trim() !== "")
    .toSorted((a, b) => (a.id < b.id ? 1 : -1));
  const atStore = filed.find((f) => f.channel === "app_store");
  const other = filed.find((f) => f.channel !== "app_store");
  const material = (type: string): readonly Ref[] =>
    all(facts.case, "exhibit").flatMap((e) => (e.materialType === type ? [ref("exhibit", e.id)] : []));
  const [respondent, guardian, me] = [party("respondent"), party("guardian"), info(facts.case)];
  return {
    respondent: respondent && plain(respondent.name, [ref("party", respondent.id)]),
    guardian: guardian && plain(guardian.name, [ref("party", guardian.id)]),
    age: me?.payerAge === undefined ? undefined : plain(me.payerAge, [ref("case", facts.case.caseId, "payerAge")]),
    age_exhibit: exhibit(material("身份关系")),
    relation_exhibit: exhibit(material("身份关系")),
    pattern_exhibit: exhibit(material("使用记录")),
    store_ref: atStore && plain(atStore.reference, [ref("filing", atStore.id)]),
    filing_ref: other && plain(other.reference, [ref("filing", other.id)]),
  };
}
