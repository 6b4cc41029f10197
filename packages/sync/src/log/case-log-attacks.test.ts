/**
 * What Yjs believes of whoever may write to it, and the log does not: each attack is shown to work on a bare document first, then tried on people who share
 * a case. Source: the first lines of the design of sync; AC1, AC3.
 */
import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { written, type Bytes } from "./bytes.ts";
import { HELPER } from "./entry.ts";
import {
  createWorld,
  edit,
  flipped,
  forged,
  found,
  invite,
  localUpdate,
  put,
  stateOf,
  sync,
  take,
} from "./people.fixture.ts";

/** alice, bob who gets whatever mallory writes, and mallory with a program of her own. */
async function three(seed: number, sealed = false) {
  const world = createWorld({ seed, sealed });
  const { alice } = await found(world);
  const bob = await invite(world, alice, "bob", HELPER);
  const mallory = await invite(world, alice, "mallory", HELPER);
  await edit(world, alice, put("o1/title", "alice"));
  for (const who of [bob, mallory]) await sync(alice, who);
  /** What becomes of a payload of hers, signed by her as it should be. */
  const attempt = async (payload: Bytes): Promise<unknown> => {
    const record = await forged(world, mallory, {}, payload);
    const [verdict] = (await take(bob, [record])).verdicts;
    if (verdict?.is !== "inadmissible") return verdict?.is;
    return verdict.reason.kind === "structs" ? verdict.reason.fault.kind : verdict.reason.kind;
  };
  return { world, alice, bob, mallory, attempt };
}

const docWith = (...updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc({ gc: false });
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
};
const stateVector = (doc: Y.Doc): string => Buffer.from(Y.encodeStateVector(doc)).toString("hex");
/** What a program writes that has given itself another's client id. */
const writtenAs = (client: number, on: Y.Doc, work: (doc: Y.Doc) => void): Bytes => {
  const doc = docWith(Y.encodeStateAsUpdate(on));
  doc.clientID = client;
  const update = localUpdate(doc, work);
  if (update === undefined) throw new Error("nothing written");
  return update;
};
/** No structs; deletes `length` clocks of a client from `clock`. */
const deleting = (client: number, clock: number, length: number): Bytes =>
  written((to) => [0, 1, client, 1, clock, length].forEach((n) => encoding.writeVarUint(to, n)));

test("[AC3, S2] attack: writing under another's client id; bare documents stay apart for ever with equal state vectors", async () => {
  const title = (value: string) => put("o1/title", value);
  const [hers, evil] = [writtenAs(5, new Y.Doc(), title("alice")), writtenAs(5, new Y.Doc(), title("EVIL!"))];
  const [one, two] = [docWith(hers, evil), docWith(evil, hers)];
  expect([stateVector(one) === stateVector(two), stateOf(one) === stateOf(two)]).toEqual([true, false]);

  const { alice, bob, mallory, attempt } = await three(1);
  const asAlice = writtenAs(alice.author.client, mallory.view.doc(), title("EVIL"));
  expect(await attempt(asAlice)).toBe("foreign_client");
  await sync(bob, alice);
  expect([stateOf(bob.view.doc()), stateOf(alice.view.doc())]).toEqual(
    Array.from({ length: 2 }, () => '[["order",[["o1/title","alice"]]]]'),
  );
});

test("[AC3, S2] attack: a few bytes that delete what the victim writes next; a bare document loses it", async () => {
  const victim = new Y.Doc({ gc: false });
  const first = localUpdate(victim, put("o1/title", "first"));
  if (first === undefined) throw new Error("nothing written");
  const trap = deleting(victim.clientID, 1, 1_000_000);
  expect(trap.length).toBeLessThanOrEqual(14);
  const reader = docWith(first, trap);
  const next = localUpdate(victim, put("o2/title", "next"));
  if (next === undefined) throw new Error("nothing written");
  Y.applyUpdate(reader, next);
  expect(stateOf(reader)).toBe('[["order",[["o1/title","first"]]]]');

  const { world, alice, bob, attempt } = await three(2);
  const end = Y.getState(alice.view.doc().store, alice.author.client);
  expect(await attempt(deleting(alice.author.client, end, 1_000_000))).toBe("unknown_delete");
  await take(bob, await edit(world, alice, put("o2/title", "next")));
  expect(stateOf(bob.view.doc())).toBe('[["order",[["o1/title","alice"],["o2/title","next"]]]]');
});

test("[AC3, S2] attack: __proto__ as a key of a value, or as a key of a root; a bare document carries both", async () => {
  const value: unknown = JSON.parse('{"__proto__":{"role":"owner"}}');
  const inValue = writtenAs(7, new Y.Doc(), put("o1/title", value));
  const asKey = writtenAs(7, new Y.Doc(), put("__proto__", { role: "owner" }));
  expect(docWith(inValue).getMap("order").has("o1/title")).toBe(true);
  // Reading the document as JSON gives an object whose prototype mallory has chosen.
  const json: Readonly<Record<string, unknown>> = docWith(asKey).getMap("order").toJSON();
  expect(json["role"]).toBe("owner");

  for (const work of [put("o1/title", value), put("__proto__", { role: "owner" })]) {
    const { mallory, attempt, bob } = await three(3);
    const update = localUpdate(mallory.view.doc(), work);
    if (update === undefined) throw new Error("nothing written");
    expect(["value", "key"]).toContain(await attempt(update));
    expect(stateOf(bob.view.doc())).toBe('[["order",[["o1/title","alice"]]]]');
  }
});

test("[AC1, R5, S2] attack: one flipped bit; a bare document takes many silently, the log takes none", async () => {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = 5;
  const good = localUpdate(doc, (of) => put("o1/title", { amount: 22_800, text: "refund" })(of));
  if (good === undefined) throw new Error("nothing written");
  const state = stateOf(doc);
  let silent = 0;
  for (let at = 0; at < good.length; at++) {
    try {
      const read = docWith(flipped(good, at));
      if (stateOf(read) !== state && read.store.pendingStructs === null) silent++;
    } catch {
      // Yjs has noticed.
    }
  }
  expect(silent).toBeGreaterThan(good.length / 10);

  const { world, alice, bob } = await three(4, true);
  const [record] = await edit(world, alice, put("o1/title", { amount: 22_800, text: "refund" }));
  if (record === undefined) throw new Error("nothing written");
  for (let at = 0; at < record.bytes.length; at += 3) await bob.log.receive([flipped(record.bytes, at)]);
  bob.view.catchUp();
  expect(stateOf(bob.view.doc())).toBe('[["order",[["o1/title","alice"]]]]');
  // And none of the broken copies stands in the way of the good one.
  await take(bob, [record]);
  expect(stateOf(bob.view.doc())).toBe(stateOf(alice.view.doc()));
});

test("[I1, S2] attack: an honest record replayed a hundred times, backwards, changes nothing", async () => {
  const { world, alice, bob } = await three(5);
  const records = [
    ...(await edit(world, alice, put("o1/title", "1"))),
    ...(await edit(world, alice, put("o1/title", "2"))),
  ];
  await take(bob, records);
  for (let n = 0; n < 100; n++) {
    const { verdicts } = await take(bob, records.toReversed());
    expect(verdicts.map(({ is }) => is)).toEqual(["known", "known"]);
  }
  expect(stateOf(bob.view.doc())).toBe('[["order",[["o1/title","2"]]]]');
});
