/** What somebody has who has certain tips: the same as a walk through all of it. */
import { expect, test } from "vitest";
import { holdingsOf } from "./holdings.ts";
import { recordHash, type RecordHash } from "./log-ids.ts";
import { cloned, createWorld, edit, everything, found, invite, put, sync, take } from "./people.fixture.ts";

test("[FR3, FR2] tips stand for all that is below them, after a fork too; a tip that is not here stands for nothing", async () => {
  const world = createWorld({ seed: 5 });
  const { alice } = await found(world);
  const bob = await invite(world, alice, "bob", 2);
  const twin = await cloned(world, alice);
  const [left] = await edit(world, alice, put("o1/a", 1));
  const [right] = await edit(world, twin, put("o1/a", 2));
  await sync(alice, bob);
  const [over] = await edit(world, bob, put("o1/b", 3));
  for (const who of [twin, bob]) await take(alice, everything(who));
  if (left === undefined || right === undefined || over === undefined) throw new Error("not written");
  const { index } = alice.log;
  const all = index.all().map(({ node }) => node.hash);
  const walked = (tips: readonly RecordHash[]): ReadonlySet<RecordHash> => {
    const held = new Set(tips.filter((hash) => index.get(hash) !== undefined));
    for (const hash of held) for (const dep of index.graph.get(hash)?.deps ?? []) held.add(dep);
    return held;
  };
  const stranger = recordHash("ee".repeat(32));
  // Genesis, the admit, alice's edit, her twin's, bob's on hers.
  expect(all.length).toBe(5);
  expect(holdingsOf(index, [over, left]).size).toBe(4);
  for (const tips of [[], [stranger], [left.hash], [right.hash, stranger], [over.hash], [right.hash, over.hash], all]) {
    const held = holdingsOf(
      index,
      tips.map((hash) => ({ hash })),
    );
    const wanted = walked(tips);
    expect(held.size).toBe(wanted.size);
    expect(all.filter((hash) => held.has(hash))).toEqual(all.filter((hash) => wanted.has(hash)));
    expect(held.has(stranger)).toBe(false);
  }
});
