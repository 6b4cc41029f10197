/** Carets of others: there and back on another device, and whatever else comes in their place. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { HELPER } from "../log/entry.ts";
import {
  below,
  bytesFrom,
  createWorld,
  edit,
  found,
  invite,
  newText,
  seeded,
  sync,
  text,
} from "../log/people.fixture.ts";
import { MAX_POSITION } from "./eph-frame.ts";
import { findCaretAt, markCaretAt } from "./presence-caret.ts";

const FIELD = "note/n1/body";

async function two(seed: number) {
  const world = createWorld({ seed });
  const { alice } = await found(world);
  await edit(world, alice, newText("n1/body", "one three"));
  const bob = await invite(world, alice, "bob", HELPER);
  return { world, alice, bob };
}

test("[FR5] bob's selection stands at the same letters in alice's text, whatever she typed before it meanwhile", async () => {
  const { world, alice, bob } = await two(921);
  // From behind "three" back to before it: 9 to 4.
  const caret = markCaretAt(text(bob.view.doc()), FIELD, { anchor: 9, head: 4 });
  expect(caret.field).toBe(FIELD);
  expect([caret.anchor, caret.head].every(({ length }) => length > 0 && length <= MAX_POSITION)).toBe(true);
  expect(findCaretAt(text(alice.view.doc()), caret)).toEqual({ anchor: 9, head: 4 });
  await edit(world, alice, (doc) => text(doc).insert(0, "go: "));
  expect(findCaretAt(text(alice.view.doc()), caret)).toEqual({ anchor: 13, head: 8 });
  // "one " is gone, "go: " stays: "go: three".
  await edit(world, alice, (doc) => text(doc).delete(4, 4));
  expect(findCaretAt(text(alice.view.doc()), caret)).toEqual({ anchor: 9, head: 4 });
});

test("[FR5] a caret at letters that have not come yet is none, until they come", async () => {
  const { world, alice, bob } = await two(922);
  await edit(world, bob, (doc) => text(doc).insert(4, "two "));
  const caret = markCaretAt(text(bob.view.doc()), FIELD, { anchor: 5, head: 6 });
  expect(findCaretAt(text(alice.view.doc()), caret)).toBeUndefined();
  await sync(bob, alice);
  expect(findCaretAt(text(alice.view.doc()), caret)).toEqual({ anchor: 5, head: 6 });
});

test("[FR5] positions in another text, by a root's name or of no form are none, and make nothing in the document", async () => {
  const { world, alice } = await two(923);
  await edit(world, alice, newText("n2/body", "elsewhere"));
  const doc = alice.view.doc();
  const here = text(doc);
  const elsewhere = markCaretAt(text(doc, "n2/body"), FIELD, { anchor: 1, head: 2 });
  expect(findCaretAt(here, elsewhere)).toBeUndefined();
  const root = new Uint8Array(Y.encodeRelativePosition(new Y.RelativePosition(null, "evil", null)));
  const roots = [...doc.share.keys()];
  const good = markCaretAt(here, FIELD, { anchor: 0, head: 0 });
  expect(findCaretAt(here, { ...good, head: root })).toBeUndefined();
  const random = seeded(923);
  for (let n = 0; n < 500; n++) {
    const garbage = bytesFrom(random)(1 + below(random, MAX_POSITION));
    const stands = findCaretAt(here, { ...good, head: garbage });
    expect(stands === undefined || stands.head <= here.length, `seed 923, ${n}`).toBe(true);
  }
  expect([...doc.share.keys()]).toEqual(roots);
  expect(findCaretAt(new Y.Text("no document"), good)).toBeUndefined();
});
