/**
 * Amounts that a message names: 200 元, ¥50.5, 两百块, 30%, 一半. Pure (X11).
 *
 * 1. A share of something is given as a ratio and never turned into money here: of what, the person knows.
 */
import { NUMERAL_CHARS, parseNumeral } from "../grounds/numeral.ts";
import type { Span } from "../letters/fold.ts";
import type { Fen } from "../money.ts";
import { parseYuan } from "../money.ts";
import { plainForm } from "./plain-form.ts";

export interface AmountSaid {
  readonly fen?: Fen;
  /** Units: 0–1. */
  readonly shareRatio?: number;
  readonly phrase: string;
  /** Units: UTF-16 code units. */
  readonly span: Span;
}

const digits = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,7}(?:\.\d{1,2})?`;
/** 两百块 is an amount; 一块 is also "together", so a single numeral needs 元 or 块钱. */
const one = `[${NUMERAL_CHARS.replace("0-9０-９", "")}]`;
const han = `${one}{1,8}`;
const money = new RegExp(
  String.raw`[¥￥]\s*(?<sign>${digits})(?:\s*(?:元|块))?|(?<![\d.])(?<plain>${digits})\s*(?:(?<wan>万)元?|元|块|圆|rmb)|(?<han>${han})\s*(?:元|块钱|(?<=${one}{2})块)`,
  "gi",
);
const share = new RegExp(
  String.raw`(?<![\d.])(?<percent>\d{1,3}(?:\.\d+)?)\s*%|百分之(?<words>${han}|\d{1,3})|(?<tenths>[一二两三四五六七八九])成|(?<half>一半|半价)`,
  "g",
);

/** Amounts and shares in the order in which they stand. */
export function amountsIn(text: string): readonly AmountSaid[] {
  const plain = plainForm(text);
  const said = (m: RegExpExecArray, value: Pick<AmountSaid, "fen" | "shareRatio">): AmountSaid => ({
    ...value,
    phrase: text.slice(m.index, m.index + m[0].length),
    span: { start: m.index, end: m.index + m[0].length },
  });
  const sums = [...plain.matchAll(money)].flatMap((m) => {
    const fen = fenOf(m.groups ?? {});
    return fen === undefined || fen <= 0 ? [] : [said(m, { fen })];
  });
  const shares = [...plain.matchAll(share)].flatMap((m) => {
    const shareRatio = ratioOf(m.groups ?? {});
    return shareRatio === undefined || shareRatio <= 0 || shareRatio > 1 ? [] : [said(m, { shareRatio })];
  });
  return [...sums, ...shares].toSorted((a, b) => a.span.start - b.span.start);
}

type Groups = Readonly<Record<string, string | undefined>>;

function fenOf({ sign, plain, wan, han: words }: Groups): Fen | undefined {
  const number = sign ?? plain;
  if (number !== undefined) {
    const fen = parseYuan(number);
    if (!fen.ok) return undefined;
    return wan === undefined ? fen.value : fen.value * 10_000;
  }
  const yuan = words === undefined ? undefined : parseNumeral(words);
  return yuan === undefined ? undefined : yuan * 100;
}

function ratioOf({ percent, words, tenths, half }: Groups): number | undefined {
  if (half !== undefined) return 0.5;
  if (percent !== undefined) return Number(percent) / 100;
  const number = parseNumeral(words ?? tenths ?? "");
  return number === undefined ? undefined : number / (words === undefined ? 10 : 100);
}
