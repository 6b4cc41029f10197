import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { id, type Id } from "../identity.ts";
import { emptyCase } from "./case.ts";
import { apply, invert, type Change } from "./change.ts";

const caseId = id("0".repeat(32));
const ids: readonly Id[] = ["1", "2", "3"].map((d) => id(d.repeat(32)));
const note = (n: number, text = "a"): Change => ({ op: "put", kind: "note", id: ids[n] ?? caseId, value: { text } });

const anyChange: fc.Arbitrary<Change> = fc
  .record({
    op: fc.constantFrom("put", "set", "remove", "restore", "text", "append"),
    at: fc.nat(2),
    kind: fc.constantFrom("note", "order", "event"),
    value: fc.string(),
    pos: fc.nat(4),
    del: fc.nat(3),
  })
  .map((x): Change => {
    const base = { kind: x.kind as "note", id: ids[x.at] ?? caseId };
    if (x.op === "put" || x.op === "append") return { ...base, op: x.op, value: { text: x.value } };
    if (x.op === "set") return { ...base, op: "set", field: "text", value: x.value };
    if (x.op === "text") return { ...base, op: "text", field: "text", at: x.pos, del: x.del, ins: x.value };
    return { ...base, op: x.op === "remove" ? "remove" : "restore" };
  });

describe("[X1] changes", () => {
  it("[X1] an event is never edited or removed", () => {
    const put: Change = { op: "append", kind: "event", id: ids[0] ?? caseId, value: { type: "case.closed" } };
    const one = apply(emptyCase(caseId), [put]).case;
    const tried = apply(one, [
      { op: "set", kind: "event", id: ids[0] ?? caseId, field: "type", value: "x" },
      { op: "remove", kind: "event", id: ids[0] ?? caseId },
    ]);
    expect(tried.skipped).toHaveLength(2);
    expect(tried.case.live.event).toEqual(one.live.event);
  });

  it("[E6] remove and restore bring back the same object", () => {
    const one = apply(emptyCase(caseId), [note(0)]).case;
    const gone = apply(one, [{ op: "remove", kind: "note", id: ids[0] ?? caseId }]).case;
    expect(gone.live.note).toEqual({});
    const back = apply(gone, [{ op: "restore", kind: "note", id: ids[0] ?? caseId }]).case;
    expect(back.live.note[ids[0] ?? ""]).toBe(one.live.note[ids[0] ?? ""]);
  });

  it("[X1] a repeated put changes nothing and is reported", () => {
    const r = apply(apply(emptyCase(caseId), [note(0, "first")]).case, [note(0, "second")]);
    expect(r.skipped).toHaveLength(1);
    expect(r.case.live.note[ids[0] ?? ""]?.text).toBe("first");
  });

  it("[X1] untouched kinds stay the same object", () => {
    const one = apply(emptyCase(caseId), [note(0)]).case;
    expect(apply(one, [note(1)]).case.live.order).toBe(one.live.order);
  });

  it("[X1] invert undoes: live records after undo equal those before", () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 12 }), fc.array(anyChange, { maxLength: 8 }), (first, then) => {
        const before = apply(emptyCase(caseId), first).case;
        const after = apply(before, then).case;
        const back = apply(after, invert(before, then)).case;
        // Appended events stay: they are retracted, never erased.
        expect({ ...back.live, event: {} }).toEqual({ ...before.live, event: {} });
      }),
    );
  });
});
