/** Who can open what: epochs, lockboxes, removals. With real ciphers. */
import { describe, expect, test } from "vitest";
import { fromHex, zeros } from "./bytes.ts";
import { namesOf } from "./entry-names.ts";
import { HELPER, OUT, OWNER, rotationOf as broughtBy } from "./entry.ts";
import { closeBox, makeRotation, openLockbox } from "./epoch.ts";
import { createKeyring } from "./keyring.ts";
import { logCaseId, type EpochId } from "./log-ids.ts";
import { lowering, sharing } from "./member-changes.ts";
import type { SignedRecord } from "./signed-record.ts";
import {
  createWorld,
  edit,
  everything,
  forged,
  found,
  invite,
  lower,
  person,
  put,
  rotate,
  stateOf,
  sync,
  take,
  write,
  type Person,
} from "./people.fixture.ts";

const caseId = logCaseId("0c".repeat(16));

describe("keyring", () => {
  test("[EP1] a lockbox opens for its device, in its case, with the key of its epoch, and in no other way", async () => {
    const { sealer, device } = createWorld({ seed: 21, sealed: true });
    const [bob, mallory] = [await device(), await device()];
    const key = zeros(32).fill(7);
    const box = await closeBox(sealer, caseId, key, bob);
    expect(await openLockbox(bob, caseId, box)).toEqual(key);
    expect(await openLockbox(mallory, caseId, box)).toBeUndefined();
    expect(await openLockbox(mallory, caseId, { ...box, device: mallory.id })).toBeUndefined();
    expect(await openLockbox(bob, logCaseId("0d".repeat(16)), box)).toBeUndefined();
    // Another key at the same address: the box opens, the key misses its hash.
    const address = { xPub: bob.xPub, caseId: fromHex(caseId), epoch: fromHex(box.epoch), device: fromHex(bob.id) };
    expect(await openLockbox(bob, caseId, { ...box, ...(await sealer.box(address, key)) })).toEqual(key);
    expect(
      await openLockbox(bob, caseId, { ...box, ...(await sealer.box(address, zeros(32).fill(8))) }),
    ).toBeUndefined();
  });

  test("[EP1] a rotation brings all earlier keys to whoever opens it, also when it comes first", async () => {
    const { sealer, device } = createWorld({ seed: 22, sealed: true });
    const bob = await device();
    const [one, two, three] = [1, 2, 3].map((n) => zeros(32).fill(n));
    if (one === undefined || two === undefined || three === undefined) throw new Error("three keys");
    const nonce = zeros(12);
    const second = await makeRotation(sealer, caseId, { key: two, nonce }, [], [one]);
    const third = await makeRotation(sealer, caseId, { key: three, nonce }, [bob], [two]);
    const keyring = createKeyring(sealer, [bob]);
    expect(await keyring.learn(caseId, { op: "rotate", rotation: second })).toBe(false);
    expect(await keyring.learn(caseId, { op: "rotate", rotation: third })).toBe(true);
    expect([...keyring.all().values()].map(([byte]) => byte).toSorted()).toEqual([1, 2, 3]);
  });

  test("[EP1] a rotation with the key of an epoch and another full hash gives nothing away and takes nothing in", async () => {
    const { sealer, device } = createWorld({ seed: 23, sealed: true });
    const bob = await device();
    const made = await makeRotation(
      sealer,
      caseId,
      { key: zeros(32).fill(2), nonce: zeros(12) },
      [bob],
      [zeros(32).fill(1)],
    );
    const other = made.fullHash.slice();
    other[31] = (other[31] ?? 0) ^ 1;
    const keyring = createKeyring(sealer, [bob]);
    await keyring.learn(caseId, { op: "rotate", rotation: { ...made, fullHash: other } });
    expect(keyring.all().size).toBe(1);
  });
});

describe("epochs", () => {
  test("[EP2, RE4] whoever is taken out cannot open what is written after, whoever stays can, the recovery device too", async () => {
    const world = createWorld({ seed: 24, sealed: true });
    const { alice, recovery, caseId: of } = await found(world);
    const bob = await invite(world, alice, "bob", HELPER);
    const mallory = await invite(world, alice, "mallory", HELPER);
    await lower(world, alice, mallory, OUT);
    const after = await edit(world, alice, put("o1/title", "secret"));
    await sync(alice, bob);
    expect(stateOf(bob.view.doc())).toContain("secret");
    const { verdicts } = await sync(alice, mallory);
    expect(verdicts.map(({ is }) => is)).toEqual(["admissible", "waiting"]);
    expect(mallory.log.waiting()[0]?.epoch).toBe(after[0]?.head.epoch);
    const restored = await person(world, "recovery", recovery, of);
    await sync(alice, restored);
    expect(stateOf(restored.view.doc())).toContain("secret");
  });

  test("[EP5] whoever joins after a removal reads everything from before it", async () => {
    const world = createWorld({ seed: 25, sealed: true });
    const { alice } = await found(world);
    const mallory = await invite(world, alice, "mallory", HELPER);
    await edit(world, alice, put("o1/title", "from before"));
    await lower(world, alice, mallory, OUT);
    await edit(world, alice, put("o2/title", "from after"));
    const bob = await invite(world, alice, "bob", HELPER);
    expect(stateOf(bob.view.doc())).toBe('[["order",[["o1/title","from before"],["o2/title","from after"]]]]');
  });

  test("[EP3] who knows of a removal may not write under the epoch before it; who does not know may", async () => {
    const world = createWorld({ seed: 26 });
    const { alice } = await found(world);
    const bob = await invite(world, alice, "bob", HELPER);
    const mallory = await invite(world, alice, "mallory", HELPER);
    await sync(alice, bob);
    const [epoch] = bob.keyring.all().keys();
    const unaware = await forged(world, bob, { epoch });
    await lower(world, alice, mallory, OUT);
    await sync(alice, bob);
    const heads = bob.log.standings().heads.map(({ hash }) => hash);
    const aware = await forged(world, bob, { epoch, deps: heads });
    const { verdicts } = await take(alice, [unaware, aware]);
    expect(verdicts).toEqual([
      { is: "admissible", hash: unaware.hash },
      { is: "inadmissible", hash: aware.hash, device: bob.keys.id, reason: { kind: "epoch" } },
    ]);
  });

  test("[EP3, EP4] two removals at once leave no epoch: edits wait, the first owner device that sees both rotates", async () => {
    const world = createWorld({ seed: 27 });
    const { alice } = await found(world);
    const tablet = await invite(world, alice, "alice's tablet", OWNER);
    const bob = await invite(world, alice, "bob", HELPER);
    const x = await invite(world, alice, "x", HELPER);
    const y = await invite(world, alice, "y", HELPER);
    await sync(alice, tablet);
    await lower(world, alice, x, OUT);
    await lower(world, tablet, y, OUT);
    await sync(tablet, alice);
    await sync(alice, bob);
    await expect(edit(world, bob, put("o1/title", "waits"))).rejects.toThrow("no_key");
    await rotate(world, alice);
    await sync(alice, bob);
    await edit(world, bob, put("o1/title", "written"));
    await sync(bob, alice);
    expect(stateOf(alice.view.doc())).toContain("written");
    expect([x, y].map((who) => alice.log.standings().membership.members.get(who.keys.id)?.level)).toEqual([0, 0]);
  });

  test("[EP4] a member without a lockbox for the epoch gets one by `share`, and nobody twice", async () => {
    const world = createWorld({ seed: 28, sealed: true });
    const { alice, caseId: of } = await found(world);
    const keys = await world.device();
    // Admitted by hand, with no box at all.
    await write(world, alice, { op: "admit", keys, level: HELPER, rank: 0, invite: undefined, boxes: [] });
    await edit(world, alice, put("o1/title", "for bob too"));
    const bob = await person(world, "bob", keys, of);
    expect((await take(bob, everything(alice))).verdicts.at(-1)?.is).toBe("waiting");
    const entry = await sharing(alice.members);
    if (entry === undefined) throw new Error("nothing to share");
    const shared = await write(world, alice, entry);
    expect((await take(bob, [shared])).admitted.length).toBe(2);
    expect(stateOf(bob.view.doc())).toContain("for bob too");
    expect(await sharing(alice.members)).toBeUndefined();
  });

  test("[EP1] an epoch that an ancestor brought cannot be brought again", async () => {
    const world = createWorld({ seed: 29 });
    const { alice } = await found(world);
    const genesis = alice.log.index.entries()[0]?.entry;
    if (genesis?.op !== "genesis") throw new Error("no genesis");
    await expect(write(world, alice, { op: "rotate", rotation: genesis.rotation })).rejects.toThrow("epoch_again");
  });

  test("[EP3] a rotation by an owner device that is out is not written under, even when it lies among the ancestors", async () => {
    const world = createWorld({ seed: 30 });
    const { alice } = await found(world);
    const tablet = await invite(world, alice, "a stolen tablet", OWNER);
    const mallory = await invite(world, alice, "mallory", HELPER);
    const bob = await invite(world, alice, "bob", HELPER);
    const cut = await lower(world, alice, tablet, OUT);
    const good = rotationOf(cut, alice);
    for (const who of [tablet, mallory]) await sync(alice, who);
    const stolen = await rotate(world, tablet);
    await take(mallory, [stolen]);
    // mallory helps the thief: she names the rotation as if it counted.
    const bridge = await forged(world, mallory, { epoch: rotationOf(stolen, tablet), deps: [stolen.hash] });
    await sync(alice, bob);
    await take(bob, [stolen, bridge]);
    expect(bob.log.standings().of(bridge.hash)).toBe("in_force");
    const [record] = await edit(world, bob, put("o1/title", "bob"));
    expect(record?.head.deps).toContain(bridge.hash);
    expect(record?.head.epoch).toBe(good);
  });

  test("[RE4] names beside an entry are read by members; those beside a removal not by whom it takes out", async () => {
    const world = createWorld({ seed: 31, sealed: true });
    const { alice } = await found(world);
    const bob = await invite(world, alice, "bob", HELPER);
    const mallory = await invite(world, alice, "mallory", HELPER);
    const entry = await lowering(alice.members, mallory.keys.id, OUT);
    const cut = await write(world, alice, entry, { reason: "退出" });
    const read = async (who: typeof bob, hash: typeof cut.hash) => {
      await sync(alice, who);
      const of = who.log.index.get(hash);
      return of === undefined ? undefined : (await namesOf(world.sealer, who.keyring, of))?.names;
    };
    expect(await read(bob, cut.hash)).toEqual({ reason: "退出" });
    expect(await read(mallory, cut.hash)).toBeUndefined();
    const [genesis] = everything(alice);
    if (genesis === undefined) throw new Error("no genesis");
    expect(await read(mallory, genesis.hash)).toEqual({ title: "refund" });
  });
});

/** Epoch that an entry brought. */
function rotationOf(record: SignedRecord, who: Person): EpochId | undefined {
  const of = who.log.index.get(record.hash);
  return of?.content.is === "entry" ? broughtBy(of.content.entry.entry)?.epoch : undefined;
}
