/**
 * `pnpm check`, the inner loop: everything that is quick, and the unit tests that what you changed can break.
 * Effects: processes. Takes `--only step,step`.
 *
 * Changed means not committed yet; with nothing uncommitted, the last commit; without git, everything.
 */
import { spawnSync } from "node:child_process";
import { runSteps } from "./run.ts";
import { runVitest, type Step } from "./step.ts";
import { boundaries, format, lint, lockfile, style, types } from "./steps.ts";
import { root } from "./workspace.ts";

const git = (...args: readonly string[]): string | undefined => {
  const { status, stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
};

const changed = (): readonly string[] => {
  if (git("rev-parse", "--verify", "-q", "HEAD") === undefined) return [];
  if (git("status", "--porcelain") !== "") return ["--changed"];
  return git("rev-parse", "--verify", "-q", "HEAD~1") === undefined ? [] : ["--changed=HEAD~1"];
};

const unit: Step = { name: "unit", run: () => runVitest(["--project=unit", ...changed()]) };

await runSteps([format, lint, style, lockfile, boundaries, types, unit]);
