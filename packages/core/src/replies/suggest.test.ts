import { describe, expect, it } from "vitest";
import type { Category } from "../schema/parts.ts";
import type { ReplyAs, ReplyExcuse } from "./excuse.ts";
import { suggestReply } from "./suggest.ts";

const excuse = (
  id: string,
  replyKind: ReplyAs,
  patterns: readonly string[],
  more: Partial<ReplyExcuse> = {},
): ReplyExcuse => ({
  id,
  categories: ["engagement", "course"],
  replyKind,
  patterns,
  patternConfidence: "high",
  ...more,
});
const payFirst = excuse("pay-first", "danger", ["解冻费", "先交手续费"], {
  together: [[["交", "转"], ["#"], ["解冻"]]],
  except: [[["不会", "无需"], ["收取", "交"], ["解冻费"]]],
});
const refusal = excuse("refusal", "refused", ["不支持退款"]);
const fee = excuse("fee", "refused", ["手续费"]);
const vague = excuse("vague", "vague", ["请耐心等待，我们会尽快处理您的问题"]);
const book = [vague, refusal, fee, payFirst];
const read = (text: string, category: Category = "engagement", of = book) =>
  suggestReply(text, of, category).map((s) => [s.excuse, s.phrase]);

describe("[X5] a reply is suggested with its words marked", () => {
  it("[X5] the words as written, and where: 亲， is two characters long", () => {
    expect(suggestReply("亲，不支持退款的", book, "engagement")).toEqual([
      { excuse: "refusal", as: "refused", phrase: "不支持退款", span: { start: 2, end: 7 } },
    ]);
  });
  it("[X5] width, spaces and case do not matter, and the words marked are those of the message", () => {
    expect(read("不 支持 退款")).toEqual([["refusal", "不 支持 退款"]]);
    expect(read("不支持换货")).toEqual([]);
  });
  it("[X5] a real answer stands before one that says nothing, however long", () => {
    expect(read("请耐心等待，我们会尽快处理您的问题。不支持退款。").map(([id]) => id)).toEqual(["refusal", "vague"]);
  });
  it("[X5] an excuse of another category is not heard", () => {
    expect(read("不支持退款", "topup")).toEqual([]);
    expect(read("不支持退款", "course")).toHaveLength(1);
  });
  it("[X5] words inside the longer words of another reading do not count twice", () => {
    expect(read("先交手续费").map(([id]) => id)).toEqual(["pay-first"]);
    expect(read("要扣手续费").map(([id]) => id)).toEqual(["fee"]);
  });
});

describe("[G1] danger is heard first", () => {
  it("[G1] before everything else the message says", () => {
    expect(read("请耐心等待，我们会尽快处理您的问题。不支持退款，除非交解冻费").map(([id]) => id)).toEqual([
      "pay-first",
      "refusal",
      "vague",
    ]);
  });
  it("[G1] also where its words are kept apart by what stands between, by marks or by line breaks", () => {
    expect(read("交 200 元解冻账户")).toEqual([["pay-first", "交 200 元解冻"]]);
    expect(read("需要 解.冻.\n费")).toEqual([["pay-first", "解.冻.\n费"]]);
    // A digit is what makes it a demand for money.
    expect(read("交由专员解冻账户")).toEqual([]);
  });
  it("[G1] thirteen characters between two groups are too many, twelve are not", () => {
    const apart = (n: number): string => `交5${"啊".repeat(n)}解冻`;
    expect(read(apart(12))).toHaveLength(1);
    expect(read(apart(13))).toEqual([]);
  });
  it("[G1] who warns of it does not ask for it; who does both asks for it", () => {
    expect(read("我们不会收取解冻费")).toEqual([]);
    expect(read("我们不会收取解冻费，但请交200元解冻").map(([id]) => id)).toEqual(["pay-first"]);
  });
});
