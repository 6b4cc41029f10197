/** The channels in full: the rules of the light pack with their words. Loaded on demand by load.ts; pure data. */
import type { Channels, ChannelsWords } from "../channel.ts";
import { withWords } from "../channel-with-words.ts";
import data from "../data/channels.json" with { type: "json" };
import { pack } from "../pack.ts";
import { shipped } from "../shipped.ts";

export const channels: Channels = withWords(pack.channels, shipped<ChannelsWords>(data));
