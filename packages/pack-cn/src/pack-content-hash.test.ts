/** The content of the pack is pinned to its version. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pack } from "./index.ts";

/** JSON with sorted keys and no white space, so that layout does not count. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(",")}}`;
}

/** One hash per version ever released; a released line is never edited. */
const pinned: Readonly<Record<number, string>> = {
  1: "8ad4279a1e2089608f205c4c78a32e60780e1eb6fc7a199edebeacae061d110c",
};

test("[L5] the content of the pack is the one pinned to its version", () => {
  const folder = new URL("./data/", import.meta.url);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .toSorted();
  const hash = createHash("sha256");
  for (const name of files)
    hash.update(`${name}\n${canonical(JSON.parse(readFileSync(new URL(name, folder), "utf8")))}\n`);
  hash.update(canonical({ id: pack.id, schema: pack.schema, asOf: pack.asOf }));
  expect(hash.digest("hex"), "the data changed: bump the version in pack.ts and pin the new hash here").toBe(
    pinned[pack.version],
  );
});
