import { describe, expect, it } from "vitest";
import { calendar2026 } from "../fixtures/calendar.fixture.ts";
import { instant } from "../time.ts";
import type { ReplyAs, ReplyBook, ReplyExcuse } from "./excuse.ts";
import { readReply } from "./read.ts";

const excuse = (id: string, replyKind: ReplyAs, ...patterns: readonly string[]): ReplyExcuse => ({
  id,
  categories: ["engagement"],
  replyKind,
  patterns,
});
const book: ReplyBook = {
  items: [
    excuse("pay-first", "danger", "解冻费"),
    excuse("partial", "offer", "最多退"),
    excuse("credit", "offer", "退到余额"),
    excuse("withdraw", "offer", "撤销投诉"),
    excuse("no", "refused", "不支持退款"),
  ],
  offerSigns: {
    forms: { credit: ["退到余额"], redo: ["补量"] },
    asks: { withdraw: ["撤销投诉"], waiver: ["保证书"], take_down: ["删帖"], praise: ["好评"] },
  },
};
// Sunday 22 November 2026.
const read = (text: string, paidFen?: number) =>
  readReply(text, book, {
    category: "engagement",
    at: instant("2026-11-22 22:30"),
    calendar: calendar2026,
    ...(paidFen === undefined ? {} : { paidFen }),
  });

describe("[X5] promises with a time", () => {
  it("[X5] what will be done until when: three working days after Sunday are Wednesday", () => {
    expect(read("好的，3个工作日内退款").promises.map((p) => [p.sentence, p.due])).toEqual([
      ["好的，3个工作日内退款", "2026-11-25"],
    ]);
  });
  it("[X5] a time in a refusal, and a time without anything to be done, are no promise", () => {
    expect(read("3天不能退").promises).toEqual([]);
    expect(read("3天是我们的规定").promises).toEqual([]);
    // The refusal in another half-sentence does not take the promise away.
    expect(read("全额不支持退款，明天给您答复").promises.map((p) => p.due)).toEqual(["2026-11-23"]);
  });
  it("[G1] nothing in a message with danger is a promise or an offer", () => {
    expect(read("交解冻费，明天给您退款，最多退50元")).toMatchObject({
      suggestions: [{ as: "danger" }, { as: "offer" }],
      promises: [],
    });
    expect(read("交解冻费，最多退50元").offer).toBeUndefined();
    expect(read("明天给您退款，最多退50元").promises).toHaveLength(1);
  });
});

describe("[X11] offers as they are worded", () => {
  it("[X11] an amount, a share of what was paid, or neither", () => {
    expect(read("最多退50元").offer).toMatchObject({ form: "money", asks: "nothing", amountFen: 5_000 });
    // 30 % of 100.01 yuan is 30.003: rounded down.
    expect(read("最多退30%", 10_001).offer).toMatchObject({ amountFen: 3_000 });
    expect(read("最多退30%").offer).not.toHaveProperty("amountFen");
  });
  it("[X11] what it gives and what it asks in return", () => {
    expect(read("只能退到余额").offer).toMatchObject({ form: "credit", asks: "nothing" });
    expect(read("先撤销投诉再给您退").offer).toMatchObject({ form: "money", asks: "withdraw", condition: "撤销投诉" });
  });
  it("[X11] how long it stands is no promise", () => {
    const offer = read("最多退50元，今天有效");
    expect(offer.offer?.expiresAt).toBe("2026-11-22");
    expect(offer.promises).toEqual([]);
    expect(read("最多退50元，今天给您退").offer).not.toHaveProperty("expiresAt");
  });
  it("[X11] a refusal is no offer", () => {
    expect(read("不支持退款，您付了100元").offer).toBeUndefined();
  });
});
