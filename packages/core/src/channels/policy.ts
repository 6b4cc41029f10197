/**
 * How a channel stands for a case like this: orders of a shop, engagement, a business purchase, a minor. Pure (L1, L3, L6, L9, G4, G5).
 *
 * 1. Levels are pack data; what each means is here. A level that warns never blocks.
 */
import { ref, type Ref } from "../identity.ts";
import { message, type Message } from "../message.ts";
import type { ChannelRule, PolicyRule } from "../pack/channel-rule.ts";
import type { ChannelFacts } from "./facts.ts";

export interface Standing {
  readonly reasons: readonly Message[];
  readonly blockedBy: readonly string[];
  readonly warnings: readonly Message[];
}

const cited = (basis: readonly string[]): readonly Ref[] => basis.map((id) => ref("provision", id));

/** Whether the channel comes up in a case like this. */
export function appliesTo(facts: ChannelFacts, rule: ChannelRule): boolean {
  const { me, minor } = facts;
  if (me === undefined) return false;
  const { only, policy } = rule;
  if (only?.categories !== undefined && !only.categories.includes(me.category)) return false;
  if (only?.paidTo !== undefined && !only.paidTo.includes(me.paidTo)) return false;
  if (only?.minor === true && !minor) return false;
  const out = (p: PolicyRule, is: boolean): boolean => is && p.level === "not_applicable";
  return !(
    out(policy.engagement, me.category === "engagement") ||
    out(policy.businessPurchase, forBusiness(facts)) ||
    out(policy.minor, minor)
  );
}

/** L3, L6: bought for a business, whatever the kind of order. */
export const forBusiness = ({ me }: Pick<ChannelFacts, "me">): boolean =>
  me?.purpose === "business" || (me?.category === "engagement" && me.situation === "business");

/** What the kind of case says about a channel. */
export function standingOf(facts: ChannelFacts, rule: ChannelRule): Standing {
  const { me, minor } = facts;
  const reasons: Message[] = [];
  const warnings: Message[] = [];
  const blockedBy: string[] = [];
  const block = (said: Message, basis: readonly string[]): void => {
    reasons.push(said);
    blockedBy.push(...basis);
  };
  if (!rule.enabled) block(message("X7.off", { asOf: rule.asOf }), []);
  const engagement = me?.category === "engagement";
  // L6, G4: a shop asks a lawyer first; whoever did tasks leaves the refund path.
  if (engagement && me.situation === "business" && rule.holdsFor.includes("shop")) block(message("L6.business"), []);
  if (engagement && me.situation === "worked" && rule.holdsFor.includes("worked")) block(message("L6.worked"), []);
  if (engagement) weigh(rule.policy.engagement, "engagement", rule.public);
  // Where daily life is itself a check, it says the same with its provision.
  const asked = rule.checks.some((c) => c.code === "daily_life" && c.weight === "must");
  if (forBusiness(facts) && !asked) weigh(rule.policy.businessPurchase, "business", false);
  if (minor) weigh(rule.policy.minor, "minor", rule.public);
  return { reasons, blockedBy, warnings };

  function weigh({ level, basis }: PolicyRule, kind: keyof typeof said, isPublic: boolean): void {
    const refs = cited(basis);
    if (level === "block") block(message(isPublic ? said[kind].hidden : said[kind].block, {}, refs), basis);
    else if (level === "strong_warn") warnings.push(message(said[kind].serious, {}, refs));
    else if (level === "warn" || level === "notice") warnings.push(message(said[kind].warn, {}, refs));
  }
}

const said = {
  engagement: { block: "L1.not_here", hidden: "L9.engagement", serious: "L1.serious", warn: "L1.warn" },
  business: { block: "L3.not_here", hidden: "L3.not_here", serious: "L3.serious", warn: "L3.warn" },
  minor: { block: "L9.minor", hidden: "L9.minor", serious: "L9.minor", warn: "L9.minor" },
} as const;
