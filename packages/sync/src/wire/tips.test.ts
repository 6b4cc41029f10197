/** Tips: what is said, what is asked for on hearing it, and that answers heal every difference. */
import { expect, test } from "vitest";
import { fromHex, toHex } from "../log/bytes.ts";
import { logCaseId } from "../log/log-ids.ts";
import { cloned, createWorld, edit, everything, found, invite, put, take } from "../log/people.fixture.ts";
import { answering, authText, digestOf, heapsOf, tipsOf, wantedOf } from "./tips.ts";

test("[FR2, FR3] one tip per log; after a fork of a log two; who asks for them gets what is missing, ancestors first", async () => {
  const world = createWorld({ seed: 3 });
  const { alice } = await found(world);
  const bob = await invite(world, alice, "bob", 2);
  const twin = await cloned(world, alice);
  await edit(world, alice, put("o1/a", 1));
  await edit(world, alice, put("o1/b", 2));
  await edit(world, twin, put("o1/a", 3));
  const before = tipsOf(bob.log.index.graph.nodes());
  // genesis and the admit are one log: bob has written nothing.
  expect(before.map(({ seq }) => seq)).toEqual([2]);
  const mine = tipsOf(alice.log.index.graph.nodes());
  const wanted = wantedOf(mine, before, (hash) => bob.log.index.get(hash) !== undefined);
  expect(wanted).toEqual({ hashes: [], after: [{ log: alice.author.log, seq: 2 }] });
  const sent = answering(alice.log.index.graph.nodes(), wanted);
  expect(sent.map((hash) => alice.log.index.get(hash)?.node.seq)).toEqual([3, 4]);
  await take(bob, everything(alice));
  // The twin's third record is no continuation of bob's fourth: asked for by its hash.
  const theirs = tipsOf(twin.log.index.graph.nodes());
  const fork = wantedOf(theirs, tipsOf(bob.log.index.graph.nodes()), (hash) => bob.log.index.get(hash) !== undefined);
  expect([fork.hashes, fork.after]).toEqual([[theirs[0]?.hash], []]);
  await take(bob, everything(twin));
  expect(tipsOf(bob.log.index.graph.nodes()).map(({ seq }) => seq)).toEqual([3, 4]);
  expect(
    wantedOf(
      theirs,
      before,
      () => false,
      () => true,
    ),
  ).toEqual({ hashes: [], after: [] });
});

test("[FR2] tips and digest of a graph that grows are those of the same nodes taken at once; what was answered before stays as it was", async () => {
  const world = createWorld({ seed: 4 });
  const { alice } = await found(world);
  const bob = await invite(world, alice, "bob", 2);
  const twin = await cloned(world, alice);
  await edit(world, alice, put("o1/a", 1));
  const nodes = alice.log.index.graph.nodes();
  const first = tipsOf(nodes);
  const digest = toHex(await digestOf(first));
  expect(first.map(({ seq }) => seq)).toEqual([3]);
  expect(tipsOf(nodes)).toBe(first);
  // A fork of her log comes in, a log of bob's, and what continues each of them.
  await edit(world, twin, put("o1/a", 2));
  await edit(world, twin, put("o1/b", 2));
  await edit(world, bob, put("o2/a", 3));
  await take(alice, everything(twin));
  await take(alice, everything(bob));
  const whole = tipsOf([...nodes]);
  expect(tipsOf(nodes)).toEqual(whole);
  // Of her log 3 and, of the twin, 4; of bob's 1.
  expect(whole.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual([1, 3, 4]);
  expect(await digestOf(tipsOf(nodes))).toEqual(await digestOf([...whole]));
  expect(first.map(({ seq }) => seq)).toEqual([3]);
  expect(toHex(await digestOf(first))).toBe(digest);
  expect(toHex(await digestOf(whole))).not.toBe(digest);
});

test("[FR1] AUTH signs label, origin with its length, node, case and challenge", () => {
  const text = authText({
    origin: "https://a.b",
    node: fromHex("a1".repeat(16)),
    caseId: logCaseId("ca".repeat(16)),
    challenge: fromHex("c2".repeat(32)),
  });
  // "case/auth/1\0", then 11 and "https://a.b".
  const label = "636173652f617574682f3100";
  expect(toHex(text)).toBe(`${label}0b68747470733a2f2f612e62${"a1".repeat(16)}${"ca".repeat(16)}${"c2".repeat(32)}`);
});

test("[RL3] records go in heaps that fit a message", () => {
  const big = new Uint8Array(262_144);
  expect(heapsOf([big, big, big, Uint8Array.of(1)]).map(({ length }) => length)).toEqual([2, 2]);
  expect(heapsOf(Array.from({ length: 600 }, () => Uint8Array.of(1))).map(({ length }) => length)).toEqual([512, 88]);
  expect(heapsOf([])).toEqual([]);
});
