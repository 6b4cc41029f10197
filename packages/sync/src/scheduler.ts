/**
 * Scheduler: waiting, as a port, so that tests advance time by hand. The browser adapter is the only effect.
 */

/** Both answer how to call it off. */
export interface Scheduler {
  /** Units: milliseconds. */
  readonly after: (ms: number, work: () => void) => () => void;
  /** When nothing more urgent is to be done. */
  readonly idle: (work: () => void) => () => void;
}

/** Timers and idle callbacks of the page. */
export function browserScheduler(): Scheduler {
  const after = (ms: number, work: () => void): (() => void) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  };
  const idle = (work: () => void): (() => void) => {
    // Safari has no idle callbacks; two seconds after the last request is quiet enough.
    if (typeof requestIdleCallback !== "function") return after(2000, work);
    const handle = requestIdleCallback(work, { timeout: 10_000 });
    return () => cancelIdleCallback(handle);
  };
  return { after, idle };
}

/** A scheduler that moves only when told: for tests and for the command line. */
export interface ManualScheduler extends Scheduler {
  /** Runs what is due within `ms`, in order. */
  readonly advance: (ms: number) => void;
  readonly runIdle: () => void;
}

/** Starts at 0; nothing runs, idle work neither, until it is told to. */
export function createManualScheduler(): ManualScheduler {
  let now = 0;
  const timers = new Set<{ readonly at: number; readonly work: () => void }>();
  const idlers = new Set<() => void>();
  return {
    after: (ms, work) => {
      const timer = { at: now + ms, work };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    idle: (work) => {
      // Wrapped, because the same function may be asked for twice.
      const idler = (): void => work();
      idlers.add(idler);
      return () => void idlers.delete(idler);
    },
    advance: (ms) => {
      const until = now + ms;
      for (;;) {
        const next = [...timers].filter((timer) => timer.at <= until).toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        timers.delete(next);
        now = next.at;
        next.work();
      }
      now = until;
    },
    runIdle: () => {
      const due = [...idlers];
      idlers.clear();
      for (const work of due) work();
    },
  };
}
