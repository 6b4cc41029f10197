/**
 * A copy of the project in a temporary folder, to plant violations in and run verify's own steps on. Effects: files,
 * processes.
 *
 * 1. Third-party libraries are links to the installed ones; the project's own packages are links inside the copy, so an
 *    import in the copy reaches the copy and never the original.
 */
import { spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { projectFiles, root } from "../../scripts/workspace.ts";

/** What a step printed and whether it passed. */
export type StepRun = { readonly passed: boolean; readonly output: string };

/** A copy of the project. */
export type TreeCopy = {
  readonly folder: string;
  /** Writes a file into the copy. */
  readonly plant: (path: string, text: string) => void;
  /** Runs steps of `pnpm verify` on the copy, by the same command. */
  readonly verify: (...steps: readonly string[]) => Promise<StepRun>;
  readonly remove: () => void;
};

const linkModules = (folder: string, project: string): void => {
  const from = join(root, project, "node_modules");
  if (!existsSync(from)) return;
  for (const name of readdirSync(from)) {
    const scoped = name.startsWith("@") ? readdirSync(join(from, name)).map((inner) => `${name}/${inner}`) : [name];
    for (const module of scoped) {
      const target = realpathSync(join(from, module));
      const own = relative(root, target);
      const isOwn = !own.startsWith("..") && !own.includes("node_modules");
      const link = join(folder, project, "node_modules", module);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(isOwn ? join(folder, own) : target, link, "junction");
    }
  }
};

const run = (folder: string, steps: readonly string[]): Promise<StepRun> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ["scripts/verify.ts", "--only", steps.join(",")], { cwd: folder });
    const chunks: string[] = [];
    child.stdout.on("data", (chunk) => chunks.push(String(chunk)));
    child.stderr.on("data", (chunk) => chunks.push(String(chunk)));
    child.on("error", (error) => resolve({ passed: false, output: error.message }));
    child.on("close", (code) => resolve({ passed: code === 0, output: chunks.join("") }));
  });

/** Copies the project as it is on disk now. */
export const copyTree = (): TreeCopy => {
  // The real path, because tools print that one.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "recourse-tree-")));
  const plant = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const path of projectFiles()) {
    if (!existsSync(join(root, path))) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(root, path), join(folder, path));
  }
  const projects = globSync(["packages/*/package.json", "apps/*/package.json", "tests/package.json"], { cwd: root });
  for (const project of [".", ...projects.map((path) => dirname(path))]) linkModules(folder, project);
  return {
    folder,
    plant,
    verify: (...steps) => run(folder, steps),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
