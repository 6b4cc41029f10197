/** How this browser is connected with the relay and with other members, and what they said to have. Pure but for `createHearing`, which remembers. */
import type { DeviceId } from "@recourse/sync/log";
import type { LinkState, Tip } from "@recourse/sync/wire";

/** States of the way to the relay. */
export const linkings = [
  "local",
  "connecting",
  "syncing",
  "live",
  "behind",
  "silent",
  "offline",
  "rolled_back",
  "refused",
] as const;

/** What one member said to have. `at`: by this device's clock. Units: ms since 1970. */
export interface Seen {
  readonly device: DeviceId;
  readonly at: number;
  readonly tips: readonly Tip[];
}

/** Ways straight to other members. `on`: allowed on this device; `impossible`: the browser has no WebRTC. */
export interface Direct {
  readonly is: "off" | "on" | "impossible";
  readonly joined: readonly DeviceId[];
}

export interface Connection {
  readonly linking: (typeof linkings)[number];
  readonly refusal: string | undefined;
  readonly seen: readonly Seen[];
  readonly direct: Direct;
}

export const NO_DIRECT: Direct = { is: "off", joined: [] };
export const NO_CONNECTION: Connection = { linking: "local", refusal: undefined, seen: [], direct: NO_DIRECT };

/** The state of the link in one word. */
export function linkingOf(state: LinkState): Connection["linking"] {
  if (state.is === "refused") return "refused";
  if (state.is === "offline") return "offline";
  if (state.is === "ended") return "local";
  if (state.silent) return "silent";
  if (state.rolledBack !== undefined) return "rolled_back";
  if (state.behind.length > 0) return "behind";
  return state.is === "greeting" ? "connecting" : state.is;
}

type SaidToHave = ReadonlyMap<DeviceId, readonly Tip[]>;

/**
 * What is known after one way said what it has heard. Only what is new there counts: another way may have heard later words of the same member; and
 * what was said over an earlier connection still holds.
 */
export function createHearing(): (before: readonly Seen[], heard: SaidToHave, at: number) => readonly Seen[] {
  let last: SaidToHave = new Map();
  return (before, heard, at) => {
    const fresh = [...heard].filter(([device, tips]) => last.get(device) !== tips);
    last = heard;
    if (fresh.length === 0) return before;
    const devices = new Set(fresh.map(([device]) => device));
    return [
      ...fresh.map(([device, tips]): Seen => ({ device, at, tips })),
      ...before.filter(({ device }) => !devices.has(device)),
    ];
  };
}
