import { id } from "@recourse/core";
import { caseTable, createDoc, write } from "@recourse/sync";
import { deviceId, sessionId } from "@recourse/sync/log";
import type { CaretAt, Present } from "@recourse/sync/wire";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { createCaretBook } from "./present-carets.ts";

const NOTE = id("01ARZ3NDEKTSV4RRFF00000001");
const FIELD = `note/${NOTE}/text`;

/** Two documents of one note, and how letters get from one to the other. */
function two(text: string) {
  const [mine, theirs] = [createDoc(), createDoc()];
  write(theirs, caseTable, [{ op: "put", kind: "note", id: NOTE, value: { text } }], undefined);
  const carry = (): void => Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  carry();
  const types = (doc: Y.Doc, at: number, ins: string): void =>
    void write(doc, caseTable, [{ op: "text", kind: "note", id: NOTE, field: "text", at, del: 0, ins }], undefined);
  return { mine, theirs, carry, types, here: createCaretBook(() => mine), there: createCaretBook(() => theirs) };
}

const present = (caret: CaretAt | undefined, more: Partial<Present> = {}): Present => ({
  device: deviceId("b0".repeat(16)),
  session: sessionId("b1".repeat(8)),
  own: false,
  looks: { view: "notes", typing: false, ...(caret === undefined ? {} : { caret }) },
  ...more,
});
const places = (found: ReturnType<ReturnType<typeof createCaretBook>["find"]>): readonly (readonly number[])[] =>
  found.map(({ anchor, head }) => [anchor, head]);

test("[FR5] a caret stands at the same letters on the other device, also after typing in front of it", () => {
  const { mine, types, here, there } = two("客服说退款");
  const caret = there.mark({ field: FIELD, anchor: 0, head: 3 });
  expect(places(here.find(FIELD, [present(caret)]))).toEqual([[0, 3]]);
  types(mine, 1, "一二");
  expect(places(here.find(FIELD, [present(caret)]))).toEqual([[0, 5]]);
});

test("[FR5] letters that are not here yet: it stays where it was until they are", () => {
  const { theirs, carry, types, here, there } = two("ab");
  expect(places(here.find(FIELD, [present(there.mark({ field: FIELD, anchor: 1, head: 1 }))]))).toEqual([[1, 1]]);
  types(theirs, 1, "xyz");
  const ahead = present(there.mark({ field: FIELD, anchor: 2, head: 2 }));
  expect(places(here.find(FIELD, [ahead]))).toEqual([[1, 1]]);
  carry();
  expect(places(here.find(FIELD, [ahead]))).toEqual([[2, 2]]);
});

test("[FR5] own tabs, other texts and texts that are not here have no carets", () => {
  const { here, there } = two("ab");
  const caret = there.mark({ field: FIELD, anchor: 1, head: 1 });
  expect(here.find(FIELD, [present(caret, { own: true }), present(undefined)])).toEqual([]);
  expect(here.find("note/01ARZ3NDEKTSV4RRFF00000002/text", [present(caret)])).toEqual([]);
  expect(here.mark({ field: "note/01ARZ3NDEKTSV4RRFF00000002/text", anchor: 0, head: 0 })).toBeUndefined();
});

test("[FR5] a place beyond the text is its end", () => {
  const { here, there } = two("ab");
  const caret = there.mark({ field: FIELD, anchor: -3, head: 9 });
  expect(places(here.find(FIELD, [present(caret)]))).toEqual([[0, 2]]);
});
