/** Words and order of the channels, from the pack in the reader's language. Pure. */
import type { Lang } from "@recourse/core";
import type { Channel } from "../../services/reference.ts";
import type { Say } from "../../services/services.ts";
import { pick } from "../../parts/provision-words.ts";

/** Groups in the order they are shown. Stopping stands between asking others and reporting: it is a choice like them (L7). */
export const channelGroups = ["protect", "talk", "third", "decide", "support", "report"] as const;
export type ChannelGroup = (typeof channelGroups)[number];

const GROUPS: Readonly<Record<Channel["kind"], ChannelGroup>> = {
  protective: "protect",
  criminal: "protect",
  negotiation: "talk",
  "mediation-private": "third",
  "administrative-mediation": "third",
  mediation: "third",
  routing: "third",
  administrative: "third",
  court: "third",
  decision: "decide",
  evidence: "support",
  advice: "support",
  report: "report",
  publicity: "report",
};

/** The group of a channel. */
export const groupOf = (channel: Channel): ChannelGroup => GROUPS[channel.kind];

/** Channels by group, in the usual order; those that are off come last. */
export const grouped = (
  channels: readonly Channel[],
): readonly { readonly group: ChannelGroup; readonly channels: readonly Channel[] }[] =>
  channelGroups
    .map((group) => ({
      group,
      channels: channels
        .filter((channel) => groupOf(channel) === group)
        .toSorted((a, b) => Number(b.enabled) - Number(a.enabled) || a.rank - b.rank),
    }))
    .filter((each) => each.channels.length > 0);

/** What a channel is called. */
export const channelName = (channel: Channel, lang: Lang): string => pick(lang, channel.label_zh, channel.label_en);

/** Words with both languages, as the pack has them. */
export const said = (of: { readonly zh: string; readonly en: string }, lang: Lang): string => pick(lang, of.zh, of.en);

/** What a row says under the name: cost, and who sees it. */
export function channelLine(channel: Channel, say: Say): string {
  if (!channel.enabled) return pick(say.lang(), channel.notes_zh, channel.notes_en);
  return [
    say.word(channel.public ? "screen.rules.channel.public" : "screen.rules.channel.private"),
    said(channel.cost, say.lang()),
    ...(channel.oneShot ? [say.word("screen.rules.channel.oneshot")] : []),
  ].join(" · ");
}
