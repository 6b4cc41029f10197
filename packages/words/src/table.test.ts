/**
 * Every code that core, intake and the pack can emit has words with facts it really gets, and no words stand unused.
 * The sources are read as text: words may import neither intake nor the pack.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  CategorySchema,
  CheckCodeSchema,
  CounterSchema,
  ElementIdSchema,
  eventTypes,
  recordEvents,
  statedFacts,
  GroundKindSchema,
  kindNames,
  LetterKindSchema,
  LetterPartSchema,
  MediumSchema,
  OutcomeSchema,
  ReplyAsSchema,
  partHeading,
  YesNoSchema,
} from "@recourse/core";
import { describe, expect, it } from "vitest";
import { slotsOf } from "./format.ts";
import { table } from "./table.ts";
import { wordCodes } from "./word.ts";

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const read = (path: string): string => readFileSync(at(path), "utf8");

function sourcesUnder(path: string, keep: RegExp): readonly string[] {
  return readdirSync(at(path), { recursive: true, encoding: "utf8" })
    .filter((f) => keep.test(f) && !/\.(?:test|fixture|contract)\.|node_modules|(?:^|\/)dist\//.test(f))
    .filter((f) => statSync(at(`${path}/${f}`)).isFile())
    .map((f) => read(`${path}/${f}`));
}

/** Comments name codes as examples; they emit none. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(?<=^|\s)\/\/.*$/gm, "");

const coreAndIntake = [...sourcesUnder("core/src", /\.ts$/), ...sourcesUnder("intake/src", /\.ts$/)]
  .map(withoutComments)
  .join("\n");
const json = (name: string): string => read(`pack-cn/src/data/${name}.json`);

const namespaces = "intake|letter|fix|missing|next|reason|limits|proves|error|data|wording|value|name|[A-Z]\\d{1,2}";
const literals = [...coreAndIntake.matchAll(new RegExp(`"((?:${namespaces})\\.[A-Za-z0-9_.]+)"`, "g"))].map(
  (m) => m[1] ?? "",
);

/** Look like codes and are none: names of commands, and codes of Problems whose message has another code. */
const notWorded: Readonly<Record<string, string>> = {
  "data.choose": "command",
  "data.show": "command",
  "intake.take": "command",
  "letter.open": "command",
  "letter.basis": "fill of a form",
  "letter.delivery": "fill of a form",
  "letter.demand": "fill of a form",
  "letter.facts": "fill of a form",
  "letter.problem": "fill of a form",
  "B10.version": "problem, says B10.version_unknown",
  "E3.order_number_missing": "problem, says E1.order_number_missing",
};

const all = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((m) => m[1] ?? "");
const quotedIn = (text: string): readonly string[] => all(text, /"([^"]+)"/g);
/** The text from `start` up to `end`. */
function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start);
  if (from < 0) throw new Error(`not found: ${start}`);
  return text.slice(from + start.length, text.indexOf(end, from + start.length));
}
/** Members of `export type Name = "a" | "b";`. */
const union = (path: string, name: string): readonly string[] =>
  quotedIn(between(read(path), `export type ${name} =`, ";"));
/** Members of a union of the kinds of letters. */
const kindUnion = (name: string): readonly string[] => union("core/src/letters/kinds/kind.ts", name);
/** Members of every enum that a stored field of this name has. */
const schemas = ["people", "evidence", "course"].map((f) => read(`core/src/schema/${f}.ts`)).join("\n");
const enumOf = (field: string): readonly string[] =>
  all(schemas, new RegExp(`\\b${field}: (?:z\\.optional\\()?z\\.enum\\(\\[([^\\]]*)\\]`, "g")).flatMap(quotedIn);
const under = (prefix: string, members: readonly string[]): readonly string[] => members.map((m) => `${prefix}.${m}`);

const findingTable = between(read("intake/src/finding.ts"), "const specs = {", "} as const");
const findings = [...findingTable.matchAll(/^ {2}(\w+): \{([\s\S]*?)mark: (true|false)/gm)].map((m) => ({
  code: `intake.${m[1] ?? ""}`,
  fix: /fix: "(\w+)"/.exec(m[2] ?? "")?.[1] ?? "",
  args: all(between(`${m[2] ?? ""}}`, "args: {", "}"), /\b(\w+)(?=:|,|\s*$)/g),
  mark: m[3] === "true",
}));

/** Rules of the pack, and the clocks that people set. */
const clockRules = [
  ...all(json("rules"), /"id": "([^"]+)"/g),
  ...all(read("core/src/clock/set-deadlines.ts"), /\bclock\(\w+, "([^"]+)"/g),
];

/** Codes that are put together from a set. */
const derived: readonly string[] = [
  ...under("category", CategorySchema.options),
  ...under("ground", GroundKindSchema.options),
  ...under("letter.phrase.ground", GroundKindSchema.options),
  ...under("counter", CounterSchema.options),
  ...under("letter.phrase.counter", CounterSchema.options),
  ...under("medium", MediumSchema.options),
  ...under("letter.phrase.medium", MediumSchema.options),
  ...under("element", ElementIdSchema.options),
  ...under("element.short", ElementIdSchema.options),
  ...under("answer", YesNoSchema.options),
  ...under("letterKind", LetterKindSchema.options),
  ...under("letter.title", LetterKindSchema.options),
  ...under("letter.part", LetterPartSchema.options),
  ...LetterKindSchema.options.flatMap((k) => LetterPartSchema.options.map((p) => partHeading(k, p))),
  ...["them", "They", "their", "Their"].flatMap((set) => under(`letter.phrase.${set}`, kindUnion("Addressee"))),
  ...under("letter.phrase.side", kindUnion("Side")),
  ...under("letter.barred", kindUnion("Barred")),
  ...under("likely", [
    "ground",
    "said",
    ...all(between(read("core/src/letters/likely.ts"), "const facts:", "\n};"), /^  (\w+): \(/gm),
  ]),
  ...under("letter.source", [...kindNames, "provision", "demand", "unknown"]),
  ...under("event", [...eventTypes, ...statedFacts, ...recordEvents, ...all(json("rules"), /"event": "([^"]+)"/g)]),
  ...under("consequence", clockRules),
  ...under("clock.rule", clockRules),
  ...under("ics.title", ["mine", "theirs", "authority", "record"]),
  ...all(read("core/src/clock/ics.ts"), /"(ics\.[a-z.]+)"/g),
  ...under("round", union("core/src/assess/assessment.ts", "Round")),
  ...under("turn", union("core/src/assess/assessment.ts", "Turn")),
  ...under("verdict", union("core/src/assess/assessment.ts", "Verdict")),
  ...under("force", union("core/src/grounds/force.ts", "Force")),
  ...under("check", quotedIn(between(read("core/src/pack/pack.ts"), "export const CheckSchema = z.enum([", "]"))),
  ...under("guideClass", quotedIn(between(read("core/src/pack/pack.ts"), "guideClass: z.nullable(z.enum([", "]"))),
  ...under("severity", quotedIn(between(read("core/src/assess/assessment.ts"), "readonly severity:", ";"))),
  ...under("name", union("core/src/filename.ts", "NameFault")),
  ...under(
    "error",
    all(between(read("core/src/commands/command.ts"), "export type DomainError =", ";\n\n"), /kind: "(\w+)"/g),
  ),
  ...under(
    "value",
    all(between(read("core/src/letters/values.ts"), "export type Value =", "export interface"), /kind: "(\w+)"/g),
  ),
  ...under("B6", quotedIn(between(read("core/src/letters/citations.ts"), "readonly reason:", ";"))),
  ...under("preflight", [
    ...CheckCodeSchema.options,
    "guardian",
    "closed",
    "policy",
    "not_here",
    "not_submitted",
    "already_over",
    "before_submitted",
  ]),
  ...under("lookup", quotedIn(between(read("core/src/grounds/lookup.ts"), "readonly state:", ";"))),
  ...under("purpose", enumOf("purpose")),
  ...under("situation", enumOf("situation")),
  ...under("paidTo", enumOf("paidTo")),
  ...under("role", enumOf("role")),
  ...under("place", enumOf("foundIn")),
  ...under("provider", enumOf("provider")),
  ...under("payeeKind", enumOf("payeeKind")),
  ...under("route", enumOf("route")),
  ...under("direction", enumOf("direction")),
  ...under("incident", enumOf("what")),
  ...under("letter.phrase.incident", enumOf("what")),
  ...under("offerForm", enumOf("form")),
  ...under("offerAsks", enumOf("asks")),
  ...under("offerStatus", union("core/src/settle/offers.ts", "OfferStatus")),
  ...under("replyAs", ReplyAsSchema.options),
  ...under("outcome", OutcomeSchema.options),
  ...under("claimChoice", enumOf("claimChoice")),
  ...under("place", all(json("lookup-places"), /"id": "([^"]+)"/g)),
  ...under("channel", all(json("triggers"), /"channel": "([^"]+)"/g)),
  ...under("material", all(json("material-types"), /"id": "([^"]+)"/g)),
  ...under("wording", all(json("wording"), /"category": "([^"]+)"/g)),
  ...under("letter.slot", all(between(json("wording"), '"slots": {', '"items"'), /"(\w+)": \{/g)),
  ...under("letter.slot", all(between(json("excuses"), '"slots": {', '"offerSigns"'), /"(\w+)": \{/g)),
  ...under(
    "letter",
    all(between(read("core/src/letters/template.ts"), "export const templates = {", "}"), /"([^"]+)":/g),
  ),
  // The letter of the round names the step.
  ...under("next", ["reminder1", "reminder2"]),
  ...all(json("categories"), /"notices": \[([^\]]*)\]/g).flatMap(quotedIn),
  ...findings.map((f) => f.code),
  ...findings.map((f) => `intake.fix.${f.fix}`),
  ...findings.flatMap((f) => (f.mark ? [f.code.replace("intake.", "mark.")] : [])),
  ...under(
    "intake.offer",
    quotedIn(between(withoutComments(read("intake/src/matching.ts")), "export type OfferReason =", ";")),
  ),
];

const wanted = [...new Set([...literals.filter((c) => !Object.hasOwn(notWorded, c)), ...derived])].toSorted();

/** Words that only screens and papers ask for, each with its reason. */
const forScreens: readonly (readonly [RegExp, string])[] = [
  [/^clock\./, "K7: whose time it is and how much is left"],
  [/^ics\.name$/, "K5: name of the calendar file"],
  [/^L10\.q\./, "L10: the four questions; core gives the answers"],
  [/^notice\.title$/, "heading of the notices"],
  [/^ui\.next$/, "heading of the next step"],
  [/^(?:screen|bag)\./, "screens and bundles, which put many of these codes together from parts"],
  [/^chain\./, "closed or open, from Assessment.closed"],
  [/^element\.verdict\./, "verdict of an element, from ElementAssessment"],
  [/^strength\./, "E8: the ladder, from exhibit.strength"],
  [/^partyKind\./, "kind of a party"],
  [/^channel\./, "X7: channels of the pack, loaded apart"],
  [/^outcome\./, "S3: outcome in case.closed"],
  [/^form\./, "papers: fields, fills and notes, put together from parts in core/letters/forms"],
  [/^(?:redact|bundle)\./, "P2, E14: what was masked or left out, by reason"],
  [/^dossier\.signed/, "lines to sign, by kind of paper"],
  [/^(?:filer|authorization|venue)\./, "X7, X13: choices of a filing"],
  [/^cli\.clock\./, "refusals of recourse clock, by kind"],
];

/** Codes that apps and other packages name in their own sources. */
const elsewhere = ["dossier", "ui", "sync", "vault", "../apps/cli", "../apps/web"]
  .flatMap((p) => sourcesUnder(`${p}/src`, /\.tsx?$/))
  .join("\n");
const isNamed = (code: string): boolean => elsewhere.includes(`"${code}"`);

describe("codes and words", () => {
  it("[A2] every code that can be emitted has words", () => {
    // Were the patterns to break, nothing would be wanted: core alone has far more than 300 codes.
    expect(wanted.length).toBeGreaterThan(300);
    expect(wanted.filter((c) => !Object.hasOwn(table, c))).toEqual([]);
  });

  it("[A2] what looks like a code and is none is still there", () => {
    for (const code of Object.keys(notWorded)) expect(literals).toContain(code);
  });

  it("[A2] no words stand unused", () => {
    const used = new Set(wanted);
    const idle = wordCodes.filter(
      (c) => !used.has(c) && !isNamed(c) && !forScreens.some(([pattern]) => pattern.test(c)),
    );
    expect(idle).toEqual([]);
    for (const [pattern] of forScreens)
      expect(
        wordCodes.some((c) => pattern.test(c)),
        String(pattern),
      ).toBe(true);
  });
});

/** Facts that must be there: those of slots outside optional stretches. */
const needed = (code: string): readonly string[] =>
  (table[code] ?? []).flatMap((t) => slotsOf(t.replace(/\[\?[^\]]*\]/g, ""))).filter((s) => s !== "exhibits");

describe("facts of sentences", () => {
  it("[E9] a finding of the import uses its own facts and the file; a mark only the file", () => {
    expect(findings.length).toBeGreaterThan(40);
    const used = (code: string): readonly string[] => (table[code] ?? []).flatMap(slotsOf);
    for (const f of findings) {
      expect(["file", ...f.args], f.code).toEqual(expect.arrayContaining([...used(f.code)]));
      if (f.mark) expect(new Set(used(f.code.replace("intake.", "mark."))), f.code).toEqual(new Set(["file"]));
    }
  });

  it("[A2] a sentence asks only for facts that its message carries", () => {
    // `message("code", { … })`, `missing("code", { … })` with their facts written out; `need(element, "code", …)` carries none.
    const calls = [...coreAndIntake.matchAll(/\b(?:message|missing)\(\s*"([^"]+)"(?:,\s*\{([^{}]*)\})?/g)].filter(
      (m) => !/\.\.\./.test(m[2] ?? "") && !isVariable(m),
    );
    const bare = all(coreAndIntake, /\bneed\(\s*"\w+",\s*"([^"]+)"/g).map((code) => ({
      code,
      facts: [] as readonly string[],
    }));
    const inline = calls.map((m) => ({ code: m[1] ?? "", facts: all(m[2] ?? "", /(?:^|,)\s*(\w+)(?=\s*(?::|,|$))/g) }));
    expect(inline.length).toBeGreaterThan(60);
    const holes = [...inline, ...bare].flatMap(({ code, facts }) =>
      needed(code)
        .filter((s) => !facts.includes(s))
        .map((s) => `${code}: ${s}`),
    );
    expect(holes).toEqual([]);
  });
});

/** `message("code", args, …)`: facts in a variable, or with objects inside, cannot be read here. */
const isVariable = (m: RegExpExecArray): boolean =>
  m[2] === undefined && /^,\s*[A-Za-z({]/.test(m.input.slice(m.index + m[0].length));
