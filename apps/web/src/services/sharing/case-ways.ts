/**
 * Ways of a shared case straight to other members, as long as this tab has the network and this device allows it (FR6). Effects through its ports.
 *
 * 1. Whether they are allowed is kept with the case on this device, off unless somebody switched it on; its tabs tell each other.
 */
import { createWatched, type Watched } from "@recourse/sync";
import type { RecordHash } from "@recourse/sync/log";
import {
  openDirectLinks,
  type DirectDoor,
  type DirectLinks,
  type DirectState,
  type Signal,
  type TabName,
} from "@recourse/sync/wire";
import type { NetworkPorts } from "./case-network.ts";
import type { Direct } from "./connection.ts";

/** What direct ways need beside what the network needs. */
export interface DirectPorts {
  /** Undefined where the browser has no WebRTC. */
  readonly door: DirectDoor | undefined;
  readonly self: () => TabName;
  readonly say: (signal: Signal) => void;
}

export interface CaseWays {
  readonly state: Watched<DirectState>;
  readonly now: () => Direct;
  /** This tab has the network now, or no longer. */
  readonly setHere: (here: boolean) => void;
  readonly allow: (on: boolean) => void;
  readonly isAllowed: () => boolean;
  readonly hear: (from: TabName, signal: Signal) => void;
  readonly sayEph: (sealed: Uint8Array<ArrayBuffer>) => void;
  /** Records that came in elsewhere. */
  readonly offer: (hashes: readonly RecordHash[]) => void;
}

const NONE: DirectState = { joined: [], seen: new Map() };

/** None is open before `setHere(true)`. `receive` tells the other tabs what comes in. */
export function createCaseWays(ports: NetworkPorts, receive: NetworkPorts["session"]["receive"]): CaseWays {
  const { entry, session, sealer, device, origin, scheduler, random, now, hearEph, blobs, direct } = ports;
  const state = createWatched<DirectState>(NONE);
  let isAllowed = entry.direct === true;
  let isHere = false;
  let links: DirectLinks | undefined;
  let unfollow = (): void => undefined;
  const settle = (): void => {
    const wanted = isHere && isAllowed && direct?.door !== undefined;
    if (wanted === (links !== undefined)) return;
    unfollow();
    links?.close();
    links = undefined;
    state.set(NONE);
    if (!wanted) return;
    links = openDirectLinks({
      session: { ...session, receive },
      sealer,
      device,
      origin,
      door: direct.door,
      self: direct.self(),
      say: direct.say,
      scheduler,
      random,
      now,
      hearEph,
      ...(blobs === undefined ? {} : { blobs }),
    });
    unfollow = links.state.subscribe((to) => state.set(to));
  };
  return {
    state,
    now: () => ({
      is: direct !== undefined && direct.door === undefined ? "impossible" : isAllowed ? "on" : "off",
      joined: state.get().joined,
    }),
    setHere: (here) => {
      isHere = here;
      settle();
    },
    allow: (on) => {
      isAllowed = on;
      settle();
    },
    isAllowed: () => isAllowed,
    hear: (from, signal) => void links?.hear(from, signal),
    sayEph: (sealed) => links?.sayEph(sealed),
    offer: (hashes) => links?.offer(hashes),
  };
}
