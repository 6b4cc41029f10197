/**
 * SessionLock: who lives. A tab holds the lock of its session for life; whoever gets it knows that the session is dead. Port and adapters.
 *
 * Source: LO1, LO2.
 */
import type { SessionId } from "./log-ids.ts";

export interface SessionLock {
  /** Holds the lock until the answer is called. Undefined when somebody has it. */
  readonly take: (session: SessionId) => Promise<(() => void) | undefined>;
}

/** Web Locks; the browser gives them back when the tab dies. */
export function browserSessionLock(locks: LockManager = navigator.locks): SessionLock {
  return {
    take: (session) =>
      new Promise((answer, fail) => {
        locks
          .request(`log:${session}`, { ifAvailable: true }, (lock) => {
            if (lock === null) return answer(undefined);
            return new Promise<void>((release) => answer(release));
          })
          .catch(fail);
      }),
  };
}

/** Locks within one process. */
export function createMemorySessionLock(held: Set<SessionId> = new Set()): SessionLock {
  return {
    take: async (session) => {
      if (held.has(session)) return undefined;
      held.add(session);
      return () => void held.delete(session);
    },
  };
}
