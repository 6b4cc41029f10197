/**
 * Runs steps one after the other and prints the result. Effects: console, clock.
 *
 * 1. Every step runs, whatever the one before it did: one look shows everything that is wrong.
 * 2. The very last line is `N passed, M failed`.
 */
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { type Step } from "./step.ts";
import { lastLine, sum, type Tally } from "./tally.ts";

type Outcome = { readonly name: string; readonly tally: Tally; readonly seconds: string };

const runStep = async ({ name, run }: Step): Promise<Outcome> => {
  console.log(`\n▶ ${name}`);
  const started = performance.now();
  const tally = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${tally.failed === 0 ? "✓" : "✗"} ${name} · ${seconds} s`);
  return { name, tally, seconds };
};

const line = ({ name, tally, seconds }: Outcome): string => {
  const skipped = tally.skipped === 0 ? "" : `  (${tally.skipped} SKIPPED)`;
  const counts = `${String(tally.passed).padStart(6)} passed ${String(tally.failed).padStart(4)} failed`;
  return `${tally.failed === 0 ? "✓" : "✗"} ${name.padEnd(14)} ${seconds.padStart(7)} s ${counts}${skipped}`;
};

/** Runs the steps, or those named by `--only a,b`, and ends the process with 0 when nothing failed, else 1. */
export const runSteps = async (steps: readonly Step[]): Promise<void> => {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  const wanted = values.only?.split(",");
  const unknown = wanted?.filter((name) => steps.every((step) => step.name !== name)) ?? [];
  if (unknown.length > 0) {
    console.error(`No step named ${unknown.join(", ")}. Steps: ${steps.map(({ name }) => name).join(", ")}`);
    process.exit(2);
  }
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    if (wanted === undefined || wanted.includes(step.name)) outcomes.push(await runStep(step));
  }
  const total = sum(outcomes.map(({ tally }) => tally));
  console.log(`\n${outcomes.map(line).join("\n")}\n\n${lastLine(total)}`);
  process.exitCode = total.failed === 0 ? 0 : 1;
};
