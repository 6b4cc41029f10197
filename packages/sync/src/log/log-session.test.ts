/** A shared case in a tab: saved, sealed, crashed, rebuilt. */
import { describe, expect, test } from "vitest";
import { HELPER, OUT } from "./entry.ts";
import { createMemoryLogStore } from "./log-store.ts";
import { edit, everything, invite, lower, person, put, stateOf, take, text } from "./people.fixture.ts";
import { bodyOf, hand, settled, shared, type } from "./tabs.fixture.ts";

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

  test("[AC5, LO1] whoever goes on typing while the document is made anew loses no letter, in sight or in the log", async () => {
    const { world, alice, device, bob } = await shared(56);
    const mallory = await invite(world, alice, "mallory", HELPER);
    await hand(alice, bob);
    await lower(world, alice, mallory, OUT);
    const evil = await edit(world, mallory, (doc) => text(doc).insert(5, "EVIL"));
    await bob.receive(evil.map(({ bytes }) => bytes));
    const before = bob.doc.get();
    let typed = 0;
    const handing = { isOver: false };
    const handed = hand(alice, bob).then(() => {
      handing.isOver = true;
    });
    // Faster than any person: a letter in each turn in which the old document is shown.
    while (!handing.isOver) {
      if (bob.doc.get() === before && typed < 500) {
        type(bob, "x");
        typed++;
      }
      await Promise.resolve();
    }
    await handed;
    expect([bob.doc.get() === before, typed > 20]).toEqual([false, true]);
    const letters = (body: string): number => body.split("x").length - 1;
    expect(letters(bodyOf(bob.doc.get()))).toBe(typed);
    type(bob, " after");
    await bob.flush();
    const next = await device.open();
    expect(bodyOf(next.doc.get())).toBe(bodyOf(bob.doc.get()));
    expect(bodyOf(next.doc.get()).endsWith(" after")).toBe(true);
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

  test("[I3, AC5] a running copy of the profile writes on in the same log: both go on, each in a session of its own", async () => {
    const { world, alice, bob, keys } = await shared(63);
    type(bob, " one");
    await bob.flush();
    const [own] = bob.sealed.get();
    if (own === undefined) throw new Error("nothing sealed");
    const at = { seq: own.head.seq, hash: own.hash };
    const copy = await person(world, "bob", keys, alice.log.caseId, { session: own.log.slice(32), at });
    await take(
      copy,
      bob.log.index.all().map(({ record }) => record),
    );
    copy.view.doc().clientID = copy.author.client;
    const [twin] = await edit(world, copy, (doc) => text(doc).insert(9, " copy"));
    if (twin === undefined) throw new Error("nothing written");
    await bob.receive([twin.bytes]);
    type(bob, " two");
    expect(await bob.flush()).toEqual({ ok: true, value: undefined });
    expect(bob.sealed.get()[0]?.log).not.toBe(own.log);
    await take(
      alice,
      bob.log.index.all().map(({ record }) => record),
    );
    expect(bodyOf(alice.view.doc())).toBe("start one copy two");
    expect(alice.log.standings().alarms).toEqual([]);
  });
});
