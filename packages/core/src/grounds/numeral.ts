/**
 * Chinese numerals as laws and clauses write them: 五百七十七, 二十四, 〇, 两百, 58, ５８. Pure.
 */

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** Characters a numeral may have, for patterns. */
export const NUMERAL_CHARS = "0-9０-９〇零一二两三四五六七八九十百千万";

/** A whole number, or undefined when the text is none. */
export function parseNumeral(text: string): number | undefined {
  const plain = text.normalize("NFKC").trim();
  if (/^\d+$/.test(plain)) return Number(plain);
  if (plain === "") return undefined;
  const chars = [...plain];
  if (chars.every((c) => Object.hasOwn(digits, c))) return chars.reduce((n, c) => n * 10 + (digits[c] ?? 0), 0);
  let sum = 0;
  let high = 0;
  let digit: number | undefined;
  for (const c of chars) {
    const unit = units[c];
    if (Object.hasOwn(digits, c)) digit = digits[c];
    else if (unit === undefined) return undefined;
    else if (unit === 10_000) {
      high = (sum + (digit ?? 0)) * unit;
      [sum, digit] = [0, undefined];
    } else {
      // A bare 十 is ten; 零 only fills a place.
      sum += (digit === undefined || digit === 0 ? 1 : digit) * unit;
      digit = undefined;
    }
  }
  return high + sum + (digit ?? 0);
}

/** 第五十八条, 第58条, 五十八, 58 → 58. Undefined for 第五十八条之一 and whatever is no article. */
export function parseArticle(text: string): number | undefined {
  const m = /^第?\s*([^第条]+?)\s*条?$/.exec(text.normalize("NFKC").trim());
  return m?.[1] === undefined ? undefined : parseNumeral(m[1]);
}
