/**
 * Provisions that kinds of letters rest on by themselves, by their ids in the pack of China. Pure.
 *
 * 1. A pack that has none of them cites none: nothing here is cited unless it is verified, in force at the order and its text is loaded.
 */
import type { GroundAssessment } from "../../assess/assessment.ts";
import type { Pack } from "../../pack/pack.ts";
import { citable } from "../basis-sentences.ts";
import type { CivilDate } from "../../time.ts";

/** Delay after a demand (cc-563), the two rights of prepaid consumers. */
const terminating = ["cc-563", "spc-prepaid-2025-13", "spc-prepaid-2025-14"] as const;
/** Notice and effect of termination. */
export const ofTermination = ["cc-565", "cc-566"] as const;
/** The ways in which a dispute may be settled. */
export const ofMediation = "crpl-39";

/**
 * Provisions under which the contract may be ended on what is met, in force at `on`; none where no met ground has one.
 * Why only grounds of law: a clause of theirs may speak of what once was (24 小时内未开始), the law of what still is.
 */
export function terminationBasis(pack: Pack, grounds: readonly GroundAssessment[], on: CivilDate): readonly string[] {
  const carried = new Set(
    grounds.flatMap((g) => (g.verdict === "met" && g.source.type === "law" ? g.source.provisions : [])),
  );
  return terminating.filter((id) => carried.has(id) && pack.provisions.some((p) => p.id === id && citable(p, on)));
}

/** The article on delay, where what is met is delay: a formal demand gives the reasonable period it speaks of. Source: cc-563. */
export const delayBasis = (pack: Pack, grounds: readonly GroundAssessment[], on: CivilDate): readonly string[] =>
  terminationBasis(pack, grounds, on).filter((id) => id === "cc-563");
