/**
 * Members of a shared case as lines: who has what, and who has not heard of a removal. Pure.
 *
 * 1. What somebody has is what he last signed (FR2); of whom nothing was heard, nothing is claimed.
 *
 * Source: ME3, ME4, FR2, RE4.
 */
import { fromMillis } from "@recourse/core";
import {
  HELPER,
  holdingsOf,
  OUT,
  OWNER,
  VIEWER,
  type CaseLog,
  type DeviceId,
  type Holdings,
  type Level,
  type Membership,
} from "@recourse/sync/log";
import type { MemberLine, Role } from "./sharing.ts";
import type { Seen } from "./connection.ts";

type MemberAt = Membership["members"] extends ReadonlyMap<DeviceId, infer M> ? M : never;

/** The role a level stands for. */
export const roleOf = (level: Level): Role | "out" =>
  level === OWNER ? "owner" : level === HELPER ? "helper" : level === VIEWER ? "viewer" : "out";

/** The level a role stands for. */
export const levelOf = (role: Role): Level => (role === "owner" ? OWNER : role === "helper" ? HELPER : VIEWER);

/** Everything somebody has who has these tips; tips that are not here yet count for nothing. */
export const heldBy = (log: CaseLog, tips: Seen["tips"]): Holdings => holdingsOf(log.index, tips);

export interface MembersOf {
  readonly log: CaseLog;
  readonly me: DeviceId;
  readonly names: ReadonlyMap<DeviceId, string>;
  readonly seen: readonly Seen[];
}

/** A device that somebody calls his own: every member but the recovery file. */
export const isRecovery = ({ rank }: Pick<MemberAt, "rank">): boolean => rank === 0;

/** This device first, then owners, helpers, viewers, those who are out, and the recovery file last. */
export function memberLines({ log, me, names, seen }: MembersOf): readonly MemberLine[] {
  const { membership } = log.standings();
  const said = new Map(seen.map((each) => [each.device, each]));
  const mine = membership.members.get(me);
  const removals = log.index
    .entries()
    .flatMap(({ hash, entry }) =>
      entry.op === "lower" && entry.to === OUT && membership.counts.has(hash) ? [{ hash, device: entry.device }] : [],
    );
  const lines = [...membership.members.values()].map((member): MemberLine => {
    const of = said.get(member.device);
    const held = of === undefined ? undefined : heldBy(log, of.tips);
    const isMe = member.device === me;
    const isIn = member.level > OUT;
    return {
      device: member.device,
      name: names.get(member.device),
      role: roleOf(member.level),
      isMe,
      isRecovery: isRecovery(member),
      lastSeen: of === undefined ? undefined : fromMillis(of.at),
      lacks: held === undefined ? undefined : log.index.all().length - held.size,
      unaware:
        held === undefined || !isIn
          ? []
          : removals.flatMap(({ hash, device }) => (held.has(hash) ? [] : [names.get(device) ?? device.slice(0, 8)])),
      canChange: isIn && !isMe && !isRecovery(member) && mayLower(mine, member),
    };
  });
  return lines.toSorted((a, b) => order(a) - order(b) || (a.device < b.device ? -1 : 1));
}

/** Source: ME4. */
function mayLower(mine: MemberAt | undefined, of: MemberAt): boolean {
  if (mine?.level !== OWNER || mine.rank === undefined) return false;
  return of.rank === undefined || mine.rank < of.rank;
}

function order({ isMe, isRecovery: isFile, role }: MemberLine): number {
  if (isMe) return 0;
  if (isFile) return 9;
  return { owner: 1, helper: 2, viewer: 3, out: 8 }[role];
}
