/**
 * Refunds: one record for one refund, however many exports show it, in whatever order they come in. Pure; async for ids.
 *
 * 1. A refund with a number of its own is that number. An export that shows only a total (`成功退款（元）`, `已退款(￥50.00)`) is first
 *    explained by the refunds known of that payment; only what is left becomes a refund of its own, one per payment.
 * 2. What results depends on what was seen, not on the order of seeing: the largest total and the set of numbers.
 * 3. A total is sighted on the row of the payment itself. That is how a stored total is told from a numbered row.
 *
 * Source: 2-architecture, Identity.
 */
import { all, find, ref, type Case, type Change, type Fen, type Id, type Instant, type RecordOf } from "@recourse/core";
import { linkId, refundId, sightingId, unnumberedRefundId } from "./derived-id.ts";
import { startRecording, type Recording, type Stamp } from "./recording.ts";

/** A refund row with its own number. */
export interface NumberedRefund {
  readonly transaction: string;
  readonly amountFen: Fen;
  readonly at: Instant;
  readonly exhibit: Id;
  readonly row: number;
}

/** The row of a payment that says how much of it came back so far. */
export interface RefundTotal {
  readonly totalFen: Fen;
  readonly exhibit: Id;
  readonly row: number;
}

/** A payment as its number says it; its record need not be in the case. */
export interface PaymentKey {
  readonly id: Id;
  readonly provider: RecordOf<"payment">["provider"];
  readonly transaction: string;
}

export interface RefundsSeen {
  readonly numbered: readonly NumberedRefund[];
  readonly totals: readonly RefundTotal[];
}

/** Brings the refunds of one payment in line with what the case and `seen` show. */
export async function settleRefunds(recording: Recording, payment: PaymentKey, seen: RefundsSeen): Promise<void> {
  const totals = merged(storedTotals(recording.case(), payment.id), seen.totals);
  const restId = await unnumberedRefundId(payment.provider, payment.transaction);
  for (const one of seen.numbered) await takeNumbered(recording, payment, restId, one);

  const known = refundsOf(recording.case(), payment.id).filter((r) => r.id !== restId);
  const left = Math.max(0, ...totals.map((t) => t.totalFen)) - known.reduce((sum, r) => sum + r.amountFen, 0);
  if (left > 0) {
    const { provider } = payment;
    recording.ensure("refund", restId, {
      provider,
      transaction: "",
      payment: payment.id,
      amountFen: left,
      route: "unknown",
    });
    recording.set("refund", restId, "amountFen", left);
  }
  const rest = left > 0 ? find(recording.case(), "refund", restId) : undefined;
  const targets = [...known.toSorted(byTime), ...(rest === undefined ? [] : [rest])];
  for (const total of totals) await sightTotal(recording, payment.id, shownBy(total.totalFen, targets), total);
  if (left <= 0) recording.remove("refund", restId);
}

/**
 * The changes that make every payment's refunds agree again, for after a merge: two people may each have imported another
 * export of the same payment while apart. Nothing to do means no changes.
 */
export async function reconcileRefunds(of: Case, stamp: Stamp): Promise<readonly Change[]> {
  const recording = startRecording(of, stamp);
  for (const { id, provider, transaction } of all(of, "payment")) {
    await settleRefunds(recording, { id, provider, transaction }, { numbered: [], totals: [] });
  }
  return recording.changes();
}

const refundsOf = (of: Case, payment: Id): readonly RecordOf<"refund">[] =>
  all(of, "refund").filter((r) => r.payment === payment);

/** Rows that show the payment and a refund of it at once. */
function storedTotals(of: Case, payment: Id): readonly RefundTotal[] {
  const sightings = all(of, "sighting");
  const place = (s: { readonly exhibit: Id; readonly row: number }): string => `${s.exhibit}/${s.row}`;
  const ownRows = new Set(sightings.filter((s) => s.of === ref("payment", payment)).map(place));
  const refunds = new Set([...refundsOf(of, payment)].map((r) => ref("refund", r.id)));
  const totals = sightings.filter((s) => refunds.has(s.of) && ownRows.has(place(s)));
  return [
    ...new Map(totals.map((s) => [place(s), { totalFen: s.amountFen, exhibit: s.exhibit, row: s.row }])).values(),
  ];
}

function merged(stored: readonly RefundTotal[], seen: readonly RefundTotal[]): readonly RefundTotal[] {
  return [...new Map([...stored, ...seen].map((t) => [`${t.exhibit}/${t.row}`, t])).values()];
}

async function takeNumbered(recording: Recording, payment: PaymentKey, restId: Id, one: NumberedRefund): Promise<void> {
  const { provider } = payment;
  const all0 = all(recording.case(), "refund");
  const same = all0.find((r) => r.provider === provider && r.transaction === one.transaction);
  // A refund the person wrote down by hand, now seen with its number.
  const told = all0.find(
    (r) => r.payment === payment.id && r.id !== restId && r.transaction === "" && r.amountFen === one.amountFen,
  );
  const id = same?.id ?? told?.id ?? (await refundId(provider, one.transaction));
  recording.put("refund", id, {
    provider,
    transaction: one.transaction,
    payment: payment.id,
    amountFen: one.amountFen,
    at: one.at,
    route: "original",
  });
  if (same === undefined && told !== undefined) {
    recording.set("refund", id, "transaction", one.transaction);
    if (told.at === undefined) recording.set("refund", id, "at", one.at);
  }
  if (find(recording.case(), "refund", id) !== undefined) await sight(recording, id, one, one.amountFen, one.at);
}

/** Earliest first; a refund whose time nobody knows comes last. */
function byTime(a: RecordOf<"refund">, b: RecordOf<"refund">): number {
  const key = (r: RecordOf<"refund">): string => `${r.at ?? "9999"} ${r.transaction} ${r.id}`;
  return key(a) < key(b) ? -1 : 1;
}

/** The refunds a total includes: the earliest ones that fit into it, and at least one. */
function shownBy(totalFen: Fen, inOrder: readonly RecordOf<"refund">[]): ReadonlySet<Id> {
  let sum = 0;
  const within = inOrder.filter((r) => (sum += r.amountFen) <= totalFen);
  return new Set((within.length > 0 ? within : inOrder.slice(0, 1)).map((r) => r.id));
}

async function sightTotal(
  recording: Recording,
  payment: Id,
  shown: ReadonlySet<Id>,
  total: RefundTotal,
): Promise<void> {
  for (const id of shown) await sight(recording, id, total, total.totalFen);
  const of = recording.case();
  for (const refund of refundsOf(of, payment).filter((r) => !shown.has(r.id))) {
    const target = ref("refund", refund.id);
    const seen = all(of, "sighting").filter((s) => s.of === target && s.exhibit === total.exhibit);
    const here = seen.find((s) => s.row === total.row);
    if (here === undefined) continue;
    recording.remove("sighting", here.id);
    if (seen.length === 1) recording.remove("link", await linkId(total.exhibit, "amount", "proves.refund", target));
  }
}

async function sight(
  recording: Recording,
  refund: Id,
  where: { readonly exhibit: Id; readonly row: number },
  amountFen: Fen,
  at?: Instant,
): Promise<void> {
  const { exhibit, row } = where;
  const of = ref("refund", refund);
  if (!recording.ensure("sighting", await sightingId(of, exhibit, row), { of, exhibit, row, amountFen, at })) return;
  recording.ensure("link", await linkId(exhibit, "amount", "proves.refund", of), {
    exhibit,
    element: "amount",
    shows: of,
    code: "proves.refund",
    locator: `row=${row}`,
  });
}
