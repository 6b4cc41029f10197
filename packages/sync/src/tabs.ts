/**
 * Tabs of one browser in step: a channel for hints, and the moments at which a tab wakes. Ports with their browser and memory adapters.
 *
 * 1. A message is only a hint that a row has become durable; what counts is the store. A lost, doubled or late message costs a look into the store, nothing else.
 */
import * as z from "zod/mini";

const TabMessageSchema = z.object({ doc: z.string(), row: z.int(), frames: z.array(z.instanceof(Uint8Array)) });
/** Row `row` of `doc` is durable and holds `frames`. */
export interface TabMessage {
  readonly doc: string;
  readonly row: number;
  readonly frames: readonly Uint8Array[];
}

export interface TabChannel {
  readonly post: (message: TabMessage) => void;
  /** Messages of other tabs. Answers how to stop listening. */
  readonly subscribe: (listener: (message: TabMessage) => void) => () => void;
  readonly close: () => void;
}

/** Moments after which a tab may have missed messages. Answers how to stop listening. */
export type Wake = (listener: () => void) => () => void;

/** Runs `work` while nobody else, in any tab, runs work of the same name. */
export type Exclusive = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** A BroadcastChannel; it reaches the other tabs of this browser, never its own. `name` keeps apart what must not meet. */
export function broadcastTabs(name = "recourse"): TabChannel {
  const channel = new BroadcastChannel(name);
  const listeners = new Set<(message: TabMessage) => void>();
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    // A tab with another version may say something else.
    const message = TabMessageSchema.safeParse(data);
    if (message.success) for (const listener of listeners) listener(message.data);
  };
  return {
    post: (message) => channel.postMessage(message),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => channel.close(),
  };
}

/** Shown again, focused, or back from the back-forward cache. */
export function browserWake(page: Window = window): Wake {
  return (listener) => {
    const onVisible = (): void => {
      if (page.document.visibilityState === "visible") listener();
    };
    page.addEventListener("pageshow", listener);
    page.addEventListener("focus", listener);
    page.document.addEventListener("visibilitychange", onVisible);
    return () => {
      page.removeEventListener("pageshow", listener);
      page.removeEventListener("focus", listener);
      page.document.removeEventListener("visibilitychange", onVisible);
    };
  };
}

/** Web Locks. */
export function browserExclusive(locks: LockManager = navigator.locks): Exclusive {
  return async (name, work) => locks.request(`recourse:${name}`, work);
}

/** Channels that hear each other within one process: for tests. `deliver` may hold messages back. */
export function createMemoryTabs(deliver: (send: () => void) => void = (send) => send()): {
  readonly join: () => TabChannel;
} {
  const joined = new Set<Set<(message: TabMessage) => void>>();
  return {
    join: () => {
      const listeners = new Set<(message: TabMessage) => void>();
      joined.add(listeners);
      return {
        post: (message) => {
          for (const others of joined)
            if (others !== listeners) deliver(() => others.forEach((listener) => listener(message)));
        },
        subscribe: (listener) => {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
        close: () => void joined.delete(listeners),
      };
    },
  };
}

/** One after the other within one process. */
export function createMemoryExclusive(): Exclusive {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(name, turn);
    return turn;
  };
}
