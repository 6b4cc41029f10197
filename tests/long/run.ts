/**
 * `pnpm test:long [convergence] [removal] [kills]`: the random histories of the suite in the numbers of 7-quality, seeds given and printed. Writes
 * `tests/long-run.md`. Effects: processes, files, console.
 *
 * 1. It runs what the short tests run; only the numbers are others. `SEED` is the first seed (1), `SCALE` a factor on every number (1).
 * 2. A finding does not stop the others; in the end the exit code says whether there was one.
 * 3. The file is written only when every part was asked for, in full numbers.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
// @boundaries-ignore the tests prove the whole repository, its fixtures included
import { honestHistory, hostileHistory, removalHistory } from "../../packages/sync/src/log/histories.fixture.ts";
// @boundaries-ignore the tests prove the whole repository, its fixtures included
import { findingsIn, seedsFrom, type Finding } from "../../packages/sync/src/log/seeds.fixture.ts";
// @boundaries-ignore the version of records is said in the report
import { RECORD_VERSION } from "../../packages/sync/src/log/signed-record.ts";
// @boundaries-ignore the tests prove the whole repository, its fixtures included
import { turmoil } from "../../packages/sync/src/log/turmoil.fixture.ts";
// @boundaries-ignore the version of frames is said in the report
import { WIRE_VERSION } from "../../packages/sync/src/wire/peer.ts";
// @boundaries-ignore the tests prove the whole repository, its fixtures included
import { stormy } from "../../packages/sync/src/wire/storm.fixture.ts";
import { killUnderLoad } from "../relay/killing.ts";
import { relayPlace } from "../relay/relay-process.ts";
import { reportOf, seedText, type Ran } from "./report.ts";

const first = Number(process.env["SEED"] ?? 1);
const scale = Number(process.env["SCALE"] ?? 1);
/** A loaded machine may be slow; that is no finding. Units: ms. */
const PATIENCE = 120_000;

interface Part {
  readonly group: "convergence" | "removal" | "kills";
  readonly what: string;
  readonly count: number;
  readonly run: (seeds: readonly number[]) => Promise<{ readonly found: readonly Finding[]; readonly more?: string }>;
}
const histories = (
  group: Part["group"],
  count: number,
  what: string,
  history: (seed: number) => Promise<readonly string[]>,
): Part => ({ group, what, count, run: async (seeds) => ({ found: await findingsIn(seeds, history) }) });

const kills = async (seeds: readonly number[]) => {
  const place = await relayPlace();
  try {
    const options = { place, kills: seeds.length, seed: first, patience: PATIENCE };
    const { died, records, acknowledged, wrong } = await killUnderLoad(options);
    const all = died === seeds.length ? wrong : [...wrong, `only ${died} of ${seeds.length} kills`];
    return {
      found: all.length === 0 ? [] : [{ seed: first, wrong: all }],
      more: `${records} records, ${acknowledged} acknowledged`,
    };
  } finally {
    await place.remove();
  }
};

const parts: readonly Part[] = [
  histories("convergence", 1000, "honest histories, null sealer", (seed) => honestHistory({ seed })),
  histories("convergence", 100, "honest histories, real ciphers", (seed) => honestHistory({ seed, sealed: true })),
  histories("convergence", 1000, "stormy networks, null sealer", (seed) => stormy({ seed })),
  histories("convergence", 100, "stormy networks, real ciphers", (seed) => stormy({ seed, sealed: true })),
  histories("convergence", 1000, "turmoil: forks, owners who put each other out", (seed) => turmoil({ seed })),
  histories("removal", 2000, "back-dated edits by hand to a member who has not heard of it", (seed) =>
    removalHistory({ seed }),
  ),
  histories("removal", 2000, "the same, and the relay keeps the removal from him", (seed) =>
    removalHistory({ seed, relay: true }),
  ),
  histories("removal", 100, "both, with real ciphers", (seed) => removalHistory({ seed, relay: true, sealed: true })),
  histories("removal", 200, "people with programs of their own", (seed) => hostileHistory({ seed })),
  { group: "kills", what: "the relay is killed under load, one run", count: 100, run: kills },
];

const asked = process.argv.slice(2).filter((each) => each !== "--");
const groups = [...new Set(parts.map(({ group }) => group))];
const unknown = asked.filter((each) => !groups.some((group) => group === each));
if (unknown.length > 0) {
  console.error(`Not a part of the long run: ${unknown.join(" ")}. Parts: ${groups.join(" ")}`);
  process.exit(2);
}

// Yjs says to the console when a fork makes it choose another client id; forks are what is tried here.
const log = console.log;
console.log = (...said: readonly unknown[]): void => {
  if (!String(said[0]).startsWith("[yjs]")) log(...said);
};

const ran: Ran[] = [];
for (const { group, what, count, run } of parts) {
  if (asked.length > 0 && !asked.includes(group)) continue;
  const seeds = seedsFrom(first, Math.max(1, Math.round(count * scale)));
  const last = group === "kills" ? first : (seeds.at(-1) ?? first);
  const before = performance.now();
  const { found, more } = await run(seeds).catch((thrown: unknown): Awaited<ReturnType<Part["run"]>> => ({
    found: [{ seed: first, wrong: [String(thrown)] }],
  }));
  const seconds = Math.round((performance.now() - before) / 1000);
  ran.push({ group, what, count: seeds.length, first, last, found, more });
  console.log(
    `${found.length === 0 ? "✓" : "✗"} ${group} · ${what}: ${seeds.length}, seeds ${seedText({ first, last })}, ${seconds} s`,
  );
  for (const { seed, wrong } of found) console.log(`    seed ${seed}: ${wrong.join("; ")}`);
}
const clean = ran.every(({ found }) => found.length === 0);
console.log(clean ? "Nothing was found." : "Something was found.");
if (asked.length === 0 && scale === 1) {
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(
    join(import.meta.dirname, "../long-run.md"),
    reportOf({ ran, day, record: RECORD_VERSION, wire: WIRE_VERSION }),
  );
  console.log("Written to tests/long-run.md");
}
process.exit(clean ? 0 : 1);
