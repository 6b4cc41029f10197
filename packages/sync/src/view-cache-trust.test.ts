/** The fast-open copy of a document: what it is checked by. A planted cache that compares state vectors shows what that would not see. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { createDoc } from "./layout.ts";
import { openDoc } from "./opened-doc.ts";
import { createMemoryRows, createMemoryUpdateStore } from "./update-store.ts";
import { createMemoryViewCache, type ViewCache } from "./view-cache.ts";
import { localUpdate, put, stateOf } from "./log/people.fixture.ts";

const NAME = "case/1";

/** A document whose last edit is a delete, stored row by row; and a copy of it that has lost the delete. */
async function withLostDelete() {
  const doc = createDoc();
  const steps = [put("o1/title", "a"), put("o2/title", "b"), (of: Y.Doc) => of.getMap("order").delete("o1/title")];
  const updates = steps.flatMap((step) => localUpdate(doc, step) ?? []);
  const lost = createDoc();
  for (const update of updates.slice(0, 2)) Y.applyUpdate(lost, update);
  const store = createMemoryUpdateStore(createMemoryRows(), true);
  for (const update of updates) {
    const appended = await store.append(NAME, [update], "update");
    if (!appended.ok) throw new Error(appended.error.kind);
  }
  const snapshots = new Map<string, Uint8Array>();
  const cache = createMemoryViewCache(snapshots);
  const snapshot = await cache.save(NAME, "g1", doc);
  if (snapshot === undefined) throw new Error("no snapshot");
  const marked = await store.setMark(NAME, { ...snapshot, row: updates.length });
  if (!marked.ok) throw new Error(marked.error.kind);
  return { doc, lost, store, cache, snapshots };
}
const shownBy = async (of: Awaited<ReturnType<typeof withLostDelete>>, cache: ViewCache): Promise<string> => {
  const opened = await openDoc(of.store, cache, NAME);
  if (!opened.ok) throw new Error(opened.error.kind);
  return stateOf(opened.value.doc);
};

test("[LO3] a delete is lost in the snapshot: state vectors are equal all the same, the checksum is not, and it is made anew from the rows", async () => {
  const of = await withLostDelete();
  expect([...Y.encodeStateVector(of.lost)]).toEqual([...Y.encodeStateVector(of.doc)]);
  expect(stateOf(of.lost)).not.toBe(stateOf(of.doc));
  expect(await shownBy(of, of.cache)).toBe(stateOf(of.doc));
  for (const name of of.snapshots.keys()) of.snapshots.set(name, Y.encodeStateAsUpdate(of.lost));
  expect(await shownBy(of, of.cache)).toBe(stateOf(of.doc));
});

test("[R1, LO3] planted: a view trusted by its state vector: what was deleted shows again", async () => {
  const of = await withLostDelete();
  for (const name of of.snapshots.keys()) of.snapshots.set(name, Y.encodeStateAsUpdate(of.lost));
  const wanted = [...Y.encodeStateVector(of.doc)].join();
  const trusting: ViewCache = {
    ...of.cache,
    load: async () => {
      const opened = createDoc();
      for (const bytes of of.snapshots.values()) Y.applyUpdate(opened, bytes);
      return [...Y.encodeStateVector(opened)].join() === wanted ? opened : undefined;
    },
  };
  expect(await shownBy(of, trusting)).not.toBe(stateOf(of.doc));
});
