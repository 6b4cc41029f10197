/**
 * Why a case does not get a kind of letter. Pure (A7, L6, L9, X10).
 */
import { all, info, type Case } from "../../case/case.ts";
import { lawAllowed } from "../template.ts";
import { relevantDate } from "../basis-sentences.ts";
import type { Barred, BarredAsk } from "./kind.ts";
import { terminationBasis } from "./law.ts";

const isEngagement = (of: Case): boolean => info(of)?.category === "engagement";

/** L9: nothing public about one's own fake engagement, nothing public about a child. */
export function barredFromPublic(of: Case): Barred | undefined {
  if (isEngagement(of)) return "engagement_public";
  const age = info(of)?.payerAge;
  return age !== undefined && age < 18 ? "minor_public" : undefined;
}

/** 12315 and associations settle disputes of consumers. Source: `samr-121-16` (3), L6. */
export function barredFromComplaint(of: Case): Barred | undefined {
  const me = info(of);
  const business = me?.purpose === "business" || (isEngagement(of) && me?.situation === "business");
  return business ? "business_complaint" : undefined;
}

/** A contract is ended only on a right to end it, and never where it may be void anyway (A7). */
export function barredFromTermination(of: Case, { pack, grounds, now }: BarredAsk): Barred | undefined {
  if (isEngagement(of)) return "engagement_termination";
  const basis = terminationBasis(pack, grounds, relevantDate({ case: of, now }));
  return basis.length > 0 && lawAllowed(of, pack) ? undefined : "no_termination_ground";
}

/** Whether a notice of termination has gone out. */
export const wasTerminated = (of: Case): boolean => {
  const retracted = new Set(all(of, "event").flatMap((e) => (e.type === "event.retracted" ? [e.data["of"]] : [])));
  return all(of, "event").some((e) => e.type === "termination.sent" && !retracted.has(e.id));
};
