/** Open invites and who came by them, as lines a screen can show. Pure. */
import { fromMillis } from "@recourse/core";
import type { CaseLog, DeviceId } from "@recourse/sync/log";
import type { OpenDesk } from "./invite-desks.ts";
import { roleOf } from "./member-lines.ts";
import type { InviteLine, RequestLine } from "./sharing.ts";

export interface InvitesOf {
  readonly log: CaseLog;
  readonly device: DeviceId;
  readonly desks: readonly OpenDesk[];
  /** Own records that no relay has acknowledged. */
  readonly outbox: ReadonlySet<string>;
  /** Units: ms since 1970. */
  readonly now: number;
}

/** Invites that are neither expired nor used up. One of this device that was taken out of use here is left out. */
export function invitesOf({ log, device, desks, outbox, now }: InvitesOf): readonly InviteLine[] {
  const { counts } = log.standings().membership;
  const entries = log.index.entries().filter(({ hash }) => counts.has(hash));
  const links = new Map<string, string>(desks.map(({ invite, link }) => [invite, link]));
  return entries.flatMap(({ hash, author, entry }): InviteLine[] => {
    if (entry.op !== "invite" || entry.expires <= now) return [];
    const used = entries.filter((each) => each.entry.op === "admit" && each.entry.invite === hash).length;
    const role = roleOf(entry.level);
    const link = links.get(hash);
    if (used >= entry.uses || role === "out" || (author === device && link === undefined)) return [];
    return [
      {
        id: hash,
        role,
        expiresAt: fromMillis(entry.expires),
        left: entry.uses - used,
        link,
        isOnRelay: !outbox.has(hash),
      },
    ];
  });
}

/** Everybody who used a link of this device, in the order they came. */
export const requestsOf = (log: CaseLog, desks: readonly OpenDesk[]): readonly RequestLine[] =>
  desks.flatMap(({ invite, desk }) => {
    const entry = log.index.entries().find(({ hash }) => hash === invite)?.entry;
    const role = entry?.op === "invite" ? roleOf(entry.level) : "out";
    if (role === "out") return [];
    return desk.requests().map(({ joiner, name, code, is }, n): RequestLine => {
      const state = is === "asked" ? "asking" : is === "broken_promise" ? "refused" : is;
      return { joiner, invite, name, role, is: state, code, isAnother: n > 0 };
    });
  });
