/**
 * In which group a door stands, and what its button does. Pure.
 */
import type { ChannelAssessment } from "@recourse/core";

/** In reading order: the one to look at, those in hand, those that are open, those that lack something, those that are shut, those of other cases. */
export const groups = ["next", "running", "open", "lacking", "shut", "elsewhere"] as const;
export type DoorGroup = (typeof groups)[number];

export function groupOf(
  channel: Pick<ChannelAssessment, "recommended" | "applies" | "allowed" | "ready" | "doors">,
): DoorGroup {
  if (channel.recommended) return "next";
  if (channel.doors.some((door) => door.open)) return "running";
  if (!channel.applies) return "elsewhere";
  if (!channel.allowed) return "shut";
  return channel.ready ? "open" : "lacking";
}

/** Doors of the other side: one asks them with a letter. */
const asksThem: ReadonlySet<ChannelAssessment["kind"]> = new Set(["negotiation"]);
/** Doors with a paper of their own that is handed in and then decided or answered. */
const filed: ReadonlySet<ChannelAssessment["kind"]> = new Set([
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

export function deedOf({ id, kind }: Pick<ChannelAssessment, "id" | "kind">): DoorDeed {
  if (kind === "decision" || id === "stop_here") return "stop";
  if (asksThem.has(kind)) return "letter";
  return filed.has(kind) ? "file" : "read";
}
