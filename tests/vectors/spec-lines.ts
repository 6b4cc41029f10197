/**
 * The rules as SPEC.md lists them, and the IDs that test titles carry. Pure.
 *
 * 1. A rule is a table line `| **X3** | what it says | where it is kept | source |`. One that is kept nowhere says "not yet".
 * 2. An ID belongs to a title when it stands at its beginning, in brackets; a title may carry several.
 */

export interface SpecLine {
  readonly id: string;
  readonly rule: string;
  readonly keptIn: string;
  readonly source: string;
  readonly isKept: boolean;
}

const LINE = /^\| \*\*([A-Z]\d+)\*\* \|(.*)\|(.*)\|(.*)\|$/gm;

/** Every rule of the specification, in its order. */
export const specLines = (markdown: string): readonly SpecLine[] =>
  [...markdown.matchAll(LINE)].map(([, id = "", rule = "", keptIn = "", source = ""]) => ({
    id,
    rule: rule.trim(),
    keptIn: keptIn.trim(),
    source: source.trim(),
    isKept: !/\bnot yet\b/i.test(keptIn) || keptIn.includes("`"),
  }));

const idsIn = (texts: Iterable<string>): readonly string[] =>
  [...texts].flatMap((text) => [...text.matchAll(/\[([A-Z]{1,3}\d+)\]/g)].map((m) => m[1] ?? ""));

/** IDs at the beginning of any title or text of a test file. */
export const titleIds = (source: string): readonly string[] =>
  idsIn([...source.matchAll(/["'`]((?:\[[A-Z]{1,3}\d+\]\s*)+)/g)].map((m) => m[1] ?? ""));

/** IDs of the pairs of a vector file. */
export const pairIds = (source: string): readonly string[] =>
  idsIn([...source.matchAll(/(?<![\w.])pair(?:<[^()]*>)?\(\s*["'`](\[[A-Z]\d+\]) /g)].map((m) => m[1] ?? ""));

/** Files of the repository that a line names. */
export const pathsIn = (line: SpecLine): readonly string[] =>
  [...line.keptIn.matchAll(/`([^`\s]+)`/g)].map((m) => m[1] ?? "").filter((path) => path.includes("/"));

/** Provisions that a line names, as the pack calls them: `cc-577`, `spc-prepaid-2025-18`. */
export const provisionsIn = (line: SpecLine): readonly string[] =>
  [...line.source.matchAll(/`([a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d+)`/g)].map((m) => m[1] ?? "");

export interface Carried {
  /** Kept according to the specification, and in no pair. */
  readonly unpaired: readonly string[];
  /** In a pair, and not in the specification, or there as not kept yet. */
  readonly unspecified: readonly string[];
  /** Listed twice. */
  readonly twice: readonly string[];
  /** In a title, and neither a rule nor of another document. */
  readonly unknown: readonly string[];
}

/** What does not fit between the specification, the pairs and the titles; each ID once. */
export function carried(
  lines: readonly SpecLine[],
  paired: readonly string[],
  titled: readonly string[],
  others: readonly string[],
): Carried {
  const kept = lines.filter((line) => line.isKept).map((line) => line.id);
  const rules = lines.map((line) => line.id);
  const each = (ids: readonly string[]): readonly string[] => [...new Set(ids)].toSorted();
  return {
    unpaired: each(kept.filter((id) => !paired.includes(id))),
    unspecified: each(paired.filter((id) => !kept.includes(id))),
    twice: each(rules.filter((id, n) => rules.indexOf(id) !== n)),
    unknown: each(titled.filter((id) => !rules.includes(id) && !others.includes(id))),
  };
}
