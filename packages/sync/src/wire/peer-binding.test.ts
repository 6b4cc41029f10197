/** AUTH on a direct way is tied to both certificates: who sits in between has others, and is served nothing (FR1). */
import { expect, test } from "vitest";
import type { Bytes } from "../log/bytes.ts";
import { HELPER } from "../log/entry.ts";
import { createWorld, edit, found, invite, put } from "../log/people.fixture.ts";
import { twoPeers } from "./two-peers.fixture.ts";

/** How many records bob has after alice and he have talked, each with what he takes for the two certificates. */
async function afterTalk(mine: Bytes | undefined, his: Bytes | undefined): Promise<readonly [number, number]> {
  const world = createWorld({ seed: 1301, sealed: true });
  const { alice } = await found(world);
  const bob = await invite(world, alice, "bob", HELPER);
  await edit(world, alice, put("x", 1));
  const { ends, pump } = twoPeers(world, [alice, bob], (who) => {
    const binding = who === alice ? mine : his;
    return binding === undefined ? {} : { binding };
  });
  for (const end of ends) end.start();
  await pump();
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
