/**
 * Seen by: what each member last said, signed, to have. Holds state; effects only through the Sealer.
 *
 * 1. Only what the device itself has signed counts, and only when its counter rises: nobody can say it for another, or say something old again.
 *
 * Source: FR2, I6.
 */
import { sameBytes } from "../log/bytes.ts";
import type { DeviceId } from "../log/log-ids.ts";
import type { CaseLog } from "../log/record-gate.ts";
import type { Sealer } from "../log/sealer.ts";
import type { Frame, Tip } from "./frame.ts";
import { digestOf, haveText } from "./tips.ts";

export interface SeenBy {
  /** Hears a HAVE, from wherever. Answers what everyone has now, or undefined when it says nothing new. */
  readonly learn: (
    frame: Frame & { readonly is: "have" },
  ) => Promise<ReadonlyMap<DeviceId, readonly Tip[]> | undefined>;
}

/** Nobody has said anything. `self`: one's own device is not listened to. */
export function createSeenBy({
  log,
  sealer,
  self,
}: {
  readonly log: CaseLog;
  readonly sealer: Sealer;
  readonly self: DeviceId;
}): SeenBy {
  const counters = new Map<DeviceId, number>();
  let seen: ReadonlyMap<DeviceId, readonly Tip[]> = new Map();
  return {
    learn: async ({ digest, tips, signed }) => {
      if (signed === undefined || tips === undefined || signed.device === self) return undefined;
      const member = log.standings().membership.members.get(signed.device);
      if (member === undefined || signed.counter <= (counters.get(signed.device) ?? 0)) return undefined;
      if (!sameBytes(await digestOf(tips), digest)) return undefined;
      const text = haveText(log.caseId, signed.counter, digest);
      if (!(await sealer.verify(member.keys.edPub, text, signed.signature))) return undefined;
      counters.set(signed.device, signed.counter);
      seen = new Map([...seen, [signed.device, tips]]);
      return seen;
    },
  };
}
