/** Two members and what they say to each other; a relay that forgets. */
import { describe, expect, test } from "vitest";
import { toHex, zeros, type Bytes } from "../log/bytes.ts";
import { HELPER, OUT } from "../log/entry.ts";
import { createWorld, edit, everything, found, invite, lower, person, put, stateOf } from "../log/people.fixture.ts";
import type { RecordHash } from "../log/log-ids.ts";
import { encodeFrame, type Frame } from "./frame.ts";
import { createNetwork } from "./network.fixture.ts";
import { createPeer } from "./peer.ts";
import type { RelayMarks } from "./relay-marks.ts";
import { digestOf, tipsOf } from "./tips.ts";
import { framesIn, memberPorts } from "./two-peers.fixture.ts";

async function pair(seed: number, sealed = false) {
  const world = createWorld({ seed, sealed });
  const { alice, caseId } = await found(world);
  const bob = await invite(world, alice, "bob", HELPER);
  const network = createNetwork(world);
  const [a, b] = [network.join(alice), network.join(bob)];
  return { world, alice, bob, caseId, network, a, b };
}

describe("two members", () => {
  test("[FR2, FR3] what both wrote apart is on both sides after they meet, and what they write then at once", async () => {
    const { world, alice, bob, network, a, b } = await pair(1);
    await edit(world, alice, put("o1/title", "alice"));
    await edit(world, bob, put("o1/note", "bob"));
    const { ends } = network.connect(a, b);
    await network.pass(1000);
    expect(stateOf(alice.view.doc())).toBe(stateOf(bob.view.doc()));
    expect(stateOf(bob.view.doc())).toContain("alice");
    expect(ends.map(({ state }) => state.get().is)).toEqual(["live", "live"]);
    const before = network.sent.length;
    await network.write(b, () => edit(world, bob, put("o1/note", "again")));
    await network.pass(100);
    expect(stateOf(alice.view.doc())).toContain("again");
    expect(network.sent.slice(before).map(([from, bytes]) => [from, framesIn(bytes)[0]?.is])).toEqual([
      ["bob", "recs"],
      // alice hands on what is new to her to whoever is linked: bob knows it already.
      ["alice", "recs"],
    ]);
  });

  test("[FR2, I6] seen by: only what is signed, by the device it names, with a counter that rises", async () => {
    const { world, alice, bob, network, a, b } = await pair(2);
    const { ends } = network.connect(a, b);
    await network.pass(1000);
    const [record] = await edit(world, bob, put("o1/note", "x"));
    await network.write(b, async () => (record === undefined ? [] : [record]));
    await network.pass(2000);
    const seen = ends[1].state.get().seen.get(alice.keys.id);
    expect(seen?.some(({ hash }) => hash === record?.hash)).toBe(true);
    const [said] = network.sent
      .filter(([from]) => from === "alice")
      .flatMap(([, bytes]) => framesIn(bytes))
      .filter((frame) => frame.is === "have" && frame.signed !== undefined)
      .slice(-1);
    if (said?.is !== "have" || said.signed === undefined) throw new Error("nothing signed");
    // An old one again, one for other tips, one under another's name.
    const none = { ...said, tips: [], digest: await digestOf([]) };
    for (const lie of [
      said,
      { ...none, signed: { ...said.signed, counter: said.signed.counter + 9 } },
      { ...said, signed: { ...said.signed, device: bob.keys.id, counter: said.signed.counter + 9 } },
    ])
      await ends[1].take(encodeFrame(lie));
    expect(ends[1].state.get().seen.get(alice.keys.id)).toBe(seen);
  });

  test("[FR1, RE4] who was put out, or signs for another place, is told nothing; who is a member is", async () => {
    const { world, alice, bob, network, a, b } = await pair(3);
    await lower(world, alice, bob, OUT);
    await edit(world, alice, put("o1/title", "after"));
    network.connect(a, b);
    await network.pass(3000);
    const fromAlice = network.sent.filter(([from]) => from === "alice").flatMap(([, bytes]) => framesIn(bytes));
    expect(fromAlice.some(({ is }) => is === "recs")).toBe(false);
    expect(fromAlice.every((frame) => frame.is !== "have" || (frame.tips ?? []).length === 0)).toBe(true);
    expect(bob.log.index.all().length).toBe(2);
    // The pair case: carol is a member and gets everything, alice's entries too.
    const carol = network.join(await invite(world, alice, "carol", HELPER));
    const late = network.join(await person(world, "carol", carol.who.keys, alice.log.caseId));
    network.connect(a, late);
    await network.pass(1000);
    expect(late.who.log.index.all().length).toBe(alice.log.index.all().length);
  });

  test("[FR1] AUTH that was given to another is worth nothing here", async () => {
    const { world, alice, bob } = await pair(4, true);
    const replies: Frame[] = [];
    const peer = createPeer({
      ...memberPorts(world, alice),
      other: "member",
      send: (bytes) => replies.push(...framesIn(bytes)),
    });
    const stolen: Frame[] = [];
    const honest = createPeer({
      ...memberPorts(world, bob),
      other: "member",
      send: (bytes) => stolen.push(...framesIn(bytes)),
    });
    peer.start();
    const [hello] = replies;
    if (hello?.is !== "hello") throw new Error("no hello");
    // mallory hands alice's challenge to bob under a name of her own, and bob's answer to alice.
    await honest.take(encodeFrame({ ...hello, node: zeros(16) }));
    const ask = encodeFrame({ is: "want", hashes: everything(alice).map(({ hash }) => hash), after: [] });
    for (const frame of stolen) await peer.take(encodeFrame(frame));
    await peer.take(ask);
    await peer.idle();
    expect(replies.some(({ is }) => is === "recs")).toBe(false);
    // The same words said to alice herself open the door.
    stolen.length = 0;
    const true_ = createPeer({
      ...memberPorts(world, bob),
      other: "member",
      send: (bytes) => stolen.push(...framesIn(bytes)),
    });
    await true_.take(encodeFrame(hello));
    for (const frame of stolen) await peer.take(encodeFrame(frame));
    await peer.take(ask);
    await peer.idle();
    expect(replies.filter(({ is }) => is === "recs").length).toBe(1);
  });

  test("[FR4] behind after five seconds, naming whose records wait; well again when the ancestor comes", async () => {
    const { world, alice, bob, network, a, b } = await pair(5);
    const [first] = await edit(world, alice, put("o1/a", 1));
    const [second] = await edit(world, alice, put("o1/b", 2));
    if (first === undefined || second === undefined) throw new Error("not written");
    const replies: Frame[] = [];
    let time = 0;
    const peer = createPeer({
      ...memberPorts(world, bob),
      other: "member",
      now: () => time,
      send: (bytes) => replies.push(...framesIn(bytes)),
    });
    await peer.take(encodeFrame({ is: "hello", from: 1, to: 1, node: zeros(16), challenge: zeros(32) }));
    await peer.take(encodeFrame({ is: "recs", records: [second.bytes] }));
    expect(replies.at(-1)).toEqual({ is: "want", hashes: [first.hash], after: [] });
    time = 4999;
    await peer.tick();
    expect(peer.state.get().behind).toEqual([]);
    time = 5000;
    await peer.tick();
    expect(peer.state.get().behind).toEqual([{ device: alice.keys.id, missing: [first.hash] }]);
    await peer.take(encodeFrame({ is: "recs", records: [first.bytes] }));
    await peer.tick();
    expect(peer.state.get().behind).toEqual([]);
    expect([network.now(), a.who.name, b.who.name]).toEqual([0, "alice", "bob"]);
  });

  test("[AC2] a record whose signature was broken on the way is asked for once more", async () => {
    const { world, alice, bob } = await pair(6);
    const [record] = await edit(world, alice, put("o1/a", 1));
    if (record === undefined) throw new Error("not written");
    const replies: Frame[] = [];
    const peer = createPeer({
      ...memberPorts(world, bob),
      other: "member",
      send: (bytes) => replies.push(...framesIn(bytes)),
    });
    const broken = record.bytes.slice();
    broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1;
    await peer.take(encodeFrame({ is: "recs", records: [broken] }));
    await peer.take(encodeFrame({ is: "recs", records: [broken] }));
    expect(replies).toEqual([{ is: "want", hashes: [record.hash], after: [] }]);
    await peer.take(encodeFrame({ is: "recs", records: [record.bytes] }));
    expect(bob.log.index.get(record.hash)).toBeDefined();
  });
});

test("[AC2, FR4] what comes with a bad signature twice is not asked for a third time; what stands on it is behind, and live is said; a good copy mends it", async () => {
  const { world, alice, bob } = await pair(10);
  const [first] = await edit(world, alice, put("o1/a", 1));
  const [second] = await edit(world, alice, put("o1/b", 2));
  if (first === undefined || second === undefined) throw new Error("not written");
  const replies: Frame[] = [];
  let time = 0;
  const peer = createPeer({
    ...memberPorts(world, bob),
    other: "member",
    now: () => time,
    send: (bytes) => replies.push(...framesIn(bytes)),
  });
  const wants = (): readonly Frame[] => replies.splice(0).filter(({ is }) => is === "want");
  const tips = tipsOf(alice.log.index.graph.nodes());
  const have = encodeFrame({ is: "have", count: 4, digest: await digestOf(tips), tips, signed: undefined });
  const broken = first.bytes.slice();
  broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1;
  const recs = encodeFrame({ is: "recs", records: [broken, second.bytes] });
  await peer.take(encodeFrame({ is: "hello", from: 1, to: 1, node: zeros(16), challenge: zeros(32) }));
  await peer.take(have);
  expect(wants()).toEqual([{ is: "want", hashes: [], after: [{ log: alice.author.log, seq: 2 }] }]);
  await peer.take(recs);
  // As the ancestor of the second, and as noise.
  expect(wants()).toEqual([{ is: "want", hashes: [first.hash, first.hash], after: [] }]);
  expect(peer.state.get().is).toBe("syncing");
  await peer.take(recs);
  time = 30_000;
  await peer.tick();
  await peer.take(have);
  expect(wants()).toEqual([]);
  expect(peer.state.get().is).toBe("live");
  expect(peer.state.get().behind).toEqual([{ device: alice.keys.id, missing: [first.hash] }]);
  await peer.take(encodeFrame({ is: "recs", records: [first.bytes] }));
  await peer.tick();
  expect([peer.state.get().is, peer.state.get().behind]).toEqual(["live", []]);
  expect(bob.log.index.get(second.hash)).toBeDefined();
});

describe("a relay", () => {
  const relayNamed = (byte: number): Bytes => zeros(16).fill(byte);
  async function withRelay(seed: number, marks?: RelayMarks) {
    const { world, alice } = await pair(seed);
    const records = await edit(world, alice, put("o1/a", 1));
    const outbox = new Set<RecordHash>(records.map(({ hash }) => hash));
    const said: Frame[] = [];
    const remembered: RelayMarks[] = [];
    const ports = memberPorts(world, alice);
    const peer = createPeer({
      ...ports,
      other: "relay",
      send: (bytes) => said.push(...framesIn(bytes)),
      remember: (to) => remembered.push(to),
      of: {
        ...ports.of,
        outbox: async () => [...outbox],
        acknowledged: async (hashes) => hashes.forEach((hash) => outbox.delete(hash)),
      },
      ...(marks === undefined ? {} : { marks }),
    });
    const greet = async (byte: number): Promise<void> => {
      peer.start();
      await peer.take(encodeFrame({ is: "hello", from: 1, to: 1, node: relayNamed(byte), challenge: zeros(32) }));
    };
    const have = async (count: number): Promise<void> => {
      const tips = tipsOf(alice.log.index.graph.nodes().slice(0, count));
      const digest = await digestOf(tips);
      await peer.take(encodeFrame({ is: "have", count, digest, tips, signed: undefined }));
      await peer.idle();
    };
    return { alice, records, outbox, said, remembered, peer, greet, have };
  }

  test("[I7] the outbox is sent first of all; a record leaves it only by a durable ACK under the relay's own name", async () => {
    const { records, outbox, said, peer, greet, have, alice, remembered } = await withRelay(7);
    await greet(1);
    expect(said.map(({ is }) => is)).toEqual(["hello", "auth", "sub"]);
    await have(2);
    const sent = said.find((frame) => frame.is === "recs");
    expect(sent?.is === "recs" && sent.records.length).toBe(1);
    const hashes = records.map(({ hash }) => hash);
    const ack = { is: "ack", durable: true, node: relayNamed(1), hashes } as const;
    await peer.take(encodeFrame({ ...ack, durable: false }));
    await peer.take(encodeFrame({ ...ack, node: relayNamed(2) }));
    await peer.take(encodeFrame({ is: "nack", code: "disk", hashes }));
    expect([outbox.size, [...peer.state.get().notTaken.values()], remembered]).toEqual([1, ["disk"], []]);
    await peer.take(encodeFrame(ack));
    expect([outbox.size, peer.state.get().notTaken.size]).toEqual([0, 0]);
    // genesis, the admit, the edit.
    expect(remembered).toEqual([{ relay: toHex(relayNamed(1)), marks: new Map([[alice.author.log, 3]]) }]);
  });

  test("[I12, S5] a relay of another name, or with less than it acknowledged, is reported and gets everything it asks for", async () => {
    const first = await withRelay(8);
    const log = first.alice.author.log;
    const marks = { relay: toHex(relayNamed(1)), marks: new Map([[log, 3]]) };
    const same = await withRelay(8, marks);
    await same.greet(1);
    await same.have(3);
    expect(same.peer.state.get().rolledBack).toBeUndefined();
    const less = await withRelay(8, marks);
    await less.greet(1);
    await less.have(2);
    expect(less.peer.state.get().rolledBack).toBe("less");
    const other = await withRelay(8, marks);
    await other.greet(2);
    expect(other.peer.state.get().rolledBack).toBe("new_relay");
    await other.have(0);
    await other.peer.take(encodeFrame({ is: "want", hashes: [], after: [{ log, seq: 0 }] }));
    await other.peer.idle();
    // The outbox, which holds one, and the two before it.
    expect(other.said.map((frame) => (frame.is === "recs" ? frame.records.length : 0)).filter((n) => n > 0)).toEqual([
      1, 2,
    ]);
  });

  test("[FR1] a relay of a newer kind only, or one that refuses, is said so; nothing more is sent", async () => {
    const { said, peer, have } = await withRelay(9);
    await peer.take(encodeFrame({ is: "hello", from: 2, to: 3, node: relayNamed(1), challenge: zeros(32) }));
    expect([said.at(-1), peer.state.get().is]).toEqual([{ is: "bye", code: "version" }, "refused"]);
    await have(0);
    expect(said.length).toBe(1);
    const again = await withRelay(9);
    await again.greet(1);
    await again.peer.take(encodeFrame({ is: "nack", code: "not_member", hashes: [] }));
    expect([again.peer.state.get().is, again.peer.state.get().code]).toEqual(["refused", "not_member"]);
  });
});
