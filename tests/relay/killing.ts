/**
 * A relay that is killed under load, at random moments and at named points of a commit: what it had acknowledged and has not. The short test and
 * `pnpm test:long` differ in how often, and in nothing else.
 */
import { DatabaseSync } from "node:sqlite";
import { HELPER } from "@recourse/sync/log";
import { faster, foundOn, newDevice, openMember, sameState, until } from "./member.ts";
import { startKilledRelay, type RelayPlace } from "./relay-process.ts";

export type KillingOptions = {
  readonly place: RelayPlace;
  readonly kills: number;
  readonly seed: number;
  /** A relay with a planted fault: it acknowledges before it commits. */
  readonly early?: boolean;
  /** How long one thing may take. Units: ms. */
  readonly patience?: number;
};

export type Killing = {
  readonly died: number;
  /** Records in the file in the end. */
  readonly records: number;
  /** Acknowledged, by any life of the relay. */
  readonly acknowledged: number;
  readonly wrong: readonly string[];
};

/** Numbers from 0 to below 1: a linear congruence is enough to choose moments. */
const dice = (from: number) => {
  let state = from;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};

/** What the file holds, read by nobody but SQLite. */
const stored = (file: string): ReadonlySet<string> => {
  const database = new DatabaseSync(file);
  const whole = database.prepare("PRAGMA integrity_check").get()?.["integrity_check"];
  if (whole !== "ok") throw new Error(`the file is broken: ${String(whole)}`);
  const rows = database.prepare("SELECT lower(hex(hash)) AS hash FROM records").all();
  database.close();
  return new Set(rows.map(({ hash }) => String(hash)));
};

/** Two people write all the while. What is wrong ends the run at once, for a lost record would be sent again and hidden. */
export const killUnderLoad = async (options: KillingOptions): Promise<Killing> => {
  const { place, kills, seed, early = false, patience } = options;
  const random = dice(seed);
  const scheduler = faster(20);
  const start = (port: number, point: "before" | "after" | "never", count: number) =>
    startKilledRelay(place, port, point, count, early);
  const soon = (done: () => boolean, what: string): Promise<void> => until(done, what, patience);
  let relay = await start(0, "never", 0);
  const { port } = relay;
  const alice = await foundOn(scheduler);
  const keys = await newDevice();
  const links = [alice.link(port)];
  await soon(() => alice.acknowledged.size > 0, "founded");
  await alice.admit(keys, HELPER);
  const bob = await openMember(keys, alice.caseId, undefined, scheduler);
  links.push(bob.link(port));
  await soon(() => bob.session.log.index.all().length >= 2, "bob is in");
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
  const wrong: string[] = [];
  let died = 0;
  const end = async (records: number): Promise<Killing> => {
    load.abort();
    await Promise.all(writers);
    for (const link of links) link.close();
    relay.child.kill("SIGKILL");
    await relay.gone;
    return { died, records, acknowledged: acknowledged().length, wrong };
  };
  for (let n = 0; n < kills; n++) {
    const point = (["never", "before", "after"] as const)[n % 3] ?? "never";
    const before = acknowledged().length;
    if (point === "never") {
      await new Promise((go) => setTimeout(go, 20 + random() * 150));
      relay.child.kill("SIGKILL");
    }
    await relay.gone;
    died++;
    const held = stored(place.file);
    const lost = acknowledged().filter((hash) => !held.has(hash));
    if (lost.length > 0) wrong.push(`kill ${n}, ${point} the commit: ${lost.length} acknowledged records are lost`);
    if (lost.length > 0) return end(held.size);
    const next = (["never", "before", "after"] as const)[(n + 1) % 3] ?? "never";
    relay = await start(port, n + 1 < kills ? next : "never", 1 + Math.floor(random() * 4));
    // Each life but the shortest takes something in, else nothing would be tried.
    if (next === "never") await soon(() => acknowledged().length > before, "the new life acknowledges");
  }
  load.abort();
  await Promise.all(writers);
  await soon(() => sameState(alice, bob), "one document");
  await soon(() => acknowledged().length === alice.session.log.index.all().length, "everything acknowledged");
  const held = stored(place.file);
  const all = alice.session.log.index.all().map(({ node }) => node.hash);
  const outboxes = (await alice.outbox()) + (await bob.outbox());
  if (outboxes > 0) wrong.push(`${outboxes} records are still in an outbox`);
  // Each record once: the file has as many as the members, and they are the same.
  if (held.size !== all.length || !all.every((hash) => held.has(hash)))
    wrong.push(`the file has ${held.size} records, the members ${all.length}`);
  if (held.size <= kills) wrong.push("too little was written to try anything");
  return end(held.size);
};
