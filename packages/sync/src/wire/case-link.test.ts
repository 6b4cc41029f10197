/** The link with a relay: it comes back, says when it is silent or refused, and lets go. Time by hand. */
import { expect, test } from "vitest";
import { zeros } from "../log/bytes.ts";
import { createMemoryLogStore } from "../log/log-store.ts";
import { bytesFrom } from "../log/people.fixture.ts";
import { settled, shared, type } from "../log/tabs.fixture.ts";
import { createManualScheduler } from "../scheduler.ts";
import { openCaseLink } from "./case-link.ts";
import { decodeFrames, encodeFrame, type Frame } from "./frame.ts";
import { createInbox, type Inbox } from "./transport.ts";

/** bob's tab with a link to a relay that the test plays. */
async function linked(seed: number) {
  const { world, device, bob, keys } = await shared(seed);
  const scheduler = createManualScheduler();
  const connections: { readonly inbox: Inbox; readonly said: Frame[] }[] = [];
  let time = 0;
  const link = openCaseLink({
    session: bob,
    store: createMemoryLogStore(device.rows, true),
    sealer: world.sealer,
    device: keys,
    origin: "https://case.test",
    // The middle of the dice: every wait is 0.75 + 128/512 = 1 times its length.
    random: (length) => (length === 1 ? Uint8Array.of(128) : bytesFrom(world.random)(length)),
    now: () => time,
    scheduler,
    marks: { read: () => undefined, write: () => undefined },
    connect: () => {
      const inbox = createInbox();
      const said: Frame[] = [];
      connections.push({ inbox, said });
      return {
        start: inbox.start,
        ready: () => Promise.resolve(),
        close: inbox.end,
        send: (message) => {
          const read = decodeFrames(message);
          if (read.ok) said.push(...read.value);
        },
      };
    },
  });
  const pass = async (ms: number): Promise<void> => {
    for (let n = 0; n < ms; n += 100) {
      time += 100;
      scheduler.advance(100);
    }
    await settled();
  };
  const hear = async (frame: Frame): Promise<void> => {
    connections.at(-1)?.inbox.message(encodeFrame(frame));
    for (let n = 0; n < 5; n++) await settled();
  };
  return { bob, link, connections, pass, hear };
}
const hello: Frame = { is: "hello", from: 1, to: 1, node: zeros(16), challenge: zeros(32) };

test("[I10] a link that breaks is tried again after 1, 2, 4 seconds, and at the latest after 30", async () => {
  const { link, connections, pass } = await linked(1);
  const waits: number[] = [];
  for (let n = 0; n < 7; n++) {
    const before = connections.length;
    connections.at(-1)?.inbox.end();
    expect(link.state.get().is).toBe("offline");
    let waited = 0;
    for (; connections.length === before && waited < 60_000; waited += 100) await pass(100);
    waits.push(waited);
  }
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  link.close();
  connections.at(-1)?.inbox.end();
  const before = connections.length;
  await pass(60_000);
  expect([connections.length, link.state.get().is]).toEqual([before, "ended"]);
});

test("[I10] a relay that owes an answer for five seconds is said to be silent; after twenty more the link is given up and tried anew", async () => {
  const { link, connections, pass, hear } = await linked(2);
  // Ticks are a second apart: the fifth sees five seconds.
  await pass(4900);
  expect(link.state.get().silent).toBe(false);
  await pass(200);
  expect(link.state.get().silent).toBe(true);
  await hear(hello);
  expect(link.state.get().silent).toBe(false);
  await pass(15_000);
  expect(connections.at(-1)?.said.some(({ is }) => is === "ping")).toBe(true);
  await pass(6000);
  expect([link.state.get().silent, connections.length]).toEqual([true, 1]);
  await pass(22_000);
  expect(connections.length).toBeGreaterThan(1);
  link.close();
});

test("[I7] what is sealed goes out at once when the link is up, and lies in the outbox until it is acknowledged", async () => {
  const { bob, link, connections, hear } = await linked(3);
  await hear(hello);
  await hear({ is: "have", count: 0, digest: zeros(32), tips: [], signed: undefined });
  const said = (): number =>
    (connections.at(-1)?.said ?? []).reduce((sum, frame) => sum + (frame.is === "recs" ? frame.records.length : 0), 0);
  expect(said()).toBe(0);
  type(bob, " x");
  await bob.flush();
  await settled();
  expect(said()).toBe(1);
  connections.at(-1)?.inbox.end();
  link.close();
});

test("[RL2] who is refused is told why, and it stays in sight while it is tried again", async () => {
  const { link, connections, pass, hear } = await linked(4);
  await hear(hello);
  await hear({ is: "nack", code: "not_member", hashes: [] });
  expect([link.state.get().is, link.state.get().code]).toEqual(["refused", "not_member"]);
  await pass(1000);
  expect(connections.length).toBe(2);
  link.close();
});
