/**
 * The way that fits a case: which doors in which order, and the one to look at next. Pure (X16, L7).
 *
 * 1. Safety first, then the kind of case, then who took the money and whether they are known. The order itself is pack data.
 * 2. While a door is open nothing else is recommended: they have the move (X16).
 * 3. Stopping is the default where nobody is identified or the claim is small; it is never the only way shown (L7).
 */
import type { ChannelRules, Situation } from "../pack/channel-rule.ts";
import type { ChannelAssessment } from "./channel-assessment.ts";
import { identified, type ChannelFacts } from "./facts.ts";
import { forBusiness } from "./policy.ts";

export interface Way {
  readonly id: string;
  readonly situation: Situation;
  /** Channel ids, first to last. */
  readonly channels: readonly string[];
}

/** What kind of case this is, the first that holds. */
export function situationOf(facts: ChannelFacts): Situation {
  const { me, history, answers, minor } = facts;
  const reply = history.events.findLast((e) => e.type === "reply.received");
  if (reply?.data["as"] === "danger" || answers.get("payment_authorised") === "no") return "danger";
  const engagement = me?.category === "engagement";
  if (engagement && me.situation === "worked") return "worked";
  if (engagement && me.situation === "business") return "shop";
  if (minor) return "minor";
  if (engagement) return "engagement";
  if (forBusiness(facts)) return "business";
  if (me?.paidTo === "store") return "store";
  return identified(facts) ? "known" : "unidentified";
}

/** The way of the pack for this case. */
export function wayOf(facts: ChannelFacts): Way {
  const situation = situationOf(facts);
  const found: ChannelRules["sequence"][number] | undefined = facts.pack.channels.sequence.find(
    (s) => s.when === situation,
  );
  return { id: found?.id ?? "", situation, channels: found?.channels ?? [] };
}

type Judged = Pick<ChannelAssessment, "id" | "allowed" | "applies" | "doors">;

/** Where safety or a lawyer comes first, a small amount is no reason to stop. */
const urgent: ReadonlySet<Situation> = new Set<Situation>(["danger", "worked", "shop"]);
const STOP = "stop_here";

/** The one channel to look at next; undefined while a door is open, or where every one was tried. */
export function nextDoor(
  way: Way,
  judged: readonly Judged[],
  facts: Pick<ChannelFacts, "doors" | "pack">,
  stopFirst: boolean,
): string | undefined {
  const asked = new Map(facts.pack.channels.items.map((c) => [c.id, c.asks]));
  const free = (id: string): boolean => judged.some((c) => c.id === id && c.applies && c.allowed);
  if (!urgent.has(way.situation)) {
    if (facts.doors.some((d) => d.open && (asked.get(d.channel) ?? null) !== null)) return undefined;
    if (stopFirst && free(STOP)) return STOP;
  }
  const tried = new Set(judged.filter((c) => c.doors.length > 0).map((c) => c.id));
  return way.channels.find((id) => free(id) && !tried.has(id)) ?? (free(STOP) ? STOP : undefined);
}
