/**
 * Hints between the tabs of one browser about a shared case. Adapter over a BroadcastChannel.
 *
 * 1. What counts is the store: a lost or doubled hint costs a look into it, nothing else.
 * 2. One tab talks to the relay; what it hears of the connection it tells the others.
 */
import { deviceId, logId, recordHash, sessionId } from "@recourse/sync/log";
import type { Tip } from "@recourse/sync/wire";
import * as z from "zod/mini";
import { linkings, NO_DIRECT, type Connection } from "./connection.ts";

const hex = (bytes: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)));
const TipSchema = z.object({ log: hex(24), seq: z.int(), hash: hex(32) });
const ConnectionSchema = z.object({
  linking: z.enum(linkings),
  refusal: z.optional(z.string()),
  seen: z.array(z.object({ device: hex(16), at: z.number(), tips: z.array(TipSchema) })),
  direct: z.optional(z.object({ is: z.enum(["off", "on", "impossible"]), joined: z.array(hex(16)) })),
});
const HintSchema = z.object({
  log: hex(16),
  hint: z.union([
    z.object({ is: z.literal("records"), records: z.array(z.instanceof(Uint8Array)) }),
    z.object({ is: z.literal("acknowledged") }),
    z.object({ is: z.literal("connection"), connection: ConnectionSchema }),
    z.object({ is: z.literal("which") }),
    z.object({ is: z.literal("direct"), on: z.boolean() }),
  ]),
});

/** `which`: a tab that has just come asks how the connection stands. `direct`: direct ways were switched on or off. */
export type TabHint =
  | { readonly is: "records"; readonly records: readonly Uint8Array[] }
  | { readonly is: "acknowledged" }
  | { readonly is: "connection"; readonly connection: Connection }
  | { readonly is: "which" }
  | { readonly is: "direct"; readonly on: boolean };

export interface TabHints {
  readonly post: (hint: TabHint) => void;
  readonly close: () => void;
}

/** Hints about one case. A tab with another version may say something else; that is no hint. */
export function openTabHints(log: string, hear: (hint: TabHint) => void): TabHints {
  const channel = new BroadcastChannel("recourse-shared");
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const read = HintSchema.safeParse(data);
    if (!read.success || read.data.log !== log) return;
    const { hint } = read.data;
    if (hint.is !== "connection") return hear(hint);
    const { linking, refusal, seen, direct } = hint.connection;
    hear({
      is: "connection",
      connection: {
        linking,
        refusal,
        seen: seen.map(({ device, at, tips }) => ({ device: deviceId(device), at, tips: tips.map(tipOf) })),
        direct: direct === undefined ? NO_DIRECT : { is: direct.is, joined: direct.joined.map((id) => deviceId(id)) },
      },
    });
  };
  return {
    post: (hint) => channel.postMessage({ log, hint }),
    close: () => channel.close(),
  };
}

const tipOf = ({ log, seq, hash }: z.infer<typeof TipSchema>): Tip => ({
  log: logId(deviceId(log.slice(0, 32)), sessionId(log.slice(32))),
  seq,
  hash: recordHash(hash),
});
