/** Evidence over a conversation of two members: it begins when both have said what they have, goes to members only, and ends with the way. */
import { expect, test } from "vitest";
import { ok } from "@recourse/core";
import { evidence, picture, shared, type Evidence, type Holder } from "../blobs/evidence.fixture.ts";
import type { Bytes } from "../log/bytes.ts";
import { OUT } from "../log/entry.ts";
import { bytesFrom, invite, lower, show } from "../log/people.fixture.ts";
import { decodeFrames } from "./frame.ts";
import { createPeer, type Peer } from "./peer.ts";

/** Two peers without anything between them but the loop. */
function talk({ world }: Evidence, a: Holder, b: Holder) {
  const said: string[] = [];
  const peers: Peer[] = [];
  let open = true;
  let under = Promise.resolve();
  const end = (of: Holder, mine: number): Peer =>
    createPeer({
      caseId: of.who.log.caseId,
      sealer: world.sealer,
      device: of.who.keys,
      other: "member",
      origin: "https://case.test",
      random: bytesFrom(world.random),
      ready: () => Promise.resolve(),
      now: () => 0,
      blobs: of.exchange,
      send: (message: Bytes) => {
        const read = decodeFrames(message);
        if (read.ok) said.push(...read.value.map(({ is }) => `${of.who.name} ${is}`));
        under = under.then(async () => {
          await new Promise((go) => setTimeout(go, 0));
          if (open) await peers[1 - mine]?.take(message);
        });
      },
      of: {
        log: of.who.log,
        receive: async (records) => {
          const receipt = await of.who.log.receive(records);
          await show(of.who);
          return ok(receipt);
        },
        outbox: async () => [],
        acknowledged: async () => undefined,
      },
    });
  peers.push(end(a, 0), end(b, 1));
  for (const peer of peers) peer.start();
  return {
    said,
    peers,
    quiet: async () => {
      for (let last: unknown; last !== under;) {
        last = under;
        await under;
        for (const { exchange } of [a, b]) {
          await exchange.tick();
          await exchange.idle();
        }
        await new Promise((go) => setTimeout(go, 5));
      }
    },
    cut: () => {
      open = false;
      for (const peer of peers) peer.leave();
    },
  };
}

test("[BL2, FR3] a helper who connects to a member gets the records and what they name; frames of evidence come after HAVE", async () => {
  const of = await evidence(31);
  const { alice, bob } = of;
  const hash = await shared(alice, picture(1, 5000));
  const line = talk(of, alice, bob);
  await line.quiet();
  expect(bob.exchange.state.get().get(hash)).toMatchObject({ is: "here" });
  const first = line.said.findIndex((each) => each === "alice bhave");
  expect(line.said.slice(0, first)).toContain("bob have");
  // The way is gone: nothing is asked of it any more.
  line.cut();
  const next = await shared(alice, picture(2, 5000));
  await of.spread(alice, bob);
  await line.quiet();
  expect(bob.exchange.state.get().get(next)).toMatchObject({ is: "missing", from: undefined });
});

test("[RL2, S4] who is put out while he is connected hears of no evidence and gets none from then on", async () => {
  const of = await evidence(32);
  const { world, alice, holder } = of;
  const mallory = holder(await invite(world, alice.who, "mallory", 2));
  const line = talk(of, alice, mallory);
  await line.quiet();
  const before = await shared(alice, picture(1, 500));
  await of.spread(alice, mallory);
  await line.quiet();
  expect(mallory.exchange.state.get().get(before)?.is).toBe("here");
  const count = line.said.length;
  await lower(world, alice.who, mallory.who, OUT);
  await shared(alice, picture(2, 500));
  await line.quiet();
  expect(line.said.slice(count).filter((each) => each.startsWith("alice b"))).toEqual([]);
});
