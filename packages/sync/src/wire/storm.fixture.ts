/**
 * Storms, for tests: four people on a network that loses, doubles, delays and cuts, at random. Each answers what is wrong in the end, which should be nothing.
 */
import { HELPER, VIEWER } from "../log/entry.ts";
import { below, createWorld, edit, found, invite, put, stateOf, type WorldOptions } from "../log/people.fixture.ts";
import { createNetwork, type Through, type Wire } from "./network.fixture.ts";

export interface StormOptions extends WorldOptions {
  /** Puts a fault between a person's program and the network. */
  readonly message?: Through;
}

export async function stormy(options: StormOptions): Promise<readonly string[]> {
  const { seed, message } = options;
  const world = createWorld(options);
  const { alice } = await found(world);
  const people = [alice];
  for (const [name, level] of [
    ["bob", HELPER],
    ["carol", HELPER],
    ["vera", VIEWER],
  ] as const)
    people.push(await invite(world, alice, name, level));
  const network = createNetwork(world, message);
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
