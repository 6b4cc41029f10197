/** Promises in documents are only as good as the tests they name: each file and title exists. */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { hasTitle, linkedIn, namedIn } from "./named-tests.ts";

const ROOT = join(import.meta.dirname, "../..");
const documents = ["docs/threat-model.md", "tests/planted-bugs.md"];

test.each(documents)("[R1, S1] every test that %s names is there, by file and title", async (document) => {
  const path = join(ROOT, document);
  const markdown = await readFile(path, "utf8");
  const named = namedIn(markdown);
  expect(named.length).toBeGreaterThan(10);
  // A link without a title would be checked for nothing.
  expect(linkedIn(markdown).length).toBe(named.length);
  const missing: string[] = [];
  for (const { file, title } of named) {
    const source = await readFile(join(dirname(path), file), "utf8").catch(() => undefined);
    if (source === undefined) missing.push(`${file} is not there`);
    else if (!hasTitle(source, title)) missing.push(`${file} has no test "${title}"`);
  }
  expect(missing).toEqual([]);
});

describe("titles", () => {
  const source =
    'test("[A1] one, (two)", () => {});\ntest.skipIf(!x)(\n  `[A2] ${n} kills (seed ${seed})`,\n  f);\nit("[A3] \\"x\\"", f);';

  test("[R1] a title is found whole, and what it computes may be anything", () => {
    const found = (title: string): boolean => hasTitle(source, title);
    expect(["[A1] one, (two)", "[A2] 20 kills (seed 1)", '[A3] "x"'].map(found)).toEqual([true, true, true]);
    expect(["[A1] one", "one, (two)", "[A2] kills (seed 1)", "[A4] x"].map(found)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test("[R1] a link names its title behind a colon, in backticks", () => {
    const markdown = "[a](../x.test.ts): `[A1] one` and [b](y.test.tsx): `[A2] two`; [c](z.test.ts) and [d](w.ts)";
    expect(namedIn(markdown)).toEqual([
      { file: "../x.test.ts", title: "[A1] one" },
      { file: "y.test.tsx", title: "[A2] two" },
    ]);
    expect(linkedIn(markdown)).toEqual(["../x.test.ts", "y.test.tsx", "z.test.ts"]);
  });
});
