/** Merging in parts gives what merging at once gives. */
import * as Y from "yjs";
import { expect, test } from "vitest";
import { mergeMany } from "./merge-many.ts";

test.each([0, 1, 2, 16, 17, 300])("[CO5] %i updates of one writer: the same bytes as one merge", (count) => {
  const doc = new Y.Doc();
  doc.clientID = 7;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => void updates.push(update));
  const text = doc.getText("t");
  for (let n = 0; n < count; n++) {
    if (n % 5 === 4) text.delete(0, 1);
    else text.insert(text.length, `${n} `);
  }
  expect(updates).toHaveLength(count);
  const merged = mergeMany(updates);
  expect(merged).toEqual(count === 0 ? undefined : count === 1 ? updates[0] : Y.mergeUpdates(updates));
});
