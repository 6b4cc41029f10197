/** What is stored carries a number, and the number is pinned to the shape it stands for (2-architecture, Stored data). */
import { createHash } from "node:crypto";
import { CASE_FORMAT, CaseFileSchema, kindNames, kinds } from "@recourse/core";
import * as z from "zod/mini";
import { expect, it } from "vitest";

/** One hash per case format ever released; a released line is never edited. */
const pinned: Readonly<Record<number, string>> = {
  1: "8e61fa73fd8ac0af5ec56b9e387f1f574726fdfaef3a548c210755cfe52eaba3",
  // What those who share a case ask each other for: `request`.
  2: "aa1031ce5b1d8258a66ee7c9598de3787f14868d8e72d9ffec3d58616d464989",
};

/** Sorted keys, so that the order in which a schema is written does not matter. */
const canonical = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(canonical)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, canonical(v)]),
        )
      : value;

it("[R7] the JSON Schema of a case file is the one pinned to its format number", () => {
  const shape = {
    file: z.toJSONSchema(CaseFileSchema),
    records: Object.fromEntries(kindNames.map((k) => [k, z.toJSONSchema(kinds[k])])),
  };
  const hash = createHash("sha256")
    .update(JSON.stringify(canonical(shape)))
    .digest("hex");
  expect(
    hash,
    "the stored shape changed: raise CASE_FORMAT (and minReader where older apps cannot read it), then pin the new hash",
  ).toBe(pinned[CASE_FORMAT]);
});
