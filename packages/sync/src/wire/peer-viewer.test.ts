/**
 * Somebody who may only look, with a client of his own, at another member: what he writes is judged by the log like anybody's and is of no use,
 * while he is told everything (RL2 says the same of a relay).
 */
import { expect, test } from "vitest";
import { HELPER, VIEWER } from "../log/entry.ts";
import { RULES } from "../log/full-rules.ts";
import {
  admit,
  createWorld,
  edit,
  everything,
  found,
  invite,
  lower,
  person,
  put,
  stateOf,
  sync,
  type Person,
  type World,
} from "../log/people.fixture.ts";
import { encodeFrame, type Frame } from "./frame.ts";
import { createNetwork } from "./network.fixture.ts";
import { createPeer, type Peer } from "./peer.ts";
import { framesIn, memberPorts } from "./two-peers.fixture.ts";

/** alice's end, greeted by vera with her good keys; what alice says from then on. */
async function greeted(world: World, alice: Person, vera: Person) {
  const said: Frame[] = [];
  const peer: Peer = createPeer({ ...memberPorts(world, alice), send: (bytes) => said.push(...framesIn(bytes)) });
  const hers: Uint8Array[] = [];
  const client = createPeer({ ...memberPorts(world, vera), send: (bytes) => hers.push(bytes) });
  peer.start();
  client.start();
  const [hello] = said;
  if (hello?.is !== "hello") throw new Error("no hello");
  await client.take(encodeFrame(hello));
  for (const message of hers) await peer.take(message);
  return { peer, said };
}

test("[ME3, S3, AC1] a raw client with a viewer's keys: its edits are not in force, not shown, not handed on and not asked for again", async () => {
  const world = createWorld({ seed: 81 });
  const { alice } = await found(world);
  const bob = await invite(world, alice, "bob", HELPER);
  const vera = await invite(world, alice, "vera", HELPER);
  await edit(world, alice, put("o1/title", "alice"));
  // She is put down to viewer and leaves that out of her own log: her client goes on as if she could write.
  await lower(world, alice, vera, VIEWER);
  const forged = await edit(world, vera, put("o1/title", "vera"));
  const before = stateOf(alice.view.doc());
  const { peer, said } = await greeted(world, alice, vera);
  said.length = 0;
  await peer.take(encodeFrame({ is: "recs", records: forged.map(({ bytes }) => bytes) }));
  await peer.idle();
  alice.view.catchUp();
  expect(stateOf(alice.view.doc())).toBe(before);
  expect(forged.map(({ hash }) => alice.log.standings().of(hash))).toEqual(["masked"]);
  expect(said.filter(({ is }) => is === "want")).toEqual([]);
  // bob, to whom alice hands everything on, does not see it either.
  await bob.log.receive(everything(alice).map(({ bytes }) => bytes));
  bob.view.catchUp();
  expect(stateOf(bob.view.doc())).toBe(before);
});

test("[ME3, S3, AC1] who never was more than a viewer, with a client that asks no rules: refused for ever; a helper's is taken", async () => {
  for (const [level, isTaken] of [
    [VIEWER, false],
    [HELPER, true],
  ] as const) {
    const world = createWorld({ seed: 82 });
    const { alice, caseId } = await found(world);
    const keys = await world.device();
    await admit(world, alice, keys, level);
    const lawless = { ...world, rules: { ...RULES, admitted: () => undefined } };
    const vera = await person(lawless, "vera", keys, caseId);
    await sync(alice, vera);
    const [record] = await edit(lawless, vera, put("o1/title", "vera"));
    if (record === undefined) throw new Error("nothing written");
    const { peer, said } = await greeted(world, alice, vera);
    said.length = 0;
    for (let n = 0; n < 2; n++) await peer.take(encodeFrame({ is: "recs", records: [record.bytes] }));
    await peer.idle();
    alice.view.catchUp();
    expect(stateOf(alice.view.doc()).includes("vera")).toBe(isTaken);
    expect(alice.log.index.get(record.hash) !== undefined).toBe(isTaken);
    expect(alice.log.inadmissible().has(record.hash)).toBe(!isTaken);
    expect(said.filter(({ is }) => is === "want")).toEqual([]);
  }
});

test("[FR1, ME3] a viewer is served by a member: what is there already, and what is written while both are linked", async () => {
  const world = createWorld({ seed: 83 });
  const { alice, caseId } = await found(world);
  const keys = await world.device();
  await edit(world, alice, put("o1/title", "before"));
  await admit(world, alice, keys, VIEWER);
  const vera = await person(world, "vera", keys, caseId);
  const network = createNetwork(world);
  const [a, v] = [network.join(alice), network.join(vera)];
  const { ends } = network.connect(a, v);
  await network.pass(1000);
  expect(ends.map(({ state }) => state.get().is)).toEqual(["live", "live"]);
  expect(stateOf(vera.view.doc())).toBe(stateOf(alice.view.doc()));
  await network.write(a, () => edit(world, alice, put("o1/note", "while she looks")));
  await network.pass(1000);
  expect(stateOf(vera.view.doc())).toContain("while she looks");
});
