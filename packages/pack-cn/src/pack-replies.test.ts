/** Tests of recognising replies with the excuses of the pack. */
import { readReply, suggestReply, type Category } from "@recourse/core";
import { expect, test } from "vitest";
import { loadExcuses, pack } from "./index.ts";

const book = await loadExcuses();
const first = (text: string, category: Category = "engagement"): string =>
  suggestReply(text, book.items, category)[0]?.excuse ?? "none";

test.each([
  "交 200 元解冻费",
  "您先交200元，账户解冻以后一起退",
  "请先支付50元手续费",
  "解冻账户需要交200元",
  "交200块钱作为保证金",
  "您先充值到500元才能退",
  "先付款，后退",
  "再做一单就给您退",
  "需要您先缴纳个税",
  "解.冻.费 200",
  "转200元解冻",
])("[G1] money first is danger: %s", (text) => {
  expect(first(text)).toBe("pay-first");
});

test.each([
  "把验证码发我",
  "收到的短信码告诉客服",
  "下载会议软件，我们教您退款",
  "点击链接填写信息办理退款",
  "打开屏幕共享我带您操作",
])("[G1] codes and screens are danger: %s", (text) => {
  expect(first(text)).toBe("give-code");
});

test.each([
  ["退款要扣20%手续费", "deduct-fee"],
  ["我们不会索要验证码", "none"],
  ["请勿将验证码告诉他人", "none"],
  ["退款无需缴纳保证金", "none"],
  ["您支付的100元已到账", "none"],
  ["虚拟服务不支持退款", "virtual-no-refund"],
])("[G1] what only looks like it is none: %s", (text, expected) => {
  expect(first(text)).toBe(expected);
});

test("[G1] who warns and asks in one message asks", () => {
  expect(first("不要把验证码告诉别人")).toBe("none");
  expect(first("不要把验证码告诉别人，发给我就行")).toBe("give-code");
});

test.each([
  // Denials of what the shorter words would grant.
  ["不同意退款", "plain-refusal"],
  ["同意退款，请等一下", "agrees-to-refund"],
  ["没法给您退款", "none"],
  ["这就给您退款", "agrees-to-refund"],
  ["给您退50元", "agrees-to-refund"],
  ["给您退50元可以吗", "partial-offer"],
  ["最多给您退50元", "partial-offer"],
  ["亲，系统排队中", "queue"],
  ["帮您核实一下", "will-feed-back"],
  ["先删帖再给您退款", "withdraw-first"],
])("[X5] %s", (text, expected) => {
  expect(first(text)).toBe(expected);
});

test("[X5] an excuse is heard only in the categories it belongs to", () => {
  expect(first("掉粉属于正常现象", "engagement")).toBe("drop-normal");
  expect(first("掉粉属于正常现象", "course")).toBe("none");
});

test("[X5] a promise with its time, an offer with its price", () => {
  const x = { category: "course" as const, at: pack.asOf, calendar: pack.calendar, paidFen: 10_000 };
  // 22 November 2026 is a Sunday; the third working day after it is Wednesday the 25th.
  expect(readReply("给您安排退款，3个工作日内退款", book, x).promises.map((p) => p.due)).toEqual(["2026-11-25"]);
  expect(readReply("撤销投诉的话最多退30%", book, x).offer).toMatchObject({ asks: "withdraw", amountFen: 3_000 });
  expect(readReply("只能退到平台余额", book, x).offer).toMatchObject({ form: "credit" });
  expect(readReply("最多退50元到您的支付宝余额", book, x).offer).toMatchObject({ form: "money" });
});
