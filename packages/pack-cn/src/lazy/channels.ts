/** The channels in full. Loaded on demand by load.ts; pure data. */
import data from "../data/channels.json" with { type: "json" };
import type { Channels } from "../channel.ts";
import { shipped } from "../shipped.ts";

export const channels: Channels = shipped<Channels>(data);
