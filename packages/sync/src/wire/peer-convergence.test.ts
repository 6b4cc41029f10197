/** Four people on a network that loses, doubles, delays and cuts, at random. `SEED` and `SEEDS` choose other ones. */
import { expect, test } from "vitest";
import { HELPER, VIEWER } from "../log/entry.ts";
import { below, createWorld, edit, found, invite, put, stateOf } from "../log/people.fixture.ts";
import { createNetwork, type Wire } from "./network.fixture.ts";

const first = Number(process.env["SEED"] ?? 1);
const seedsOf = (count: number): readonly number[] =>
  Array.from({ length: Number(process.env["SEEDS"] ?? count) }, (_, n) => first + n);

/** What is wrong in the end. */
async function stormy(seed: number, sealed: boolean): Promise<readonly string[]> {
  const world = createWorld({ seed, sealed });
  const { alice } = await found(world);
  const people = [alice];
  for (const [name, level] of [
    ["bob", HELPER],
    ["carol", HELPER],
    ["vera", VIEWER],
  ] as const)
    people.push(await invite(world, alice, name, level));
  const network = createNetwork(world);
  const nodes = people.map(network.join);
  const wires = new Map<string, Wire>();
  const join = (n: number, m: number): void => {
    const [a, b] = [nodes[n], nodes[m]];
    wires.get(`${n}${m}`)?.cut();
    if (a !== undefined && b !== undefined) wires.set(`${n}${m}`, network.connect(a, b));
  };
  const pairs = [
    [0, 1],
    [1, 2],
    [2, 3],
    [0, 3],
  ] as const;
  network.faults = { drop: 0.15, twice: 0.15, delay: { least: 1, most: 80 } };
  for (const [n, m] of pairs) join(n, m);
  for (let step = 0; step < 16; step++) {
    const node = nodes[below(world.random, 3)];
    const key = `o${below(world.random, 3)}/title`;
    if (node !== undefined) await network.write(node, () => edit(world, node.who, put(key, `${seed}.${step}`)));
    const [n, m] = pairs[below(world.random, pairs.length)] ?? [0, 1];
    if (world.random() < 0.15) wires.get(`${n}${m}`)?.cut();
    if (world.random() < 0.15) join(n, m);
    if (world.random() < 0.5) await network.pass(100);
  }
  network.faults = { drop: 0, twice: 0, delay: { least: 1, most: 1 } };
  for (const [n, m] of pairs) join(n, m);
  await network.pass(3000);
  const wrong: string[] = [];
  const written = world.written.length;
  for (const { who } of nodes) {
    if (who.log.index.all().length !== written) wrong.push(`${who.name} lacks ${written - who.log.index.all().length}`);
    if (stateOf(who.view.doc()) !== stateOf(alice.view.doc())) wrong.push(`${who.name} sees something else`);
    if (who.log.waiting().length > 0) wrong.push(`${who.name} waits`);
    if (!who.log.index.all().every(({ node: { hash } }) => who.log.standings().of(hash) === "in_force"))
      wrong.push(`not all in force for ${who.name}`);
  }
  for (const { ends } of wires.values())
    if (ends.some(({ state }) => state.get().is !== "live")) wrong.push("a link is not live");
  return wrong;
}

test("[I1, R1] 200 stormy meetings: the same records, one document, every link live", async () => {
  for (const seed of seedsOf(200)) expect(await stormy(seed, false), `seed ${seed}`).toEqual([]);
}, 120_000);

test("[I1, R1] 20 stormy meetings with real ciphers", async () => {
  for (const seed of seedsOf(20)) expect(await stormy(seed, true), `seed ${seed}`).toEqual([]);
}, 120_000);
