/**
 * Turmoil, for tests: two owner devices that take in, lower and put out at the same time, cloned profiles that fork their logs, removed people who write on.
 * Nobody need agree with anybody on the way; whoever has everything must agree with whoever else has.
 */
import { createDoc } from "../layout.ts";
import { createCaseView } from "./case-view.ts";
import { HELPER, OUT, OWNER, VIEWER } from "./entry.ts";
import { historyOf } from "./history.ts";
import {
  below,
  cloned,
  createWorld,
  edit,
  everything,
  found,
  invite,
  lower,
  newText,
  person,
  put,
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

/** What may be refused on the way: no key left, a level too low, a fork that has no place any more. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    if (!/no_key|level|refused|no text/.test(String(thrown))) throw thrown;
  }
}

async function step(world: World, people: Person[], owners: readonly Person[], n: number): Promise<void> {
  const { random } = world;
  const one = <T>(list: readonly T[]): T => {
    const each = list[below(random, list.length)];
    if (each === undefined) throw new Error("nobody");
    return each;
  };
  const [who, other, owner] = [one(people), one(people), one(owners)];
  const turn = random();
  if (turn < 0.3)
    await attempt(() => edit(world, who, (doc) => void text(doc).insert(below(random, 5), `<${who.name}${n}>`)));
  else if (turn < 0.45) await attempt(() => edit(world, who, put(`o${below(random, 3)}/title`, `${who.name}${n}`)));
  else if (turn < 0.5) await attempt(() => edit(world, who, (doc) => text(doc).delete(0, 2)));
  else if (turn < 0.6) await attempt(() => lower(world, owner, who, random() < 0.6 ? OUT : VIEWER));
  else if (turn < 0.64) await attempt(() => rotate(world, owner));
  else if (turn < 0.7) await attempt(async () => void people.push(await invite(world, owner, `guest${n}`, HELPER)));
  else if (turn < 0.76) await attempt(async () => void people.push(await cloned(world, who)));
  else {
    const some = everything(who).filter((record) => other.log.index.get(record.hash) === undefined && random() < 0.8);
    await take(other, shuffled(random, some));
  }
}

/** What is wrong in the end, which should be nothing. */
export async function turmoil(options: WorldOptions): Promise<readonly string[]> {
  const world = createWorld(options);
  const { random } = world;
  const { alice, recovery, caseId } = await found(world);
  await edit(world, alice, newText("n1/body", "start"));
  const tablet = await invite(world, alice, "tablet", OWNER);
  const people = [alice, tablet];
  for (const name of ["bob", "carol"]) people.push(await invite(world, alice, name, HELPER));
  await sync(alice, tablet);
  for (let n = 0; n < 40; n++) await step(world, people, [alice, tablet], n);
  const written = [...new Map(world.written.map((record) => [record.hash, record])).values()];
  const readers: Person[] = [];
  for (let n = 0; n < 3; n++) {
    const reader = await person(world, `reader${n}`, recovery, caseId);
    await inParts(world, reader, shuffled(random, [...written, ...written.slice(0, 10)]));
    readers.push(reader);
  }
  return readers.flatMap((reader) => differences(reader, readers[0] ?? reader));
}

/** Some at a time, the document brought up to date after each part. */
async function inParts(world: World, reader: Person, records: readonly SignedRecord[]): Promise<void> {
  for (let from = 0; from < records.length;) {
    const to = from + 1 + below(world.random, 12);
    await take(reader, records.slice(from, to));
    historyOf(reader.log);
    from = to;
  }
}

function differences(reader: Person, first: Person): readonly string[] {
  const wrong: string[] = [];
  const doc = reader.view.doc();
  if (stateOf(doc) !== stateOf(first.view.doc())) wrong.push(`${reader.name} sees another document`);
  if (stateOf(createCaseView(reader.log, createDoc).doc()) !== stateOf(doc))
    wrong.push(`${reader.name}'s document is not the view`);
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
    wrong.push(`${reader.name} has pending structs`);
  if (reader.log.waiting().length > 0) wrong.push(`${reader.name} waits`);
  // Another object is another log to the history: it is read anew.
  if (JSON.stringify(historyOf(reader.log)) !== JSON.stringify(historyOf({ ...first.log })))
    wrong.push(`${reader.name} tells another history`);
  const [mine, theirs] = [reader.log.standings(), first.log.standings()];
  for (const { node } of first.log.index.all())
    if (mine.of(node.hash) !== theirs.of(node.hash))
      wrong.push(`${reader.name} holds ${node.hash} for ${mine.of(node.hash)}`);
  const levels = (of: typeof mine): string =>
    JSON.stringify(
      [...of.membership.members.values()].map(({ device, level, rank }) => `${device}${level}${rank}`).toSorted(),
    );
  if (levels(mine) !== levels(theirs)) wrong.push(`${reader.name} knows other members`);
  const heads = (of: typeof mine): string => JSON.stringify(of.heads.map(({ hash }) => hash).toSorted());
  if (heads(mine) !== heads(theirs)) wrong.push(`${reader.name} has other heads`);
  return wrong;
}
