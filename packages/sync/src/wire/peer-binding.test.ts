/** AUTH on a direct way is tied to both certificates: who sits in between has others, and is served nothing (FR1). */
import { expect, test } from "vitest";
import { ok } from "@recourse/core";
import type { Bytes } from "../log/bytes.ts";
import { HELPER } from "../log/entry.ts";
import { bytesFrom, createWorld, edit, found, invite, put } from "../log/people.fixture.ts";
import { createPeer, type Peer } from "./peer.ts";

/** How many records bob has after alice and he have talked, each with what he takes for the two certificates. */
async function afterTalk(mine: Bytes | undefined, his: Bytes | undefined): Promise<readonly [number, number]> {
  const world = createWorld({ seed: 1301, sealed: true });
  const { alice } = await found(world);
  const bob = await invite(world, alice, "bob", HELPER);
  await edit(world, alice, put("x", 1));
  const queue: (() => Promise<void>)[] = [];
  const ends: Peer[] = [];
  for (const [n, who] of [alice, bob].entries()) {
    const binding = n === 0 ? mine : his;
    ends.push(
      createPeer({
        caseId: who.log.caseId,
        sealer: world.sealer,
        device: who.keys,
        other: "member",
        origin: "https://case.test",
        random: bytesFrom(world.random),
        now: () => 0,
        ready: () => Promise.resolve(),
        send: (message) => void queue.push(async () => ends[1 - n]?.take(message)),
        of: {
          log: who.log,
          receive: async (records) => ok(await who.log.receive(records)),
          outbox: async () => [],
          acknowledged: async () => undefined,
        },
        ...(binding === undefined ? {} : { binding }),
      }),
    );
  }
  for (const end of ends) end.start();
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    await next();
    for (const end of ends) await end.idle();
  }
  return [alice.log.index.all().length, bob.log.index.all().length];
}
const of = (byte: number): Bytes => new Uint8Array(64).fill(byte);

test("[FR1] the same certificates on both ends: bob is served; others, or none on one end: he is not", async () => {
  const [all, served] = await afterTalk(of(1), of(1));
  expect(served).toBe(all);
  for (const [mine, his] of [
    [of(1), of(2)],
    [of(1), undefined],
    [undefined, of(1)],
  ] as const) {
    const [whole, got] = await afterTalk(mine, his);
    expect(got).toBe(whole - 1);
  }
});
