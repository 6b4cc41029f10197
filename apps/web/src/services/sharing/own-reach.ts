/** How far what this device wrote has come. Pure. Source: I6. */
import type { CaseLog, DeviceId, WriterState } from "@recourse/sync/log";
import { heldBy } from "./member-lines.ts";
import type { MemberLine, Reach } from "./sharing.ts";
import type { Seen } from "./connection.ts";

export interface ReachOf {
  readonly log: CaseLog;
  readonly device: DeviceId;
  readonly writing: WriterState;
  /** Own records that no relay has acknowledged. */
  readonly unsent: number;
  readonly members: readonly MemberLine[];
  readonly seen: readonly Seen[];
}

/** "Seen" counts other people's devices that said, signed, to have every record of this one. */
export function reachOf({ log, device, writing, unsent, members, seen }: ReachOf): Reach {
  const base = { unsent, seenBy: 0 };
  if (writing.saved.failed !== undefined) return { ...base, is: "failed" };
  if (writing.saved.pending > 0) return { ...base, is: "saving" };
  if (writing.unsealed > 0 || writing.failed !== undefined) return { ...base, is: "here" };
  // Whoever has the last of a chain has all of it.
  const mine = log.index.graph.ends().filter((node) => node.log.startsWith(device));
  const others = new Set(
    members.flatMap((line) => (line.isMe || line.isRecovery || line.role === "out" ? [] : [line.device])),
  );
  const seenBy = seen.filter(({ device: who, tips }) => {
    if (!others.has(who) || mine.length === 0) return false;
    const held = heldBy(log, tips);
    return mine.every(({ hash }) => held.has(hash));
  }).length;
  // Over a direct way, or by a file, others may have what no relay has.
  if (unsent > 0) return { is: "here", unsent, seenBy };
  return { is: seenBy > 0 ? "seen" : "relay", unsent, seenBy };
}
