/**
 * House style that no linter rule covers, as checks of one file's path and text. Pure.
 *
 * 1. A source file begins with a comment that says what it is, after a `#!` line where it has one; an exported function or
 *    class has a docstring, except in a fixture, whose names are read in the tests they serve.
 * 2. A file or folder is named after what it is about, never utils, helpers, common or manager.
 * 3. A test's title begins with the ID of the rule it proves, its own or that of the describe around it.
 * 4. A test in a package sits beside the file it tests, be it code or a style sheet.
 * 5. Public names are listed one by one.
 * 6. No promises in comments, no addresses of one person's machine.
 */

/** One broken rule. Units: `line` counts from 1. */
export type StyleFinding = { readonly path: string; readonly line: number; readonly message: string };

/** A file of the project, and whether another path exists beside it. */
export type StyleSource = {
  readonly path: string;
  readonly text: string;
  readonly exists: (path: string) => boolean;
};

type Rule = (source: StyleSource) => readonly (readonly [offset: number, message: string])[];

const CODE = /\.(?:ts|tsx|mts|mjs|js|css|html)$/;
/** A contract is the suite that every adapter of a port passes, called by the adapters' tests. */
const TEST = /\.(?:test|contract)\.tsx?$/;
const FIXTURE = /\.fixture\.tsx?$/;
const SOURCE = /^(?:packages|apps)\/[^/]+\/src\/.+\.tsx?$/;
const EMPTY_NAMES = /^(?:.+-)?(?:utils?|helpers?|commons?|managers?)$/;
/** For example [M2], [B1–B3], [T-D4], [D5a, D6]. */
const TITLE_ID = /^\[[A-Z][A-Za-z0-9]*(?:[-–.,/ ]+[A-Za-z0-9]+)*\]/;
// Spelt in pieces so that this file does not find itself.
const PROMISES = new RegExp(
  `\\b(?:${[
    ["TO", "DO"],
    ["FIX", "ME"],
    ["XX", "X"],
  ]
    .map((word) => word.join(""))
    .join("|")})\\b`,
  "g",
);
const MACHINE_PATHS = /(?<![\w.:/)}-])\/(?:home|root|work)\/|\b[A-Z]:\\{1,2}Users\b/g;

const EXPORTED_CALLABLES =
  /^export (?:async function|function\*?|abstract class|class|const(?= [\w$]+(?::[^=]+)? = (?:async )?[(<])) ?([\w$]+)/gm;

const isSource = (path: string): boolean => SOURCE.test(path) && !TEST.test(path) && !path.endsWith(".d.ts");

const matches = (text: string, pattern: RegExp): readonly RegExpExecArray[] => [...text.matchAll(pattern)];

const header: Rule = ({ path, text }) =>
  isSource(path) && !/^(?:#!.*\n)?\/[/*]/.test(text) ? [[0, "begin with a comment that says what this file is"]] : [];

const docstrings: Rule = ({ path, text }) => {
  if (!isSource(path) || FIXTURE.test(path)) return [];
  return matches(text, EXPORTED_CALLABLES)
    .filter(({ index, 1: name }) => {
      const before = text.slice(0, index).trimEnd();
      const isOverload = new RegExp(`export (?:async )?function ${name ?? ""}\\b[^{}]*;$`).test(before);
      // The header documents the export that the file is named after, and nothing else.
      const isNamesake = path.endsWith(`/${name ?? ""}.tsx`) || path.endsWith(`/${name ?? ""}.ts`);
      const isDocumented = isNamesake || (before.endsWith("*/") && before.lastIndexOf("/*") > 0);
      return !isDocumented && !isOverload;
    })
    .map(({ index, 1: name }) => [index, `${name ?? ""} is exported without a docstring`] as const);
};

const names: Rule = ({ path }) => {
  const parts = path.split("/");
  const bad = parts.find((part) => EMPTY_NAMES.test(part.split(".")[0] ?? ""));
  return bad === undefined || !CODE.test(path) ? [] : [[0, `"${bad}" says nothing: name it after what it is about`]];
};

const indentAt = (text: string, offset: number): number => {
  const start = text.lastIndexOf("\n", offset) + 1;
  return /^ */.exec(text.slice(start))?.[0].length ?? 0;
};

const TITLES = /(?<![\w.$])(?:it|test)(?:\.(?!each|for)\w+)*\(\s*(["'`])((?:\\.|(?!\1).)*)\1/gs;
/** The title of a table test follows the closing bracket of its table or the table's name. */
const TABLE_TITLES =
  /(?<![\w.$])(?:it|test)(?:\.\w+)*\.(?:each|for)(?:\([\w.]+\)|\(\[[\s\S]*?\](?: as const)?,?\s*\))\(\s*(["'`])((?:\\.|(?!\1).)*)\1/g;
const DESCRIBES = /(?<![\w.$])describe(?:\.\w+)*(?:\([^)]*\))??\(\s*(["'`])((?:\\.|(?!\1).)*)\1/gs;

const titles: Rule = ({ path, text }) => {
  if (!TEST.test(path)) return [];
  const groups = matches(text, DESCRIBES)
    .filter(({ 2: title }) => TITLE_ID.test(title ?? ""))
    .map(({ index }) => ({ index, indent: indentAt(text, index) }));
  const isInGroup = (offset: number): boolean => {
    const indent = indentAt(text, offset);
    return groups.some((group) => {
      if (group.index > offset || group.indent >= indent) return false;
      // The group has ended when a line closes it at its own indentation before the test.
      return !text.slice(group.index, offset).includes(`\n${" ".repeat(group.indent)}})`);
    });
  };
  return [...matches(text, TITLES), ...matches(text, TABLE_TITLES)]
    .filter(({ index, 2: title }) => !TITLE_ID.test(title ?? "") && !isInGroup(index))
    .map(
      ({ index, 2: title }) => [index, `the title "${title ?? ""}" does not begin with the [ID] of its rule`] as const,
    );
};

const besides: Rule = ({ path, exists }) => {
  const place = /^(packages\/.+\/)([^/.]+)[^/]*\.test\.tsx?$/.exec(path);
  if (place === null) return [];
  const words = (place[2] ?? "").split("-");
  // folder-faults.test.ts is a second test of folder.ts.
  const subjects = words.map((_, last) => `${place[1] ?? ""}${words.slice(0, last + 1).join("-")}`);
  return subjects.some((subject) => ["ts", "tsx", "css"].some((ext) => exists(`${subject}.${ext}`)))
    ? []
    : [[0, `there is no ${place[2] ?? ""}.ts beside this test`]];
};

const namedExports: Rule = ({ path, text }) =>
  CODE.test(path)
    ? matches(text, /^export (?:type )?\*/gm).map(({ index }) => [index, "list the exported names one by one"] as const)
    : [];

const promises: Rule = ({ path, text }) =>
  CODE.test(path)
    ? matches(text, PROMISES).map(({ index, 0: word }) => [index, `${word}: do it or leave it out`] as const)
    : [];

const machinePaths: Rule = ({ text }) =>
  matches(text, MACHINE_PATHS).map(({ index, 0: found }) => [index, `"${found}" is a path of one machine`] as const);

const RULES: readonly Rule[] = [header, docstrings, names, titles, besides, namedExports, promises, machinePaths];

/** Everything in one file that breaks the house style. */
export const styleFindings = (source: StyleSource): readonly StyleFinding[] =>
  RULES.flatMap((rule) =>
    rule(source).map(([offset, message]) => ({
      path: source.path,
      line: source.text.slice(0, offset).split("\n").length,
      message,
    })),
  );
