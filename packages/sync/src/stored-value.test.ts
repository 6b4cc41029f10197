import { describe, expect, test } from "vitest";
import { id, type Change } from "@recourse/core";
import { caseTable, createDoc } from "./layout.ts";
import { createReader } from "./read.ts";
import { sameValue, toStored, wellFormed } from "./stored-value.ts";
import { write } from "./write.ts";

const one = id("00000000000000000000000000000001");

describe("what may stand in a document", () => {
  test("[I1] JSON goes in as a copy; what JSON cannot say does not", () => {
    const nested = { a: [1, { b: "退" }], c: null };
    const stored = toStored(nested);
    expect(stored).toEqual({ ok: true, value: nested });
    expect(stored.ok && stored.value).not.toBe(nested);
    const endless: unknown[] = [];
    endless.push(endless);
    for (const bad of [
      Number.NaN,
      Infinity,
      1n,
      () => 1,
      Symbol("x"),
      new Date(0),
      new Map(),
      { a: [new Date(0)] },
      endless,
    ]) {
      expect(toStored(bad)).toEqual({ ok: false });
    }
  });

  test("[S2] names that reach an object's prototype are refused at any depth, and the change is returned", () => {
    const doc = createDoc();
    const hostile: unknown = JSON.parse('{"role":"payee","name":"x","more":{"__proto__":{"polluted":true}}}');
    const put: Change = { op: "put", kind: "party", id: one, value: Object(hostile) };
    const good: Change = { op: "put", kind: "party", id: one, value: { role: "payee", name: "x" } };
    const sets = ["__proto__", "constructor", "prototype", "!", "!name", ""].map((field): Change => ({
      op: "set",
      kind: "party",
      id: one,
      field,
      value: 1,
    }));
    expect(write(doc, caseTable, [put, good, ...sets], "mallory").skipped).toEqual([put, ...sets]);
    expect(createReader(doc, one).current().case.live.party[one]).toEqual({ id: one, role: "payee", name: "x" });
  });

  test("[I1] half a surrogate pair is what other devices would read: U+FFFD; a whole pair stays", () => {
    expect(wellFormed("a\uD83Db")).toBe("a\uFFFDb");
    expect(wellFormed("\uDE00")).toBe("\uFFFD");
    expect(wellFormed("a😀b")).toBe("a😀b");
    expect(toStored({ t: "\uD83D" })).toEqual({ ok: true, value: { t: "\uFFFD" } });
  });

  test("[I1] equal as JSON: order of fields and absent fields do not matter, order of a list does", () => {
    expect(sameValue({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(sameValue({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(sameValue([1, 2], [2, 1])).toBe(false);
    expect(sameValue({ 0: 1 }, [1])).toBe(false);
  });
});
