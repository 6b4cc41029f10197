/**
 * The order of system calls of a relay: no ACK leaves before the disk has been made to keep its record. `RECORDS` chooses how many. Skipped where there is
 * no strace; then nothing here has been shown.
 */
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { HELPER } from "@recourse/sync/log";
import { faster, foundOn, newDevice, openMember, until } from "./member.ts";
import { relayPlace, startKilledRelay, startRelay, type RelayPlace, type RelayProcess } from "./relay-process.ts";
import { ackOrderOf, hasStrace, isComplete, tracedInto, type AckOrder } from "./system-calls.ts";

const records = Number(process.env["RECORDS"] ?? 300);
const withStrace = hasStrace();
if (!withStrace) console.warn("SKIPPED [R3]: no strace here, so the order of writes and syncs was not looked at.");

/** alice writes, and bob with her, into a relay whose system calls are recorded. */
const traced = async (
  start: (place: RelayPlace, under: readonly string[]) => Promise<RelayProcess>,
  count: number,
  withBob: boolean,
): Promise<AckOrder> => {
  const place = await relayPlace();
  try {
    const file = join(place.site, "trace");
    const relay = await start(place, tracedInto(file));
    const scheduler = faster(20);
    const alice = await foundOn(scheduler);
    const links = [alice.link(relay.port)];
    await until(() => alice.acknowledged.size >= 1, "founded");
    const people = [alice];
    if (withBob) {
      const keys = await newDevice();
      await alice.admit(keys, HELPER);
      const bob = await openMember(keys, alice.caseId, undefined, scheduler);
      links.push(bob.link(relay.port));
      await until(() => bob.session.log.index.all().length >= 2, "bob is in");
      people.push(bob);
    }
    for (let n = 0; n < count; n += people.length)
      await Promise.all(people.map((who, m) => who.put(`o${n % 7}/title`, `${m}.${n}`)));
    const all = (): number => people.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
    await until(() => all() >= count + people.length, "all acknowledged", 60_000);
    for (const link of links) link.close();
    relay.child.kill("SIGTERM");
    await relay.gone;
    for (const end = Date.now() + 30_000; !(await isComplete(file)) && Date.now() < end;)
      await new Promise((go) => setTimeout(go, 20));
    return await ackOrderOf(createInterface({ input: createReadStream(file) }));
  } finally {
    await place.remove();
  }
};

test.skipIf(!withStrace)(
  `[R3, RL1] no ACK of ${records} records leaves before the sync of its data`,
  async () => {
    const { acknowledged, syncs, early } = await traced((place, under) => startRelay(place, 0, under), records, true);
    expect(early).toEqual([]);
    expect(acknowledged).toBeGreaterThanOrEqual(records);
    expect(syncs).toBeGreaterThan(0);
    console.log(`${acknowledged} ACKs, ${syncs} syncs`);
  },
  300_000,
);

test.skipIf(!withStrace)(
  "[R3, R1] planted: an early ack, before the commit: the order of calls shows it",
  async () => {
    // Its commit never comes to the count at which it would end itself.
    const early = (place: RelayPlace, under: readonly string[]): Promise<RelayProcess> =>
      startKilledRelay(place, 0, "before", 1e9, true, under);
    expect((await traced(early, 20, false)).early.length).toBeGreaterThan(0);
  },
  60_000,
);
