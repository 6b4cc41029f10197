/**
 * MemoryDevice: a device whose tabs share one store, one cache and one channel, all in memory. For tests, here and in other packages, and for trying things out.
 */
import { createManualScheduler, type ManualScheduler } from "./scheduler.ts";
import { createMemoryTabs } from "./tabs.ts";
import { createMemoryRows, createMemoryUpdateStore, type MemoryRows, type UpdateStore } from "./update-store.ts";
import { createMemoryViewCache } from "./view-cache.ts";
import type { SessionPorts } from "./doc-session.ts";

/** The ports of one tab, with the means to move its time. */
export interface MemoryTab extends SessionPorts {
  readonly scheduler: ManualScheduler;
  /** What a browser does when the tab is shown again. */
  readonly wakeUp: () => void;
}

export interface MemoryDevice {
  readonly rows: MemoryRows;
  readonly snapshots: Map<string, Uint8Array>;
  /** A new tab. `through` wraps its store, e.g. to let it fail. */
  readonly tab: (through?: (store: UpdateStore) => UpdateStore) => MemoryTab;
}

export interface MemoryDeviceOptions {
  /** Holds messages between tabs back; `send` delivers one. */
  readonly deliver?: (send: () => void) => void;
  /** Whether tabs may say "saved on this device". */
  readonly lasting?: boolean;
}

/** A device without tabs; each call of `tab` opens one more. What is closed and opened again finds the rows it left. */
export function createMemoryDevice({ deliver, lasting = true }: MemoryDeviceOptions = {}): MemoryDevice {
  const rows = createMemoryRows();
  const snapshots = new Map<string, Uint8Array>();
  const tabs = createMemoryTabs(deliver);
  let minted = 0;
  return {
    rows,
    snapshots,
    tab: (through = (store) => store) => {
      const listeners = new Set<() => void>();
      return {
        store: through(createMemoryUpdateStore(rows, lasting)),
        cache: createMemoryViewCache(snapshots),
        tabs: tabs.join(),
        wake: (listener) => {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
        scheduler: createManualScheduler(),
        mint: () => `g${++minted}`,
        wakeUp: () => {
          for (const listener of listeners) listener();
        },
      };
    },
  };
}
