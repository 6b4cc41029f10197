/**
 * Rounds: shared cases that nobody has open are opened for a moment, so that what others did and asked for shows on the board and on Today. Effects: opens
 * cases, which connects them.
 *
 * 1. One at a time, at idle, and only while somebody looks at this tab. A case that is open is connected already and left alone.
 * 2. A case stays open until it has what the relay has, or half a minute; without a relay the round is over.
 */
import type { Id, Result } from "@recourse/core";
import type { Scheduler, Wake } from "@recourse/sync";
import type { RegisteredCase } from "@recourse/sync/log";
import type { Linking } from "./sharing.ts";

/** Units: ms. */
const FIRST = 2000;
const EVERY = 300_000;
const AT_LEAST = 60_000;
const LOOK = 500;
const AT_MOST = 30_000;

/** States that are on their way to another. */
const underWay: ReadonlySet<Linking> = new Set<Linking>(["local", "connecting", "syncing"]);
/** States in which no other case gets any further either. */
const noRelay: ReadonlySet<Linking> = new Set<Linking>(["offline", "silent"]);

export interface RoundsPorts {
  readonly registered: () => Promise<Result<readonly RegisteredCase[], unknown>>;
  readonly open: { readonly get: (caseId: Id) => Promise<unknown>; readonly isOpen: (caseId: Id) => boolean };
  /** How a case that is open is connected. */
  readonly linking: (caseId: Id) => Linking | undefined;
  readonly scheduler: Scheduler;
  readonly wake: Wake;
  readonly isLookedAt: () => boolean;
  /** Units: ms since 1970. */
  readonly now: () => number;
}

/** Goes on as long as the page lives. */
export function beginRounds(ports: RoundsPorts): void {
  const { open, linking, scheduler, now } = ports;
  let running = false;
  let last = -Infinity;
  const idle = (): Promise<void> => new Promise((go) => void scheduler.idle(go));
  const after = (ms: number): Promise<void> => new Promise((go) => void scheduler.after(ms, go));
  /** Answers how it is connected when it gets no further, or when it has taken long enough. */
  const visit = async (caseId: Id): Promise<Linking | undefined> => {
    if ((await open.get(caseId)) === undefined) return undefined;
    for (let waited = 0; waited < AT_MOST; waited += LOOK) {
      const is = linking(caseId);
      if (is === undefined || !underWay.has(is)) return is;
      await after(LOOK);
    }
    return linking(caseId);
  };
  const round = async (): Promise<void> => {
    const all = await ports.registered();
    for (const { caseId } of all.ok ? all.value : []) {
      if (caseId === undefined || open.isOpen(caseId)) continue;
      await idle();
      if (!ports.isLookedAt()) return;
      const is = await visit(caseId);
      if (is !== undefined && noRelay.has(is)) return;
    }
  };
  const look = (): void => {
    if (running || now() - last < AT_LEAST || !ports.isLookedAt()) return;
    running = true;
    last = now();
    void round().finally(() => {
      running = false;
    });
  };
  const again = (): void => {
    look();
    scheduler.after(EVERY, again);
  };
  scheduler.after(FIRST, again);
  ports.wake(look);
}
