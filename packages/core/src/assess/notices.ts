/**
 * What to read first. Pure (L1, L3, L6, L7, G5, R1).
 *
 * 1. Category `engagement` carries its notices everywhere; other categories carry none of them.
 */
import { all, info, type Case } from "../case/case.ts";
import { threshold } from "../measure/threshold.ts";
import type { Pack } from "../pack/pack.ts";
import type { Demand, Notice } from "./assessment.ts";

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
  const stopBelow = threshold(of, pack, "stopBelowFen", 0);
  const claim = demand.claimFen ?? demand.either?.[1];
  const unidentified = !all(of, "party").some((p) => p.role === "respondent" && p.name.trim() !== "");
  // Nothing left to claim is no small claim.
  if (claim !== undefined && claim > 0 && (claim < stopBelow || unidentified))
    list.push({ code: unidentified ? "L7.unidentified" : "L7.small", args: { claimFen: claim } });
  return list;
}
