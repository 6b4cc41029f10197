/**
 * Secrets in pasted text: card numbers, codes and passwords are covered before anything is kept. Pure (G2).
 *
 * 1. Numbers the case knows (orders, payments) are passed in as `keep` and stay.
 * 2. A covered text has the length and the line breaks of the original, but for passwords, whose length is hidden too.
 * 3. To cover too much costs a look at the original; to cover too little costs an account.
 */
import { overlaps, type Span } from "../letters/fold.ts";
import { plainForm } from "../replies/plain-form.ts";

export interface MaskedSecret {
  readonly kind: "card" | "code" | "password";
  /** Where it stood in the original. Units: UTF-16 code units. */
  readonly span: Span;
}

export interface Masked {
  readonly text: string;
  readonly masked: readonly MaskedSecret[];
}

/** Lengths of card numbers. Units: digits. */
const CARD_MIN = 13;
const CARD_MAX = 19;
/** First digits of the card schemes in use; order numbers by date begin with 20. */
const scheme = /^(?:62|4|5[1-5]|60|65|3[4-7]|81|9558)/;
const cardWord = /(?:卡号|银行卡|储蓄卡|信用卡|借记卡|card\s*(?:no|number))[^\n，。；]{0,12}$/i;
const digitRun = /(?<!\d)\d(?:[ -]?\d){11,18}(?![ -]?\d)/g;

/** A code stands shortly after its word, or right before it. */
const codeWord = String.raw`验证码|校验码|动态码|动态密码|短信码|安全码|激活码|(?:verification|security|one-time|login)\s*code|otp`;
const codeAfter = new RegExp(
  String.raw`(?:${codeWord})[^\d\n]{0,10}(?<value>\d{4,8})(?![\d.:年月日元块分秒小天])`,
  "gi",
);
const codeBefore = new RegExp(
  String.raw`(?<![\d.:-])(?<value>\d{4,8})[)）】\]]?\s*(?:是|为|is)?\s*(?:您的|你的|本次|your)?[^\d\n，。,;；没未不]{0,8}?(?:${codeWord})`,
  "gi",
);
/** In English a password is only what follows a mark, or what looks like one: "the password is wrong" holds none. */
const password =
  /(?:(?:密码|口令)\s*(?:(?:改成|设成|就是|是|为|叫|=|:)\s*)*|(?:password|passcode|passwd|pwd)\s*(?:(?:is\s*)?[=:]\s*|is\s+(?=\S*\d)))(?<value>[!-~]{4,32})/gi;

/** The text with secrets covered, and what was covered. */
export function maskSecrets(text: string, keep: readonly string[] = []): Masked {
  const plain = plainForm(text);
  const kept = keep.filter((k) => k !== "").flatMap((k) => placesOf(plain, plainForm(k)));
  const found: MaskedSecret[] = [];
  const take = (kind: MaskedSecret["kind"], spans: readonly Span[]): void => {
    for (const span of spans)
      if (!kept.some((k) => overlaps(k, span)) && !found.some((f) => overlaps(f.span, span)))
        found.push({ kind, span });
  };
  take("card", cardsIn(plain));
  take("password", valuesOf(plain, password));
  take("code", [...valuesOf(plain, codeAfter), ...valuesOf(plain, codeBefore)]);
  const masked = found.toSorted((a, b) => a.span.start - b.span.start);
  return { text: covered(text, masked), masked };
}

const placesOf = (text: string, part: string): readonly Span[] => {
  const spans: Span[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length))
    spans.push({ start: at, end: at + part.length });
  return spans;
};

const valuesOf = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].flatMap((m) => {
    const value = m.groups?.["value"] ?? "";
    // The value is the last or the first part of what was found.
    const start = m[0].endsWith(value) ? m.index + m[0].length - value.length : m.index + m[0].indexOf(value);
    return value === "" ? [] : [{ start, end: start + value.length }];
  });

function cardsIn(text: string): readonly Span[] {
  return [...text.matchAll(digitRun)].flatMap((m) => {
    const digits = m[0].replace(/[ -]/g, "");
    const said = cardWord.test(text.slice(0, m.index));
    const isCard =
      digits.length >= CARD_MIN && digits.length <= CARD_MAX && luhn(digits) && (said || scheme.test(digits));
    return isCard ? [{ start: m.index, end: m.index + m[0].length }] : [];
  });
}

/** The check digit of card numbers. Source: ISO/IEC 7812-1, annex B. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (const [i, c] of [...digits].toReversed().entries()) {
    const d = Number(c) * (i % 2 === 1 ? 2 : 1);
    sum += d > 9 ? d - 9 : d;
  }
  return digits !== "" && sum % 10 === 0;
}

/** Of a card the last four digits stay, so that the person knows which. */
function covered(text: string, masked: readonly MaskedSecret[]): string {
  let out = "";
  let at = 0;
  for (const { kind, span } of masked) {
    const was = text.slice(span.start, span.end);
    out += text.slice(at, span.start);
    if (kind === "password") out += "******";
    else if (kind === "code") out += "*".repeat(was.length);
    else out += `${was.slice(0, -4).replace(/[^ -]/g, "*")}${was.slice(-4)}`;
    at = span.end;
  }
  return out + text.slice(at);
}
