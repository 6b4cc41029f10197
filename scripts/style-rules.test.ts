/** The house style checks, each with one file that breaks it and one that keeps it. */
import { expect, it } from "vitest";
import { styleFindings } from "./style-rules.ts";

const messages = (path: string, text: string, beside: readonly string[] = []): readonly string[] =>
  styleFindings({ path, text, exists: (other) => beside.includes(other) }).map(
    ({ line, message }) => `${line} ${message}`,
  );

it("[HS1] a source file begins with a comment", () => {
  expect(messages("packages/core/src/money.ts", "export const a = 1;\n")).toHaveLength(1);
  expect(messages("packages/core/src/money.ts", "/** Money. */\nexport const a = 1;\n")).toEqual([]);
  expect(messages("scripts/money.ts", "export const a = 1;\n")).toEqual([]);
});

it("[HS1] a line that names the interpreter may stand before the comment, and replaces none", () => {
  const path = "apps/cli/src/main.ts";
  expect(messages(path, "#!/usr/bin/env node\n/** The command line. */\n")).toEqual([]);
  expect(messages(path, "#!/usr/bin/env node\nexport const a = 1;\n")).toHaveLength(1);
});

it("[HS1] an exported function has a docstring, an overload shares it", () => {
  const file = "/** Money. */\n\nexport function fen(): void {}\n";
  expect(messages("packages/core/src/money.ts", file)).toEqual(["3 fen is exported without a docstring"]);
  expect(messages("packages/ui/src/fen.tsx", file)).toEqual([]);
  const arrow = "// Money.\n\nexport const fen = (yuan: number): number => yuan * 100;\n";
  expect(messages("packages/core/src/money.ts", arrow)).toEqual(["3 fen is exported without a docstring"]);
  const overloaded =
    "/** Money. */\n\n/** Fen. */\nexport function fen(a: string): void;\nexport function fen(): void {}\n";
  expect(messages("packages/core/src/money.ts", overloaded)).toEqual([]);
  // A fixture needs its header and nothing more.
  expect(messages("packages/core/src/fixtures/fen.fixture.ts", arrow)).toEqual([]);
  expect(messages("packages/core/src/fixtures/fen.fixture.ts", "export const a = 1;\n")).toHaveLength(1);
});

it("[HS2] a name that says nothing is refused, as file and as folder", () => {
  expect(messages("packages/core/src/date-utils.ts", "// x\n")).toHaveLength(1);
  expect(messages("packages/core/src/helpers/a.ts", "// x\n")).toHaveLength(1);
  expect(messages("packages/core/src/commonwealth.ts", "// x\n")).toEqual([]);
});

// The samples name the test functions in pieces, so that this file's own check does not take them for tests.
const [IT, DESCRIBE] = [["i", "t"].join(""), ["des", "cribe"].join("")];
const sample = (title: string): string => `${IT}("${title}", () => {});\n`;
const group = (title: string, inside: string): string => `${DESCRIBE}("${title}", () => {\n  ${inside}});\n`;

it("[HS3] a test's title begins with an ID, or its describe does", () => {
  const path = "tests/vectors/a.test.ts";
  expect(messages(path, sample("adds"))).toHaveLength(1);
  expect(messages(path, sample("[M2] adds"))).toEqual([]);
  expect(messages(path, group("[M2] started", sample("adds")))).toEqual([]);
  // The describe with the ID has ended before the second test.
  expect(messages(path, group("[M2] started", sample("x")) + group("y", sample("adds")))).toHaveLength(1);
});

it("[HS3] the title of a table test is found behind its table", () => {
  const path = "tests/vectors/a.test.ts";
  expect(messages(path, `${IT}.each([\n  [1, "]x"],\n])("adds %i", () => {});\n`)).toHaveLength(1);
  expect(messages(path, `${IT}.each(rows)("[M2] adds", () => {});\n`)).toEqual([]);
  expect(messages(path, `${IT}.for(rows)("adds", () => {});\n`)).toHaveLength(1);
});

it("[HS4] a package's test sits beside its file", () => {
  const test = sample("[M2] x");
  expect(messages("packages/core/src/a.test.ts", test)).toEqual(["1 there is no a.ts beside this test"]);
  expect(messages("packages/core/src/a.test.ts", test, ["packages/core/src/a.ts"])).toEqual([]);
  expect(messages("packages/core/src/a-faults.test.ts", test, ["packages/core/src/a.ts"])).toEqual([]);
  expect(messages("packages/ui/src/a.browser.test.tsx", test, ["packages/ui/src/a.tsx"])).toEqual([]);
  expect(messages("packages/ui/src/a.test.ts", test, ["packages/ui/src/a.css"])).toEqual([]);
  expect(messages("packages/ui/src/a.test.ts", test, ["packages/ui/src/a.json"])).toHaveLength(1);
});

it("[HS5] a star export is refused", () => {
  expect(messages("scripts/a.ts", 'export * from "./b.ts";\n')).toHaveLength(1);
});

it("[HS6] promises and machine paths are refused, a web path is not", () => {
  expect(messages("scripts/a.ts", `// ${["TO", "DO"].join("")} later\n`)).toHaveLength(1);
  const home = ["/ho", "me/"].join("");
  expect(messages("docs/a.md", `see ${home}alice\n`)).toHaveLength(1);
  expect(messages("docs/a.md", `see example.com${home}alice\n`)).toEqual([]);
});
