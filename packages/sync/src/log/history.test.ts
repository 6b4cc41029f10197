/** Who wrote what, as lines: real records, masks, orders of arrival. */
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { emptyCase, id, toCaseFile, type CaseFile } from "@recourse/core";
import { caseTable } from "../layout.ts";
import { write } from "../write.ts";
import { carryOver } from "./carry-over.ts";
import { HELPER, OUT } from "./entry.ts";
import { historyOf, lastChangeOf, type HistoryLine } from "./history.ts";
import { createMemoryLogRows, createMemoryLogStore } from "./log-store.ts";
import {
  bytesFrom,
  createWorld,
  edit,
  everything,
  found,
  invite,
  localUpdate,
  lower,
  newText,
  person,
  put,
  shuffled,
  sync,
  take,
  text,
} from "./people.fixture.ts";
import { seedsIn } from "./seeds.fixture.ts";
import type { SignedRecord } from "./signed-record.ts";
import { splitUpdate } from "./split-update.ts";

/** `now` of the people. */
const AT = 1_760_000_000_000;
const only = ([record]: readonly SignedRecord[]): SignedRecord => {
  if (record === undefined) throw new Error("not written");
  return record;
};
/** What a line says, without who, when and where. */
const said = (line: HistoryLine) =>
  line.is === "value"
    ? [line.kind, line.id, line.field, line.value]
    : line.is === "text"
      ? [line.kind, line.id, line.field, { inserted: line.inserted, deleted: line.deleted }]
      : [line.is];

describe("lines", () => {
  test("[CO2] a record made, a field changed, the record removed and restored: each a line with its writer, newest last", async () => {
    const world = createWorld({ seed: 901 });
    const { alice } = await found(world);
    const bob = await invite(world, alice, "bob", HELPER);
    const made = only(await edit(world, alice, put("o1", { title: "one" })));
    await sync(alice, bob);
    const changed = only(await edit(world, bob, put("o1/title", "two")));
    await sync(bob, alice);
    const removed = only(await edit(world, alice, put("o1/!", true)));
    const restored = only(await edit(world, alice, put("o1/!", false)));
    const lines = historyOf(alice.log);
    expect(lines.map(said)).toEqual([
      ["order", "o1", "", { title: "one" }],
      ["order", "o1", "title", "two"],
      ["order", "o1", "!", true],
      ["order", "o1", "!", false],
    ]);
    const { id: a } = alice.keys;
    const { id: b } = bob.keys;
    expect(lines.map(({ device, at, hash }) => [device, at, hash])).toEqual([
      [a, AT, made.hash],
      [b, AT, changed.hash],
      [a, AT, removed.hash],
      [a, AT, restored.hash],
    ]);
    // The name under which a conflict would speak of bob's write: his client id, his first clock.
    expect(lines[1]).toMatchObject({ write: `${bob.author.client}:0` });
  });

  test("[CO5] one update is one line for each field: the last value, the letters that stayed, the letters that had stood there", async () => {
    const world = createWorld({ seed: 902 });
    const { alice } = await found(world);
    await edit(world, alice, newText("n1/body", "start"));
    await edit(world, alice, (doc) => {
      const body = text(doc);
      body.insert(5, " of itt");
      body.delete(11, 1); // "start of it": the second t never was
      body.delete(0, 2); // "art of it"
      body.insert(9, "!!");
      body.insert(0, "p"); // "part of it!!"
      doc.getMap("order").set("o1/title", "first");
      doc.getMap("order").set("o1/title", "second");
      doc.getMap("order").set("o1/!title", ["1:2"]); // the layout's own
    });
    expect(text(alice.view.doc()).toString()).toBe("part of it!!");
    expect(historyOf(alice.log).map(said)).toEqual([
      ["note", "n1", "body", { inserted: ["start"], deleted: 0 }],
      ["note", "n1", "body", { inserted: [" of it!!", "p"], deleted: 2 }],
      ["order", "o1", "title", "second"],
    ]);
  });

  test("[CO5] typed and taken back within one update is no line; letters of others that are taken away are counted", async () => {
    const world = createWorld({ seed: 903 });
    const { alice } = await found(world);
    const bob = await invite(world, alice, "bob", HELPER);
    await edit(world, alice, newText("n1/body", "ab😀cd"));
    await sync(alice, bob);
    await edit(world, bob, (doc) => {
      text(doc).insert(0, "no");
      text(doc).delete(0, 2);
    });
    expect(historyOf(bob.log)).toHaveLength(1);
    await edit(world, bob, (doc) => text(doc).delete(1, 4)); // b, two units of 😀, c
    expect(historyOf(bob.log).slice(1).map(said)).toEqual([["note", "n1", "body", { inserted: [], deleted: 4 }]]);
  });

  test("[CO5] a record with prose, made by the app's own writer: made first, then its text; replaced by a value the text is no line", async () => {
    const world = createWorld({ seed: 904 });
    const { alice } = await found(world);
    const note = { kind: "note", id: id("1".padStart(32, "0")) };
    const run = (change: Parameters<typeof write>[2][number]) =>
      edit(world, alice, (doc) => void write(doc, caseTable, [change], "test"));
    await run({ ...note, op: "put", value: { text: "你好" } });
    await run({ ...note, op: "text", field: "text", at: 2, del: 0, ins: "吗" });
    await edit(world, alice, (doc) => void doc.getMap("note").set(`${note.id}/text`, "plain"));
    expect(historyOf(alice.log, note).map(said)).toEqual([
      ["note", note.id, "", { text: "" }],
      ["note", note.id, "text", { inserted: ["你好"], deleted: 0 }],
      ["note", note.id, "text", { inserted: ["吗"], deleted: 0 }],
      ["note", note.id, "text", "plain"],
    ]);
    expect(historyOf(alice.log, { ...note, field: "" })).toHaveLength(1);
    expect(historyOf(alice.log, { kind: "note", field: "text" })).toHaveLength(3);
    expect(historyOf(alice.log, { kind: "order" })).toEqual([]);
  });

  test("[AC3] a key that another program deleted is a line without a value, by whoever deleted it", async () => {
    const world = createWorld({ seed: 905 });
    const { alice } = await found(world);
    const mallory = await invite(world, alice, "mallory", HELPER);
    await edit(world, alice, put("o1/title", "one"));
    await sync(alice, mallory);
    await edit(world, mallory, (doc) => doc.getMap("order").delete("o1/title"));
    await sync(mallory, alice);
    const [, gone] = historyOf(alice.log);
    expect(gone).toMatchObject({ is: "value", field: "title", value: undefined, device: mallory.keys.id });
    expect(gone).toMatchObject({ write: undefined });
  });

  test("[CO5] an update cut into several records says nothing twice: deletes that come later only end what was replaced", async () => {
    const world = createWorld({ seed: 906 });
    const { alice } = await found(world);
    await edit(world, alice, (doc) => {
      doc.getMap("order").set("o1/title", "one");
      doc.getMap("order").set("o2/title", "one");
    });
    const update = localUpdate(alice.view.doc(), (doc) => {
      doc.getMap("order").set("o1/title", "two".repeat(20));
      doc.getMap("order").set("o2/title", "two".repeat(20));
    });
    const parts = splitUpdate(update ?? new Uint8Array(), 100);
    // Two values of 60 letters each do not fit 100 bytes, and the deletes go with neither or the last.
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) await alice.author.update(part);
    expect(historyOf(alice.log).slice(2).map(said)).toEqual([
      ["order", "o1", "title", "two".repeat(20)],
      ["order", "o2", "title", "two".repeat(20)],
    ]);
  });
});

describe("what is in force", () => {
  test("[RE1, RE3] what mallory writes after her removal is no line, though bob stands on it; when the removal no longer counts it is one again", async () => {
    const world = createWorld({ seed: 907 });
    const { alice } = await found(world);
    const tablet = await invite(world, alice, "tablet", 3);
    const mallory = await invite(world, alice, "mallory", HELPER);
    const bob = await invite(world, alice, "bob", HELPER);
    await sync(alice, tablet);
    await edit(world, mallory, put("o1/title", "before"));
    await sync(mallory, tablet);
    const removal = await lower(world, tablet, mallory, OUT);
    const late = only(await edit(world, mallory, put("o1/title", "after")));
    await sync(mallory, bob);
    await edit(world, bob, put("o1/title", "bob"));
    const reader = await person(world, "reader", alice.keys, alice.log.caseId);
    await take(reader, [...everything(bob), removal]);
    // The removal knows of "before" and not of "after".
    expect(historyOf(reader.log).map(said)).toEqual([
      ["order", "o1", "title", "before"],
      ["order", "o1", "title", "bob"],
    ]);
    // The tablet had been stolen: alice, of lower rank, puts it out from before its removal of mallory.
    const cut = await lower(world, alice, tablet, OUT);
    await take(reader, [cut]);
    expect(reader.log.standings().of(late.hash)).toBe("in_force");
    expect(historyOf(reader.log).map((line) => said(line)[3])).toEqual(["before", "after", "bob"]);
  });

  test("[I1] lines are the same in any order of arrival, all at once or one by one, and as a fresh reading tells them", async () => {
    for (const seed of seedsIn(process.env)(30)) {
      const world = createWorld({ seed });
      const { random } = world;
      const { alice, caseId } = await found(world);
      await edit(world, alice, newText());
      const people = [alice];
      for (const name of ["bob", "mallory"]) people.push(await invite(world, alice, name, HELPER));
      const one = () => people[Math.floor(random() * people.length)] ?? alice;
      for (let n = 0; n < 25; n++) {
        const who = one();
        if (n === 15) await lower(world, alice, people[2] ?? alice, OUT);
        // Whoever has heard that he is out writes nothing more.
        else if (random() < 0.3) await (n > 15 && who === people[2] ? undefined : sync(one(), who));
        else if (random() < 0.5) await edit(world, who, put(`o${n % 3}/title`, `${who.name}${n}`));
        else await edit(world, who, (doc) => text(doc).insert(0, `<${who.name}${n}>`));
      }
      const told: string[] = [];
      for (const name of ["whole", "by parts", "by parts again"]) {
        const reader = await person(world, name, alice.keys, caseId);
        const records = shuffled(random, world.written);
        for (const part of name === "whole" ? [records] : records.map((record) => [record])) {
          await take(reader, part);
          historyOf(reader.log);
        }
        // Another object is another log to the reading: it starts anew.
        told.push(JSON.stringify(historyOf(reader.log)), JSON.stringify(historyOf({ ...reader.log })));
        const updates = reader.log.index.all().filter(({ content }) => content.is === "update");
        const masked = updates.filter(({ node }) => reader.log.standings().of(node.hash) !== "in_force");
        const lines = new Set(historyOf(reader.log).map(({ hash }) => hash));
        expect(
          masked.some(({ node }) => lines.has(node.hash)),
          `seed ${seed}`,
        ).toBe(false);
        expect(lines.size, `seed ${seed}`).toBeGreaterThan(updates.length - masked.length - 2);
      }
      expect(new Set(told).size, `seed ${seed}`).toBe(1);
    }
  }, 60_000);

  test("[I1] nothing new: the same lines; something new: those that were there stay the same objects", async () => {
    const world = createWorld({ seed: 908 });
    const { alice } = await found(world);
    await edit(world, alice, put("o1/title", "one"));
    const before = historyOf(alice.log);
    expect(historyOf(alice.log)).toBe(before);
    await edit(world, alice, put("o1/title", "two"));
    const after = historyOf(alice.log);
    expect([before.length, after.length]).toEqual([1, 2]);
    expect(after[0]).toBe(before[0]);
  });
});

describe("brought in", () => {
  const caseId = id("00000000000000000000000000000000");
  const noteId = id("2".padStart(32, "0"));
  const file: CaseFile = {
    ...toCaseFile(emptyCase(caseId), ["cn@1"]),
    records: { note: { [noteId]: { text: "你好", by: "alice" } } },
    removed: [`note/${noteId}`],
  };
  async function carried() {
    const world = createWorld({ seed: 909 });
    const [device, recovery] = [await world.device(), await world.device()];
    const store = createMemoryLogStore(createMemoryLogRows(), true);
    const ports = { device, sealer: world.sealer, random: bytesFrom(world.random), now: () => 7, store };
    const done = await carryOver(ports, file, recovery);
    if (!done.ok) throw new Error(done.error.kind);
    const stored = await store.load(done.value.caseId);
    if (!stored.ok) throw new Error("not stored");
    const alice = await person(world, "alice", device, done.value.caseId);
    await alice.log.receive(stored.value.records.map(({ bytes }) => bytes));
    alice.view.catchUp();
    return { world, alice };
  }

  test("[CO2] what a case older than its log brought along is one line; asked for by record, each field with what it had", async () => {
    const { world, alice } = await carried();
    const [line, ...rest] = historyOf(alice.log);
    expect(rest).toEqual([]);
    expect(line).toMatchObject({ is: "carried", device: alice.keys.id, at: 7, refs: new Set([`note/${noteId}`]) });
    await edit(world, alice, put("o1/title", "new"));
    expect(historyOf(alice.log).map((each) => each.is)).toEqual(["carried", "value"]);
    const lines = historyOf(alice.log, { kind: "note", id: noteId });
    expect(lines.map(said)).toEqual([
      ["note", noteId, "", { by: "alice", text: "" }],
      ["note", noteId, "text", { inserted: ["你好"], deleted: 0 }],
      ["note", noteId, "!", true],
    ]);
    expect(lines.every((each) => each.is !== "carried" && each.carried)).toBe(true);
    expect(lastChangeOf(historyOf(alice.log), { kind: "note", id: noteId }, "text")).toBe(line);
  });

  test("[CO2] a note of this kind by a helper, or where others have written, brings no line away", async () => {
    const world = createWorld({ seed: 910 });
    const { alice } = await found(world);
    await edit(world, alice, put("o1/title", "alice"));
    const bob = await invite(world, alice, "bob", HELPER);
    await edit(world, bob, put("o1/title", "bob"));
    await bob.author.note({ kind: "carried", value: new Uint8Array(32) });
    await sync(bob, alice);
    await alice.author.note({ kind: "carried", value: new Uint8Array(32) });
    expect(historyOf(alice.log).map((line) => said(line)[3])).toEqual(["alice", "bob"]);
  });
});

test("[CO2] who a record, and each field of it, is from last", async () => {
  const world = createWorld({ seed: 911 });
  const { alice } = await found(world);
  const bob = await invite(world, alice, "bob", HELPER);
  await edit(world, alice, put("o1", { title: "one", note: "x" }));
  await sync(alice, bob);
  await edit(world, bob, put("o1/title", "two"));
  await edit(world, bob, (doc) => void doc.getMap("note").set("n1/body", new Y.Text("b")));
  const history = historyOf(bob.log);
  const by = (of: string, field?: string) => lastChangeOf(history, { kind: "order", id: of }, field)?.device;
  const { id: a } = alice.keys;
  const { id: b } = bob.keys;
  // The title is bob's, the note still as alice made it, a reason nobody has given.
  expect([by("o1"), by("o1", "title"), by("o1", "note"), by("o1", "reason"), by("o2")]).toEqual([
    b,
    b,
    a,
    undefined,
    undefined,
  ]);
});
