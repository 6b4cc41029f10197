/**
 * Channels: for each door of the pack, whether it may be gone through now, what is missing, what it shuts, costs and tells. Pure (X7–X16, L3, L6, L7, L9, G5).
 *
 * 1. Every channel of the pack is answered; what does not come up in a case like this says so instead of being left out.
 * 2. At most one is recommended, and stopping is among them (L7).
 * 3. Order: the way that fits the case, then by rank; what does not apply last.
 */
import { ref } from "../identity.ts";
import { message, type Message } from "../message.ts";
import type { ChannelRule } from "../pack/channel-rule.ts";
import { compareText } from "../measure/live.ts";
import type { ChannelAssessment, ChannelCost } from "./channel-assessment.ts";
import { closedDoors, closingsOf, shutUnused, twoDoors } from "./closed-doors.ts";
import { feeFor } from "./court-fee.ts";
import { disclosureOf } from "./disclosure.ts";
import { factsOf, preparedFiling, type ChannelFacts, type ChannelInput, type Filing } from "./facts.ts";
import { appliesTo, standingOf } from "./policy.ts";
import { blocksOf, gapsOf, preflight } from "./preflight.ts";
import { stopComesFirst } from "./stop.ts";
import { nextDoor, wayOf } from "./way.ts";

/** Every channel of the pack for this case. */
export function channelsOf(input: ChannelInput): readonly ChannelAssessment[] {
  const facts = factsOf(input);
  const way = wayOf(facts);
  const judged = facts.pack.channels.items.map((rule) => channelIn(facts, rule, preparedFiling(facts, rule.id)));
  const next = nextDoor(way, judged, facts, stopComesFirst(facts));
  return judged
    .map((c, n) => {
      const step = way.channels.indexOf(c.id);
      const rule = facts.pack.channels.items[n];
      const unused = rule === undefined ? [] : shutUnused(rule, judged);
      return {
        ...c,
        recommended: c.id === next,
        step: step < 0 ? undefined : step,
        warnings: [...c.warnings, ...unused],
      };
    })
    .toSorted(inOrder);
}

/** One channel for a filing that is being prepared in it; `recommended` and `step` are left to `channelsOf`. */
export function channelIn(facts: ChannelFacts, rule: ChannelRule, filing: Filing | undefined): ChannelAssessment {
  const checks = preflight(facts, rule, filing);
  const standing = standingOf(facts, rule);
  const closed = closedDoors(facts, rule);
  const blocking = blocksOf(checks);
  const reasons = [...standing.reasons, ...closed.reasons, ...blocking.map((c) => c.message)];
  const missing = gapsOf(checks);
  const applies = appliesTo(facts, rule);
  const allowed = applies && reasons.length === 0;
  return {
    id: rule.id,
    kind: rule.kind,
    rank: rule.rank,
    applies,
    allowed,
    ready: allowed && missing.length === 0,
    recommended: false,
    step: undefined,
    blockedBy: [...new Set([...standing.blockedBy, ...closed.blockedBy, ...blocking.flatMap((c) => c.basis)])],
    reasons,
    missing,
    checks,
    closes: closingsOf(rule),
    warnings: [...standing.warnings, ...cautions(rule), ...closed.warnings, ...twoDoors(facts, rule)],
    discloses: disclosureOf(facts, rule),
    cost: costOf(facts, rule),
    oneShot: rule.oneShot,
    public: rule.public,
    reversible: rule.reversible,
    confidence: rule.confidence,
    practice: rule.basis.length === 0,
    doors: facts.doors.filter((d) => d.channel === rule.id),
    filing: filing?.id,
  };
}

/** What is always to be known of a channel before it is gone through. */
function cautions(rule: ChannelRule): readonly Message[] {
  const law = rule.basis.map((id) => ref("provision", id));
  const pick = (...ids: readonly string[]) => law.filter((r) => ids.some((id) => r === ref("provision", id)));
  return [
    ...(rule.oneShot && rule.kind === "administrative-mediation"
      ? [message("X10.once", {}, pick("samr-121-16", "samr-121-23"))]
      : []),
    ...(rule.oneShot && rule.kind !== "administrative-mediation" ? [message("X7.one_shot")] : []),
    ...(rule.kind === "administrative-mediation" || rule.kind === "report"
      ? [message("X14.keep_apart", {}, pick("samr-121-9"))]
      : []),
    ...(rule.kind === "court" ? [message("X15.friend", {}, pick("cpl-61"))] : []),
    ...(rule.public ? [message("X7.not_taken_back")] : []),
    ...(rule.confidence === "low" || rule.confidence === "unverifiable"
      ? [message("X7.look_up", { asOf: rule.asOf })]
      : []),
  ];
}

function costOf(facts: ChannelFacts, { cost }: ChannelRule): ChannelCost {
  const fee = cost.scale === undefined || facts.claimFen === undefined ? undefined : feeFor(cost.scale, facts.claimFen);
  return { amountFen: fee?.fullFen ?? cost.amountFen ?? undefined, reducedFen: fee?.reducedFen, basis: cost.basis };
}

const LAST = Number.MAX_SAFE_INTEGER;

function inOrder(a: ChannelAssessment, b: ChannelAssessment): number {
  return (
    Number(b.applies) - Number(a.applies) ||
    (a.step ?? LAST) - (b.step ?? LAST) ||
    a.rank - b.rank ||
    compareText(a.id, b.id)
  );
}
