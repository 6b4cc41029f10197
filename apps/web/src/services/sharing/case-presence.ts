/** Who looks at a shared case right now, and what this tab shows (FR5). Effects through the network it is given. */
import { createWatched, type Scheduler, type Watched } from "@recourse/sync";
import type { DeviceId, DeviceKeys, LogSession, Sealer } from "@recourse/sync/log";
import { createPresence, type Present } from "@recourse/sync/wire";
import type { PresentLine } from "./sharing.ts";

/** Units: ms. */
const TICK = 1000;

export interface CasePresence {
  readonly others: Watched<readonly Present[]>;
  readonly hear: (sealed: Uint8Array<ArrayBuffer>) => Promise<unknown>;
  readonly looksAt: (view: string | undefined) => void;
  readonly close: () => void;
}

export interface CasePresencePorts {
  readonly session: LogSession;
  readonly sealer: Sealer;
  readonly device: DeviceKeys;
  readonly scheduler: Scheduler;
  readonly random: (length: number) => Uint8Array<ArrayBuffer>;
  /** Units: ms since 1970. */
  readonly now: () => number;
  readonly send: (sealed: Uint8Array<ArrayBuffer>) => void;
}

/** Ticks until it is closed. */
export function createCasePresence({ session, scheduler, ...ports }: CasePresencePorts): CasePresence {
  const presence = createPresence({ ...ports, log: session.log, keyring: session.keyring });
  const others = createWatched<readonly Present[]>([]);
  const stop = presence.others.subscribe((now) => others.set(now));
  let over = false;
  const tick = (): void => {
    if (over) return;
    void presence.tick();
    scheduler.after(TICK, tick);
  };
  tick();
  return {
    others,
    hear: (sealed) => presence.hear(sealed),
    looksAt: (view) => {
      if (view === undefined) void presence.leave();
      else presence.say({ view, typing: false });
    },
    close: () => {
      over = true;
      stop();
      void presence.leave();
    },
  };
}

/** One line per device: the last that was heard of it counts. This device's other tabs are left out. */
export const presentLines = (
  present: readonly Present[],
  names: ReadonlyMap<DeviceId, string>,
): readonly PresentLine[] => {
  const byDevice = new Map(present.filter(({ own }) => !own).map((each) => [each.device, each]));
  return [...byDevice.values()].map(({ device, looks }) => ({
    device,
    name: names.get(device),
    view: looks.view,
    isTyping: looks.typing,
  }));
};
