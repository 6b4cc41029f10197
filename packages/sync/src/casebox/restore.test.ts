/** A lost phone: backup and recovery file on a new one, while everyone else goes on. Ciphers and signatures are real. */
import { describe, expect, test } from "vitest";
import { deviceKeysOf } from "../log/device-keys.ts";
import { HELPER, OUT, OWNER } from "../log/entry.ts";
import { createMemoryLogRows, createMemoryLogStore, type MemoryLogRows } from "../log/log-store.ts";
import { rotating } from "../log/member-changes.ts";
import {
  admit,
  bytesFrom,
  edit,
  everything,
  invite,
  lower,
  newText,
  person,
  put,
  stateOf,
  sync,
  take,
  text,
  write,
  type Person,
  type World,
} from "../log/people.fixture.ts";
import { quarantineOf } from "../log/quarantine.ts";
import type { DeviceKeys } from "../log/device-keys.ts";
import type { DeviceId } from "../log/log-ids.ts";
import { foundWithSeed, good, LOCKING, quickPorts, type Case } from "./casebox.fixture.ts";
import { openBackup, openRecovery, readCasebox } from "./read-casebox.ts";
import { restoreCase, type RestoreFrom } from "./restore.ts";
import { writeBackup, writeRecovery, writeShare } from "./write-casebox.ts";

const portsOf = (world: World, device: DeviceKeys, rows: MemoryLogRows) => ({
  device,
  sealer: world.sealer,
  random: bytesFrom(world.random),
  now: () => 1_760_000_000_000,
  store: createMemoryLogStore(rows, true),
});
/** The case on a device, from what its store holds. */
async function onDevice(world: World, keys: DeviceKeys, of: Case, rows: MemoryLogRows): Promise<Person> {
  const who = await person(world, "alice's new phone", keys, of.alice.log.caseId);
  const { records } = good(await createMemoryLogStore(rows, true).load(of.alice.log.caseId));
  await who.log.receive(records.map(({ bytes }) => bytes));
  const { doc } = who.view.catchUp();
  doc.clientID = who.author.client;
  return who;
}
const members = (who: Person) => who.log.standings().membership.members;
const both = async (a: Person, b: Person): Promise<void> => {
  await sync(a, b);
  await sync(b, a);
};
const fromShare = async (who: Person): Promise<RestoreFrom> => good(await readCasebox(await writeShare(who.log)));

describe("a lost phone", () => {
  test("[FI2, FI3, I3, RE4] from backup and recovery file: the new phone is owner, the lost one is out, its late edits wait in quarantine, everyone reads the same, nothing forks", async () => {
    const of = await foundWithSeed(111);
    const { world, alice, recoverySeed } = of;
    const ports = quickPorts(world);
    await edit(world, alice, newText("n1/body", "before. "));
    const bob = await invite(world, alice, "bob", HELPER);
    // The files, written on a good day and kept elsewhere.
    const { log, keyring, keys } = alice;
    const backup = good(await writeBackup(ports, { log, keyring, device: keys.id, title: "退款" }, LOCKING));
    const recovery = good(
      await writeRecovery(ports, { caseId: log.caseId, seed: recoverySeed, title: "退款" }, LOCKING),
    );
    // Months: bob goes on; the phone takes an edit that bob hears of, and is lost with another that he does not.
    await edit(world, bob, (doc) => text(doc).insert(8, "bob went on. "));
    const [heard] = await edit(world, alice, put("o1/title", "on the lost phone, heard"));
    const [unheard] = await edit(world, alice, put("o2/title", "on the lost phone, unheard"));
    if (heard === undefined || unheard === undefined) throw new Error("not written");
    await take(bob, [heard]);
    await edit(world, bob, put("o3/title", "bob, on top of it"));

    const file = good(await readCasebox(backup));
    const secret = good(await openBackup(ports.derive, file, LOCKING.passphrase));
    const opened = good(await openRecovery(ports.derive, good(await readCasebox(recovery)), LOCKING.passphrase));
    expect(secret.device).toBe(alice.keys.id);
    const rows = createMemoryLogRows();
    const a3 = await world.device();
    const store = portsOf(world, a3, rows);
    const done = good(await restoreCase(store, { ...file, keys: secret.keys }, opened.seed, secret.device));
    expect(done).toMatchObject({ added: 3, waiting: 0, refused: [] });
    expect(done.written.length).toBe(2);
    expect(good(await store.store.outbox(log.caseId))).toEqual(done.written.map(({ hash }) => hash));

    const phone = await onDevice(world, a3, of, rows);
    const level = (id: DeviceId) => [members(phone).get(id)?.level, members(phone).get(id)?.rank];
    // Genesis names the recovery device, rank 0, and the lost phone, rank 1; whom the recovery device admits has rank 1.
    expect([level(a3.id), level(alice.keys.id), level(bob.keys.id)]).toEqual([
      [OWNER, 1],
      [OUT, 1],
      [HELPER, undefined],
    ]);
    expect(text(phone.view.doc()).toString()).toBe("before. ");
    await edit(world, phone, put("o4/title", "from the new phone"));
    // bob hears of it, and of what the lost phone did to the end.
    await both(phone, bob);
    await take(bob, [unheard]);
    await both(phone, bob);
    await edit(world, bob, put("o5/title", "bob, after all"));
    await both(phone, bob);
    const shown = stateOf(phone.view.doc());
    expect(stateOf(bob.view.doc())).toBe(shown);
    expect(text(phone.view.doc()).toString()).toBe("before. bob went on. ");
    for (const title of ["bob, on top of it", "from the new phone", "bob, after all"]) expect(shown).toContain(title);
    expect(shown).not.toContain("lost phone");
    for (const who of [phone, bob]) {
      expect(quarantineOf(who.log).map(({ hash, why }) => [hash, why])).toEqual([
        [heard.hash, "masked"],
        [unheard.hash, "masked"],
      ]);
      expect(who.log.standings().alarms).toEqual([]);
      expect(who.log.index.forks()).toEqual([]);
    }
    // The lost phone reads nothing of what was written since.
    const { verdicts } = await sync(phone, alice);
    expect(verdicts.filter(({ is }) => is === "waiting").length).toBe(2);
    expect(stateOf(alice.view.doc())).not.toContain("from the new phone");
  });

  test("[FI3] a share file and the seed are enough: the recovery device has a lockbox for every epoch since", async () => {
    const of = await foundWithSeed(112);
    const { world, alice, recoverySeed } = of;
    const mallory = await invite(world, alice, "mallory", HELPER);
    await lower(world, alice, mallory, OUT);
    await edit(world, alice, put("o1/title", "under the second key"));
    const rows = createMemoryLogRows();
    const a3 = await world.device();
    good(await restoreCase(portsOf(world, a3, rows), await fromShare(alice), recoverySeed, alice.keys.id));
    const phone = await onDevice(world, a3, of, rows);
    expect(stateOf(phone.view.doc())).toContain("under the second key");
  });

  test("[FI3] admitted first and brought up to date, then the lost phone goes: what it wrote until then stays; run again nothing is written", async () => {
    const of = await foundWithSeed(113);
    const { world, alice, recoverySeed } = of;
    const bob = await invite(world, alice, "bob", HELPER);
    const old = await fromShare(alice);
    await edit(world, alice, put("o1/title", "after the backup"));
    await sync(alice, bob);
    const rows = createMemoryLogRows();
    const a3 = await world.device();
    const ports = portsOf(world, a3, rows);
    const first = good(await restoreCase(ports, old, recoverySeed));
    expect(first.written.length).toBe(1);
    // bob brings the rest.
    const rest = await fromShare(bob);
    const second = good(await restoreCase(ports, rest, recoverySeed, alice.keys.id));
    expect([second.added, second.written.length]).toEqual([1, 1]);
    const phone = await onDevice(world, a3, of, rows);
    expect(stateOf(phone.view.doc())).toContain("after the backup");
    expect(members(phone).get(alice.keys.id)?.level).toBe(OUT);
    expect(quarantineOf(phone.log)).toEqual([]);
    const third = good(await restoreCase(ports, { ...rest, records: [] }, recoverySeed, alice.keys.id));
    expect(third.written).toEqual([]);
  });

  test("[FI3, EP3] after two removals at once, which leave no key to write under, the recovery device renews it first", async () => {
    const of = await foundWithSeed(114);
    const { world, alice, recoverySeed } = of;
    const tablet = await invite(world, alice, "alice's tablet", OWNER);
    const [x, y] = [await invite(world, alice, "x", HELPER), await invite(world, alice, "y", HELPER)];
    await sync(alice, tablet);
    await lower(world, alice, x, OUT);
    await lower(world, tablet, y, OUT);
    await sync(tablet, alice);
    const rows = createMemoryLogRows();
    const a3 = await world.device();
    const from = await fromShare(alice);
    const done = good(await restoreCase(portsOf(world, a3, rows), from, recoverySeed, alice.keys.id));
    // rotate, admit, lower.
    expect(done.written.length).toBe(3);
    const phone = await onDevice(world, a3, of, rows);
    await edit(world, phone, put("o1/title", "it works"));
    await sync(phone, tablet);
    expect(stateOf(tablet.view.doc())).toContain("it works");
    expect((await write(world, tablet, await rotating(tablet.members))).hash).toBeDefined();
  });

  test("[FI3, ME4] what a thief did with the lost owner phone beyond the cut counts for nothing", async () => {
    const of = await foundWithSeed(115);
    const { world, alice, recoverySeed } = of;
    const bob = await invite(world, alice, "bob", HELPER);
    const from = await fromShare(alice);
    const thief = await world.device();
    const stolen = [await admit(world, alice, thief, OWNER), await lower(world, alice, bob, OUT)];
    const rows = createMemoryLogRows();
    const a3 = await world.device();
    good(await restoreCase(portsOf(world, a3, rows), from, recoverySeed, alice.keys.id));
    const phone = await onDevice(world, a3, of, rows);
    await take(phone, stolen);
    expect([members(phone).get(bob.keys.id)?.level, members(phone).has(thief.id)]).toEqual([HELPER, false]);
  });
});

describe("what cannot be restored", () => {
  test("[FI3] another seed, no first record, a lost device nobody knows, itself: each is named and nothing is stored", async () => {
    const of = await foundWithSeed(116);
    const { world, alice, recoverySeed } = of;
    const rows = createMemoryLogRows();
    const a3 = await world.device();
    const ports = portsOf(world, a3, rows);
    const from = await fromShare(alice);
    const other = new Uint8Array(32).fill(7);
    const stranger = await world.device();
    const recovery = await deviceKeysOf(recoverySeed.slice());
    const kinds = [
      await restoreCase(ports, from, other, alice.keys.id),
      await restoreCase(ports, { ...from, records: from.records.slice(1) }, recoverySeed, alice.keys.id),
      await restoreCase(ports, from, recoverySeed, stranger.id),
      await restoreCase(ports, from, recoverySeed, recovery.id),
    ].map((result) => (result.ok ? "restored" : result.error.kind));
    expect(kinds).toEqual(["other_recovery", "no_genesis", "unknown_device", "unknown_device"]);
    expect(good(await ports.store.load(alice.log.caseId)).records).toEqual([]);
  });

  test("[FI3, ME3] a device that is out does not come back with its old keys; with new ones it does", async () => {
    const of = await foundWithSeed(117);
    const { world, alice, recoverySeed } = of;
    const tablet = await invite(world, alice, "alice's tablet", OWNER);
    await lower(world, alice, tablet, OUT);
    const from = await fromShare(alice);
    const back = await restoreCase(portsOf(world, tablet.keys, createMemoryLogRows()), from, recoverySeed);
    expect(back).toEqual({ ok: false, error: { kind: "device_out" } });
    const fresh = await restoreCase(
      portsOf(world, await world.device(), createMemoryLogRows()),
      from,
      recoverySeed,
      alice.keys.id,
    );
    expect(fresh.ok).toBe(true);
    expect(everything(alice).length).toBe(3);
  });
});
