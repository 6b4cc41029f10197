/**
 * Plants each kind of forbidden dependency in a copy of the tree and runs verify's own steps on it: the step must fail
 * and name the planted file. A copy with nothing planted must pass, so a failure comes from what was planted.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyTree, type StepRun, type TreeCopy } from "./tree-copy.ts";

type Plant = {
  readonly what: string;
  readonly path: string;
  readonly text: string;
  /** The steps that must name the file. */
  readonly steps: readonly ("lint" | "boundaries" | "types" | "style")[];
};

const HEADER = "/** Planted. */\n\n";
const uses = (specifier: string): string =>
  `${HEADER}import { planted } from "${specifier}";\n\nexport const held = planted;\n`;
const numbers = (count: number): string =>
  HEADER + Array.from({ length: count }, (_, index) => `export const number${index} = ${index};\n`).join("");
// In pieces, so that the style check of this repository does not find the samples here.
const machinePath = ["/ho", "me/alice"].join("");
const untitled = [["i", "t"].join(""), '("adds", () => {});\n'].join("");

const PLANTS: readonly Plant[] = [
  {
    what: "core imports words",
    path: "packages/core/src/planted-words.ts",
    text: uses("@recourse/words"),
    steps: ["lint", "boundaries"],
  },
  {
    what: "core imports Node",
    path: "packages/core/src/planted-node.ts",
    text: uses("node:fs"),
    steps: ["lint", "types"],
  },
  { what: "core imports all of zod", path: "packages/core/src/planted-zod.ts", text: uses("zod"), steps: ["lint"] },
  {
    what: "words imports pack-cn",
    path: "packages/words/src/planted-pack.ts",
    text: uses("@recourse/pack-cn"),
    steps: ["boundaries"],
  },
  {
    what: "vault reaches into core's files",
    path: "packages/vault/src/planted-reach.ts",
    text: uses("../../core/src/index.ts"),
    steps: ["boundaries"],
  },
  {
    what: "ui imports core",
    path: "packages/ui/src/planted-core.ts",
    text: uses("@recourse/core"),
    steps: ["lint", "boundaries"],
  },
  {
    what: "one feature imports another",
    path: "apps/web/src/contrib/board/planted-feature.ts",
    text: uses("../today/planted.ts"),
    steps: ["lint"],
  },
  {
    what: "one feature imports another from a folder below",
    path: "apps/web/src/contrib/board/cards/planted-feature.ts",
    text: uses("../../today/planted.ts"),
    steps: ["lint"],
  },
  {
    what: "one feature imports another the long way",
    path: "apps/web/src/contrib/board/planted-long-way.ts",
    text: uses("../../contrib/today/planted.ts"),
    steps: ["lint"],
  },
  {
    what: "a feature imports sync",
    path: "apps/web/src/contrib/board/planted-sync.ts",
    text: uses("@recourse/sync"),
    steps: ["lint"],
  },
  {
    what: "a part imports a feature",
    path: "apps/web/src/parts/planted-feature.ts",
    text: uses("../contrib/today/planted.ts"),
    steps: ["lint"],
  },
  {
    what: "the relay imports core",
    path: "apps/relay/src/planted-core.ts",
    text: uses("@recourse/core"),
    steps: ["lint", "boundaries"],
  },
  {
    what: "the relay imports all of sync",
    path: "apps/relay/src/planted-sync.ts",
    text: uses("@recourse/sync"),
    steps: ["lint"],
  },
  {
    what: "the command line imports ui",
    path: "apps/cli/src/planted-ui.ts",
    text: uses("@recourse/ui"),
    steps: ["lint", "boundaries"],
  },
  {
    what: "a package imports an app",
    path: "packages/intake/src/planted-app.ts",
    text: uses("@recourse/cli"),
    steps: ["lint", "boundaries"],
  },
  {
    what: "a package imports the tests",
    path: "packages/intake/src/planted-tests.ts",
    text: uses("../../../tests/architecture/tree-copy.ts"),
    steps: ["lint", "boundaries"],
  },
  {
    what: "a source imports a test library",
    path: "packages/dossier/src/planted-vitest.ts",
    text: uses("vitest"),
    steps: ["lint"],
  },
  {
    what: "core reads the clock",
    path: "packages/core/src/planted-date.ts",
    text: `${HEADER}export const now = Date.now();\n`,
    steps: ["lint"],
  },
  {
    what: "core rolls dice",
    path: "packages/core/src/planted-random.ts",
    text: `${HEADER}export const dice = Math.random();\n`,
    steps: ["lint"],
  },
  {
    what: "core uses the window",
    path: "packages/core/src/planted-window.ts",
    text: `${HEADER}export const title = window.name;\n`,
    steps: ["lint", "types"],
  },
  {
    what: "core uses the process",
    path: "packages/core/src/planted-process.ts",
    text: `${HEADER}export const env = process.env;\n`,
    steps: ["lint", "types"],
  },
  {
    what: "words uses the document",
    path: "packages/words/src/planted-document.ts",
    text: `${HEADER}export const title = document.title;\n`,
    steps: ["types"],
  },
  {
    what: "a test with a type error",
    path: "packages/core/src/planted-date.test.ts",
    text: `${HEADER}export const wrong: string = 1;\n`,
    steps: ["types"],
  },
  {
    what: "two files import each other",
    path: "packages/sync/src/planted-cycle-a.ts",
    text: `${HEADER}import { b } from "./planted-cycle-b.ts";\n\nexport const a = (): unknown => b;\n`,
    steps: ["lint"],
  },
  {
    what: "two files import each other, the other",
    path: "packages/sync/src/planted-cycle-b.ts",
    text: `${HEADER}import { a } from "./planted-cycle-a.ts";\n\nexport const b = (): unknown => a;\n`,
    steps: ["lint"],
  },
  {
    what: "any",
    path: "packages/sync/src/planted-any.ts",
    text: `${HEADER}export const held = (value: any): unknown => value;\n`,
    steps: ["lint"],
  },
  {
    what: "a file too long to read in one go",
    path: "packages/sync/src/planted-long.ts",
    text: numbers(360),
    steps: ["lint"],
  },
  {
    what: "a default export",
    path: "packages/sync/src/planted-default.ts",
    text: `${HEADER}export default 1;\n`,
    steps: ["lint"],
  },
  {
    what: "a console line in a package",
    path: "packages/sync/src/planted-console.ts",
    text: `${HEADER}console.log("planted");\n`,
    steps: ["lint"],
  },
  {
    what: "a star export",
    path: "packages/sync/src/planted-star.ts",
    text: `${HEADER}export * from "./index.ts";\n`,
    steps: ["style"],
  },
  {
    what: "a file without header",
    path: "packages/sync/src/planted-bare.ts",
    text: "export const held = 1;\n",
    steps: ["style"],
  },
  {
    what: "a name that says nothing",
    path: "packages/sync/src/planted-utils.ts",
    text: `${HEADER}export const held = 1;\n`,
    steps: ["style"],
  },
  {
    what: "a test without rule ID, beside nothing",
    path: "packages/sync/src/planted-lost.test.ts",
    text: `${HEADER}${untitled}`,
    steps: ["style"],
  },
  { what: "a path of one machine", path: "docs/planted.md", text: `See ${machinePath}.\n`, steps: ["style"] },
];

const CLEAN_STEPS = ["lint", "style", "lockfile", "boundaries", "types"] as const;

let tree: TreeCopy;

beforeAll(() => {
  tree = copyTree();
});

afterAll(() => tree.remove());

// The tests below share one copy and run in order: first clean, then with everything planted.
it("[AR1] a copy with nothing planted passes", async () => {
  const { passed, output } = await tree.verify(...CLEAN_STEPS);
  expect(passed, output).toBe(true);
});

/** A declared dependency gives no file to name: the package and the tag are named instead. */
const DECLARED = [
  ["packages/core", "@recourse/words", "words"],
  ["packages/words", "@recourse/pack-cn", "pack"],
  ["packages/vault", "@recourse/intake", "intake"],
  ["packages/sync", "@recourse/ui", "ui"],
  ["packages/ui", "@recourse/core", "core"],
  ["packages/dossier", "@recourse/cli", "app"],
  ["packages/intake", "@recourse/tests", "tests"],
  ["apps/relay", "@recourse/web", "web"],
  ["apps/cli", "@recourse/ui", "ui"],
] as const;

it.each(DECLARED)("[AR2] %s may not even declare %s", async (folder, dependency, tag) => {
  const path = `${folder}/package.json`;
  const before = readFileSync(join(tree.folder, path), "utf8");
  const manifest = JSON.parse(before);
  tree.plant(
    path,
    JSON.stringify({ ...manifest, dependencies: { ...manifest.dependencies, [dependency]: "workspace:*" } }),
  );
  const { passed, output } = await tree.verify("boundaries");
  tree.plant(path, before);
  expect(passed).toBe(false);
  // The message is broken into lines with a bar in front; one line of it is easier to read.
  const oneLine = output.replaceAll(/\n\s*\|/g, "").replaceAll(/\s+/g, " ");
  const shown = manifest.name.replace("/", "/ ?");
  expect(oneLine).toMatch(
    new RegExp(
      `Package \`${dependency.replace("/", "/ ?")}\` found with tag listed in denylist for \`${shown}\`: \`${tag}\``,
    ),
  );
});

it("[AR3] a second copy of yjs in the lockfile is refused", async () => {
  const path = "pnpm-lock.yaml";
  const before = readFileSync(join(tree.folder, path), "utf8");
  tree.plant(
    path,
    before.replace(/^ {2}yjs@[\d.]+:\n/m, (line) => `  yjs@13.5.0:\n    resolution: {integrity: sha512-x}\n\n${line}`),
  );
  const { passed, output } = await tree.verify("lockfile");
  tree.plant(path, before);
  expect(passed).toBe(false);
  expect(output).toContain("pnpm-lock.yaml: expected one version of yjs, found: 13.5.0,");
});

describe("[AR4] with everything planted", () => {
  const runs = new Map<string, StepRun>();

  beforeAll(async () => {
    for (const { path, text } of PLANTS) tree.plant(path, text);
    for (const step of ["lint", "boundaries", "types", "style"]) runs.set(step, await tree.verify(step));
  });

  const cases = PLANTS.flatMap(({ what, path, steps }) => steps.map((step) => [step, what, path] as const));

  it.each(cases)("%s refuses: %s", (step, _what, path) => {
    const run = runs.get(step);
    expect(run?.passed).toBe(false);
    expect(run?.output.includes(path), run?.output).toBe(true);
  });
});
