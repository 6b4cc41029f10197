/**
 * A relay that is killed under load, at random moments and at named points of a commit: nothing it acknowledged is lost. `KILLS` and `SEED` choose others.
 */
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HELPER } from "@recourse/sync/log";
import { faster, foundOn, newDevice, openMember, sameState, until } from "./member.ts";
import { relayPlace, startKilledRelay, type RelayPlace } from "./relay-process.ts";

const kills = Number(process.env["KILLS"] ?? 20);
const seed = Number(process.env["SEED"] ?? 1);
let place: RelayPlace;
beforeAll(async () => {
  place = await relayPlace();
});
afterAll(() => place.remove());

/** Numbers from 0 to below 1: a linear congruence is enough to choose moments. */
const dice = (from: number) => {
  let state = from;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};

/** What the file holds, read by nobody but SQLite. */
const stored = (): ReadonlySet<string> => {
  const database = new DatabaseSync(place.file);
  const whole = database.prepare("PRAGMA integrity_check").get()?.["integrity_check"];
  if (whole !== "ok") throw new Error(`the file is broken: ${String(whole)}`);
  const rows = database.prepare("SELECT lower(hex(hash)) AS hash FROM records").all();
  database.close();
  return new Set(rows.map(({ hash }) => String(hash)));
};

test(`[R2, I7, RL1] ${kills} kills under load: no acknowledged record is lost, all arrive in the end, once (seed ${seed})`, async () => {
  const random = dice(seed);
  const scheduler = faster(20);
  let relay = await startKilledRelay(place, 0, "never", 0);
  const { port } = relay;
  const alice = await foundOn(scheduler);
  const keys = await newDevice();
  const links = [alice.link(port)];
  await until(() => alice.acknowledged.size > 0, "founded");
  await alice.admit(keys, HELPER);
  const bob = await openMember(keys, alice.caseId, undefined, scheduler);
  links.push(bob.link(port));
  await until(() => bob.session.log.index.all().length >= 2, "bob is in");
  const load = new AbortController();
  let written = 0;
  const write = async (who: typeof alice): Promise<void> => {
    while (!load.signal.aborted) {
      await who.put(`o${written % 7}/title`, `${written++}`);
      await new Promise((go) => setTimeout(go, 15));
    }
  };
  const writers = [write(alice), write(bob)];
  const acknowledged = (): readonly string[] => [...alice.acknowledged, ...bob.acknowledged];
  let died = 0;
  for (let n = 0; n < kills; n++) {
    const point = (["never", "before", "after"] as const)[n % 3] ?? "never";
    const before = acknowledged().length;
    if (point === "never") {
      await new Promise((go) => setTimeout(go, 20 + random() * 150));
      relay.child.kill("SIGKILL");
    }
    await relay.gone;
    died++;
    const held = stored();
    const lost = acknowledged().filter((hash) => !held.has(hash));
    expect(lost, `kill ${n}`).toEqual([]);
    const next = (["never", "before", "after"] as const)[(n + 1) % 3] ?? "never";
    relay = await startKilledRelay(place, port, n + 1 < kills ? next : "never", 1 + Math.floor(random() * 4));
    // Each life but the shortest takes something in, else nothing would be tried.
    if (next === "never") await until(() => acknowledged().length > before, "the new life acknowledges");
  }
  load.abort();
  await Promise.all(writers);
  await until(() => sameState(alice, bob), "one document");
  await until(() => acknowledged().length === alice.session.log.index.all().length, "everything acknowledged");
  expect([await alice.outbox(), await bob.outbox()]).toEqual([0, 0]);
  const held = stored();
  // Each record once: the file has as many as the members, and they are the same.
  expect([...held].toSorted()).toEqual(
    alice.session.log.index
      .all()
      .map(({ node }) => node.hash)
      .toSorted(),
  );
  expect([died, held.size > kills]).toEqual([kills, true]);
  console.log(`${died} kills, ${held.size} records, all acknowledged`);
  for (const link of links) link.close();
  relay.child.kill("SIGKILL");
  await relay.gone;
}, 240_000);
