/** One step of `pnpm check` and `pnpm verify`: a named command that is run, timed and counted. Effects: processes, files. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countReport, single, type Tally } from "./tally.ts";
import { root, toolEnv } from "./workspace.ts";

/** A step: its name as printed and asked for with `--only`, and how it is run. */
export type Step = { readonly name: string; readonly run: () => Promise<Tally> };

/** A tool of the repository and its arguments. `node` is the Node that runs this script. */
export type ToolCommand = readonly [tool: string, ...args: string[]];

/** Runs a tool at the root with its output shown, and tells whether it ended with 0. */
export const runTool = ([tool, ...args]: ToolCommand, env: Readonly<Record<string, string>> = {}): Promise<boolean> =>
  new Promise((resolve) => {
    // Windows runs the shims in .bin through its shell only; no argument here contains a space or a quote.
    const shell = process.platform === "win32" && tool !== "node";
    const child = spawn(tool === "node" ? process.execPath : tool, args, {
      cwd: root,
      env: toolEnv(env),
      stdio: ["ignore", "inherit", "inherit"],
      shell,
    });
    child.on("error", (error) => {
      console.error(`${tool}: ${error.message}`);
      resolve(false);
    });
    child.on("close", (code) => resolve(code === 0));
  });

/** A step of tools that counts as one; the tools run in order until one fails. */
export const toolStep = (name: string, ...commands: readonly ToolCommand[]): Step => ({
  name,
  run: async () => {
    for (const command of commands) {
      if (!(await runTool(command))) return single(false);
    }
    return single(true);
  },
});

const readReport = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
};

/** Runs Vitest and counts its tests. */
export const runVitest = async (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Tally> => {
  const folder = mkdtempSync(join(tmpdir(), "recourse-report-"));
  const report = join(folder, "report.json");
  const output = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const ok = await runTool(["vitest", "run", "--passWithNoTests", ...output, ...args], env);
  const tally = countReport(readReport(report), ok);
  rmSync(folder, { recursive: true, force: true });
  return tally;
};
