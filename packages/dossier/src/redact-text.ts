/**
 * Masking text for publication: what the case knows, and what looks like a number, a telephone, a mail address, an address. Pure (P1, P2).
 *
 * 1. No run of seven digits or more is left, in whatever script or disguise, and no name of a natural person of the case,
 *    but inside the name of a company.
 * 2. Order, transaction and reference numbers keep their last four characters, so that the other side can find the matter.
 * 3. What the person asks to keep is kept where it is no name of a party and no long number; the rest is refused and said.
 * 4. Masking what is masked changes nothing.
 */
import { foldText, stretchOf, wordsPattern, type Folded } from "./redact-fold.ts";
import { printable } from "./printable.ts";
import type { RedactionTerms, RedactKind } from "./redact-terms.ts";

/** One thing that was masked, wherever it stood. */
export interface Masked {
  readonly kind: RedactKind;
  readonly original: string;
  readonly shown: string;
  readonly count: number;
}

export interface Redacted {
  readonly text: string;
  readonly masked: readonly Masked[];
  /** Of what was asked to be kept: what stands in the text, and what may not be kept. */
  readonly kept: readonly string[];
  readonly refused: readonly string[];
}

export interface RedactOptions {
  /** Words that stay: names of companies and what else the person chooses. */
  readonly keep?: readonly string[];
}

const MASK = "***";
const TAIL = 4;
/** A shorter one would be given away by its tail. Units: characters. */
const SHORTEST_WITH_TAIL = 8;

interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: RedactKind;
  /** Never opened by a wish. */
  readonly isFixed: boolean;
  /** Known to the case, not only recognised by its form. */
  readonly isKnown: boolean;
}

/** Most telling first: where two overlap, this is what it is called. */
const rank: readonly RedactKind[] = [
  "person",
  "identity",
  "phone",
  "email",
  "address",
  "account",
  "staff",
  "order",
  "transaction",
  "reference",
  "card",
  "number",
];
const traceable: ReadonlySet<RedactKind> = new Set(["order", "transaction", "reference"]);
const byLength: ReadonlySet<RedactKind> = new Set(["card", "number"]);

const NUMERALS = "\\d〇零一二三四五六七八九幺";

/** By form, in plain text; a group is what is masked, else the whole. */
const forms: readonly (readonly [kind: RedactKind, pattern: RegExp, isFixed: boolean])[] = [
  ["identity", /(?<![\da-z])\d{6}[ -]?(?:18|19|20)\d\d[ -]?\d{4}[ -]?\d{3}[\dx](?![\da-z])/dgu, true],
  ["phone", /(?<!\d)(?:\+?86[ -]?)?1[ -]?[3-9](?:[ -]?\d){9}(?!\d)/dgu, true],
  ["phone", /(?<!\d)\(?0\d{2,3}\)?[ -]?\d{7,8}(?:[ -]\d{1,5})?(?!\d)/dgu, true],
  ["phone", /(?<!\d)[48]00[ -]?\d{3,4}[ -]?\d{3,4}(?!\d)/dgu, true],
  ["card", /(?<!\d)\d{4}(?:[ -]\d{4}){2,4}(?:[ -]?\d{1,3})?(?!\d)/dgu, true],
  ["card", /(?<!\d)\d{16,19}(?!\d)/dgu, true],
  ["number", new RegExp(`[${NUMERALS}]{7,}x?`, "dgu"), true],
  ["email", /[a-z\d._%+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+/dgu, false],
  [
    "account",
    /(?<![a-z])(?:微信|wechat|weixin|vx|v信|qq|q群|抖音|快手|小红书|微博)(?:账号|号|id)? *[:是为]? *([a-z\d_-]{5,})/dgu,
    false,
  ],
  ["staff", /(?:工号|员工号|客服编号|staff (?:no\.?|number)) *[:是为]? *([a-z\d_-]{1,16})/dgu, false],
  [
    "address",
    /\p{Script=Han}{1,20}(?:大道|胡同|小区|花园|大厦|广场|街道|路|街|巷|村) *[\da-z-]+ *(?:号楼|号院|号|弄|栋|幢|座|单元|室|楼|层)(?:[\p{Script=Han}\da-z-]{0,12}?(?:号|栋|幢|座|单元|室|楼|层))*/dgu,
    false,
  ],
];

function found(folded: Folded, pattern: RegExp): readonly { readonly start: number; readonly end: number }[] {
  return [...folded.plain.matchAll(pattern)].flatMap((m) => {
    const [from, to] = m.indices?.[1] ?? [m.index, m.index + m[0].length];
    return to > from ? [stretchOf(folded, from, to)] : [];
  });
}

const places = (folded: Folded, words: string): readonly { readonly start: number; readonly end: number }[] => {
  const pattern = wordsPattern(words);
  return pattern === undefined ? [] : found(folded, pattern);
};

/** An address by its form begins with whatever words stand before it; where the case knows the address, that is exact. */
const isExact = (span: Span, _n: number, all: readonly Span[]): boolean =>
  span.isKnown ||
  span.kind !== "address" ||
  !all.some(
    (s) => s.isKnown && s.kind === "address" && s.start >= span.start && s.end >= span.end && s.start < span.end,
  );

const spansOf = (folded: Folded, terms: RedactionTerms): readonly Span[] =>
  [
    ...terms.masked.flatMap(({ text, kind, isFixed }) =>
      places(folded, text).map((at) => ({ ...at, kind, isFixed, isKnown: true })),
    ),
    ...forms.flatMap(([kind, pattern, isFixed]) =>
      found(folded, pattern).map((at) => ({ ...at, kind, isFixed, isKnown: false })),
    ),
  ].filter(isExact);

const inside = (span: Span, list: readonly { readonly start: number; readonly end: number }[]): boolean =>
  list.some((k) => k.start <= span.start && span.end <= k.end);

/** A stretch made of spans that touch each other's text. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly spans: readonly Span[];
}

function blocksOf(spans: readonly Span[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = blocks.at(-1);
    if (last === undefined || span.start >= last.end) blocks.push({ start: span.start, end: span.end, spans: [span] });
    else
      blocks[blocks.length - 1] = {
        start: last.start,
        end: Math.max(last.end, span.end),
        spans: [...last.spans, span],
      };
  }
  return blocks;
}

/** The last four characters, where the stretch is one number of the case and nothing else. */
function shownFor(original: string, { start, end, spans }: Block): string {
  const isOne = spans.some((s) => s.isKnown && traceable.has(s.kind) && s.start === start && s.end === end);
  const isAlone = spans.every((s) => traceable.has(s.kind) || (byLength.has(s.kind) && !s.isKnown));
  const chars = Array.from(original);
  if (!isOne || !isAlone || chars.length < SHORTEST_WITH_TAIL) return MASK;
  return MASK + chars.slice(-TAIL).join("");
}

const kindOf = ({ spans }: Block): RedactKind => rank.find((kind) => spans.some((s) => s.kind === kind)) ?? "number";

const longNumber = new RegExp(`[${NUMERALS}]{7}`, "u");

/** Whether a wish would show a person of the case or a long number. */
function isRefused(wish: string, terms: RedactionTerms): boolean {
  const folded = foldText(wish.normalize("NFC"));
  const plain = folded.plain.replace(/\s+/g, "");
  if (longNumber.test(plain)) return true;
  if (terms.open.some((name) => foldText(name.normalize("NFC")).plain.replace(/\s+/g, "") === plain)) return false;
  return terms.masked.some((t) => t.isFixed && places(folded, t.text).length > 0);
}

interface Rules {
  readonly terms: RedactionTerms;
  readonly wishes: readonly string[];
  readonly withTails: boolean;
}

/** One pass over the text. */
function maskOnce(text: string, { terms, wishes, withTails }: Rules): Pick<Redacted, "text" | "masked"> {
  const folded = foldText(text);
  const companies = terms.open.flatMap((name) => places(folded, name));
  const open = [...companies, ...wishes.flatMap((wish) => places(folded, wish))];
  const spans = spansOf(folded, terms).filter((span) => {
    if (span.isFixed) return span.kind !== "person" || !inside(span, companies);
    return !inside(span, open);
  });
  let out = "";
  let at = 0;
  const masked: Masked[] = [];
  for (const block of blocksOf(spans)) {
    const original = text.slice(block.start, block.end);
    const shown = withTails ? shownFor(original, block) : MASK;
    out += text.slice(at, block.start) + shown;
    at = block.end;
    masked.push({ kind: kindOf(block), original, shown, count: 1 });
  }
  return { text: out + text.slice(at), masked };
}

/** Equal things counted together, in the order in which they first stand. */
export function mergedMasked(list: readonly Masked[]): readonly Masked[] {
  const merged = new Map<string, Masked>();
  for (const each of list) {
    const key = `${each.kind}|${each.original}`;
    merged.set(key, { ...each, count: (merged.get(key)?.count ?? 0) + each.count });
  }
  return [...merged.values()];
}

/** The text as it may be published, and what was masked in it. */
export function redactText(raw: string, terms: RedactionTerms, { keep = [] }: RedactOptions = {}): Redacted {
  const text = printable(raw);
  const wanted = [...new Set(keep.map((k) => k.trim()).filter((k) => k !== ""))];
  const refused = wanted.filter((wish) => isRefused(wish, terms));
  const wishes = wanted.filter((wish) => !refused.includes(wish));
  const again = (of: string): Pick<Redacted, "text" | "masked"> => maskOnce(of, { terms, wishes, withTails: false });
  let now = maskOnce(text, { terms, wishes, withTails: true });
  // A tail may join with what stands beside it into something that has to be masked; then no tail is left.
  if (again(now.text).masked.length > 0) now = again(text);
  const masked = [...now.masked];
  for (let next = again(now.text); next.masked.length > 0; next = again(now.text)) {
    masked.push(...next.masked);
    now = next;
  }
  const folded = foldText(text);
  return {
    text: now.text,
    masked: mergedMasked(masked),
    kept: wishes.filter((wish) => places(folded, wish).length > 0),
    refused,
  };
}
