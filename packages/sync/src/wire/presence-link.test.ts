/** Frames of presence on their way: through a peer and through the link with a relay; who is told and who not. */
import { expect, test } from "vitest";
import { zeros, type Bytes } from "../log/bytes.ts";
import { HELPER, OUT } from "../log/entry.ts";
import { createMemoryLogStore } from "../log/log-store.ts";
import { bytesFrom, createWorld, found, invite, lower, type Person, type World } from "../log/people.fixture.ts";
import { settled, shared } from "../log/tabs.fixture.ts";
import { createManualScheduler } from "../scheduler.ts";
import { openCaseLink } from "./case-link.ts";
import { decodeFrames, encodeFrame, type Frame } from "./frame.ts";
import { createInbox } from "./transport.ts";
import { twoPeers } from "./two-peers.fixture.ts";

const word = (n: number): Bytes => Uint8Array.of(n, n, n);

/** alice's and bob's ends of one conversation; `pump` lets everything said come to its end. */
function joined(world: World, alice: Person, bob: Person) {
  const heard: [string, Bytes][] = [];
  const { ends, pump } = twoPeers(world, [alice, bob], ({ name }) => ({
    hearEph: async (sealed) => void heard.push([name, sealed]),
  }));
  return { a: ends[0], b: ends[1], heard, pump };
}

test("[FR5] two members hear what the other looks at once they know each other; whoever is put out is told nothing more", async () => {
  const world = createWorld({ seed: 951 });
  const { alice } = await found(world);
  const bob = await invite(world, alice, "bob", HELPER);
  const { a, b, heard, pump } = joined(world, alice, bob);
  a.start();
  b.start();
  // Before AUTH nobody knows who listens.
  a.sayEph(word(1));
  await pump();
  expect(heard).toEqual([]);
  a.sayEph(word(2));
  b.sayEph(word(3));
  await pump();
  expect(heard).toEqual([
    ["bob", word(2)],
    ["alice", word(3)],
  ]);
  await lower(world, alice, bob, OUT);
  a.sayEph(word(4));
  await pump();
  expect(heard).toHaveLength(2);
});

test("[FR5] over the link with a relay: nothing before its hello, then every word, and what others said comes in", async () => {
  const { world, device, bob, keys } = await shared(952);
  const inbox = createInbox();
  const said: Frame[] = [];
  const heard: Bytes[] = [];
  const link = openCaseLink({
    session: bob,
    store: createMemoryLogStore(device.rows, true),
    sealer: world.sealer,
    device: keys,
    origin: "https://case.test",
    random: bytesFrom(world.random),
    now: () => 0,
    scheduler: createManualScheduler(),
    marks: { read: () => undefined, write: () => undefined },
    hearEph: async (sealed) => void heard.push(sealed),
    connect: () => ({
      start: inbox.start,
      ready: () => Promise.resolve(),
      close: inbox.end,
      send: (message) => {
        const read = decodeFrames(message);
        if (read.ok) said.push(...read.value);
      },
    }),
  });
  const hear = async (frame: Frame): Promise<void> => {
    inbox.message(encodeFrame(frame));
    for (let n = 0; n < 5; n++) await settled();
  };
  link.sayEph(word(1));
  expect(said.map(({ is }) => is)).toEqual(["hello"]);
  await hear({ is: "hello", from: 1, to: 1, node: zeros(16), challenge: zeros(32) });
  link.sayEph(word(2));
  expect(said.filter(({ is }) => is === "eph")).toEqual([{ is: "eph", sealed: word(2) }]);
  await hear({ is: "eph", sealed: word(3) });
  expect(heard).toEqual([word(3)]);
  link.close();
  link.sayEph(word(4));
  expect(said.filter(({ is }) => is === "eph")).toHaveLength(1);
});
