/**
 * Force: was a provision law on a day? Pure (L5, first axis).
 */
import type { Provision } from "../pack/pack.ts";
import type { CivilDate } from "../time.ts";

export type Force = "in-force" | "repealed" | "not-yet" | "superseded-in-part" | "unknown";

/** Judged at the relevant date; without one, as the pack has it. A text changed in part is never shown as current. */
export function forceAt(
  p: Pick<Provision, "effectiveFrom" | "repealedFrom" | "status">,
  day: CivilDate | undefined,
): Force {
  if (p.status === "superseded-in-part") return "superseded-in-part";
  if (day === undefined) return p.status;
  if (day < p.effectiveFrom) return "not-yet";
  if (p.repealedFrom !== undefined) return day >= p.repealedFrom ? "repealed" : "in-force";
  return p.status;
}
