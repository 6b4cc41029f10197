/**
 * What a relay was seen to hold durably, so that one which serves less is noticed. Pure.
 *
 * Source: I12, RL4.
 */
import type { LogId } from "../log/log-ids.ts";
import type { Tip } from "./frame.ts";

/** Of the relay this case was with last. `marks`: highest number of each log that it acknowledged. */
export interface RelayMarks {
  /** Hex of its name. */
  readonly relay: string;
  readonly marks: ReadonlyMap<LogId, number>;
}

/** `new_relay`: its store is another one. `less`: it is the same and does not show what it had acknowledged. */
export type RollBack = "new_relay" | "less";

/** Undefined while nothing is wrong. `tips`: what the relay says to have. */
export function rollBackOf(
  before: RelayMarks | undefined,
  relay: string,
  tips: readonly Tip[] | undefined,
): RollBack | undefined {
  if (before === undefined) return undefined;
  if (before.relay !== relay) return before.marks.size > 0 ? "new_relay" : undefined;
  if (tips === undefined) return undefined;
  const last = new Map<LogId, number>();
  for (const { log, seq } of tips) last.set(log, Math.max(last.get(log) ?? 0, seq));
  return [...before.marks].some(([log, seq]) => (last.get(log) ?? 0) < seq) ? "less" : undefined;
}

/** After these were acknowledged; marks of another relay are forgotten. */
export function marked(
  before: RelayMarks | undefined,
  relay: string,
  acknowledged: readonly { readonly log: LogId; readonly seq: number }[],
): RelayMarks {
  const marks = new Map(before?.relay === relay ? before.marks : []);
  for (const { log, seq } of acknowledged) marks.set(log, Math.max(marks.get(log) ?? 0, seq));
  return { relay, marks };
}
