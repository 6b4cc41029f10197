/**
 * Settlement: what should have come back against what did. Pure (S1, S2, X16).
 *
 * 1. Expected is what the newest agreement says, and without one the demand; what came back before counts towards the demand only.
 * 2. Received is what is seen, in money. A balance at the platform is money only where that was agreed.
 * 3. `complete` = expected is known and nothing of it is missing.
 */
import { find, type Case } from "../case/case.ts";
import type { Demand } from "../assess/assessment.ts";
import type { History } from "../course/history.ts";
import { ref, type Id } from "../identity.ts";
import { message, type Message } from "../message.ts";
import type { Fen } from "../money.ts";
import type { MoneyFlow } from "../proof/money-flow.ts";
import { endOf, startOf, toMillis, type Instant, type When } from "../time.ts";
import { takenOffer, type OfferState } from "./offers.ts";
import { refundLines, type RefundLine } from "./refunds.ts";

export interface Settlement {
  /** Where the expected amount comes from. */
  readonly basis: "offer" | "demand" | "unknown";
  readonly offer?: Id;
  /** What should come back. Units: fen. */
  readonly expectedFen: Fen | undefined;
  /** Of it, what is seen. Units: fen. */
  readonly receivedFen: Fen;
  /** Said to be there and seen nowhere. Units: fen. */
  readonly toldFen: Fen;
  /** Seen as a balance at the platform. Units: fen. */
  readonly creditFen: Fen;
  /** Kept back. Units: fen. */
  readonly feeFen: Fen;
  readonly remainingFen: Fen | undefined;
  /** Seen beyond what was paid: it came back twice. Units: fen. */
  readonly overFen: Fen;
  readonly complete: boolean;
  readonly lines: readonly RefundLine[];
  /** What to look at; the most pressing first. */
  readonly findings: readonly Message[];
}

const sum = (list: readonly Fen[]): Fen => list.reduce((n, x) => n + x, 0);

/** Money that came back, against the newest agreement or the demand. `offers` are those of the same moment. */
export function settlementOf(
  of: Case,
  history: History,
  money: MoneyFlow,
  demand: Demand,
  offers: readonly OfferState[],
  now: Instant,
): Settlement {
  const lines = refundLines(of, history, money, now);
  const counted = lines.filter((l) => l.repeats === undefined);
  const seen = counted.filter((l) => l.seen);
  const taken = takenOffer(offers);
  const expected = expectedOf(taken, demand);
  const inCredit = taken?.form === "credit";
  const relevant = taken === undefined ? seen : seen.filter((l) => !cameBefore(l, taken.answeredAt ?? taken.madeAt));
  const cash = relevant.filter((l) => l.route !== "balance");
  const credit = relevant.filter((l) => l.route === "balance");
  const creditFen = sum(credit.map((l) => l.amountFen));
  const receivedFen = sum(cash.map((l) => l.amountFen)) + (inCredit ? creditFen : 0);
  const remainingFen = expected.fen === undefined ? undefined : Math.max(0, expected.fen - receivedFen);
  const rest: Omit<Settlement, "findings"> = {
    basis: expected.basis,
    ...(taken === undefined ? {} : { offer: taken.id }),
    expectedFen: expected.fen,
    receivedFen,
    toldFen: sum(counted.filter((l) => !l.seen).map((l) => l.amountFen)),
    creditFen,
    feeFen: sum(seen.map((l) => l.feeFen ?? 0)),
    remainingFen,
    overFen: overpaid(of, money, seen),
    complete: remainingFen === 0,
    lines,
  };
  return { ...rest, findings: findingsOf(rest, inCredit) };
}

function expectedOf(
  taken: OfferState | undefined,
  demand: Demand,
): { readonly basis: Settlement["basis"]; readonly fen: Fen | undefined } {
  if (taken !== undefined)
    return { basis: "offer", fen: taken.form === "money" || taken.form === "credit" ? taken.amountFen : undefined };
  if (demand.claimFen === undefined) return { basis: "unknown", fen: undefined };
  const { paidFen, refundedFen, receivedFen, claimFen } = demand;
  // What was refunded too much makes a claim of nothing, but no larger expectation.
  const fen = receivedFen === undefined ? Math.min(paidFen, claimFen + refundedFen) : paidFen - receivedFen;
  return { basis: "demand", fen: Math.max(0, fen) };
}

/** Money that was there before the agreement is not what the agreement speaks of; a refund without a day may be. */
const cameBefore = (line: RefundLine, agreed: When): boolean =>
  line.at !== undefined && toMillis(endOf(line.at)) < toMillis(startOf(agreed));

/** More than was paid, per payment; refunds that name none are held against all payments together. */
function overpaid(of: Case, money: MoneyFlow, seen: readonly RefundLine[]): Fen {
  const perPayment = money.payments.map((p) =>
    Math.max(0, sum(seen.filter((l) => l.payment === p.id).map((l) => l.amountFen)) - p.amountFen),
  );
  const named = new Set<string>(money.payments.map((p) => p.id));
  const loose = seen.filter(
    (l) => l.payment === undefined || find(of, "payment", l.payment) === undefined || !named.has(l.payment),
  );
  const total = sum(seen.map((l) => l.amountFen)) - money.paidFen;
  return Math.max(sum(perPayment), loose.length === 0 ? 0 : total, 0);
}

function findingsOf(s: Omit<Settlement, "findings">, inCredit: boolean): readonly Message[] {
  const refs = s.lines.map((l) => l.ref);
  const told = s.lines.filter((l) => !l.seen && l.repeats === undefined);
  const found: Message[] = [];
  if (s.overFen > 0) found.push(message("S1.over", { overFen: s.overFen }, [...refs, ref("provision", "cc-985")]));
  for (const l of s.lines)
    if (l.repeats !== undefined) found.push(message("S1.repeated", { amountFen: l.amountFen }, [l.ref, l.repeats]));
  for (const l of told) found.push(message("S2.not_seen", { amountFen: l.amountFen }, [l.ref]));
  if (s.creditFen > 0 && !inCredit)
    found.push(
      message(
        "S1.credit",
        { creditFen: s.creditFen },
        s.lines.filter((l) => l.route === "balance").map((l) => l.ref),
      ),
    );
  if (s.feeFen > 0)
    found.push(
      message(
        "S1.fee",
        { feeFen: s.feeFen },
        s.lines.filter((l) => (l.feeFen ?? 0) > 0).map((l) => l.ref),
      ),
    );
  const astray = s.lines.filter(
    (l) => l.seen && l.repeats === undefined && l.route !== "original" && l.route !== "balance",
  );
  if (astray.length > 0)
    found.push(
      message(
        "S1.route_open",
        { amountFen: sum(astray.map((l) => l.amountFen)) },
        astray.map((l) => l.ref),
      ),
    );
  found.push(stand(s));
  return found;
}

/** One line on where the money stands. */
function stand(s: Omit<Settlement, "findings">): Message {
  const refs = s.lines.filter((l) => l.seen).map((l) => l.ref);
  const { expectedFen, receivedFen, remainingFen } = s;
  if (expectedFen === undefined || remainingFen === undefined)
    return message("S1.expected_unknown", { receivedFen }, refs);
  if (remainingFen === 0) return message("S1.complete", { receivedFen, expectedFen }, refs);
  if (receivedFen === 0) return message("S1.nothing_yet", { expectedFen }, refs);
  return message("S1.partial", { remainingFen, receivedFen, expectedFen }, refs);
}
