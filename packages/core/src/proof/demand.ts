/**
 * Demand: what may be asked for, with its arithmetic. Pure (D1–D3).
 *
 * 1. Demand = paid − refunded − value received, each line printed with its source.
 * 2. Value received unknown ⇒ both amounts stand and the person chooses (D3); nothing is guessed for them.
 * 3. Prepaid: at the discounted price; gifts by ratio, i.e. the price paid spread over bought and given units (D2, spc-prepaid-2025-18).
 */
import { all, find, info, type Case } from "../case/case.ts";
import { ref } from "../identity.ts";
import { message, type Message } from "../message.ts";
import type { Fen } from "../money.ts";
import type { Demand, Fix } from "../assess/assessment.ts";
import type { Measures, UndertakingMeasure } from "../measure/measurement.ts";
import type { RecordOf } from "../schema/kinds.ts";
import type { MoneyFlow } from "./money-flow.ts";

type Usage = RecordOf<"usage">;

/** Value of `used` units when `paid` bought `total` units and `gift` units came on top. Rounded up to a fen: against us. */
export function valueUsed(paid: Fen, total: number, used: number, gift = 0, giftUsed = 0): Fen {
  const units = total + gift;
  if (units <= 0) return 0;
  return Math.min(paid, Math.ceil((paid * Math.min(units, used + giftUsed)) / units - 1e-9));
}

/** What was received, as far as it is known: stated value, used units, or delivery measured below its promise. */
function received(
  of: Case,
  money: MoneyFlow,
  usage: Usage | undefined,
  measure: UndertakingMeasure | undefined,
): { readonly fen: Fen | undefined; readonly line: Message | undefined; readonly proRata: Fen | undefined } {
  if (usage?.valueFen !== undefined)
    return {
      fen: usage.valueFen,
      line: message("D1.value_stated", { valueFen: usage.valueFen }, [ref("usage", usage.id)]),
      proRata: undefined,
    };
  if (usage?.unitsTotal !== undefined && usage.unitsUsed !== undefined) {
    const fen = valueUsed(money.paidFen, usage.unitsTotal, usage.unitsUsed, usage.giftUnits, usage.giftUsed);
    return {
      fen,
      line: message(
        "D2.units",
        {
          valueFen: fen,
          used: usage.unitsUsed,
          total: usage.unitsTotal,
          paidFen: money.paidFen,
          gift: usage.giftUnits ?? 0,
        },
        [ref("usage", usage.id)],
      ),
      proRata: undefined,
    };
  }
  const gained = measure?.gained;
  const line = measure?.start?.line;
  if (measure?.quantity !== undefined && gained !== undefined && line !== undefined && gained > line) {
    const proRata = valueUsed(money.paidFen, measure.quantity, Math.min(gained, measure.quantity));
    return {
      fen: undefined,
      line: message(
        "D3.delivered_part",
        { gained, quantity: measure.quantity, valueFen: proRata },
        measure.newest ? [ref("reading", measure.newest.id)] : [],
      ),
      proRata,
    };
  }
  if (info(of)?.category === "course" && usage === undefined)
    return { fen: undefined, line: message("D3.usage_unknown", {}, []), proRata: undefined };
  return { fen: 0, line: undefined, proRata: undefined };
}

/** The demand of the case's main order. */
export function demandOf(of: Case, money: MoneyFlow, measures: Measures): Demand {
  const order = money.order;
  const usage = order
    ? all(of, "usage").find(
        (u) => u.order === order.id && (u.exhibit === undefined || find(of, "exhibit", u.exhibit) !== undefined),
      )
    : undefined;
  const measure = Object.values(measures.byUndertaking).find((m) => m.order.id === order?.id);
  const got = received(of, money, usage, measure);
  const rest = Math.max(0, money.paidFen - money.refundedFen);
  const after = got.proRata === undefined ? rest : Math.max(0, rest - got.proRata);
  const either: readonly [Fen, Fen] | undefined = got.fen === undefined && after !== rest ? [after, rest] : undefined;
  const claim =
    got.fen !== undefined
      ? Math.max(0, rest - got.fen)
      : either === undefined
        ? // Both answers come to the same, or everything came back: there is nothing to choose (D3).
          got.proRata !== undefined || rest === 0
          ? rest
          : undefined
        : usage?.claimChoice === "full"
          ? rest
          : usage?.claimChoice === "after_value"
            ? after
            : undefined;
  const lines: Message[] = [
    message(
      "D1.paid",
      { paidFen: money.paidFen },
      money.payments.map((p) => ref("payment", p.id, "amountFen")),
    ),
    ...(money.refunds.length > 0
      ? [
          message(
            "D1.refunded",
            { refundedFen: money.refundedFen },
            money.refunds.map((r) => ref("refund", r.id, "amountFen")),
          ),
        ]
      : []),
    ...(got.line ? [got.line] : []),
  ];
  return {
    paidFen: money.paidFen,
    refundedFen: money.refundedFen,
    // Chosen to be taken off, what was received is part of the arithmetic like a value that is known (D1, D3).
    receivedFen: got.fen ?? (either !== undefined && usage?.claimChoice === "after_value" ? got.proRata : undefined),
    claimFen: claim,
    either: claim === undefined ? either : undefined,
    lines,
    refs: lines.flatMap((l) => l.refs),
  };
}

/** D3: the two answers to "which amount", as commands; nothing where there is no order. */
export function choiceFixes(of: Case): readonly Fix[] {
  const order = all(of, "order")[0];
  if (!order) return [];
  const usage = all(of, "usage").find((u) => u.order === order.id);
  const choose = (claimChoice: "full" | "after_value", title: string): Fix =>
    usage
      ? { title, command: "usage.edit", data: { id: usage.id, set: { claimChoice } } }
      : { title, command: "usage.add", data: { order: order.id, claimChoice } };
  return [choose("after_value", "fix.claim_after_value"), choose("full", "fix.claim_full")];
}
