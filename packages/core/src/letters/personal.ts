/**
 * Personal data and numbers that may not stand in public: found in own words, masked in quotes. Pure (L9, P1, P2).
 *
 * 1. Known to the case: names of people, staff numbers, order and payment numbers. By form: telephone and identity numbers, mail addresses, chat ids.
 * 2. A mask keeps what tells two things apart and gives nobody away: the first character of a name, the last four digits of an order.
 */
import { all, type Case } from "../case/case.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { overlaps, type Span } from "./fold.ts";
import type { LetterFacts } from "./template.ts";

/** Names and numbers of a case that may not be published whole. */
export interface Personal {
  readonly names: readonly string[];
  readonly numbers: readonly string[];
}

/** Long enough not to be an ordinary word. Units: characters. */
const SHORTEST_NAME = 2;
const SHORTEST_NUMBER = 5;
const KEPT_DIGITS = 4;
/** What windows call whoever answers: nobody's name. */
const usual: ReadonlySet<string> = new Set([
  "客服",
  "在线客服",
  "人工客服",
  "智能客服",
  "商家",
  "平台",
  "卖家",
  "系统",
]);

const byForm = [
  // Identity numbers before telephone numbers: one contains the other.
  /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g,
  /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/g,
  /(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/g,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /(?:微信号?|QQ号?|wechat|weixin)\s*[:：]?\s*[A-Za-z0-9_-]{5,}/gi,
] as const;

/** Whether a party may be a person: who acts for oneself always is, others where nobody has said that they are a company. */
const mayBePerson = (p: RecordOf<"party">): boolean =>
  ["claimant", "guardian", "agent"].includes(p.role) || (p.kind !== "company" && p.kind !== "store");

/** What a case knows that is nobody else's business. Companies are no people. */
export function personalIn(of: Case): Personal {
  const companies = new Set([
    ...all(of, "party").flatMap((p) => (mayBePerson(p) ? [] : [p.name])),
    ...all(of, "payment").flatMap((p) => (p.payeeKind === "merchant" ? [p.payee] : [])),
  ]);
  const people = [
    ...all(of, "party").flatMap((p) => (mayBePerson(p) ? [p.name] : [])),
    ...all(of, "payment").flatMap((p) => (p.payeeKind === "person" ? [p.payee] : [])),
    ...all(of, "communication").flatMap((c) => (c.direction === "theirs" ? [c.sender] : [])),
  ];
  const numbers = [
    ...all(of, "order").map((o) => o.number),
    ...all(of, "payment").flatMap((p) => [p.transaction, p.merchantOrder ?? ""]),
    ...all(of, "refund").map((r) => r.transaction),
    ...all(of, "communication").map((c) => c.staffNo ?? ""),
    ...all(of, "filing").map((f) => f.reference ?? ""),
    ...all(of, "party").flatMap((p) => [p.contact ?? "", p.address ?? ""]),
  ];
  return {
    names: unique(people, SHORTEST_NAME).filter((n) => !companies.has(n) && !usual.has(n)),
    numbers: unique(numbers, SHORTEST_NUMBER),
  };
}

/** Longest first, so that a name within a name is masked with it. */
const unique = (texts: readonly string[], shortest: number): readonly string[] =>
  [...new Set(texts.map((t) => t.trim()))]
    .filter((t) => Array.from(t).length >= shortest)
    .toSorted((a, b) => b.length - a.length);

const literal = (text: string): RegExp => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "g");

/** Stretches of a text that may not be published, in its order; none overlaps another. */
export function personalSpans(text: string, known: Personal): readonly Span[] {
  const found: Span[] = [];
  const patterns = [...known.numbers.map(literal), ...byForm, ...known.names.map(literal)];
  for (const pattern of patterns)
    for (const m of text.matchAll(pattern)) {
      const span = { start: m.index, end: m.index + m[0].length };
      if (!found.some((f) => overlaps(span, f))) found.push(span);
    }
  return found.toSorted((a, b) => a.start - b.start);
}

/** `20240501001` → `*******1001`; a short one keeps nothing. */
export function maskNumber(number: string): string {
  const chars = Array.from(number);
  const kept = chars.length > 2 * KEPT_DIGITS ? KEPT_DIGITS : 0;
  return "*".repeat(chars.length - kept) + chars.slice(chars.length - kept).join("");
}

/** First character and length stay: enough to tell two people apart, not to find one. */
export const maskName = (name: string): string => name.charAt(0) + "*".repeat(Math.max(1, Array.from(name).length - 1));

/** The text with every such stretch masked. */
export function maskPersonal(text: string, known: Personal): string {
  let out = "";
  let at = 0;
  for (const span of personalSpans(text, known)) {
    const was = text.slice(span.start, span.end);
    out +=
      text.slice(at, span.start) + (known.names.includes(was) ? maskName(was) : "*".repeat(Array.from(was).length));
    at = span.end;
  }
  return out + text.slice(at);
}

/** A text of theirs as it stands; in public with the personal data in it masked. */
export const published = (facts: LetterFacts, text: string): string =>
  facts.spec.audience === "public" ? maskPersonal(text, personalIn(facts.case)) : text;
