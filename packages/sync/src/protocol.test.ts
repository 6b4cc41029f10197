/** The door of the relay: what can be reached through it, and that it can do its work without keys. */
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { expect, test } from "vitest";
import { createWorld, edit, everything, found, invite, lower, put } from "./log/people.fixture.ts";
import { createClearLog } from "./protocol.ts";

/** Everything that is imported at run time from a file on, by path or by name of a library. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, "utf8");
  const statements = text.matchAll(/^(?:import|export)\s+(?!type\b)[^;]*?from\s+"([^"]+)"|^import\s+"([^"]+)"/gms);
  for (const [, from, bare] of statements) {
    const name = from ?? bare ?? "";
    if (name.startsWith(".")) reached(resolve(dirname(file), name), seen);
    else seen.add(name);
  }
  return seen;
}

test("[RL1] nothing behind the door of the relay imports yjs or a store of the browser; the log's own door does", () => {
  const here = import.meta.dirname;
  const through = reached(resolve(here, "protocol.ts"));
  expect([...through].filter((name) => !name.startsWith("/")).toSorted()).toEqual([
    "@recourse/core",
    "lib0/decoding",
    "lib0/encoding",
    "lib0/hash/sha256",
  ]);
  expect(reached(resolve(here, "log/index.ts")).has("yjs")).toBe(true);
});

test("[RL2, RL4] who has no keys knows the members and their levels all the same, and keeps no bytes of what is sealed", async () => {
  const world = createWorld({ seed: 11, sealed: true });
  const { alice, caseId } = await found(world);
  const bob = await invite(world, alice, "bob", 2);
  await edit(world, alice, put("o1/title", "x"));
  await lower(world, alice, bob, 0);
  const log = createClearLog(caseId, world.sealer);
  const { verdicts } = await log.receive(everything(alice).map(({ bytes }) => bytes));
  expect(verdicts.map(({ is }) => is)).toEqual(["admissible", "admissible", "admissible", "admissible"]);
  const { members } = log.standings().membership;
  expect([members.get(alice.keys.id)?.level, members.get(bob.keys.id)?.level]).toEqual([3, 0]);
  expect(log.index.all().reduce((sum, { record }) => sum + record.bytes.length, 0)).toBe(0);
});

test("[FR4] what comes before its ancestors is refused there, and taken when they have come", async () => {
  const world = createWorld({ seed: 12 });
  const { alice, caseId } = await found(world);
  await edit(world, alice, put("o1/title", "x"));
  const [genesis, edited] = everything(alice).map(({ bytes }) => bytes);
  if (genesis === undefined || edited === undefined) throw new Error("not written");
  const log = createClearLog(caseId, world.sealer);
  expect((await log.receive([edited])).verdicts[0]?.is).toBe("backpressure");
  expect((await log.receive([genesis, edited])).verdicts.map(({ is }) => is)).toEqual(["admissible", "admissible"]);
});
