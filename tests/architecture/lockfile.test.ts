/** The lockfile that is committed: an install anywhere gives the libraries that were tested. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { lockfileFindings, versionsOf } from "../../scripts/lockfile.ts";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { projectFiles, root } from "../../scripts/workspace.ts";

const lockfile = readFileSync(join(root, "pnpm-lock.yaml"), "utf8");

it("[LK1] yjs, zod and solid-js are there once", () => {
  for (const library of ["yjs", "zod", "solid-js"])
    expect([library, versionsOf(lockfile, library).length]).toEqual([library, 1]);
});

it("[LK2] no download address is named", () => {
  expect(lockfileFindings(lockfile)).toEqual([]);
  expect(lockfile).not.toMatch(/https?:\/\//);
});

it("[LK3] the lockfile belongs to the project, and no other package manager's does", () => {
  const files = projectFiles();
  expect(files).toContain("pnpm-lock.yaml");
  expect(
    files.filter((path) => /(?:^|\/)(?:package-lock\.json|yarn\.lock|bun\.lockb?|npm-shrinkwrap\.json)$/.test(path)),
  ).toEqual([]);
});
