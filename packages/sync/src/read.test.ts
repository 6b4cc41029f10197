import * as Y from "yjs";
import { describe, expect, test } from "vitest";
import { id, type Change } from "@recourse/core";
import { caseTable, createDoc, rootOf } from "./layout.ts";
import { createReader, type Touched } from "./read.ts";
import { write } from "./write.ts";

const caseId = id("00000000000000000000000000000000");
const one = id("00000000000000000000000000000001");
const two = id("00000000000000000000000000000002");
const putParty = (of: typeof one, name: string): Change => ({
  op: "put",
  kind: "party",
  id: of,
  value: { role: "respondent", name },
});
const setName = (of: typeof one, value: string): Change => ({ op: "set", kind: "party", id: of, field: "name", value });

/** Two devices that start from what `first` has. */
function apart(first: Y.Doc): Y.Doc {
  const second = createDoc();
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first));
  return second;
}
function meet(a: Y.Doc, b: Y.Doc): void {
  const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
  Y.applyUpdate(a, fromB);
  Y.applyUpdate(b, fromA);
}

describe("incremental reading", () => {
  test("[G14] a change reads its own record again; every other record and untouched kind stays the same object", () => {
    const doc = createDoc();
    const reader = createReader(doc, caseId);
    write(
      doc,
      caseTable,
      [putParty(one, "甲"), putParty(two, "乙"), { op: "put", kind: "note", id: one, value: { text: "x" } }],
      "alice",
    );
    const before = reader.current().case;
    write(doc, caseTable, [setName(one, "丙")], "alice");
    const after = reader.current().case;
    expect(after).not.toBe(before);
    expect(after.live.party[one]?.name).toBe("丙");
    expect(after.live.party[two]).toBe(before.live.party[two]);
    expect(after.live.note).toBe(before.live.note);
    expect(after.removed).toBe(before.removed);
  });

  test("[G14] typing in prose touches that note only", () => {
    const doc = createDoc();
    write(doc, caseTable, [{ op: "put", kind: "note", id: one, value: { text: "ab" } }], "alice");
    const reader = createReader(doc, caseId);
    const told: (readonly Touched[])[] = [];
    reader.subscribe((change) => told.push(change.touched));
    write(doc, caseTable, [{ op: "text", kind: "note", id: one, field: "text", at: 1, del: 0, ins: "X" }], "alice");
    expect(reader.current().case.live.note[one]?.text).toBe("aXb");
    expect(told.map((touched) => touched.map(({ ref, added, removed }) => ({ ref, added, removed })))).toEqual([
      [{ ref: `note/${one}`, added: false, removed: false }],
    ]);
  });

  test("[I1] adding, removing and restoring are told, with origin and whether it was this device", () => {
    const doc = createDoc();
    const reader = createReader(doc, caseId);
    const told: unknown[] = [];
    reader.subscribe(({ touched, origin, local }) =>
      told.push([touched.map(({ before, after, added, removed }) => [before, after, added, removed]), origin, local]),
    );
    write(doc, caseTable, [putParty(one, "甲")], "alice");
    write(doc, caseTable, [{ op: "remove", kind: "party", id: one }], "alice");
    write(doc, caseTable, [{ op: "restore", kind: "party", id: one }], "alice");
    const bob = createDoc();
    write(bob, caseTable, [putParty(two, "乙")], "bob");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(bob), "relay");
    expect(told).toEqual([
      [[["none", "live", true, false]], "alice", true],
      [[["live", "removed", false, true]], "alice", true],
      [[["removed", "live", true, false]], "alice", true],
      [[["none", "live", true, false]], "relay", false],
    ]);
  });

  test("[G14] a record that reads as before stays the same object, though a lost write has touched it", () => {
    const alice = createDoc();
    write(alice, caseTable, [putParty(one, "甲")], "alice");
    const bob = apart(alice);
    write(alice, caseTable, [setName(one, "A")], "alice");
    write(bob, caseTable, [setName(one, "B")], "bob");
    const [a, b] = [createReader(alice, caseId), createReader(bob, caseId)];
    const before = [a, b].map((reader) => reader.current().case.live.party[one]);
    meet(alice, bob);
    const after = [a, b].map((reader) => reader.current().case.live.party[one]);
    // One of them has lost; the winner's record is the object it was, and both tell the conflict.
    const winner = after[0]?.name === "A" ? 0 : 1;
    expect(after[winner]).toBe(before[winner]);
    expect(after[1 - winner]).not.toBe(before[1 - winner]);
    expect([a, b].map((reader) => reader.current().conflicts.length)).toEqual([1, 1]);
  });

  test("[G14] a write that changes nothing makes no update and tells nobody", () => {
    const doc = createDoc();
    write(doc, caseTable, [putParty(one, "甲")], "alice");
    const reader = createReader(doc, caseId);
    let updates = 0;
    doc.on("update", () => updates++);
    reader.subscribe(() => updates++);
    write(doc, caseTable, [setName(one, "甲"), putParty(one, "别的")], "alice");
    expect(updates).toBe(0);
  });
});

describe("total reading", () => {
  test("[R7] an unknown kind is foreign, kept, and told apart from what is broken", () => {
    const doc = createDoc();
    doc.getMap("hologram").set(one, { shape: "cube" });
    doc.getMap("party").set(one, { role: "respondent" });
    doc.getMap("party").set(two, { role: "oracle", name: "x" });
    const { foreign, quarantine } = createReader(doc, caseId).current();
    // party/two has a role of a newer app; party/one lacks its name, which is damage.
    expect(foreign.map(({ kind, id: of, raw }) => [kind, of, raw])).toEqual([
      ["party", two, { role: "oracle", name: "x" }],
      ["hologram", one, { shape: "cube" }],
    ]);
    expect(quarantine.map(({ kind, id: of, orphan }) => [kind, of, orphan])).toEqual([["party", one, false]]);
    expect(doc.getMap("hologram").toJSON()).toEqual({ [one]: { shape: "cube" } });
  });

  test("[R7] a root of a newer app that arrives later is foreign too, and one that is no map is named", () => {
    const doc = createDoc();
    const reader = createReader(doc, caseId);
    const newer = createDoc();
    newer.getMap("hologram").set(one, { shape: "cube" });
    newer.getArray("journal").push(["a"]);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(newer));
    expect(reader.current().foreign.map(({ kind, id: of }) => [kind, of])).toEqual([
      ["hologram", one],
      ["journal", ""],
    ]);
  });

  test("[I1] an override waits in quarantine for its birth value, then belongs to it", () => {
    const alice = createDoc();
    const updates: Uint8Array[] = [];
    alice.on("update", (update: Uint8Array) => updates.push(update));
    write(alice, caseTable, [putParty(one, "甲")], "alice");
    const bob = apart(alice);
    const [birth] = updates;
    let override: Uint8Array | undefined;
    bob.on("update", (update: Uint8Array) => (override = update));
    write(bob, caseTable, [setName(one, "乙")], "bob");
    const late = createDoc();
    const reader = createReader(late, caseId);
    if (override !== undefined) Y.applyUpdate(late, override);
    expect(reader.current().quarantine.map(({ raw, orphan }) => [raw, orphan])).toEqual([[{ name: "乙" }, true]]);
    if (birth !== undefined) Y.applyUpdate(late, birth);
    expect(reader.current().quarantine).toEqual([]);
    expect(reader.current().case.live.party[one]?.name).toBe("乙");
  });

  test("[I1] whatever stands under a key is read without throwing", () => {
    const doc = createDoc();
    const root = rootOf(doc, "party");
    root.set(one, new Y.Map([["name", "x"]]));
    root.set(`${one}/__proto__`, { polluted: true });
    root.set(two, ["a list"]);
    root.set("/", 1);
    const reader = createReader(doc, caseId);
    expect(reader.current().quarantine.map((misfit) => misfit.id)).toEqual([one, `${one}/__proto__`, two, "/"]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

describe("conflicts", () => {
  test("[I1] two people set one field apart: one value shows, the other is told, the same on both devices", () => {
    const alice = createDoc();
    write(alice, caseTable, [putParty(one, "甲")], "alice");
    const bob = apart(alice);
    write(alice, caseTable, [setName(one, "甲公司")], "alice");
    write(bob, caseTable, [setName(one, "乙公司")], "bob");
    const reader = createReader(alice, caseId);
    meet(alice, bob);
    const [conflict, ...more] = reader.current().conflicts;
    expect(more).toEqual([]);
    expect([conflict?.kept, ...(conflict?.lost.map(({ value }) => value) ?? [])].toSorted()).toEqual(
      ["乙公司", "甲公司"].toSorted(),
    );
    expect(reader.current().case.live.party[one]?.name).toBe(conflict?.kept);
    expect(createReader(bob, caseId).current().conflicts).toEqual(reader.current().conflicts);
  });

  test("[I1] one after the other is no conflict, nor is the same value written twice", () => {
    const alice = createDoc();
    write(alice, caseTable, [putParty(one, "甲")], "alice");
    const bob = apart(alice);
    write(alice, caseTable, [setName(one, "A")], "alice");
    meet(alice, bob);
    write(bob, caseTable, [setName(one, "B")], "bob");
    meet(alice, bob);
    write(alice, caseTable, [setName(one, "C")], "alice");
    write(bob, caseTable, [setName(one, "C")], "bob");
    meet(alice, bob);
    expect(createReader(alice, caseId).current().conflicts).toEqual([]);
  });

  test("[I1] different fields of one record merge without conflict", () => {
    const alice = createDoc();
    write(alice, caseTable, [putParty(one, "甲")], "alice");
    const bob = apart(alice);
    write(alice, caseTable, [setName(one, "A")], "alice");
    write(bob, caseTable, [{ op: "set", kind: "party", id: one, field: "address", value: "某路" }], "bob");
    meet(alice, bob);
    const { conflicts, case: now } = createReader(alice, caseId).current();
    expect(conflicts).toEqual([]);
    expect(now.live.party[one]).toMatchObject({ name: "A", address: "某路" });
  });

  test("[I1] writing the field with both values in sight settles it, also when the shown value is chosen; a third value written blindly shows again", () => {
    const alice = createDoc();
    write(alice, caseTable, [putParty(one, "甲")], "alice");
    const bob = apart(alice);
    const carol = apart(alice);
    write(alice, caseTable, [setName(one, "A")], "alice");
    write(bob, caseTable, [setName(one, "B")], "bob");
    write(carol, caseTable, [setName(one, "C")], "carol");
    meet(alice, bob);
    const reader = createReader(alice, caseId);
    const [conflict] = reader.current().conflicts;
    write(alice, caseTable, [setName(one, String(conflict?.kept))], "alice");
    expect(reader.current().conflicts).toEqual([]);
    meet(alice, bob);
    expect(createReader(bob, caseId).current().conflicts).toEqual([]);
    meet(alice, carol);
    expect(reader.current().conflicts).toHaveLength(1);
  });

  test("[I1] a loser written on by its author, who saw nothing, is told once with its newest value", () => {
    const alice = createDoc();
    write(alice, caseTable, [putParty(one, "甲")], "alice");
    const bob = apart(alice);
    write(alice, caseTable, [setName(one, "A1"), setName(one, "A2")], "alice");
    write(bob, caseTable, [setName(one, "B1"), setName(one, "B2")], "bob");
    meet(alice, bob);
    const [conflict] = createReader(alice, caseId).current().conflicts;
    expect([conflict?.kept, ...(conflict?.lost.map(({ value }) => value) ?? [])].toSorted()).toEqual(["A2", "B2"]);
  });

  test("[I1] one record made on two devices: fields that differ are told, stamps are not, and writing the field settles it", () => {
    const alice = createDoc();
    const bob = createDoc();
    const put = (name: string, by: typeof one): Change => ({
      op: "put",
      kind: "party",
      id: one,
      value: { role: "payee", name, by },
    });
    write(alice, caseTable, [put("甲", one)], "alice");
    write(bob, caseTable, [put("乙", two)], "bob");
    meet(alice, bob);
    const reader = createReader(alice, caseId);
    const [conflict, ...more] = reader.current().conflicts;
    expect(more).toEqual([]);
    expect(conflict?.field).toBe("name");
    write(alice, caseTable, [setName(one, String(conflict?.kept))], "alice");
    expect(reader.current().conflicts).toEqual([]);
  });
});
