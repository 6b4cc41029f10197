/**
 * How a shared case stands, in one word with a sign of its own: what the status bar shows of the case in view. Pure but for the signals it reads.
 *
 * 1. Whoever asks to join comes first: somebody is waiting on the telephone.
 * 2. While connected the word says how far the own changes have come; else it says why not, and how many wait.
 * 3. Every state has another shape: colour says nothing here.
 *
 * Source: 4-sync, States shown to people; I6, I10.
 */
import type { IconNode } from "lucide";
import {
  Ban,
  Cable,
  CheckCheck,
  CircleDashed,
  CircleX,
  Cloud,
  CloudCheck,
  CloudCog,
  HardDrive,
  History,
  KeyRound,
  LoaderCircle,
  RefreshCw,
  Unplug,
  UserPlus,
  UserX,
  Wifi,
  WifiOff,
} from "lucide";
import type { Say, Services } from "../../services/services.ts";
import type { Linking, Reach, RequestLine, SharedCase } from "../../services/sharing/sharing.ts";

/** A sign for every state of the connection. */
export const linkIcons: Readonly<Record<Linking, IconNode>> = {
  local: Cloud,
  connecting: CloudCog,
  syncing: RefreshCw,
  live: Wifi,
  behind: CircleDashed,
  silent: Unplug,
  offline: WifiOff,
  rolled_back: History,
  waiting_for_key: KeyRound,
  removed: UserX,
  refused: Ban,
  direct: Cable,
};

/** A sign for every distance of what was written. */
export const reachIcons: Readonly<Record<Reach["is"], IconNode>> = {
  saving: LoaderCircle,
  here: HardDrive,
  relay: CloudCheck,
  seen: CheckCheck,
  failed: CircleX,
};

/** What is on show: `asked`, a connection that is not simply there, or how far things have come. */
export type Standing = "asked" | Exclude<Linking, "live"> | "saving" | "here" | "relay" | "seen" | "failed";

const linkings: readonly Exclude<Linking, "live">[] = [
  "local",
  "connecting",
  "syncing",
  "behind",
  "silent",
  "offline",
  "rolled_back",
  "waiting_for_key",
  "removed",
  "refused",
  "direct",
];
const reaches: readonly Reach["is"][] = ["saving", "here", "relay", "seen", "failed"];

/** Every state there is, for menus that hold one entry each. */
export const standings: readonly Standing[] = ["asked", ...linkings, ...reaches];

export const standingIcons: Readonly<Record<Standing, IconNode>> = { asked: UserPlus, ...linkIcons, ...reachIcons };

/** What a status line needs of a shared case. */
export type SharedFacts = Pick<SharedCase, "linking" | "reach" | "requests">;

/** Whether whoever asked is still waiting to be compared with. */
export const isWaiting = ({ is }: Pick<RequestLine, "is">): boolean => is === "asking" || is === "comparing";

/** The state to show. Tracked. */
export function standingOf(shared: SharedFacts): Standing {
  if (shared.requests().some(isWaiting)) return "asked";
  const reach = shared.reach().is;
  if (reach === "failed") return "failed";
  const linking = shared.linking();
  return linking === "live" ? reach : linking;
}

/** How far what was written has come, in words. */
export function reachText(say: Pick<Say, "word">, { is, unsent, seenBy }: Reach): string {
  if (is === "here" && unsent > 0) return say.word("screen.share.reach.unsent", { n: unsent });
  if (is === "seen") return say.word("screen.share.reach.seen", { n: seenBy });
  return say.word(`screen.share.reach.${is}`);
}

/** The short words of the status bar. Tracked. */
export function standingText(say: Pick<Say, "word">, shared: SharedFacts): string {
  const standing = standingOf(shared);
  if (standing === "asked") return say.word("screen.share.status.asked");
  const reach = shared.reach();
  if (standing === reach.is) return reachText(say, reach);
  const link = say.word(`screen.share.linking.${standing}`);
  if (reach.unsent === 0 || standing === "removed") return link;
  return say.word("screen.share.status.two", {
    one: link,
    two: say.word("screen.share.reach.unsent", { n: reach.unsent }),
  });
}

/** The shared case in view. Tracked. */
export function sharedInView({ sharing, desk }: Pick<Services, "sharing" | "desk">): SharedCase | undefined {
  const caseId = desk.activeCase();
  return caseId === undefined ? undefined : sharing.of(caseId);
}

/** Its state; undefined where there is none. Tracked. The context key `sharing`. */
export function standingInView(services: Pick<Services, "sharing" | "desk">): Standing | undefined {
  const shared = sharedInView(services);
  return shared === undefined ? undefined : standingOf(shared);
}
