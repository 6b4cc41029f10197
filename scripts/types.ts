/**
 * Type-checks every package and app against its own platform, then all tests and scripts. Effects: processes.
 * Run as `node scripts/types.ts [folder …]`; without folders it checks everything.
 */
import { spawn } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { root, toolEnv } from "./workspace.ts";

type Checked = { readonly project: string; readonly ok: boolean; readonly output: string };

const allProjects = (): readonly string[] => [
  ...globSync(["packages/*/tsconfig.json", "apps/*/tsconfig.json"], { cwd: root })
    .map((path) => path.replaceAll("\\", "/").replace("/tsconfig.json", ""))
    .toSorted(),
  ".",
];

const check = (project: string): Promise<Checked> =>
  new Promise((resolve) => {
    const child = spawn("tsc", ["-p", project, "--pretty", "false"], {
      cwd: root,
      env: toolEnv(),
      shell: process.platform === "win32",
    });
    const chunks: string[] = [];
    child.stdout.on("data", (chunk) => chunks.push(String(chunk)));
    child.stderr.on("data", (chunk) => chunks.push(String(chunk)));
    child.on("error", (error) => resolve({ project, ok: false, output: error.message }));
    child.on("close", (code) => resolve({ project, ok: code === 0, output: chunks.join("").trim() }));
  });

const checkAll = async (projects: readonly string[]): Promise<readonly Checked[]> => {
  const waiting = [...projects];
  const done: Checked[] = [];
  const worker = async (): Promise<void> => {
    for (let project = waiting.shift(); project !== undefined; project = waiting.shift())
      done.push(await check(project));
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
  return done;
};

const asked = process.argv.slice(2);
const missing = asked.filter((project) => !existsSync(join(root, project, "tsconfig.json")));
if (missing.length > 0) {
  console.error(`No tsconfig.json in ${missing.join(", ")}`);
  process.exit(2);
}
const results = await checkAll(asked.length > 0 ? asked : allProjects());
for (const { project, ok, output } of results) {
  console.log(
    `${ok ? "✓" : "✗"} ${project === "." ? "tests and scripts" : project}${output === "" ? "" : `\n${output}`}`,
  );
}
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
