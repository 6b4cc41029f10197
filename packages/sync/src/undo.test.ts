import * as Y from "yjs";
import { describe, expect, test } from "vitest";
import { id, type Change } from "@recourse/core";
import { caseTable, createDoc } from "./layout.ts";
import { createReader } from "./read.ts";
import { createUndoStack } from "./undo.ts";
import { write } from "./write.ts";

const caseId = id("00000000000000000000000000000000");
const one = id("00000000000000000000000000000001");
const putNote = (text: string): Change => ({ op: "put", kind: "note", id: one, value: { text } });
const putParty: Change = { op: "put", kind: "party", id: one, value: { role: "payee", name: "甲" } };
const set = (field: string, value: unknown): Change => ({ op: "set", kind: "party", id: one, field, value });
const type = (at: number, del: number, ins: string): Change => ({
  op: "text",
  kind: "note",
  id: one,
  field: "text",
  at,
  del,
  ins,
});

/** Alice's tab with undo, and bob's document that gets hers and sends his. */
function desk() {
  const doc = createDoc();
  const bob = createDoc();
  const reader = createReader(doc, caseId);
  const undo = createUndoStack({
    doc,
    read: () => reader.current().case,
    write: (changes, origin) => write(doc, caseTable, changes, origin).skipped,
    tab: "alice",
  });
  const bobWrites = (...changes: readonly Change[]): void => {
    Y.applyUpdate(bob, Y.encodeStateAsUpdate(doc));
    write(bob, caseTable, changes, "bob");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(bob));
  };
  return { doc, undo, bobWrites, now: () => reader.current().case };
}

describe("undo", () => {
  test("[I1] a command is undone as a whole and redone as a whole", () => {
    const { undo, now } = desk();
    undo.run([putParty]);
    const made = now();
    undo.run([set("name", "乙"), set("address", "某路"), set("name", "丙")]);
    const changed = now();
    expect(undo.undo()?.skipped).toEqual([]);
    expect(now()).toEqual(made);
    expect(undo.redo()?.skipped).toEqual([]);
    expect(now()).toEqual(changed);
    undo.undo();
    undo.undo();
    // Nothing is erased: the new record is among the removed ones.
    expect(now().live.party).toEqual({});
    expect(now().removed.party[one]?.name).toBe("甲");
    expect(undo.undo()).toBeUndefined();
    undo.redo();
    expect(now()).toEqual(made);
    expect(undo.depth.get()).toEqual({ undo: 1, redo: 1 });
  });

  test("[I1] a field bob has changed since is skipped, and said; the other field is undone", () => {
    const { undo, now, bobWrites } = desk();
    undo.run([putParty]);
    undo.run([set("name", "乙"), set("address", "某路")]);
    bobWrites(set("name", "鲍勃写的"));
    const undone = undo.undo();
    expect(undone?.skipped).toEqual([set("name", "甲")]);
    expect(undone?.applied).toEqual([set("address", undefined)]);
    expect(now().live.party[one]).toEqual({ id: one, role: "payee", name: "鲍勃写的" });
  });

  test("[I1] a new record bob has added to is not taken away; without his addition it is", () => {
    const { undo, now, bobWrites } = desk();
    undo.run([putParty]);
    bobWrites(set("address", "某路"));
    expect(undo.undo()).toEqual({ applied: [], skipped: [{ op: "remove", kind: "party", id: one }] });
    expect(now().live.party[one]?.address).toBe("某路");
    const alone = desk();
    alone.undo.run([putParty]);
    expect(alone.undo.undo()?.skipped).toEqual([]);
    expect(alone.now().live.party).toEqual({});
  });

  test("[I1] typing is undone at its characters while bob types elsewhere; where he typed inside it, it is skipped", () => {
    const { undo, now, bobWrites } = desk();
    undo.run([putNote("开头结尾")]);
    undo.run([type(2, 0, "中间")]);
    bobWrites(type(0, 0, "鲍勃"));
    expect(now().live.note[one]?.text).toBe("鲍勃开头中间结尾");
    undo.undo();
    expect(now().live.note[one]?.text).toBe("鲍勃开头结尾");
    undo.redo();
    expect(now().live.note[one]?.text).toBe("鲍勃开头中间结尾");
    bobWrites(type(5, 0, "夹"));
    expect(undo.undo()?.applied).toEqual([]);
    expect(now().live.note[one]?.text).toBe("鲍勃开头中夹间结尾");
  });

  test("[I1] keystrokes with one join are one group", () => {
    const { undo, now } = desk();
    undo.run([putNote("")]);
    undo.run([type(0, 0, "退")], "typing");
    undo.run([type(1, 0, "款")], "typing");
    undo.run([type(2, 0, "。")], "typing");
    expect(now().live.note[one]?.text).toBe("退款。");
    expect(undo.depth.get()).toEqual({ undo: 2, redo: 0 });
    undo.undo();
    expect(now().live.note[one]?.text).toBe("");
  });

  test("[I1] a new command forgets what could be redone", () => {
    const { undo } = desk();
    undo.run([putParty]);
    undo.run([set("name", "乙")]);
    undo.undo();
    undo.run([set("name", "丙")]);
    expect(undo.redo()).toBeUndefined();
  });
});
