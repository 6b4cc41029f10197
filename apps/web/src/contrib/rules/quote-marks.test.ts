import { describe, expect, it } from "vitest";
import { quoteMarks, type QuoteMarks } from "./quote-marks.ts";

const differing = (marks: QuoteMarks): readonly (readonly [string, string])[] =>
  marks.pieces.filter((piece) => !piece.same).map((piece) => [piece.quote, piece.text]);
const quoteOf = (marks: QuoteMarks): string => marks.pieces.map((piece) => piece.quote).join("");
const textOf = (marks: QuoteMarks): string =>
  marks.before + marks.pieces.map((piece) => piece.text).join("") + marks.after;

describe("[B6] a quote beside the text", () => {
  it("[B6] marks what the guide's quote of Art. 577 lacks", () => {
    const quote = "当事人一方不履行合同义务或履行不符合约定的,应当承担继续履行、采取补救措施或者赔偿损失等违约责任";
    const text =
      "当事人一方不履行合同义务或者履行合同义务不符合约定的，应当承担继续履行、采取补救措施或者赔偿损失等违约责任。";
    const marks = quoteMarks(quote, text);
    // Against the official text 者 after 或 and the second 合同义务 are missing; the half-width comma is the same comma.
    expect(differing(marks)).toEqual([
      ["", "者"],
      ["", "合同义务"],
    ]);
    expect(marks.after).toBe("。");
    expect(quoteOf(marks)).toBe(quote);
    expect(textOf(marks)).toBe(text);
  });

  it("[B6] marks what a quote adds", () => {
    expect(differing(quoteMarks("应当立即全额退还价款", "经营者应当退还价款。"))).toEqual([["立即全额", ""]]);
  });

  it("[B6] leaves the rest of a long article unmarked", () => {
    const marks = quoteMarks("第二句话写在这里", "第一句话写在前面。第二句话写在这里。第三句话写在后面。");
    expect(marks.before).toBe("第一句话写在前面。");
    expect(differing(marks)).toEqual([]);
    expect(marks.after).toBe("。第三句话写在后面。");
  });

  it("[B6] does not count white space, quotation marks and width", () => {
    expect(differing(quoteMarks("退款 “规则”，\n第１条", "退款规则,第1条"))).toEqual([]);
  });

  it("[B6] sees one difference where a single character happens to agree between two", () => {
    // 退 agrees by chance between 马上…换 and 及时…还: one stretch, not three.
    expect(differing(quoteMarks("应当马上退换价款给买家", "应当及时退还价款给买家"))).toEqual([
      ["马上退换", "及时退还"],
    ]);
  });

  it("[B6] bears an empty quote and an empty text", () => {
    expect(quoteMarks("", "有字").pieces).toEqual([]);
    expect(differing(quoteMarks("有字", ""))).toEqual([["有字", ""]]);
  });
});
