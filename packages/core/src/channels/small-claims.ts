/**
 * Whether a claim fits the small-claims procedure: the ceiling is a share of the province's average wage, which the person enters with its source. Pure.
 *
 * 1. Without the wage nothing is said; there is no threshold below which it does not apply.
 * 2. It is not applied where a party cannot be found, whatever the amount.
 * Source: cpl-165, cpl-166, spc-cpl-2022-272.
 */
import { ref } from "../identity.ts";
import { threshold } from "../measure/threshold.ts";
import { message, type Message } from "../message.ts";
import type { Fen } from "../money.ts";
import type { ChannelFacts } from "./facts.ts";
import { overrideOf } from "./override.ts";

/** Where the average wage of the province is kept. Units: fen a year. */
export const AVERAGE_WAGE = "defaults.averageWageFen";
/** cpl-165, second paragraph: up to twice the wage both sides may agree on it. */
const BY_AGREEMENT = 2;

export interface SmallClaims {
  /** `agreed`: only if both sides agree on it. */
  readonly verdict: "fits" | "agreed" | "over" | "excluded" | "unknown";
  /** Units: fen. */
  readonly limitFen: Fen | undefined;
  /** Where the wage was taken from, in the person's words. */
  readonly source: string | undefined;
  readonly message: Message;
}

/** The small-claims procedure for this case. */
export function smallClaims(facts: Pick<ChannelFacts, "of" | "pack" | "claimFen" | "measures">): SmallClaims {
  const own = overrideOf(facts.of, AVERAGE_WAGE);
  const wage = typeof own?.value === "number" && own.value > 0 && own.source.trim() !== "" ? own.value : undefined;
  const limitFen =
    wage === undefined ? undefined : Math.floor(wage * threshold(facts.of, facts.pack, "smallClaimsWageRatio", 0.5));
  const source = wage === undefined ? undefined : own?.source;
  const say = (verdict: SmallClaims["verdict"], said: Message): SmallClaims => ({
    verdict,
    limitFen,
    source,
    message: said,
  });
  if (facts.measures.unreachable.shown)
    return say("excluded", message("X9.small.not_found", {}, [ref("provision", "cpl-166")]));
  const at = own === undefined ? [] : [ref("override", own.id)];
  if (wage === undefined || limitFen === undefined || source === undefined)
    return say("unknown", message("X9.small.wage_missing", {}, at));
  if (facts.claimFen === undefined) return say("unknown", message("X9.small.claim_open", { limitFen }, at));
  const told = { claimFen: facts.claimFen, limitFen, source };
  if (facts.claimFen <= limitFen) return say("fits", message("X9.small.fits", told, at));
  return facts.claimFen <= wage * BY_AGREEMENT
    ? say("agreed", message("X9.small.agreed", told, at))
    : say("over", message("X9.small.over", told, at));
}
