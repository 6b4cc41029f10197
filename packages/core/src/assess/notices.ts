/**
 * What to read first, and the four questions on top of a case. Pure (L1, L3, L6, L7, L10, G5, R1).
 *
 * 1. Category `engagement` carries its notices everywhere; other categories carry none of them.
 * 2. "Cannot say" is an answer; a promise of success never is (L4).
 */
import { all, info, type Case } from "../case/case.ts";
import { message, type Message } from "../message.ts";
import { ref } from "../identity.ts";
import type { Pack } from "../pack/pack.ts";
import { endOf, type Instant } from "../time.ts";
import type { Deadline, Demand, FourAnswers, Notice } from "./assessment.ts";

/** Notices of a case in reading order. */
export function noticesOf(of: Case, pack: Pack, demand: Demand): readonly Notice[] {
  const me = info(of);
  if (!me) return [];
  const spec = pack.categories.find((c) => c.id === me.category);
  const list: Notice[] = (spec?.notices ?? []).map((code) => ({ code, args: {} }));
  if (me.category === "engagement") {
    if (me.situation === undefined) list.push({ code: "L6.ask", args: {} });
    if (me.situation === "business") list.push({ code: "L6.business", args: {} });
    if (me.situation === "worked") list.push({ code: "L6.worked", args: {} });
  }
  if (me.purpose === "business") list.push({ code: "L3.business", args: {} });
  if (me.purpose === "unknown") list.push({ code: "L3.ask", args: {} });
  if (me.payerAge !== undefined && me.payerAge < 18) list.push({ code: "G5.minor", args: { age: me.payerAge } });
  const stopBelow = pack.defaults["stopBelowFen"] ?? 0;
  const claim = demand.claimFen ?? demand.either?.[1];
  const unidentified = !all(of, "party").some((p) => p.role === "respondent" && p.name.trim() !== "");
  if (claim !== undefined && (claim < stopBelow || unidentified))
    list.push({ code: unidentified ? "L7.unidentified" : "L7.small", args: { claimFen: claim } });
  return list;
}

/** Four honest lines (L10). */
export function answersOf(of: Case, demand: Demand, deadlines: readonly Deadline[], now: Instant): FourAnswers {
  const me = info(of);
  const mine = deadlines.filter((d) => d.owner === "mine" && !d.provisional);
  const missed = mine.find((d) => d.passed);
  const nextMine = mine.find((d) => !d.passed);
  const keep = deadlines.find((d) => d.owner === "record" && endOf(d.due) >= now);
  return {
    inTime: missed
      ? message("L10.in_time.one_passed", { rule: missed.rule, due: missed.due }, [missed.event])
      : nextMine
        ? message("L10.in_time.until", { rule: nextMine.rule, due: nextMine.due }, [nextMine.event])
        : keep
          ? message("L10.in_time.records_until", { due: keep.due }, [keep.event])
          : message("L10.in_time.unknown"),
    howMuch: howMuch(of, demand),
    cost: message("L10.cost.free_first"),
    whoKnows: me?.category === "engagement" ? message("L10.who.engagement") : message("L10.who.respondent"),
  };
}

function howMuch(of: Case, demand: Demand): Message {
  const order = all(of, "order")[0];
  if (!order) return message("L10.how_much.unknown");
  const at = [ref("order", order.id, "paidFen")];
  if (demand.claimFen !== undefined)
    return message(
      "L10.how_much.up_to",
      { claimFen: demand.claimFen, paidFen: demand.paidFen, refundedFen: demand.refundedFen },
      at,
    );
  if (demand.either) return message("L10.how_much.either", { lowFen: demand.either[0], highFen: demand.either[1] }, at);
  return message("L10.how_much.unknown", {}, at);
}
