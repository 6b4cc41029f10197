/** Clocks that are wrong, by years and by jumps: what a clock says is advice, and nothing is ordered or judged by it (CO2). */
import { expect, test } from "vitest";
import type { DeviceKeys } from "./device-keys.ts";
import { HELPER } from "./entry.ts";
import { honestHistory, removalHistory } from "./histories.fixture.ts";
import { createWorld, edit, found, invite, newText, put, seeded, stateOf, sync, text } from "./people.fixture.ts";
import { findingsIn, seedsFrom } from "./seeds.fixture.ts";

const NOW = 1_760_000_000_000;
const TEN_YEARS = 10 * 365 * 86_400_000;

/** Another time whenever it is asked, within ten years on either side; back to it at once. */
const wild = (seed: number) => {
  const random = seeded(seed);
  return (): number => NOW + Math.round((random() * 2 - 1) * TEN_YEARS);
};

test("[R9, CO2] clocks that jump by up to ten years: the same histories end well", async () => {
  expect(await findingsIn(seedsFrom(1, 30), (seed) => honestHistory({ seed, clock: wild(seed) }))).toEqual([]);
  expect(await findingsIn(seedsFrom(1, 30), (seed) => removalHistory({ seed, clock: wild(seed) }))).toEqual([]);
}, 60_000);

/** alice and bob write apart; then both see what both wrote. `shift`: how wrong a clock is once the case is founded. */
async function afterMeeting(shift: (device: DeviceKeys, alice: DeviceKeys) => number): Promise<string> {
  let founder: DeviceKeys | undefined;
  const clock = (device: DeviceKeys): number => NOW + (founder === undefined ? 0 : shift(device, founder));
  const world = createWorld({ seed: 9, clock });
  const { alice } = await found(world);
  await edit(world, alice, newText("n1/body", "start"));
  const bob = await invite(world, alice, "bob", HELPER);
  founder = alice.keys;
  for (const who of [alice, bob])
    await edit(world, who, (doc) => {
      put("o1/title", who.name)(doc);
      text(doc).insert(0, who.name);
    });
  await sync(alice, bob);
  await sync(bob, alice);
  expect(stateOf(bob.view.doc())).toBe(stateOf(alice.view.doc()));
  return stateOf(alice.view.doc());
}

test("[R9, I1] ten years ahead or behind, nobody's edit wins by his clock", async () => {
  const right = await afterMeeting(() => 0);
  const ahead = await afterMeeting((device, alice) => (device.id === alice.id ? TEN_YEARS : -TEN_YEARS));
  const behind = await afterMeeting((device, alice) => (device.id === alice.id ? -TEN_YEARS : TEN_YEARS));
  expect([ahead, behind]).toEqual([right, right]);
  expect(right).toMatch(/alicebob|bobalice/);
});
