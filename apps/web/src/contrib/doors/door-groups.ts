/**
 * In which group a door stands, and what its button does. Pure.
 */
import type { ChannelAssessment, ChannelRule } from "@recourse/core";

/**
 * In reading order: the one to look at, those in hand, the usual order of a case like this, other ways, what protects and helps,
 * those that are shut, those of other cases.
 */
export const groups = ["next", "running", "way", "other", "help", "shut", "elsewhere"] as const;
export type DoorGroup = (typeof groups)[number];

/** Where a door stands. */
export function groupOf(
  channel: Pick<ChannelAssessment, "id" | "kind" | "recommended" | "applies" | "allowed" | "step" | "doors">,
): DoorGroup {
  // Stopping is of equal rank with the one to look at and stands beside it (L7).
  if (channel.recommended || channel.id === STOP) return "next";
  if (channel.doors.some((door) => door.open)) return "running";
  if (!channel.applies) return "elsewhere";
  if (!channel.allowed) return "shut";
  if (channel.step !== undefined) return "way";
  return helping.has(channel.kind) ? "help" : "other";
}

/** What asks nobody for money: protecting oneself, keeping proof, asking for advice. */
const helping: ReadonlySet<ChannelRule["kind"]> = new Set(["protective", "evidence", "advice", "criminal"]);

/** Doors that are shut for the very same reasons. */
export interface ShutTogether {
  readonly key: string;
  readonly doors: readonly ChannelAssessment[];
}

/** From this many on the reason is said once for all of them. */
const MANY = 3;

/** Shut doors in their order: each by itself, or those with one reason together where there are many. */
export function shutTogether(shut: readonly ChannelAssessment[]): readonly ShutTogether[] {
  const keyOf = ({ reasons }: ChannelAssessment): string =>
    JSON.stringify(reasons.map(({ code, args }) => [code, args]));
  return shut.flatMap((door): readonly ShutTogether[] => {
    const key = keyOf(door);
    const same = shut.filter((other) => keyOf(other) === key);
    if (same.length < MANY) return [{ key: door.id, doors: [door] }];
    return same[0] === door ? [{ key: door.id, doors: same }] : [];
  });
}

/** The channel of stopping. */
export const STOP = "stop_here";

/** Doors with a paper of their own that is handed in and then decided or answered. */
const filed: ReadonlySet<ChannelRule["kind"]> = new Set([
  "negotiation",
  "protective",
  "mediation-private",
  "administrative-mediation",
  "mediation",
  "routing",
  "administrative",
  "report",
  "publicity",
  "criminal",
  "court",
]);

/** `letter`: write to them. `file`: prepare a filing. `stop`: weigh stopping. `read`: only something to know or to do oneself. */
export type DoorDeed = "letter" | "file" | "stop" | "read";

/** What the button of a door does. Where nothing is handed over there is nothing to prepare. */
export function deedOf({
  id,
  kind,
  letter,
  redactionProfile,
}: Pick<ChannelRule, "id" | "kind" | "letter" | "redactionProfile">): DoorDeed {
  if (kind === "decision" || id === STOP) return "stop";
  if (kind === "negotiation" && letter !== undefined) return "letter";
  return filed.has(kind) && redactionProfile !== "none" ? "file" : "read";
}
