/** Channels a refund request can go through: the other side's own doors. Pure. */
import type { Channel, Channels } from "../../services/reference.ts";

/** Enabled channels of talking to the payee, in their usual order. */
export const channelsFor = (channels: Channels | undefined): readonly Channel[] =>
  (channels?.items ?? [])
    .filter((c) => c.enabled && (c.kind === "negotiation" || c.kind === "mediation-private"))
    .toSorted((a, b) => a.rank - b.rank);
