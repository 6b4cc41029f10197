/** Where the repository is, which files belong to it, and the environment its tools run in. Effects: files, git. */
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

/** The repository's root folder. */
export const root = resolve(import.meta.dirname, "..");

/** What people make while working here; none of it is part of the project. */
const MADE = new Set(["node_modules", "dist", ".turbo", ".git", "coverage", ".artifacts"]);

const gitFiles = (): readonly string[] | undefined => {
  const listed = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const isTop = spawnSync("git", ["rev-parse", "--show-prefix"], { cwd: root, encoding: "utf8" });
  const usable = listed.status === 0 && isTop.status === 0 && isTop.stdout.trim() === "";
  return usable ? listed.stdout.split("\0").filter((path) => path !== "") : undefined;
};

/** Every file of the project as a path with `/` from the root: what git knows or would add, or without git all but made ones. */
export const projectFiles = (): readonly string[] =>
  (
    gitFiles() ??
    globSync("**/*", { cwd: root, withFileTypes: true, exclude: (entry) => MADE.has(entry.name) })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
  )
    .map((path) => path.replaceAll("\\", "/"))
    .toSorted();

const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";

/**
 * The environment of every tool: the repository's own programs first in the path (its Node among them), and nobody
 * phones home.
 */
export const toolEnv = (extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  // Windows spells it Path; a second spelling beside it would win or lose by chance.
  [pathName]: [join(root, "node_modules", ".bin"), process.env[pathName] ?? ""].join(delimiter),
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  DO_NOT_TRACK: "1",
  ...extra,
});
