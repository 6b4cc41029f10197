/**
 * Histories at random, for tests: people who edit, meet and miss each other. Each answers what is wrong in the end, which should be nothing.
 */
import * as Y from "yjs";
import { createDoc } from "../layout.ts";
import { createCaseView } from "./case-view.ts";
import { HELPER, OUT, VIEWER } from "./entry.ts";
import {
  below,
  createWorld,
  edit,
  flipped,
  forged,
  found,
  invite,
  localUpdate,
  lower,
  newText,
  person,
  rotate,
  shuffled,
  stateOf,
  sync,
  take,
  text,
  type Person,
  type World,
  type WorldOptions,
} from "./people.fixture.ts";
import type { SignedRecord } from "./signed-record.ts";

const TEXTS = ["n0/body", "n1/body"];

/** One edit of any kind; `tag` is what can be searched for later. */
async function editAtRandom(world: World, who: Person, tag: string): Promise<readonly SignedRecord[]> {
  const { random } = world;
  const turn = random();
  const key = TEXTS[below(random, TEXTS.length)] ?? "";
  return edit(world, who, (doc) => {
    const of = text(doc, key);
    if (turn < 0.35) doc.getMap("order").set(`o${below(random, 4)}/title`, tag);
    else if (turn < 0.8 || of.length < 4) of.insert(below(random, of.length + 1), `<${tag}>`);
    else of.delete(below(random, of.length - 3), 3);
  });
}

/** A part of what `from` has and `to` has not, in any order, some twice, some lost. */
async function meet(world: World, from: Person, to: Person, most = 1): Promise<void> {
  const { random } = world;
  const some = from.log.index
    .all()
    .map(({ record }) => record)
    .filter(({ hash }) => to.log.index.get(hash) === undefined && random() < most);
  const twice = some.filter(() => random() < 0.2);
  const bytes = shuffled(random, [...some, ...twice]).flatMap((record) =>
    // Now and then a copy comes first whose signature has a flipped bit.
    random() < 0.05
      ? [flipped(record.bytes, record.bytes.length - 1 - below(random, 60)), record.bytes]
      : [record.bytes],
  );
  const cut = below(random, bytes.length + 1);
  for (const part of [bytes.slice(0, cut), bytes.slice(cut)]) await to.log.receive(part);
  await take(to, []);
}

async function meetAll(world: World, people: readonly Person[]): Promise<void> {
  for (let round = 0; round < 3; round++)
    for (const from of people) for (const to of people) if (from !== to) await meet(world, from, to);
}

/** What everyone must agree on, and what no document may have. */
async function disagreements(world: World, people: readonly Person[], reader: Person): Promise<readonly string[]> {
  const wrong: string[] = [];
  await take(reader, shuffled(world.random, world.written));
  const state = stateOf(reader.view.doc());
  for (const who of [...people, reader]) {
    const doc = who.view.doc();
    if (stateOf(doc) !== state) wrong.push(`${who.name} sees another document`);
    if (stateOf(createCaseView(who.log, createDoc).doc()) !== stateOf(doc))
      wrong.push(`${who.name}'s document is not the view of the log`);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
      wrong.push(`${who.name} has pending structs`);
    if (who.log.waiting().length > 0) wrong.push(`${who.name} waits for records`);
    for (const { node } of reader.log.index.all())
      if (who.log.standings().of(node.hash) !== reader.log.standings().of(node.hash))
        wrong.push(`${who.name} holds ${node.hash} for another`);
  }
  return wrong;
}

/** Honest people only: everything written is in force for everyone, whatever was lost, doubled or late on the way. */
export async function honestHistory(options: WorldOptions): Promise<readonly string[]> {
  const world = createWorld(options);
  const { random } = world;
  const { alice, caseId } = await found(world);
  for (const key of TEXTS) await edit(world, alice, newText(key, "start"));
  const people = [alice];
  for (const name of ["bob", "carol", "dave"]) people.push(await invite(world, alice, name, HELPER));
  for (let step = 0; step < 24; step++) {
    const who = people[below(random, people.length)] ?? alice;
    const turn = random();
    if (turn < 0.6) await editAtRandom(world, who, `${who.name}${step}`);
    else if (turn < 0.65) await rotate(world, alice);
    else await meet(world, people[below(random, people.length)] ?? alice, who, random());
  }
  await meetAll(world, people);
  const reader = await person(world, "reader", alice.keys, caseId);
  const wrong = [...(await disagreements(world, people, reader))];
  for (const { hash } of world.written)
    if (reader.log.standings().of(hash) !== "in_force") wrong.push(`${hash} is not in force`);
  return [...wrong, ...lostLetters(reader, world.written)];
}

export interface RemovalOptions extends WorldOptions {
  /** The relay is on her side: it hands bob whatever was written, hers too, and keeps the removal from him. */
  readonly relay?: boolean;
}

/** mallory is removed while bob is away; she goes on, back-dates, and hands all of it to bob, who builds on it. carol knows. */
export async function removalHistory(options: RemovalOptions): Promise<readonly string[]> {
  const world = createWorld(options);
  const { random } = world;
  const { alice, caseId } = await found(world);
  for (const key of TEXTS) await edit(world, alice, newText(key, "start"));
  const bob = await invite(world, alice, "bob", HELPER);
  const carol = await invite(world, alice, "carol", HELPER);
  const mallory = await invite(world, alice, "mallory", HELPER);
  const people = [alice, bob, carol, mallory];
  for (const who of people) await sync(alice, who);
  for (let step = 0; step < 16; step++) {
    const who = people[below(random, 4)] ?? alice;
    await editAtRandom(world, who, `${who.name}${step}`);
    if (random() < 0.5) await meet(world, people[below(random, 4)] ?? alice, who);
  }
  const before = new Set(world.written.map(({ hash }) => hash));
  const removal = await lower(world, alice, mallory, OUT);
  // What of hers alice had not seen is beside the cut too.
  const kept = new Set(alice.log.index.all().map(({ node }) => node.hash));
  await sync(alice, carol);
  for (let step = 0; step < 8; step++) {
    if (random() < 0.4) await backDated(world, mallory, step);
    else await editAtRandom(world, mallory, `EVIL${step}`);
    if (random() < 0.5) await meet(world, mallory, bob);
    if (random() < 0.7) await editAtRandom(world, bob, `bob-late${step}`);
    if (random() < 0.5) await editAtRandom(world, alice, `alice-late${step}`);
    if (random() < 0.3) await sync(alice, carol);
    if (options.relay === true) await withhold(world, bob, removal);
  }
  await sync(alice, bob);
  await editAtRandom(world, bob, "bob-aware");
  const honest = [alice, bob, carol];
  for (const record of world.written) await alice.log.receive([record.bytes]);
  await take(alice, []);
  await meetAll(world, honest);
  const reader = await person(world, "reader", alice.keys, caseId);
  const wrong = [...(await disagreements(world, honest, reader))];
  const state = stateOf(alice.view.doc());
  if (state.includes("EVIL")) wrong.push(`her later edits show: ${state}`);
  const fromHer = (record: SignedRecord): boolean => record.head.device === mallory.keys.id;
  for (const record of world.written) {
    const standing = alice.log.standings().of(record.hash);
    if (!fromHer(record) && standing !== "in_force") wrong.push(`an honest record is ${standing}`);
    if (fromHer(record) && !before.has(record.hash) && standing === "in_force")
      wrong.push("a later record of hers is in force");
    if (fromHer(record) && kept.has(record.hash) && standing !== "in_force")
      wrong.push("what she wrote before is gone");
  }
  return [...wrong, ...lostLetters(alice, world.written)];
}

/** A part of all there is, in any order, without one record: what stands on that waits. */
async function withhold(world: World, from: Person, hidden: SignedRecord): Promise<void> {
  const some = world.written.filter(
    ({ hash }) => hash !== hidden.hash && from.log.index.get(hash) === undefined && world.random() < 0.7,
  );
  await take(from, shuffled(world.random, some));
}

/** A record of hers in a session of its own that knows nothing newer than some record from before the cut, with a clock of long ago. */
async function backDated(world: World, mallory: Person, step: number): Promise<readonly SignedRecord[]> {
  const { keys, log } = mallory;
  const all = log.index.all().map(({ record }) => record);
  const admitted = all.findIndex(({ hash }) => log.index.admits(keys.id).some(({ node }) => node.hash === hash));
  const then = await person(world, "mallory", keys, log.caseId);
  await take(then, all.slice(0, admitted + 1 + below(world.random, all.length - admitted)));
  const written = await edit(world, then, (doc) => {
    doc.getMap("order").set(`o${step % 4}/title`, `EVIL-dated${step}`);
    const of = text(doc, TEXTS[step % 2]);
    of.insert(below(world.random, of.length + 1), `<EVIL-dated${step}>`);
  });
  await take(mallory, written);
  return written;
}

/** Letters in force that nothing in force deletes, and that are not in the document. */
function lostLetters(who: Person, written: readonly SignedRecord[]): readonly string[] {
  const gone = new Set<string>();
  const meant: string[] = [];
  for (const { hash } of written) {
    const of = who.log.index.get(hash);
    if (of?.content.is !== "update" || who.log.standings().of(hash) !== "in_force") continue;
    const { structs, ds } = Y.decodeUpdate(of.content.update);
    for (const [client, ranges] of ds.clients)
      for (const { clock, len } of ranges) for (let n = 0; n < len; n++) gone.add(`${client}:${clock + n}`);
    for (const struct of structs)
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString)
        for (let n = 0; n < struct.length; n++) meant.push(`${struct.id.client}:${struct.id.clock + n}`);
  }
  const shown = new Set<string>();
  for (const [client, structs] of who.view.doc().store.clients)
    for (const struct of structs)
      if (struct instanceof Y.Item && !struct.deleted)
        for (let n = 0; n < struct.length; n++) shown.add(`${client}:${struct.id.clock + n}`);
  return meant.filter((id) => !gone.has(id) && !shown.has(id)).map((id) => `letter ${id} is lost`);
}

/** What people with programs of their own try: a viewer who writes, a helper who writes as alice, a fork shown half to each. */
export async function hostileHistory(options: WorldOptions): Promise<readonly string[]> {
  const world = createWorld(options);
  const { alice, caseId } = await found(world);
  await edit(world, alice, newText("n0/body", "start"));
  const bob = await invite(world, alice, "bob", HELPER);
  const mallory = await invite(world, alice, "mallory", HELPER);
  const vera = await invite(world, alice, "vera", VIEWER);
  for (const who of [bob, mallory]) await sync(alice, who);
  const asVera = localUpdate(vera.view.doc(), (doc) => doc.getMap("order").set("o1/title", "EVIL viewer"));
  vera.view.catchUp();
  const clone = await person(world, "mallory", mallory.keys, caseId);
  await sync(mallory, clone);
  clone.view.doc().clientID = alice.author.client;
  const asAlice = localUpdate(clone.view.doc(), (doc) => doc.getMap("order").set("o2/title", "EVIL as alice"));
  if (asVera === undefined || asAlice === undefined) throw new Error("nothing written");
  const attacks = [await forged(world, vera, {}, asVera), await forged(world, mallory, {}, asAlice)];
  // alice writes on under her own name.
  await edit(world, alice, (doc) => void doc.getMap("order").set("o2/title", "alice"));
  const wrong: string[] = [];
  for (const who of [alice, bob])
    for (const { is } of (await take(who, attacks)).verdicts)
      if (is === "admissible") wrong.push("an attack is admissible");
  world.written.push(...attacks);
  // Two bodies for mallory's first number: bob gets one, carol the other; bob writes on his.
  const carol = await invite(world, alice, "carol", HELPER);
  const twins = [];
  for (const letters of ["GOOD", "x"]) {
    const twin = await person(world, "mallory", mallory.keys, caseId, { session: "ab".repeat(8) });
    await sync(mallory, twin);
    twins.push(...(await edit(world, twin, (doc) => text(doc, "n0/body").insert(5, letters))));
  }
  const [good, other] = twins;
  if (good === undefined || other === undefined) throw new Error("no twins");
  await sync(alice, bob);
  await take(bob, [good]);
  await take(carol, [other]);
  await edit(world, bob, (doc) => text(doc, "n0/body").insert(7, "-bob-"));
  const people = [alice, bob, carol];
  await meetAll(world, people);
  const reader = await person(world, "reader", alice.keys, caseId);
  wrong.push(...(await disagreements(world, people, reader)));
  const state = stateOf(alice.view.doc());
  if (state.includes("EVIL")) wrong.push(`what nobody may write shows: ${state}`);
  if (!state.includes("alice")) wrong.push("alice's own edit is gone");
  return wrong;
}
