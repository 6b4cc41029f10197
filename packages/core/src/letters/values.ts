/**
 * Values in a text: amounts, moments, spans, shares, figures, quotes, exhibit numbers. Pure (A3).
 *
 * 1. Recognised, never guessed: what is ambiguous is read as the plainer thing (a figure).
 * 2. Each stretch of the text is read once, the most specific reading first. Spans in UTF-16 code units of the text as given.
 */
import { NUMERAL_CHARS, parseNumeral } from "../grounds/numeral.ts";
import { parseYuan } from "../money.ts";
import { quoteSpans, type Span } from "./fold.ts";

/** Parts that the text names; hours 0–23. */
export interface MomentParts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}

export type Value =
  | { readonly kind: "amount"; readonly fen: number }
  | { readonly kind: "moment"; readonly parts: MomentParts }
  /** Units: minutes, or whole days, weeks, months, years. `exact` false: hours only, so minutes may be left off. */
  | {
      readonly kind: "span";
      readonly unit: "minute" | "day" | "week" | "month" | "year";
      readonly n: number;
      readonly exact: boolean;
    }
  | { readonly kind: "percent"; readonly percent: number; readonly decimals: number }
  | { readonly kind: "count"; readonly n: number }
  /** Letters and digits: an order number with letters, a transaction number. */
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "quote"; readonly text: string }
  | { readonly kind: "exhibit"; readonly n: number }
  | { readonly kind: "article"; readonly n: number };

export interface Token extends Span {
  readonly text: string;
  readonly value: Value;
}

const N = "\\d+(?:,\\d{3})*(?:\\.\\d+)?";
const CN = "[〇零一二两三四五六七八九十百千万]+";
const daytime = "(上午|中午|下午|晚上|晚|凌晨|早上)?";
const clock = `${daytime}\\s*(\\d{1,2})(?:\\s*:\\s*(\\d{2})(?:\\s*:\\s*(\\d{2}))?|\\s*[点时]\\s*(?:(\\d{1,2})\\s*分|(半)|整)?)(?![\\d%])`;
const loneClock = `${daytime}\\s*(\\d{1,2})(?:\\s*:\\s*(\\d{2})(?:\\s*:\\s*(\\d{2}))?|\\s*[点时]\\s*(?:(\\d{1,2})\\s*分|(半)))(?![\\d%])`;

type Reader = (m: RegExpMatchArray) => readonly (Value & { readonly at?: Span })[];

const number = (text: string | undefined): number => Number((text ?? "").replaceAll(",", ""));
const optional = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

function time(m: RegExpMatchArray, from: number): MomentParts {
  const [half, h, minute, second, spoken, thirty] = [
    m[from],
    m[from + 1],
    m[from + 2],
    m[from + 3],
    m[from + 4],
    m[from + 5],
  ];
  if (h === undefined) return {};
  const late = half === "下午" || half === "晚上" || half === "晚" || half === "中午";
  const hour = late && Number(h) < 12 && !(half === "中午" && Number(h) > 10) ? Number(h) + 12 : Number(h);
  return {
    hour,
    minute: optional(minute ?? spoken) ?? (thirty === undefined ? undefined : 30),
    second: optional(second),
  };
}

const moment = (parts: MomentParts): readonly Value[] => [{ kind: "moment", parts }];
const spanUnits: Readonly<Record<string, "day" | "week" | "month" | "year">> = {
  天: "day",
  日内: "day",
  个自然日: "day",
  个工作日: "day",
  周: "week",
  个星期: "week",
  个月: "month",
  年: "year",
};

function spokenValue(n: number, unit: string): readonly Value[] {
  if (unit === "元" || unit === "块") return [{ kind: "amount", fen: n * 100 }];
  if (unit === "小时") return [{ kind: "span", unit: "minute", n: n * 60, exact: false }];
  if (unit === "分钟") return [{ kind: "span", unit: "minute", n, exact: true }];
  return unit === "天" ? [{ kind: "span", unit: "day", n, exact: true }] : [{ kind: "count", n }];
}

function amount(digits: string | undefined, tenThousands: boolean): readonly Value[] {
  const yuan = parseYuan(digits ?? "");
  return yuan.ok
    ? [{ kind: "amount", fen: yuan.value * (tenThousands ? 10_000 : 1) }]
    : [{ kind: "count", n: number(digits) }];
}

/** Most specific first. */
const readers: readonly (readonly [RegExp, Reader])[] = [
  [/《[^》\n]*》/g, () => []],
  [
    /证据\s*\d+(?:\s*(?:[、和及至~-]|,)\s*(?:证据)?\s*\d+(?!\s*[\d年月日号:%元天小分]))*/g,
    (m) =>
      [...m[0].matchAll(/\d+/g)].map((d) => ({
        kind: "exhibit",
        n: Number(d[0]),
        at: { start: d.index, end: d.index + d[0].length },
      })),
  ],
  [
    new RegExp(`第\\s*([${NUMERAL_CHARS}]+)\\s*条`, "g"),
    (m) => [{ kind: "article", n: parseNumeral(m[1] ?? "") ?? 0 }],
  ],
  [new RegExp(`第\\s*[${NUMERAL_CHARS}]+\\s*(?:款|项|页|张|行|步|次|点)`, "g"), () => []],
  [
    new RegExp(
      `(?<!\\d)(\\d{4})\\s*[年/.-]\\s*(\\d{1,2})\\s*[月/.-]\\s*(\\d{1,2})(?!\\d)\\s*[日号]?(?:[\\sT]*${clock})?`,
      "g",
    ),
    (m) => moment({ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]), ...time(m, 4) }),
  ],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})\\s*月\\s*(\\d{1,2})(?!\\d)\\s*[日号]?(?:\\s*${clock})?`, "g"),
    (m) => moment({ month: Number(m[1]), day: Number(m[2]), ...time(m, 3) }),
  ],
  [/(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月(?:份)?/g, (m) => moment({ year: Number(m[1]), month: Number(m[2]) })],
  [/(?<!\d)((?:19|20)\d{2})\s*年/g, (m) => moment({ year: Number(m[1]) })],
  [
    new RegExp(`(?<![\\d-])(0\\d|1[0-2])-([0-3]\\d)(?![\\d-])(?:\\s+${clock})?`, "g"),
    (m) => moment({ month: Number(m[1]), day: Number(m[2]), ...time(m, 3) }),
  ],
  [
    new RegExp(`(${N})\\s*个?小时(?:\\s*零?\\s*(\\d{1,2})\\s*分(?:钟)?)?`, "g"),
    (m) => [
      {
        kind: "span",
        unit: "minute",
        n: number(m[1]) * 60 + Number(m[2] ?? 0),
        exact: m[2] !== undefined || !Number.isInteger(number(m[1])),
      },
    ],
  ],
  [new RegExp(`(${N})\\s*分钟`, "g"), (m) => [{ kind: "span", unit: "minute", n: number(m[1]), exact: true }]],
  [
    new RegExp(`(${N})\\s*(天|日内|个自然日|个工作日|周|个星期|个月|年)`, "g"),
    (m) => [{ kind: "span", unit: spanUnits[m[2] ?? ""] ?? "day", n: number(m[1]), exact: true }],
  ],
  [new RegExp(`(?<!\\d)${loneClock}`, "g"), (m) => moment(time(m, 1))],
  [/(?<!\d)(\d{1,2})\s*[日号](?!\s*内)/g, (m) => moment({ day: Number(m[1]) })],
  [/(?<!\d)(\d{1,2})\s*月(?:份|底|初|中)?/g, (m) => moment({ month: Number(m[1]) })],
  [
    new RegExp(`(${N})\\s*%`, "g"),
    (m) => [{ kind: "percent", percent: number(m[1]), decimals: /\.(\d+)$/.exec(m[1] ?? "")?.[1]?.length ?? 0 }],
  ],
  [
    new RegExp(`百分之(${N}|${CN})`, "g"),
    (m) => [
      { kind: "percent", percent: /\d/.test(m[1] ?? "") ? number(m[1]) : (parseNumeral(m[1] ?? "") ?? 0), decimals: 0 },
    ],
  ],
  [new RegExp(`[¥￥]\\s*(${N})\\s*(万)?`, "g"), (m) => amount(m[1], m[2] !== undefined)],
  [new RegExp(`(${N})\\s*(万)?\\s*(?:元|块钱?|人民币|rmb|RMB)`, "g"), (m) => amount(m[1], m[2] !== undefined)],
  [
    new RegExp(`(${CN})\\s*个?(元|块|天|小时|分钟|次|条|名)`, "g"),
    (m) => {
      const n = parseNumeral(m[1] ?? "");
      return n === undefined || n < 2 ? [] : spokenValue(n, m[2] ?? "");
    },
  ],
  [
    /(?=[A-Za-z0-9_-]*\d)(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*|\d+(?:[_-]\d+)+/g,
    (m) => [{ kind: "code", text: m[0] }],
  ],
  [new RegExp(N, "g"), (m) => [{ kind: "count", n: number(m[0]) }]],
];

/** Full width to half width where it is one character for one, so that positions stay. */
const narrow = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ％：．－]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

/** All values of a text, in its order. Quotes are one value each; what stands inside them is not read again. */
export function valuesIn(text: string): readonly Token[] {
  const found: Token[] = [];
  let left = narrow(text);
  const take = (span: Span, value: Value): void => {
    found.push({ ...span, text: text.slice(span.start, span.end), value });
  };
  const blank = (span: Span): void => {
    left = `${left.slice(0, span.start)}${"\0".repeat(span.end - span.start)}${left.slice(span.end)}`;
  };
  for (const q of quoteSpans(text)) {
    take(q, { kind: "quote", text: text.slice(q.start + 1, q.end - 1) });
    blank(q);
  }
  for (const [pattern, read] of readers)
    for (const m of Array.from(left.matchAll(pattern))) {
      const whole = { start: m.index, end: m.index + m[0].trimEnd().length };
      for (const { at, ...value } of read(m))
        take(at ? { start: m.index + at.start, end: m.index + at.end } : whole, value);
      blank(whole);
    }
  return found.toSorted((a, b) => a.start - b.start);
}

/**
 * The stretch of a value written anew with another value in the same style (`100 元` → `50 元`), or undefined where the style cannot be kept.
 * `printed`: as sources.ts prints it.
 */
export function restyled(token: Token, printed: string): string | undefined {
  const { value, text } = token;
  if (value.kind === "amount") {
    const plain = /^-?\d+\.\d{2}$/.test(printed) && !text.includes(".") ? printed.replace(/\.00$/, "") : printed;
    return /\d/.test(text) && !text.includes("万") ? text.replace(/\d[\d,]*(?:\.\d+)?/, plain) : undefined;
  }
  if (value.kind === "count" || value.kind === "code") return printed;
  if (value.kind === "quote") return `${text.charAt(0)}${printed}${text.charAt(text.length - 1)}`;
  if (value.kind !== "moment" || /[上下中]午|晚|凌晨|半/.test(text)) return undefined;
  const m = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d))?$/.exec(printed);
  if (!m) return undefined;
  const names = ["year", "month", "day", "hour", "minute", "second"] as const;
  // 5月1日9:05 writes months, days and hours without a leading zero; 2024-05-01 and 05月01日 write them with one.
  const short = text.includes("月") && !/(?:^|\D)0\d/.test(text.replace(/[:：].*$/s, ""));
  const present = names.flatMap((name, i) => {
    const part = m[i + 1] ?? "";
    return value.parts[name] === undefined ? [] : [short && i > 0 && i < 4 ? String(Number(part)) : part];
  });
  let at = 0;
  return text.replace(/\d+/g, (was) => {
    at += 1;
    return present[at - 1] ?? was;
  });
}
