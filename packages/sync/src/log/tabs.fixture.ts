/**
 * bob's device with tabs on a case that alice has founded, for tests: time and crashes by hand.
 */
import * as Y from "yjs";
import { createDoc } from "../layout.ts";
import { createManualScheduler, type ManualScheduler } from "../scheduler.ts";
import type { DeviceKeys } from "./device-keys.ts";
import { HELPER } from "./entry.ts";
import type { LogCaseId, SessionId } from "./log-ids.ts";
import { openLogSession, type LogSession } from "./log-session.ts";
import { createMemoryLogRows, createMemoryLogStore, type LogStore, type MemoryLogRows } from "./log-store.ts";
import {
  admit,
  bytesFrom,
  createWorld,
  edit,
  everything,
  found,
  newText,
  text,
  type Person,
  type World,
} from "./people.fixture.ts";
import { createMemorySessionLock } from "./session-lock.ts";

export interface Tab extends LogSession {
  readonly scheduler: ManualScheduler;
}
/** bob's device; each call of `open` is a tab. */
export interface Device {
  readonly rows: MemoryLogRows;
  readonly open: (through?: (store: LogStore) => LogStore) => Promise<Tab>;
  /** Tabs die without a word: their locks are free. */
  readonly kill: () => void;
}
/** `now`: its clock. Units: ms since 1970. */
export function deviceOf(world: World, keys: DeviceKeys, caseId: LogCaseId, now = () => 1): Device {
  const rows = createMemoryLogRows();
  const held = new Set<SessionId>();
  const locks = createMemorySessionLock(held);
  return {
    rows,
    kill: () => held.clear(),
    open: async (through = (store) => store) => {
      const scheduler = createManualScheduler();
      const store = through(createMemoryLogStore(rows, true));
      const ports = { device: keys, sealer: world.sealer, random: bytesFrom(world.random), now, createDoc };
      const opened = await openLogSession({ ...ports, caseId, store, scheduler, locks });
      if (!opened.ok) throw new Error(opened.error.kind);
      return { ...opened.value, scheduler };
    },
  };
}
/** alice has a case with a text, bob a tab on it. */
export async function shared(seed: number) {
  const world = createWorld({ seed });
  const { alice, caseId } = await found(world);
  await edit(world, alice, newText("n1/body", "start"));
  const keys = await world.device();
  await admit(world, alice, keys, HELPER);
  const device = deviceOf(world, keys, caseId);
  const bob = await device.open();
  await hand(alice, bob);
  return { world, alice, device, bob, keys };
}
export const hand = (from: Person, to: Tab) => to.receive(everything(from).map(({ bytes }) => bytes));
/** Lets what was begun in this task come to its end. */
export const settled = async (): Promise<void> => {
  for (let n = 0; n < 200; n++) await Promise.resolve();
  await crypto.subtle.digest("SHA-256", new Uint8Array(1));
  for (let n = 0; n < 200; n++) await Promise.resolve();
};
export const type = (tab: Tab, letters: string, key = "n1/body"): void => {
  const of = text(tab.doc.get(), key);
  tab.doc.get().transact(() => of.insert(of.length, letters));
};
export const bodyOf = (doc: Y.Doc): string => text(doc).toString();
