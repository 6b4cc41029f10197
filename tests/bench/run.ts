/**
 * `pnpm bench [G1] [G2] [G5] [G6] [G7] [G8] [G9] [G12] [G13] [G14]`: measures the goals of 7-quality that this version has, prints them, and writes `results.json`.
 * Effects: processes, files, console.
 *
 * 1. It reports; a goal that is not met ends with 0 like any other. Only work that was not done right (a gate) is a failure.
 * 2. Goals that are not asked for keep the results of the run before.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { BUILD_COMMAND } from "../../scripts/build.ts";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { runTool } from "../../scripts/step.ts";
import { assessing } from "./assessing.ts";
import { boardScript, boardUnderEdits } from "./board.ts";
import { bundle, openBrowser, startRelay } from "./browser.ts";
import { coldOpen } from "./cold-open.ts";
import { ROUNDS, type GoalResult, type NotMeasured } from "./figures.ts";
import { firstLoad } from "./first-load.ts";
import { heapOfLargeCase } from "./heap.ts";
import { firstRows, largeBoard } from "./in-app.ts";
import { offlineEdits } from "./offline.ts";
import { opening } from "./opening.ts";
import { sealing } from "./sealing.ts";
import { fanOut, throughput } from "./throughput.ts";

interface Places {
  readonly browser: Browser;
  readonly code: string;
  readonly url: string;
}

interface Part {
  readonly goal: string;
  readonly what: string;
  readonly run: (places: Places) => Promise<readonly GoalResult[]>;
}

/** What needs a browser comes with one; what does not ignores it. */
const parts: readonly Part[] = [
  { goal: "G1", what: "durable relay, and G3: nothing acknowledged is lost", run: () => throughput() },
  { goal: "G2", what: "fan-out", run: () => fanOut() },
  { goal: "G5", what: "cold open from a relay", run: () => coldOpen() },
  { goal: "G9", what: "sealing a burst", run: () => sealing() },
  { goal: "G8", what: "offline edits", run: ({ browser, code }) => offlineEdits(browser, code) },
  { goal: "G7", what: "memory", run: () => heapOfLargeCase() },
  { goal: "G14", what: "assessment", run: () => assessing() },
  { goal: "G6", what: "opening from this device", run: ({ browser, code }) => opening(browser, code) },
  { goal: "G6", what: "first rows in the app", run: ({ browser, code, url }) => firstRows(browser, url, code) },
  { goal: "G12", what: "first load", run: ({ browser, url }) => firstLoad(browser, url) },
  { goal: "G13", what: "board under edits", run: ({ browser }) => boardUnderEdits(browser) },
  { goal: "G14", what: "board", run: ({ browser, code, url }) => largeBoard(browser, url, code) },
  { goal: "G14", what: "board, script", run: ({ browser }) => boardScript(browser) },
];

const FILE = join(import.meta.dirname, "results.json");

interface Kept {
  readonly results: readonly GoalResult[];
}

const keptBefore = (): Kept => (existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : { results: [] });

function say(result: GoalResult): void {
  const { id, what, goal, value, unit, met, own, beside } = result;
  console.log(`${met ? "✓ met    " : "✗ not met"} ${id.padEnd(12)} ${value} ${unit}  (goal ${goal})  ${what}`);
  for (const f of [own, ...beside])
    console.log(`            ${f.name}: ${f.value} ${f.unit}  [${f.rounds.join(", ")}]`);
}

const asked = process.argv.slice(2).filter((each) => each !== "--");
const unknown = asked.filter((each) => !parts.some((part) => part.goal === each));
if (unknown.length > 0) {
  console.error(
    `Not a goal of this benchmark: ${unknown.join(" ")}. Goals: ${[...new Set(parts.map((part) => part.goal))].join(" ")}`,
  );
  process.exit(2);
}
if (!(await runTool(BUILD_COMMAND))) {
  console.error("The web app could not be built; the reason is above.");
  process.exit(1);
}

const busy = (loadavg()[0] ?? 0) / availableParallelism();
if (busy > 0.7)
  console.log(`This machine is busy (load ${busy.toFixed(1)} per core): times will be longer than they are.`);
const relay = await startRelay();
const browser = await openBrowser();
const found: GoalResult[] = [];
const failed: NotMeasured[] = [];
try {
  const code = await bundle();
  for (const { goal, what, run } of parts) {
    if (asked.length > 0 && !asked.includes(goal)) continue;
    console.log(`\n${goal} · ${what}`);
    try {
      for (const result of await run({ browser, code, url: relay.url })) {
        found.push(result);
        say(result);
      }
    } catch (thrown) {
      const why = thrown instanceof Error ? (thrown.message.split("\n")[0] ?? "") : String(thrown);
      failed.push({ id: goal, what, why });
      console.log(`! not measured ${goal} ${what}: ${why}`);
    }
  }
} finally {
  await browser.close();
  await relay.close();
}

const before = keptBefore().results.filter(
  ({ id }) => asked.length > 0 && !asked.includes(id.split(".")[0] ?? "") && !found.some((result) => result.id === id),
);
const results = [...before, ...found].toSorted((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
const report = {
  rounds: ROUNDS,
  node: process.versions.node,
  chromium: browser.version(),
  cores: availableParallelism(),
  /** Per core, before the run: above 1 the times are too long. */
  load: Number(busy.toFixed(2)),
  results,
  notMeasured: failed,
};
writeFileSync(FILE, `${JSON.stringify(report, null, 2)}\n`);
console.log(
  `\n${found.filter((result) => result.met).length} of ${found.length} met; written to tests/bench/results.json`,
);
if (failed.length > 0) process.exitCode = 1;
