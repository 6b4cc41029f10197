/**
 * The relay's process on PostgreSQL: killed under load, on a server that is killed, and beside another one. On a server of its own that is gone afterwards;
 * skipped where there is no PostgreSQL to start, and then nothing here has been shown. `SEED` chooses other moments.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { HELPER } from "@recourse/sync/log";
// @boundaries-ignore a server for tests, which the relay's own tests use as well
import { openCluster } from "../../apps/relay/src/postgres-cluster.fixture.ts";
import { faster, foundOn, newDevice, openMember, sameState, until, type Member } from "./member.ts";
import { relayPlace, startKilledRelay, startRelay, type RelayPlace, type RelayProcess } from "./relay-process.ts";

const opened = await openCluster();
const cluster = "missing" in opened ? undefined : opened;
if ("missing" in opened) console.warn(`SKIPPED [RL1, R2]: no relay was run on PostgreSQL. ${opened.missing}.`);
const server = () => {
  if (cluster === undefined) throw new Error("no server");
  return cluster;
};
// Relays inherit it.
process.env["PGPASSWORD"] = cluster?.password ?? "";

/** Units: ms. A server that was killed reads its log ahead again. */
const PATIENCE = 30_000;
const seed = Number(process.env["SEED"] ?? 1);
const random = ((from: number) => {
  let state = from;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
})(seed);

let place: RelayPlace;
const places: RelayPlace[] = [];
beforeEach(async () => {
  if (cluster === undefined) return;
  const made = await relayPlace();
  places.push(made);
  place = { ...made, file: await cluster.database() };
});
afterAll(async () => {
  await cluster?.remove();
  await Promise.all(places.map(({ remove }) => remove()));
}, 60_000);

/** Hashes in the database, asked of nobody but the server. */
const stored = async (): Promise<ReadonlySet<string>> => {
  const rows = await server().ask(place.file, "SELECT encode(hash, 'hex') AS hash FROM records");
  return new Set(rows.map(({ hash }) => String(hash)));
};
const lostOf = async (people: readonly Member[]): Promise<readonly string[]> => {
  // Said first, looked at then.
  const said = people.flatMap(({ acknowledged }) => [...acknowledged]);
  const held = await stored();
  return said.filter((hash) => !held.has(hash));
};

/** alice and bob on a case, both writing until they are told to stop. */
const twoWriters = async (port: number) => {
  const scheduler = faster(20);
  const alice = await foundOn(scheduler);
  const keys = await newDevice();
  const links = [alice.link(port)];
  await until(() => alice.acknowledged.size > 0, "founded", PATIENCE);
  await alice.admit(keys, HELPER);
  const bob = await openMember(keys, alice.caseId, undefined, scheduler);
  links.push(bob.link(port));
  await until(() => bob.session.log.index.all().length >= 2, "bob is in", PATIENCE);
  const load = new AbortController();
  let written = 0;
  const write = async (who: Member): Promise<void> => {
    while (!load.signal.aborted) {
      await who.put(`o${written % 7}/title`, `${written++}`);
      await new Promise((go) => setTimeout(go, 15));
    }
  };
  const writers = [write(alice), write(bob)];
  const people = [alice, bob];
  const count = (): number => people.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
  return {
    people,
    count,
    /** Nothing is written any more, and all of it has arrived. */
    settle: async () => {
      load.abort();
      await Promise.all(writers);
      await until(() => sameState(alice, bob), "one document", PATIENCE);
      await until(() => count() === alice.session.log.index.all().length, "everything acknowledged", PATIENCE);
      for (const link of links) link.close();
      return alice.session.log.index.all().map(({ node }) => String(node.hash));
    },
  };
};
const end = async (relay: RelayProcess): Promise<void> => {
  relay.child.kill("SIGKILL");
  await relay.gone;
};

describe.skipIf(cluster === undefined)("a relay on PostgreSQL", () => {
  test(`[R2, I7, RL1] five kills under load: no acknowledged record is lost, all arrive in the end, once (seed ${seed})`, async () => {
    let relay = await startRelay(place);
    const { port } = relay;
    const { people, count, settle } = await twoWriters(port);
    let ends = "any time";
    for (const next of ["before", "after", "any time", "before", "never"] as const) {
      // One with a named point of a commit ends itself there.
      if (ends === "any time") {
        await new Promise((go) => setTimeout(go, 50 + random() * 150));
        relay.child.kill("SIGKILL");
      }
      await relay.gone;
      expect(await lostOf(people)).toEqual([]);
      const before = count();
      const isNamed = next === "before" || next === "after";
      relay = isNamed
        ? await startKilledRelay(place, port, next, 2 + Math.floor(random() * 4))
        : await startRelay(place, port);
      expect(relay.port).toBe(port);
      if (!isNamed) await until(() => count() > before, "the new life acknowledges", PATIENCE);
      ends = next;
    }
    const all = await settle();
    const held = await stored();
    expect([...held].toSorted()).toEqual(all.toSorted());
    const [rows] = await server().ask(place.file, "SELECT count(*) AS all, max(n) AS last FROM records");
    expect([Number(rows?.["all"]), Number(rows?.["last"])]).toEqual([all.length, all.length]);
    expect(all.length).toBeGreaterThan(20);
    await end(relay);
    expect(relay.printed()).not.toContain(server().password);
  }, 90_000);

  test("[R2, R4, I10] the server is killed under load: the relay goes on by itself when it is back, and nothing acknowledged is lost", async () => {
    const relay = await startRelay(place);
    const { people, count, settle } = await twoWriters(relay.port);
    for (let kills = 0; kills < 2; kills++) {
      const before = count();
      await until(() => count() > before + 5, "it acknowledges", PATIENCE);
      await server().kill();
      await until(() => relay.printed().split("the database is lost").length === kills + 2, "it says so", PATIENCE);
      await server().start();
      expect(await lostOf(people)).toEqual([]);
      const then = count();
      await until(() => count() > then, "it acknowledges again", PATIENCE);
    }
    const all = await settle();
    expect([...(await stored())].toSorted()).toEqual(all.toSorted());
    // A stop waits for no server that is away.
    await server().kill();
    await until(() => relay.printed().split("the database is lost").length === 4, "it says so", PATIENCE);
    relay.child.kill("SIGTERM");
    await relay.gone;
    await server().start();
    expect([relay.child.exitCode, relay.printed().includes("the database is there again")]).toEqual([0, true]);
    expect(relay.printed()).not.toMatch(new RegExp(`${server().password}|postgres://`));
  }, 90_000);

  test("[RL3] a second relay says what to do, and a password is printed by nobody", async () => {
    const relay = await startRelay(place);
    const main = join(import.meta.dirname, "../../apps/relay/src/main.ts");
    const fails = async (env: Readonly<Record<string, string>>): Promise<readonly [number | null, string]> => {
      const child = spawn(process.execPath, [main, "--port", "0", "--site", place.site], {
        env: { ...process.env, ...env },
        stdio: ["ignore", "pipe", "pipe"],
      });
      let text = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += String(chunk)));
      await once(child, "close");
      return [child.exitCode, text];
    };
    const { password, as } = server();
    // The password is taken from the address, too.
    const whole = as(`recourse:${password}`, place.file);
    const [code, line] = await fails({ DATA: whole, PGPASSWORD: "" });
    expect([code, line]).toEqual([
      1,
      expect.stringMatching(/^Another relay is using this database\. .*stop the other one.*\n$/),
    ]);
    await end(relay);
    const [wrong, told] = await fails({ DATA: as("recourse:not-the-word", place.file), PGPASSWORD: "" });
    expect([wrong, told]).toEqual([
      1,
      expect.stringMatching(/^The database does not let this user in \(28P01\)\. .*\n$/),
    ]);
    expect(told).not.toContain("not-the-word");
    const [none, asked] = await fails({ DATA: place.file, PGPASSWORD: "" });
    expect([none, asked]).toEqual([1, expect.stringMatching(/^The database does not let this user in .* PGPASSWORD/)]);
  }, 30_000);

  test("[RL3] a relay with a file loads no driver of PostgreSQL", async () => {
    const hooks = `import { registerHooks } from "node:module";
      registerHooks({ resolve: (name, context, next) => { if (name === "pg") throw new Error("no driver"); return next(name, context); } });`;
    const under = ["env", `NODE_OPTIONS=--import=data:text/javascript,${encodeURIComponent(hooks)}`];
    const file = join(place.site, "relay.sqlite");
    const relay = await startRelay({ ...place, file }, 0, under);
    await end(relay);
    await expect(startRelay(place, 0, under)).rejects.toThrow("no driver");
  }, 30_000);
});
