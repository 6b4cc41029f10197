/** A shared case in a tab: saved, sealed, crashed, rebuilt. */
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { createDoc } from "../layout.ts";
import { createManualScheduler, type ManualScheduler } from "../scheduler.ts";
import type { DeviceKeys } from "./device-keys.ts";
import { HELPER, OUT, OWNER } from "./entry.ts";
import type { LogCaseId, SessionId } from "./log-ids.ts";
import { createMemoryLogRows, createMemoryLogStore, type LogStore, type MemoryLogRows } from "./log-store.ts";
import { openLogSession, type LogSession } from "./log-session.ts";
import {
  admit,
  bytesFrom,
  createWorld,
  edit,
  everything,
  found,
  invite,
  lower,
  newText,
  put,
  rotate,
  stateOf,
  sync,
  take,
  text,
  type Person,
  type World,
} from "./people.fixture.ts";
import { createMemorySessionLock } from "./session-lock.ts";

interface Tab extends LogSession {
  readonly scheduler: ManualScheduler;
}
/** bob's device; each call of `open` is a tab. */
interface Device {
  readonly rows: MemoryLogRows;
  readonly open: (through?: (store: LogStore) => LogStore) => Promise<Tab>;
  /** Tabs die without a word: their locks are free. */
  readonly kill: () => void;
}
function deviceOf(world: World, keys: DeviceKeys, caseId: LogCaseId): Device {
  const rows = createMemoryLogRows();
  const held = new Set<SessionId>();
  const locks = createMemorySessionLock(held);
  return {
    rows,
    kill: () => held.clear(),
    open: async (through = (store) => store) => {
      const scheduler = createManualScheduler();
      const store = through(createMemoryLogStore(rows, true));
      const ports = { device: keys, sealer: world.sealer, random: bytesFrom(world.random), now: () => 1, createDoc };
      const opened = await openLogSession({ ...ports, caseId, store, scheduler, locks });
      if (!opened.ok) throw new Error(opened.error.kind);
      return { ...opened.value, scheduler };
    },
  };
}
/** alice has a case with a text, bob a tab on it. */
async function shared(seed: number) {
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
const hand = (from: Person, to: Tab) => to.receive(everything(from).map(({ bytes }) => bytes));
/** Lets what was begun in this task come to its end. */
const settled = async (): Promise<void> => {
  for (let n = 0; n < 200; n++) await Promise.resolve();
  await crypto.subtle.digest("SHA-256", new Uint8Array(1));
  for (let n = 0; n < 200; n++) await Promise.resolve();
};
const type = (tab: Tab, letters: string, key = "n1/body"): void => {
  const of = text(tab.doc.get(), key);
  tab.doc.get().transact(() => of.insert(of.length, letters));
};
const bodyOf = (doc: Y.Doc): string => text(doc).toString();

describe("log session", () => {
  test("[LO1, I6] an edit is pending at once, without any timer, and in a record after 300 ms of quiet", async () => {
    const { device, bob } = await shared(51);
    type(bob, " and");
    await settled();
    const [of] = device.rows.values();
    expect([of?.pending.size, bob.writing.get().saved.durable, bob.writing.get().unsealed]).toEqual([1, true, 1]);
    const before = of?.records.size ?? 0;
    bob.scheduler.advance(299);
    await settled();
    expect(of?.records.size).toBe(before);
    bob.scheduler.advance(1);
    await bob.flush();
    expect([of?.pending.size, of?.records.size, of?.outbox.size]).toEqual([0, before + 1, 1]);
  });

  test("[CO5] without a pause it is sealed after a second all the same, as one record", async () => {
    const { device, bob } = await shared(52);
    const [of] = device.rows.values();
    const before = of?.records.size ?? 0;
    for (let n = 0; n < 5; n++) {
      type(bob, `${n}`);
      await settled();
      bob.scheduler.advance(200);
    }
    await bob.flush();
    expect(of?.records.size).toBe(before + 1);
  });

  test("[LO2, R6] a tab that dies with edits pending: the next one writes them, once, and nobody sees them twice", async () => {
    const { alice, device, bob } = await shared(53);
    type(bob, " sealed");
    await bob.flush();
    type(bob, " pending");
    await settled();
    device.kill();
    const again = await device.open();
    expect(again.finished.map(({ failed }) => failed)).toEqual([undefined]);
    expect(bodyOf(again.doc.get())).toBe("start sealed pending");
    const third = await device.open();
    expect(third.finished).toEqual([]);
    await take(
      alice,
      third.log.index.all().map(({ record }) => record),
    );
    expect(bodyOf(alice.view.doc())).toBe("start sealed pending");
  });

  test("[LO2] the edits of a tab that lives are left to it", async () => {
    const { device, bob } = await shared(54);
    type(bob, " mine");
    await settled();
    const other = await device.open();
    expect(other.finished).toEqual([]);
    expect(bodyOf(other.doc.get())).toBe("start");
    await bob.flush();
    await other.receive(bob.sealed.get().map(({ bytes }) => bytes));
    expect(bodyOf(other.doc.get())).toBe("start mine");
  });

  test("[LO2, RE4] what a dead tab wrote before a removal is sealed under the epoch after it", async () => {
    const { world, alice, device, bob } = await shared(55);
    const mallory = await invite(world, alice, "mallory", HELPER);
    await hand(alice, bob);
    type(bob, " late");
    await settled();
    device.kill();
    await lower(world, alice, mallory, OUT);
    // The removal reaches the device while no tab is open.
    const store = createMemoryLogStore(device.rows, true);
    await store.keep(
      alice.log.caseId,
      everything(alice).map(({ hash, bytes }) => ({ hash, bytes, own: undefined })),
    );
    const again = await device.open();
    const [record] = again.log.index.all().slice(-1);
    expect(bodyOf(again.doc.get())).toBe("start late");
    if (record === undefined) throw new Error("nothing written");
    expect(again.keyring.get(record.record.head.epoch)).toBeDefined();
    expect(mallory.keyring.get(record.record.head.epoch)).toBeUndefined();
  });

  test("[AC5] a removal while bob types: his edits are sealed first, the document is made anew, he writes on in a new session", async () => {
    const { world, alice, bob } = await shared(56);
    const mallory = await invite(world, alice, "mallory", HELPER);
    await hand(alice, bob);
    await lower(world, alice, mallory, OUT);
    const evil = await edit(world, mallory, (doc) => text(doc).insert(5, "EVIL"));
    await bob.receive(evil.map(({ bytes }) => bytes));
    type(bob, " bob");
    const before = bob.doc.get();
    await hand(alice, bob);
    expect(bob.doc.get()).not.toBe(before);
    expect(bodyOf(bob.doc.get())).toBe("start bob");
    type(bob, "!");
    await bob.flush();
    await take(
      alice,
      bob.log.index.all().map(({ record }) => record),
    );
    expect(bodyOf(alice.view.doc())).toBe("start bob!");
    expect(
      new Set(
        bob.log.index
          .all()
          .filter(
            ({ record }) => record.log.startsWith(alice.keys.id) === false && record.head.device !== mallory.keys.id,
          )
          .map(({ record }) => record.log),
      ).size,
    ).toBe(2);
  });

  test("[EP3, AC5, I10] without an allowed key edits stay in sight through a rebuild, and are sealed, in order, when a key comes", async () => {
    const { world, alice, device, bob: closed } = await shared(57);
    await closed.close();
    // Whatever comes in while a key does, timers run: what is written on older edits must not be sealed before them.
    let timers = (): void => undefined;
    const bob = await device.open((store) => ({
      ...store,
      keep: async (caseId, records) => {
        timers();
        await settled();
        return store.keep(caseId, records);
      },
    }));
    timers = () => bob.scheduler.advance(2000);
    const tablet = await invite(world, alice, "tablet", OWNER);
    const x = await invite(world, alice, "x", HELPER);
    const y = await invite(world, alice, "y", HELPER);
    await sync(alice, tablet);
    await hand(alice, bob);
    const evil = await edit(world, x, (doc) => text(doc).insert(0, "EVIL"));
    await bob.receive(evil.map(({ bytes }) => bytes));
    await lower(world, alice, x, OUT);
    await lower(world, tablet, y, OUT);
    await sync(tablet, alice);
    // Not even saved when the removals come.
    type(bob, " one");
    const before = bob.doc.get();
    await hand(alice, bob);
    expect(bob.doc.get()).not.toBe(before);
    expect(bodyOf(bob.doc.get())).toBe("start one");
    type(bob, " two");
    expect(await bob.flush()).toEqual({ ok: false, error: { kind: "no_key" } });
    expect(bodyOf(bob.doc.get())).toBe("start one two");
    await rotate(world, alice);
    await hand(alice, bob);
    expect(await bob.flush()).toEqual({ ok: true, value: undefined });
    await take(
      alice,
      bob.log.index.all().map(({ record }) => record),
    );
    expect(bodyOf(alice.view.doc())).toBe("start one two");
    const again = await device.open();
    expect(bodyOf(again.doc.get())).toBe("start one two");
  });

  test("[EP3, LO2] a session that died waiting for a key is finished by the first one that has one", async () => {
    const { world, alice, device, bob } = await shared(58);
    const tablet = await invite(world, alice, "tablet", OWNER);
    const x = await invite(world, alice, "x", HELPER);
    const y = await invite(world, alice, "y", HELPER);
    await sync(alice, tablet);
    await hand(alice, bob);
    await lower(world, alice, x, OUT);
    await lower(world, tablet, y, OUT);
    await sync(tablet, alice);
    await hand(alice, bob);
    type(bob, " one");
    await bob.flush();
    device.kill();
    const second = await device.open();
    expect(second.finished.map(({ failed }) => failed?.kind)).toEqual(["no_key"]);
    await second.close();
    device.kill();
    await rotate(world, alice);
    const store = createMemoryLogStore(device.rows, true);
    await store.keep(
      alice.log.caseId,
      everything(alice).map(({ hash, bytes }) => ({ hash, bytes, own: undefined })),
    );
    const third = await device.open();
    expect(bodyOf(third.doc.get())).toBe("start one");
  });

  test("[LO2] rows that outlived their record are not written a second time", async () => {
    const { alice, device } = await shared(62);
    // The crash that strict transactions rule out, and half-sealed long edits do not: the record is there, its rows too.
    const bob = await device.open((store) => ({
      ...store,
      seal: (caseId, sealing) => store.seal(caseId, { ...sealing, upTo: 0 }),
    }));
    type(bob, " once");
    await bob.flush();
    device.kill();
    const again = await device.open();
    expect(again.finished.map(({ failed }) => failed)).toEqual([undefined]);
    expect(bodyOf(again.doc.get())).toBe("start once");
    await take(
      alice,
      again.log.index.all().map(({ record }) => record),
    );
    expect(bodyOf(alice.view.doc())).toBe("start once");
    expect((await device.open()).finished).toEqual([]);
  });

  test("[I10, R4] a store that fails while sealing loses nothing: the record it wrote is stored first when it works again", async () => {
    const { alice, device } = await shared(59);
    let broken = false;
    const bob = await device.open((store) => ({
      ...store,
      seal: async (caseId, sealing) => (broken ? { ok: false, error: { kind: "quota" } } : store.seal(caseId, sealing)),
    }));
    broken = true;
    type(bob, " one");
    expect(await bob.flush()).toEqual({ ok: false, error: { kind: "quota" } });
    expect(bob.sealed.get()).toEqual([]);
    type(bob, " two");
    expect(await bob.flush()).toEqual({ ok: false, error: { kind: "quota" } });
    expect(bob.writing.get().failed).toEqual({ kind: "quota" });
    broken = false;
    expect(await bob.flush()).toEqual({ ok: true, value: undefined });
    const again = await device.open();
    expect(bodyOf(again.doc.get())).toBe("start one two");
    await take(
      alice,
      again.log.index.all().map(({ record }) => record),
    );
    expect(bodyOf(alice.view.doc())).toBe("start one two");
  });

  test("[CO5] a long paste is cut into records, between characters, and reads as one; a single value too long is refused", async () => {
    const { alice, bob } = await shared(60);
    const letters = "追索😀".repeat(60_000);
    type(bob, letters);
    expect(await bob.flush()).toEqual({ ok: true, value: undefined });
    expect(bob.sealed.get().length).toBeGreaterThan(2);
    await take(
      alice,
      bob.log.index.all().map(({ record }) => record),
    );
    expect(bodyOf(alice.view.doc()) === `start${letters}`).toBe(true);
    put("o1/title", "x".repeat(300_000))(bob.doc.get());
    expect((await bob.flush()).ok).toBe(false);
    expect(bob.writing.get().failed?.kind).toBe("too_large");
  });

  test("[FR4] what waits for an ancestor is stored with the rest, and shows when the ancestor comes", async () => {
    const { world, alice, device, bob } = await shared(61);
    const [first] = await edit(world, alice, put("o1/title", "first"));
    const [second] = await edit(world, alice, put("o1/note", "second"));
    if (first === undefined || second === undefined) throw new Error("not written");
    await bob.receive([second.bytes]);
    await bob.close();
    const again = await device.open();
    expect(again.log.waiting().map(({ record }) => record.hash)).toEqual([second.hash]);
    await again.receive([first.bytes]);
    expect(stateOf(again.doc.get())).toContain("second");
  });
});
