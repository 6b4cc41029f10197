/**
 * The specification, the vectors and the titles of all tests name the same rules: a rule without a pair, a pair without a
 * rule, and an ID nobody wrote down are each found.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { projectFiles, root } from "../../scripts/workspace.ts";
import { pack } from "./real-case.ts";
import { differences } from "./rules/difference.ts";
import { onlyChange } from "./rules/pair.ts";
import { carried, pairIds, pathsIn, provisionsIn, specLines, titleIds } from "./spec-lines.ts";

const SPEC = "packages/core/SPEC.md";
const LOG_SPEC = "packages/sync/SPEC.md";

const upTo = (letters: string, last: number): readonly string[] =>
  Array.from({ length: last }, (_, n) => `${letters}${n + 1}`);

/** IDs that other documents gave to what they ask for. Where one is also the ID of a rule, its titles name either. */
const others: Readonly<Record<string, readonly string[]>> = {
  "capabilities of the product": upTo("P", 18),
  "what was accepted of the main job": upTo("A", 7),
  "quality goals: performance": upTo("G", 14),
  "quality goals: reliability": upTo("R", 9),
  "quality goals: security": upTo("S", 9),
  "invariants of what a device keeps": upTo("I", 10),
  "the local store": upTo("LO", 4),
  "relay and its options": upTo("RL", 10),
  "the repository itself": [
    ...upTo("HS", 6),
    ...upTo("AR", 4),
    ...upTo("LK", 3),
    ...upTo("TL", 4),
    ...upTo("BR", 2),
    ...upTo("SP", 4),
  ],
};

const read = (path: string): string => readFileSync(join(root, path), "utf8");
const files = projectFiles().filter((path) => existsSync(join(root, path)));
const lines = specLines(read(SPEC));
const titled = files.filter((path) => /\.(?:test|contract)\.tsx?$/.test(path)).flatMap((path) => titleIds(read(path)));
const paired = files
  .filter((path) => /^tests\/vectors\/rules\/.+\.test\.ts$/.test(path))
  .flatMap((path) => pairIds(read(path)));
/** The record log has a specification of its own; a rule there begins with its ID in bold. */
const logRules = [...read(LOG_SPEC).matchAll(/\*\*([A-Z]{1,3}\d+)\b/g)].map(([, id = ""]) => id);
const other = [...Object.values(others).flat(), ...logRules];

/** The domain: how many rules each family has. */
const families = { B: 10, M: 7, E: 15, R: 1, D: 4, A: 7, W: 3, F: 4, X: 16, K: 9, L: 10, P: 6, G: 6, S: 4 };

describe("[SP1] the specification of the domain", () => {
  it("[SP1] it lists every rule of every family, in order, once", () => {
    expect(lines.map((line) => line.id)).toEqual(Object.entries(families).flatMap(([family, n]) => upTo(family, n)));
  });

  it("[SP1] each kept rule has a pair, each pair a kept rule, and each ID in a title is written down somewhere", () => {
    expect(carried(lines, paired, titled, other)).toEqual({ unpaired: [], unspecified: [], twice: [], unknown: [] });
  });

  it("[SP1] the files it names are there, and the provisions it names are in the pack", () => {
    const provisions = new Set(pack.provisions.map((p) => p.id));
    for (const line of lines) {
      expect(line.rule, line.id).not.toBe("");
      if (line.isKept) expect(pathsIn(line), line.id).not.toEqual([]);
      expect(
        pathsIn(line).filter((path) => !existsSync(join(root, path))),
        line.id,
      ).toEqual([]);
      expect(
        provisionsIn(line).filter((id) => !provisions.has(id)),
        line.id,
      ).toEqual([]);
    }
  });
});

describe("[SP2] what would be found", () => {
  const spec =
    "| **X1** | events are appended | `packages/core/src/a.ts` | `cc-577` |\n| **X2** | later | not yet | guide 4 |\n";
  const of = (markdown: string, pairs: readonly string[], titles: readonly string[] = []) =>
    carried(specLines(markdown), pairs, titles, ["R4"]);
  const nothing = { unpaired: [], unspecified: [], twice: [], unknown: [] };

  it("[SP2] a rule without a pair, a pair without a rule, a rule twice, an ID nobody wrote down", () => {
    expect(of(spec, ["X1"], ["X1", "X2", "R4"])).toEqual(nothing);
    expect(of(spec, [])).toEqual({ ...nothing, unpaired: ["X1"] });
    // A rule that is paired is kept, so the specification is behind.
    expect(of(spec, ["X1", "X2"])).toEqual({ ...nothing, unspecified: ["X2"] });
    expect(of(spec.split("\n")[1] ?? "", ["X1"])).toEqual({ ...nothing, unspecified: ["X1"] });
    expect(of(spec + spec, ["X1"])).toEqual({ ...nothing, twice: ["X1", "X2"] });
    expect(of(spec, ["X1"], ["X7"])).toEqual({ ...nothing, unknown: ["X7"] });
  });

  it("[SP2] every line of the real specification is missed when it is deleted", () => {
    const markdown = read(SPEC);
    for (const line of lines.filter((l) => l.isKept)) {
      const without = markdown.split("\n").filter((text) => !text.startsWith(`| **${line.id}** |`));
      expect(carried(specLines(without.join("\n")), paired, [], other).unspecified, line.id).toEqual([line.id]);
    }
  });

  it("[SP2] and every rule is missed when its pairs are deleted", () => {
    for (const id of new Set(paired))
      expect(
        carried(
          lines,
          paired.filter((each) => each !== id),
          [],
          other,
        ).unpaired,
        id,
      ).toEqual([id]);
  });

  it("[SP2] IDs are read at the beginning of titles, and pairs by their call", () => {
    const [call, title] = [["pa", "ir"].join(""), "[X3] a draft has no deadline"];
    expect(titleIds(`it("[X3][K7] one", f); it(\`[G1] [G2] two\`, f); expect(a["[X9"]); // [X8]`)).toEqual([
      "X3",
      "K7",
      "G1",
      "G2",
    ]);
    expect(
      pairIds(
        `${call}("${title}", {}); ${call}<"a" | "b", readonly string[]>(\n  '[K1] two', {}); it("[X4] three", f)`,
      ),
    ).toEqual(["X3", "K1"]);
  });
});

describe("[SP3] a pair differs in one place", () => {
  it("[SP3] what is there on one side only is one difference, and so is another value", () => {
    const base = { a: 1, list: [1, 2], deep: { b: "x", c: { d: 1 } } };
    expect(differences(base, structuredClone(base))).toEqual([]);
    expect(differences(base, { ...base, a: 2 })).toEqual(["a"]);
    expect(differences(base, { ...base, deep: { b: "x" } })).toEqual(["deep.c"]);
    expect(differences(base, { ...base, list: [1, 2, 3] })).toEqual(["list.2"]);
    expect(differences(base, { ...base, list: [2] })).toEqual(["list.0", "list.1"]);
    expect(differences(base, { ...base, list: { 0: 1, 1: 2 } })).toEqual(["list"]);
    expect(differences({ a: undefined }, {})).toEqual(["a"]);
    expect(differences("one", "two")).toEqual([""]);
  });

  it("[SP3] no change and two changes are refused", () => {
    const base = { a: 1, b: 1 };
    expect(onlyChange({ base, change: (x) => ({ ...x, b: 2 }) })).toBe("b");
    expect(() => onlyChange({ base, change: (x) => ({ ...x }) })).toThrow("one change is wanted, not []");
    expect(() => onlyChange({ base, change: () => ({ a: 2, b: 2 }) })).toThrow('["a","b"]');
  });
});
