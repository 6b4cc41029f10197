/**
 * What sources support: every value a sentence may state because its sources state it. Pure (A3).
 *
 * 1. Besides the stored values: what follows from them by subtraction (time between two moments, growth between two readings, what is left to pay).
 * 2. Whatever a template would print about the same subject is supported: derived figures are computed once, in the templates.
 */
import { find } from "../case/case.ts";
import { isId, isSha256, parseRef, ref, type Ref } from "../identity.ts";
import type { Args } from "../message.ts";
import { civilOf, clockOf, printedSpan, toMillis, DAY_MS, startOf, type CivilDate, type Instant } from "../time.ts";
import { parseArticle } from "../grounds/numeral.ts";
import { normalised } from "../grounds/quote.ts";
import { exhibitsOf, recordAt } from "./sources.ts";
import { keyOf, type Composed, type LetterFacts } from "./template.ts";
import { valuesIn, type MomentParts, type Token } from "./values.ts";
import { CivilDateSchema, InstantSchema } from "../schema/values.ts";

export interface Support {
  readonly amounts: Set<number>;
  readonly counts: Set<number>;
  readonly instants: Set<Instant>;
  readonly days: Set<CivilDate>;
  readonly moments: MomentParts[];
  /** Units: minutes; days. */
  readonly minutes: Set<number>;
  readonly spans: Set<string>;
  readonly ratios: Set<number>;
  readonly articles: Set<number>;
  readonly texts: string[];
}

/** Fields that say nothing about the world. */
const unspoken: ReadonlySet<string> = new Set([
  "id",
  "by",
  "recordedAt",
  "draft",
  "position",
  "row",
  "rows",
  "size",
  "strength",
  "condition",
  "marks",
  "mediaType",
  // How a sentence is worded, not what it says.
  "them",
  "side",
  "stance",
  "excuse",
]);

/** Fields that name files. */
const named: ReadonlySet<string> = new Set(["sourceFile", "name", "url", "files"]);

/** Where support starts: a sentence without sources may state nothing. Filled in place, so each sentence needs its own. */
export const noSupport = (): Support => ({
  amounts: new Set(),
  counts: new Set(),
  instants: new Set(),
  days: new Set(),
  moments: [],
  minutes: new Set(),
  spans: new Set(),
  ratios: new Set(),
  articles: new Set(),
  texts: [],
});

/** Takes one named value in. */
export function addValue(to: Support, field: string, value: unknown): void {
  if (unspoken.has(field)) return;
  if (typeof value === "number") addNumber(to, field, value);
  else if (Array.isArray(value)) value.forEach((v) => addValue(to, field, v));
  else if (typeof value === "string" && !isId(value) && !isSha256(value)) addText(to, field, value);
}

function addNumber(to: Support, field: string, value: number): void {
  if (field.endsWith("Fen")) to.amounts.add(value);
  else if (field.endsWith("Ratio")) to.ratios.add(value);
  else {
    to.counts.add(value);
    if (field.endsWith("Hours")) to.minutes.add(value * 60);
  }
}

function addText(to: Support, field: string, value: string): void {
  const at = InstantSchema.safeParse(value);
  const on = CivilDateSchema.safeParse(value);
  if (at.success) to.instants.add(at.data);
  else if (on.success) to.days.add(on.data);
  else {
    to.texts.push(normalised(value).toLowerCase());
    if (field === "article") to.articles.add(parseArticle(value) ?? -1);
    // Figures in names of files count files, not what happened.
    if (!named.has(field)) for (const t of valuesIn(value)) addToken(to, t);
  }
}

function addToken(to: Support, t: Token): void {
  const v = t.value;
  if (v.kind === "amount") to.amounts.add(v.fen);
  else if (v.kind === "moment") to.moments.push(v.parts);
  else if (v.kind === "span" && v.unit === "minute") to.minutes.add(v.n);
  else if (v.kind === "span") to.spans.add(`${v.n} ${v.unit}`);
  else if (v.kind === "percent") to.ratios.add(v.percent / 100);
  else if (v.kind === "count") to.counts.add(v.n);
  else if (v.kind === "article") to.articles.add(v.n);
  else if (v.kind === "quote") for (const inner of valuesIn(v.text)) addToken(to, inner);
}

function addArgs(to: Support, args: Args): void {
  const { hours, minutes, ...rest } = args;
  for (const [field, value] of Object.entries(rest)) addValue(to, field, value);
  if (typeof hours === "number" && typeof minutes === "number") to.minutes.add(hours * 60 + minutes);
}

const bare = (source: Ref): string => {
  const parts = parseRef(source);
  return parts.ok ? `${parts.value.kind}/${parts.value.id}` : source;
};

/** Everything `sources` support. `told`: what the templates say now. */
export function supportOf(
  facts: LetterFacts,
  sources: readonly Ref[],
  told: readonly Composed[],
  template?: string,
): Support {
  const to = noSupport();
  const rests = new Set(sources.map(bare));
  const kinds = new Map<string, number>();
  const values: number[] = [];
  for (const source of rests) {
    const parts = parseRef(source);
    if (!parts.ok) continue;
    kinds.set(parts.value.kind, (kinds.get(parts.value.kind) ?? 0) + 1);
    addRecord(to, facts, parts.value.kind, parts.value.id, values);
  }
  for (const c of told)
    if (
      c.sources[0] !== undefined &&
      (rests.has(bare(c.sources[0])) || c.key === (template === undefined ? "" : keyOf(template, sources)))
    )
      addArgs(to, c.args);
  for (const n of kinds.values()) to.counts.add(n);
  if (["payment", "refund", "order", "usage", "demand"].some((k) => kinds.has(k))) {
    const { paidFen, refundedFen, receivedFen, claimFen, either } = facts.demand;
    for (const fen of [paidFen, refundedFen, receivedFen, claimFen, ...(either ?? [])])
      if (fen !== undefined) to.amounts.add(fen);
  }
  for (const [i, a] of values.entries()) for (const b of values.slice(i + 1)) to.counts.add(Math.abs(a - b));
  addSpans(to);
  return to;
}

function addRecord(to: Support, facts: LetterFacts, kind: string, id: string, values: number[]): void {
  if (kind === "provision") {
    const p = facts.pack.provisions.find((one) => one.id === id);
    if (p) to.articles.add(p.articleNo);
    addValue(to, "text", facts.pack.texts?.[id]);
    return;
  }
  if (kind === "draft") addValue(to, "answerBy", facts.answerBy);
  const source = ref(kind, id);
  const found = recordAt(facts.case, source);
  if (!found) return;
  for (const [field, value] of Object.entries(found.record)) addValue(to, field, value);
  if (found.kind === "reading") {
    const reading = find(facts.case, "reading", id);
    if (reading) values.push(reading.value);
    return;
  }
  // Words that stand in the exhibit may be quoted, also where the record keeps only a part of them.
  for (const e of exhibitsOf(facts.case, source)) {
    const exhibit = find(facts.case, "exhibit", e);
    if (exhibit?.text !== undefined) to.texts.push(normalised(exhibit.text).toLowerCase());
  }
}

/** Time between any two moments the sources name. */
function addSpans(to: Support): void {
  const at = [...to.instants].toSorted();
  const days = [...new Set([...at.map((a) => civilOf(a)), ...to.days])].toSorted();
  for (const [i, a] of at.entries())
    for (const b of at.slice(i + 1)) {
      const { hours, minutes } = printedSpan(a, b);
      to.minutes.add(hours * 60 + minutes);
    }
  for (const [i, a] of days.entries())
    for (const b of days.slice(i + 1))
      to.spans.add(`${Math.round((toMillis(startOf(b)) - toMillis(startOf(a))) / DAY_MS)} day`);
  for (const m of to.minutes) if (m >= 1440) to.spans.add(`${Math.floor(m / 1440)} day`);
}

const partNames = ["year", "month", "day", "hour", "minute", "second"] as const;
const fits = (asked: MomentParts, known: MomentParts): boolean =>
  partNames.every((n) => asked[n] === undefined || asked[n] === known[n]);

function partsOf(at: Instant | CivilDate): MomentParts {
  const [date, time] = at.includes("T") ? [civilOf(at), clockOf(startOf(at)).seconds] : [civilOf(at), undefined];
  const [year, month, day] = date.split("-").map(Number);
  const [hour, minute, second] = time?.split(":").map(Number) ?? [];
  return { year, month, day, hour, minute, second };
}

const rounds = (ratio: number, percent: number, decimals: number): boolean => {
  const scale = 10 ** decimals;
  const scaled = ratio * 100 * scale;
  return [Math.round(scaled), Math.floor(scaled + 1e-9)].some((n) => Math.abs(n / scale - percent) < 1e-9);
};

/** Numbers of public doors; naming one states no fact of the case. */
const publicNumbers: ReadonlySet<number> = new Set([12315, 12377, 12345, 12378, 12348, 110]);

/** Whether a value is among those supported. `exhibits`: how many the letter numbers. */
export function supports(by: Support, token: Token, exhibits: number): boolean {
  const v = token.value;
  switch (v.kind) {
    case "amount":
      return by.amounts.has(v.fen);
    case "moment":
      return [...by.moments, ...[...by.instants, ...by.days].map(partsOf)].some((known) => fits(v.parts, known));
    case "span":
      if (v.unit !== "minute") return by.spans.has(`${v.n} ${v.unit}`);
      return (
        by.minutes.has(v.n) || (!v.exact && [...by.minutes].some((m) => Math.floor(m / 60) * 60 === v.n && m >= 60))
      );
    case "percent":
      return [...by.ratios].some((r) => rounds(r, v.percent, v.decimals));
    case "count":
      return publicNumbers.has(v.n) || by.counts.has(v.n) || by.texts.some((t) => digitRun(t, token.text));
    case "code":
      return by.texts.some((t) => t.includes(normalised(v.text).toLowerCase()));
    case "quote":
      return quoted(by, v.text);
    case "exhibit":
      return v.n >= 1 && v.n <= exhibits;
    case "article":
      return by.articles.has(v.n);
  }
}

/** The digits stand in the text as a whole number, not as a part of a longer one. */
const digitRun = (text: string, digits: string): boolean =>
  new RegExp(`(?<!\\d)${digits.replace(/[^\d]/g, "")}(?!\\d)`).test(text) && /^\d+$/.test(digits);

/** Every stretch between ellipses stands in one source, in this order. */
function quoted(by: Support, quote: string): boolean {
  const parts = normalised(quote)
    .toLowerCase()
    .split(/\.{3,}|⋯+/)
    .map((p) => p.replace(/^[,.;:、。!?]+|[,.;:、。!?]+$/g, ""))
    .filter((p) => p !== "");
  return by.texts.some((text) => {
    let from = 0;
    return parts.every((p) => {
      const at = text.indexOf(p, from);
      from = at + p.length;
      return at >= 0;
    });
  });
}
