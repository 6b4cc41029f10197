/** Direct ways between members: how they come about, what goes over them, when they end. */
import { expect, test } from "vitest";
import { HELPER, OUT, VIEWER } from "../log/entry.ts";
import { cloned, createWorld, found, invite, lower, sync } from "../log/people.fixture.ts";
import { createSurroundings } from "./direct.fixture.ts";

async function two(seed: number) {
  const world = createWorld({ seed });
  const { alice } = await found(world);
  const bob = await invite(world, alice, "bob", HELPER);
  const around = createSurroundings(world);
  const [a, b] = [around.open(alice), around.open(bob)];
  return { world, alice, bob, around, a, b };
}

test("[FR6] two members who hear each other are joined; what is written crosses at once, both ways, with the relay gone", async () => {
  const { alice, bob, around, a, b } = await two(1201);
  await around.pass(2000);
  expect(a.links.state.get().joined).toEqual([bob.keys.id]);
  expect(b.links.state.get().joined).toEqual([alice.keys.id]);
  expect(around.offers()).toBe(1);
  around.relay = false;
  await a.write("a", 1);
  await b.write("b", 2);
  await around.pass(500);
  expect([a.reads("b"), b.reads("a")]).toEqual([2, 1]);
  // What they have they say, signed: "seen by" needs no relay.
  await around.pass(3000);
  expect([...a.links.state.get().seen.keys()]).toEqual([bob.keys.id]);
});

test("[FR5, FR6] who looks at what is heard over a direct way too", async () => {
  const { bob, around, a, b } = await two(1202);
  await around.pass(2000);
  around.relay = false;
  b.presence.say({ view: "case/1/matrix", typing: true });
  await around.pass(500);
  expect(a.presence.others.get().map(({ device, looks }) => [device, looks.view])).toEqual([
    [bob.keys.id, "case/1/matrix"],
  ]);
});

test("[FR6] without the relay nobody is found; when it is back they are", async () => {
  const { around, a } = await two(1203);
  around.relay = false;
  await around.pass(15_000);
  expect([a.links.state.get().joined.length, around.offers()]).toEqual([0, 0]);
  around.relay = true;
  await around.pass(13_000);
  expect(a.links.state.get().joined.length).toBe(1);
});

test("[FR6] an attempt that does not open is given up after six seconds and made anew, less and less often", async () => {
  const { around, a, b } = await two(1204);
  around.reachable = false;
  await around.pass(60_000);
  expect(a.links.state.get().joined).toEqual([]);
  // Each takes 6 s, with 1, 2, 4, 8, 16 s between them, and up to 10 s until the other is heard again: four to six in a minute.
  expect(around.offers()).toBeGreaterThanOrEqual(4);
  expect(around.offers()).toBeLessThanOrEqual(6);
  around.reachable = true;
  // The longest wait, and the other's word after it.
  await around.pass(72_000);
  expect([a.links.state.get().joined.length, b.links.state.get().joined.length]).toEqual([1, 1]);
});

test("[I10, FR6] who does not answer any more is let go, and joined again when he is back", async () => {
  const { around, a, b } = await two(1205);
  await around.pass(2000);
  around.deaf = true;
  // A ping each 2 s, an answer due within 5.
  await around.pass(9000);
  expect([a.links.state.get().joined, b.links.state.get().joined]).toEqual([[], []]);
  around.deaf = false;
  await around.pass(22_000);
  expect([a.links.state.get().joined.length, b.links.state.get().joined.length]).toEqual([1, 1]);
  await a.write("a", 1);
  await around.pass(500);
  expect(b.reads("a")).toBe(1);
});

test("[RE4, FR6] who is put out is let go within a second, hears nothing more and is not joined again", async () => {
  const { world, alice, bob, around, a, b } = await two(1206);
  await around.pass(2000);
  await lower(world, alice, bob, OUT);
  await a.write("secret", 1);
  await around.pass(15_000);
  expect(a.links.state.get().joined).toEqual([]);
  expect(b.reads("secret")).toBeUndefined();
  expect(bob.log.index.all().length).toBeLessThan(alice.log.index.all().length);
});

test("[FR6] a viewer is joined too, and reads", async () => {
  const world = createWorld({ seed: 1207 });
  const { alice } = await found(world);
  const vera = await invite(world, alice, "vera", VIEWER);
  const around = createSurroundings(world);
  const [a, v] = [around.open(alice), around.open(vera)];
  await around.pass(2000);
  around.relay = false;
  await a.write("a", 1);
  await around.pass(500);
  expect(v.reads("a")).toBe(1);
});

test("[FR6] three of them are joined each with each; what one hears while the others are apart he hands on", async () => {
  const { world, alice, around, a, b } = await two(1208);
  const carol = await invite(world, alice, "carol", HELPER);
  await sync(alice, b.who);
  const c = around.open(carol);
  await around.pass(13_000);
  expect([a, b, c].map(({ links }) => links.state.get().joined.length)).toEqual([2, 2, 2]);
  around.relay = false;
  await c.write("c", 3);
  await around.pass(3000);
  expect([a.reads("c"), b.reads("c")]).toEqual([3, 3]);
});

test("[FR6] tabs of one device are not joined: the browser has a shorter way", async () => {
  const { world, alice, around, a, b } = await two(1209);
  const twin = around.open(await cloned(world, alice));
  await around.pass(13_000);
  expect([a.links.state.get().joined, twin.links.state.get().joined]).toEqual([[b.who.keys.id], [b.who.keys.id]]);
});

test("[FR6] an offer that is for another session, or an answer to an attempt of before, opens nothing", async () => {
  const world = createWorld({ seed: 1210 });
  const { alice } = await found(world);
  const mallory = await invite(world, alice, "mallory", HELPER);
  const stranger = await world.device();
  const apart = createSurroundings(world);
  apart.relay = false;
  const tab = apart.open(alice);
  const description = {
    fragment: "abcd",
    password: "p".repeat(22),
    fingerprint: new Uint8Array(32),
    candidates: [{ priority: 1, address: "192.0.2.1", port: 9 }],
  };
  const attempt = new Uint8Array(8);
  const from = { device: mallory.keys.id, session: tab.presence.self.session };
  await tab.links.hear(from, { step: "offer", to: from, attempt, description });
  await tab.links.hear(from, { step: "answer", to: tab.presence.self, attempt, description });
  // Nor does anything that a stranger says.
  await tab.links.hear({ ...from, device: stranger.id }, { step: "here" });
  await apart.pass(1000);
  expect([tab.links.state.get().joined, apart.offers()]).toEqual([[], 0]);
});
