/** Import: what becomes of each record of a file, in a session as the app has it. */
import { describe, expect, test } from "vitest";
import { caseFileFromDoc } from "../case-doc.ts";
import { id } from "@recourse/core";
import { deviceKeysOf } from "../log/device-keys.ts";
import { HELPER, OUT } from "../log/entry.ts";
import {
  admit,
  createWorld,
  edit,
  everything,
  flipped,
  found,
  invite,
  lower,
  newText,
  put,
  stateOf,
  sync,
  take,
} from "../log/people.fixture.ts";
import { createSealer } from "../log/sealer.ts";
import { bodyOf, deviceOf, shared, type } from "../log/tabs.fixture.ts";
import { foundWithSeed, good, LOCKING, quickPorts } from "./casebox.fixture.ts";
import { openContent } from "./open-content.ts";
import { openBackup, readCasebox } from "./read-casebox.ts";
import { receiveCasebox } from "./receive-casebox.ts";
import { logFileOf, shareOf, writeBackup, writeRecovery, writeShare } from "./write-casebox.ts";
import { decodeLogFile } from "../log/log-file.ts";

const CASE = "0123456789abcdef0123456789abcdef";

describe("import is receive", () => {
  test("[FI2, I1] a file brings what a peer would bring: new records and known ones are counted, the document shows them, a second time changes nothing", async () => {
    const { world, alice, bob, device } = await shared(95);
    await edit(world, alice, (doc) => void doc.getMap("order").set("o1/title", "from the file"));
    const file = good(await readCasebox(await writeShare(alice.log)));
    // Genesis, the text and bob's admit are known; one edit is new.
    expect(good(await receiveCasebox(bob, file))).toEqual({ added: 1, known: 3, waiting: 0, refused: [], damage: [] });
    expect(stateOf(bob.doc.get())).toContain("from the file");
    expect(good(await receiveCasebox(bob, file))).toEqual({ added: 0, known: 4, waiting: 0, refused: [], damage: [] });
    // Durable: another tab has it.
    device.kill();
    expect(stateOf((await device.open()).doc.get())).toContain("from the file");
  });

  test("[FI2, FR4] without its ancestor a record waits; the file that has it frees it", async () => {
    const { world, alice, bob } = await shared(96);
    const [first] = await edit(world, alice, put("o1/title", "first"));
    const [second] = await edit(world, alice, put("o2/title", "second"));
    if (first === undefined || second === undefined) throw new Error("not written");
    const { caseId } = alice.log;
    const fileOf = async (...records: readonly Uint8Array[]) => good(await readCasebox(await shareOf(caseId, records)));
    expect(good(await receiveCasebox(bob, await fileOf(second.bytes)))).toMatchObject({ added: 0, waiting: 1 });
    expect(good(await receiveCasebox(bob, await fileOf(first.bytes)))).toMatchObject({ added: 1, waiting: 0 });
    expect(stateOf(bob.doc.get())).toContain("second");
  });

  test("[FI2, S2] refused records are named with place, author and reason: a wrong signature, another case, no record at all", async () => {
    const { world, alice, bob } = await shared(97);
    const [edited] = await edit(world, alice, put("o1/title", "x"));
    const other = await found(createWorld({ seed: 98 }));
    const [foreign] = everything(other.alice);
    if (edited === undefined || foreign === undefined) throw new Error("not written");
    const records = [foreign.bytes, Uint8Array.of(1, 2, 3), flipped(edited.bytes, edited.bytes.length - 1)];
    const file = good(await readCasebox(await shareOf(alice.log.caseId, records)));
    const { hash } = edited;
    expect(good(await receiveCasebox(bob, file)).refused).toEqual([
      { record: 0, is: "noise", why: "other_case", hash: foreign.hash, device: undefined },
      { record: 1, is: "noise", why: "not_a_record", hash: undefined, device: undefined },
      { record: 2, is: "noise", why: "signature", hash, device: undefined },
    ]);
    // Noise is not remembered: the same record with its own signature is taken.
    const whole = good(await readCasebox(await shareOf(alice.log.caseId, [edited.bytes])));
    expect(good(await receiveCasebox(bob, whole))).toMatchObject({ added: 1, refused: [] });
  });

  test("[FI2, RE1] a file from somebody who was taken out brings his late edits into quarantine, not into the document", async () => {
    const world = createWorld({ seed: 99 });
    const { alice, caseId } = await found(world);
    const mallory = await invite(world, alice, "mallory", HELPER);
    const keys = await world.device();
    await admit(world, alice, keys, HELPER);
    await lower(world, alice, mallory, OUT);
    const [late] = await edit(world, mallory, put("o1/title", "late"));
    if (late === undefined) throw new Error("not written");
    const tab = await deviceOf(world, keys, caseId).open();
    await tab.receive(everything(alice).map(({ bytes }) => bytes));
    const file = good(await readCasebox(await writeShare(mallory.log)));
    expect(good(await receiveCasebox(tab, file))).toMatchObject({ added: 1, refused: [] });
    expect(tab.log.standings().of(late.hash)).toBe("masked");
    expect(stateOf(tab.doc.get())).not.toContain("late");
  });

  test("[FI2] a file of another case and a recovery file are refused as a whole", async () => {
    const { bob, world } = await shared(100);
    const other = await found(createWorld({ seed: 101 }));
    const file = good(await readCasebox(await writeShare(other.alice.log)));
    expect(await receiveCasebox(bob, file)).toEqual({
      ok: false,
      error: { kind: "other_case", caseId: other.alice.log.caseId },
    });
    const of = { caseId: bob.log.caseId, seed: new Uint8Array(32), title: "" };
    const recovery = good(await readCasebox(good(await writeRecovery(quickPorts(world), of, LOCKING))));
    expect(await receiveCasebox(bob, recovery)).toEqual({ ok: false, error: { kind: "wrong_kind", is: "recovery" } });
  });

  test("[FI1] a file holds what waits too; the log file of an archive is the same records in frames", async () => {
    const { world, alice, bob } = await shared(102);
    const [first] = await edit(world, alice, put("o1/title", "first"));
    const [second] = await edit(world, alice, put("o2/title", "second"));
    if (first === undefined || second === undefined) throw new Error("not written");
    await bob.receive([second.bytes]);
    type(bob, "!");
    await bob.flush();
    expect(bodyOf(bob.doc.get())).toBe("start!");
    const { records } = good(await readCasebox(await writeShare(bob.log)));
    expect(records.at(-1)).toEqual(second.bytes);
    expect(decodeLogFile(logFileOf(bob.log))).toEqual({ records, brokenAt: undefined });
    // On a device that holds the first, all of it comes to be.
    await take(alice, []);
    expect((await alice.log.receive(records)).verdicts.map(({ is }) => is)).toEqual([
      "known",
      "known",
      "known",
      "admissible",
      "known",
    ]);
  });
});

describe("a member who lost his browser's data", () => {
  /** bob's backup of a case, and what he has left: the file, its passphrase, and a new browser. */
  async function bobsBackup() {
    const { world, alice } = await foundWithSeed(103);
    await edit(world, alice, newText("n1/body", "written before"));
    const bob = await invite(world, alice, "bob", HELPER);
    await edit(world, bob, (doc) => void doc.getMap("case").set(CASE, { title: "bob's own", category: "engagement" }));
    const ports = quickPorts(world);
    const { log, keyring, keys } = bob;
    const file = good(await writeBackup(ports, { log, keyring, device: keys.id, title: "退款" }, LOCKING));
    const read = good(await readCasebox(file));
    const secret = good(await openBackup(ports.derive, read, LOCKING.passphrase));
    return { world, alice, bob, read, secret };
  }

  test("[FI3] reads all of it alone, from the backup; without its keys nothing that is sealed", async () => {
    const { bob, read, secret } = await bobsBackup();
    const opened = await openContent(createSealer(), read.caseId, read.records, secret.keys);
    expect(stateOf(opened.doc)).toBe(stateOf(bob.view.doc()));
    expect(stateOf(opened.doc)).toContain("bob's own");
    const without = await openContent(createSealer(), read.caseId, read.records, []);
    expect(stateOf(without.doc)).not.toContain("bob's own");
    // All but genesis: bob's admit stands on a record that does not open.
    expect(without.log.waiting().length).toBe(3);
    // To go on in a case of his own: everything the document says, as a file.
    expect(caseFileFromDoc(opened.doc, id(CASE), []).records).toMatchObject({
      case: { [CASE]: { title: "bob's own" } },
    });
  });

  test("[FI3, AC1] in his new browser he reads with the backup's keys and may not write; once admitted with its new device key he may", async () => {
    const { world, alice, bob, read, secret } = await bobsBackup();
    const keys = await world.device();
    const device = deviceOf(world, keys, read.caseId);
    const tab = await device.open();
    expect(good(await receiveCasebox(tab, read, secret))).toMatchObject({ added: 4, waiting: 0, refused: [] });
    expect(stateOf(tab.doc.get())).toContain("bob's own");
    tab.doc.get().getMap("order").set("o2/title", "not yet");
    expect((await tab.flush()).ok).toBe(false);
    expect((await tab.write((author) => author.note({ kind: "x", value: new Uint8Array(0) }))).ok).toBe(false);
    // An owner admits the new device as any other; the old one should be taken out.
    await sync(bob, alice);
    await admit(world, alice, keys, HELPER);
    await tab.receive(everything(alice).map(({ bytes }) => bytes));
    expect(good(await tab.flush())).toBeUndefined();
    await alice.log.receive(tab.log.index.all().map(({ record }) => record.bytes));
    await take(alice, []);
    expect(stateOf(alice.view.doc())).toContain("not yet");
  });

  test("[FI3] opened later, without the keys, the records wait; given again they open what lies there", async () => {
    const { world, read, secret } = await bobsBackup();
    const device = deviceOf(world, await deviceKeysOf(new Uint8Array(32).fill(9)), read.caseId);
    good(await receiveCasebox(await device.open(), read, secret));
    device.kill();
    const again = await device.open();
    expect(stateOf(again.doc.get())).not.toContain("bob's own");
    good(await receiveCasebox(again, { ...read, records: [] }, secret));
    expect(stateOf(again.doc.get())).toContain("bob's own");
  });
});
