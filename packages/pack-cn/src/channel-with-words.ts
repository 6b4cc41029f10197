/**
 * Puts the rules of channels and their words together. Pure.
 *
 * 1. Both files have the same channels in the same order (a test holds them to it); a channel without words is left out.
 */
import type { ChannelRule, ChannelRules } from "@recourse/core";
import type { Channel, Channels, ChannelsWords, ChannelWords } from "./channel.ts";

const unknownLimits: NonNullable<ChannelRule["limits"]> = {
  status: "unverified",
  files: null,
  bytesPerFile: null,
  totalBytes: null,
  textChars: null,
  formats: null,
};
const unsaid = { zh: "", en: "" };

/** Rules and words as one. Both lists have the same channels in the same order (a test holds them to it). */
export function withWords(rules: ChannelRules, words: ChannelsWords): Channels {
  const said = new Map(words.items.map((each) => [each.id, each]));
  const ways = new Map(words.sequence.map(({ id, zh, en }) => [id, { zh, en }]));
  return {
    asOf: rules.asOf,
    noteZh: words.noteZh,
    noteEn: words.noteEn,
    openEndedClocks: rules.openEndedClocks,
    sequence: rules.sequence.map((way) => ({ ...way, ...(ways.get(way.id) ?? unsaid) })),
    items: rules.items.flatMap((each) => {
      const of = said.get(each.id);
      return of === undefined ? [] : [channelOf(each, of)];
    }),
  };
}

function channelOf(of: ChannelRule, said: ChannelWords): Channel {
  const { helper, closes, closedBy, cost, clocks, policy, ...words } = said;
  return {
    ...of,
    ...words,
    preconditions_zh: said.preconditions.map((p) => p.zh),
    preconditions_en: said.preconditions.map((p) => p.en),
    whoMayFile: { ...of.whoMayFile, helper: { may: of.whoMayFile.helper, ...helper } },
    closes: of.closes.map((c) => ({ ...unsaid, ...c, ...closes.find((w) => w.channel === c.channel) })),
    closedBy: of.closedBy.map((c) => ({ ...unsaid, ...c, ...closedBy.find((w) => w.by === c.by) })),
    cost: { ...of.cost, ...cost },
    clocks: of.clocks.map((c) => ({ ...c, ...clocks.find((w) => w.rule === c.rule) })),
    policy: {
      engagement: { ...of.policy.engagement, ...policy.engagement },
      businessPurchase: { ...of.policy.businessPurchase, ...policy.businessPurchase },
      minor: { ...of.policy.minor, ...policy.minor },
    },
    limits: { ...(of.limits ?? unknownLimits), editable: true },
    contacts: (of.contacts ?? []).map((c) => ({ ...c, editable: true })),
  };
}
