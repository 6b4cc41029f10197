/**
 * What shuts a door: other ways gone through, with the provision that says so. Pure (X8, X10).
 *
 * 1. A closing with a provision blocks; one from practice only warns.
 * 2. A door still being decided shuts nothing yet, and is warned of.
 */
import { ref, type Ref } from "../identity.ts";
import { message, type Message } from "../message.ts";
import type { ChannelRule, ClosesFrom } from "../pack/channel-rule.ts";
import type { ChannelAssessment, ChannelClosing } from "./channel-assessment.ts";
import { reached } from "./doors.ts";
import type { ChannelFacts } from "./facts.ts";

interface Shutting {
  readonly channel: string;
  readonly from: ClosesFrom;
  readonly basis: readonly string[];
}

/** What may shut `rule`: what other channels close, and closings by doors that are no channel of the pack (arbitration, another authority). */
function shutting(facts: ChannelFacts, rule: ChannelRule): readonly Shutting[] {
  const { items } = facts.pack.channels;
  const known = new Set(items.map((c) => c.id));
  return [
    ...items.flatMap((c) =>
      c.closes.filter((x) => x.channel === rule.id).map(({ from, basis }) => ({ channel: c.id, from, basis })),
    ),
    ...rule.closedBy
      .filter(({ by }) => !known.has(by))
      .map(({ by, basis }): Shutting => ({ channel: by, from: "accepted", basis })),
  ];
}

export interface ClosedDoors {
  readonly reasons: readonly Message[];
  readonly blockedBy: readonly string[];
  readonly warnings: readonly Message[];
}

const cited = (basis: readonly string[]): readonly Ref[] => basis.map((id) => ref("provision", id));

/** What of the course of the case shuts this channel. */
export function closedDoors(facts: ChannelFacts, rule: ChannelRule): ClosedDoors {
  const reasons: Message[] = [];
  const warnings: Message[] = [];
  const blockedBy: string[] = [];
  for (const { channel, from, basis } of shutting(facts, rule))
    for (const door of facts.doors.filter((d) => d.channel === channel)) {
      const told = { channel, status: door.status, since: door.since };
      const refs = [...cited(basis), door.at];
      if (reached(door, from)) {
        if (basis.length === 0) warnings.push(message("X8.shut_by_practice", told, refs));
        else {
          reasons.push(message("X10.shut", told, refs));
          blockedBy.push(...basis);
        }
      } else if (door.open && channel !== rule.id) warnings.push(message("X8.will_shut", { channel }, refs));
    }
  return { reasons, blockedBy, warnings };
}

/** X8: what going through this channel shuts, with the provision. */
export const closingsOf = (rule: ChannelRule): readonly ChannelClosing[] =>
  rule.closes.map(({ channel, from, basis }) => ({
    channel,
    from,
    basis,
    message: message("X8.shuts", { channel, from }, cited(basis)),
  }));

/** Doors that usually come earlier, are open in this case, and would be shut unused. */
export const shutUnused = (
  rule: ChannelRule,
  judged: readonly Pick<ChannelAssessment, "id" | "rank" | "allowed" | "doors">[],
): readonly Message[] =>
  rule.closes.flatMap(({ channel, basis }) => {
    const other = judged.find((c) => c.id === channel);
    return other === undefined ||
      channel === rule.id ||
      !other.allowed ||
      other.doors.length > 0 ||
      other.rank >= rule.rank
      ? []
      : [message("X8.shuts_unused", { channel }, cited(basis))];
  });

/** X16: doors of other payees that are still open: both may pay. */
export const twoDoors = (facts: ChannelFacts, rule: ChannelRule): readonly Message[] => {
  if (rule.asks === null) return [];
  const asked = new Map(facts.pack.channels.items.map((c) => [c.id, c.asks]));
  const open = facts.doors.filter((d) => {
    const whose = asked.get(d.channel) ?? null;
    return d.open && d.channel !== rule.id && whose !== null && whose !== rule.asks;
  });
  return open.map((d) => message("X16.two_doors", { channel: d.channel, since: d.since }, [d.at]));
};
