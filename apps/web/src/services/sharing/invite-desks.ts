/**
 * Invite desks: where this owner device hears who used its links. Effects: the secrets it keeps, randomness, the Sealer.
 *
 * 1. Only the device that made an invite has its secret, and only as long as it is open; afterwards it is dropped.
 * 2. What a joiner says is answered by the desk of his invite and by no other.
 *
 * Source: JO2, JO3.
 */
import {
  recordHash,
  type CaseLog,
  type DeviceKeys,
  type LogCaseId,
  type RecordHash,
  type Sealer,
} from "@recourse/sync/log";
import {
  createInviteDesk,
  encodeInviteLink,
  inviteKeysOf,
  isOpenInvite,
  type InviteDesk,
  type JoinFrame,
} from "@recourse/sync/wire";
import type { Casebox } from "./casebox.ts";

export interface DesksPorts {
  readonly caseId: LogCaseId;
  readonly log: CaseLog;
  readonly device: DeviceKeys;
  readonly sealer: Sealer;
  readonly seeds: Casebox["inviteSeed"];
  readonly origin: string;
  readonly random: (length: number) => Uint8Array<ArrayBuffer>;
  /** Units: ms since 1970. */
  readonly now: () => number;
  /** Somebody said something. */
  readonly onWord: () => void;
}

export interface OpenDesk {
  readonly invite: RecordHash;
  readonly desk: InviteDesk;
  readonly link: string;
}

export interface InviteDesks {
  readonly open: () => readonly OpenDesk[];
  /** Looks which invites of the log this device has the secret of, and forgets those that are closed. */
  readonly refresh: () => Promise<void>;
  readonly hear: (frame: JoinFrame) => Promise<JoinFrame | undefined>;
  /** Takes an invite out of use here. */
  readonly stop: (invite: string) => void;
}

/** None is open before `refresh`. */
export function createInviteDesks(ports: DesksPorts): InviteDesks {
  const { caseId, log, device, sealer, seeds, origin, random, now } = ports;
  const desks = new Map<string, OpenDesk>();
  const stopped = new Set<string>();
  const isOpen = (invite: string): boolean => !stopped.has(invite) && isOpenInvite(log, recordHash(invite), now());

  const openOne = async (invite: RecordHash): Promise<void> => {
    const seed = await seeds(invite).read();
    if (!seed.ok || seed.value === undefined) return;
    const of = { caseId, seed: seed.value };
    const keys = await inviteKeysOf(of);
    const desk = createInviteDesk({ caseId, invite, keys, sealer, random, owner: device, log, now });
    desks.set(invite, { invite, desk, link: encodeInviteLink(origin, of) });
  };
  return {
    open: () => [...desks.values()].filter(({ invite }) => !stopped.has(invite)),
    refresh: async () => {
      for (const { hash, author, entry } of log.index.entries()) {
        if (entry.op !== "invite" || author !== device.id || desks.has(hash) || !isOpen(hash)) continue;
        await openOne(hash);
      }
      for (const [invite, { desk }] of desks) {
        // Whoever is being admitted, or was, must still hear it when he asks again.
        if (isOpen(invite) || desk.requests().some(({ is }) => is === "comparing" || is === "admitted")) continue;
        desks.delete(invite);
        await seeds(invite).drop();
      }
    },
    hear: async (frame) => {
      const of = desks.get(frame.invite);
      if (of === undefined || stopped.has(of.invite)) return undefined;
      const sealed = await of.desk.hear(frame.joiner, frame.sealed);
      ports.onWord();
      return sealed === undefined ? undefined : { ...frame, sealed };
    },
    stop: (invite) => {
      stopped.add(invite);
      void seeds(invite).drop();
      ports.onWord();
    },
  };
}
