/**
 * A fee by amount: brackets added up. Pure (L7).
 *
 * 1. The brackets are the pack's; a test holds them to the text of the provision (fees-13).
 * 2. A fraction of a fen is rounded up: what it costs is never understated.
 */
import type { Fen } from "../money.ts";
import type { FeeScale } from "../pack/channel-rule.ts";

export interface Fee {
  readonly fullFen: Fen;
  /** In summary and small-claims procedure (fees-16). */
  readonly reducedFen: Fen;
}

/** The fee for a claim. A claim of nothing still pays the flat part: each case does. Units: fen. Source: fees-13, fees-16. */
export function feeFor(scale: FeeScale, claimFen: Fen): Fee {
  const brackets = scale.brackets.toSorted((a, b) => a.overFen - b.overFen);
  const thousandths = brackets.reduce((sum, { overFen, permille }, n) => {
    const upTo = brackets[n + 1]?.overFen ?? Number.POSITIVE_INFINITY;
    return sum + Math.max(0, Math.min(claimFen, upTo) - overFen) * permille;
  }, scale.flatFen * 1000);
  const fullFen = Math.ceil(thousandths / 1000 - 1e-9);
  return { fullFen, reducedFen: Math.ceil(fullFen * scale.reducedRatio - 1e-9) };
}
