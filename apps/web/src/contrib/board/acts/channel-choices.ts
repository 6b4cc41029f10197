/**
 * Doors to choose from when it is recorded where something went: their own, or those of third parties. Pure.
 */
import type { Pack } from "@recourse/core";
import { channelName } from "../../../parts/channel-name.ts";
import type { CaseLive, Say } from "../../../services/services.ts";

type ChannelKind = NonNullable<Pack["channels"]>["items"][number]["kind"];

const kinds: Readonly<Record<"talk" | "filing", ReadonlySet<ChannelKind>>> = {
  talk: new Set<ChannelKind>(["negotiation", "mediation-private"]),
  filing: new Set<ChannelKind>([
    "mediation-private",
    "administrative-mediation",
    "mediation",
    "routing",
    "administrative",
    "report",
    "publicity",
    "criminal",
    "court",
  ]),
};

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Enabled doors of a kind in their usual order, as far as this case may meet them. */
export function channelChoices(
  say: Pick<Say, "word" | "has">,
  { channels }: Pick<Pack, "channels">,
  live: Pick<CaseLive, "record" | "caseId">,
  what: "talk" | "filing",
): readonly Choice[] {
  const category = live.record("case", live.caseId)?.category;
  return (channels?.items ?? [])
    .filter((c) => c.enabled && kinds[what].has(c.kind))
    .filter((c) => c.only?.categories === undefined || category === undefined || c.only.categories.includes(category))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ id }) => ({ value: id, label: channelName(say, id) }));
}
