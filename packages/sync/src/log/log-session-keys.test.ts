/** A shared case in a tab that has no key to write under: two removals at once left none. */
import { describe, expect, test } from "vitest";
import { HELPER, OUT, OWNER } from "./entry.ts";
import { createMemoryLogStore } from "./log-store.ts";
import { edit, everything, invite, lower, rotate, sync, take, text } from "./people.fixture.ts";
import { bodyOf, hand, settled, shared, type } from "./tabs.fixture.ts";

describe("log session without a key", () => {
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
    const failures = new Set<string | undefined>();
    bob.writing.subscribe(({ failed }) => failures.add(failed?.kind));
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
    type(bob, " three");
    await settled();
    await rotate(world, alice);
    await hand(alice, bob);
    expect(await bob.flush()).toEqual({ ok: true, value: undefined });
    await take(
      alice,
      bob.log.index.all().map(({ record }) => record),
    );
    expect(bodyOf(alice.view.doc())).toBe("start one two three");
    expect([...failures].toSorted()).toEqual(["no_key", undefined]);
    const again = await device.open();
    expect(bodyOf(again.doc.get())).toBe("start one two three");
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
});
