/** The lockfile rules on small lockfiles written by hand. */
import { expect, it } from "vitest";
import { lockfileFindings, versionsOf } from "./lockfile.ts";

const lockfile = (...packages: readonly string[]): string =>
  [
    "lockfileVersion: '9.0'",
    "",
    "packages:",
    "",
    ...packages.map((line) => `  ${line}:\n    resolution: {}\n`),
    "snapshots:",
    "",
    "  yjs@1.0.0:",
    "    dependencies:",
    "      lib0: 1.0.0",
    "",
  ].join("\n");

const GOOD = ["yjs@13.6.33", "zod@4.6.7", "solid-js@1.9.19", "'@solid/zod@9.0.0'"];

it("[LK1] one version of each library that must not be loaded twice is accepted", () => {
  expect(lockfileFindings(lockfile(...GOOD))).toEqual([]);
});

it("[LK1] a second version of yjs is named with both versions", () => {
  expect(lockfileFindings(lockfile(...GOOD, "yjs@13.5.0"))).toEqual([
    "expected one version of yjs, found: 13.6.33, 13.5.0",
  ]);
});

it("[LK1] only the packages section counts, and a scoped name is another library", () => {
  // The snapshots section of the sample repeats yjs, and @solid/zod is not zod.
  expect(versionsOf(lockfile(...GOOD), "yjs")).toEqual(["13.6.33"]);
  expect(versionsOf(lockfile(...GOOD), "zod")).toEqual(["4.6.7"]);
});

it("[LK2] a download address is named by its line", () => {
  const tarball = ["ht", "tps://registry.example/yjs.tgz"].join("");
  expect(lockfileFindings(`${lockfile(...GOOD)}tarball: ${tarball}\n`)).toHaveLength(1);
});
