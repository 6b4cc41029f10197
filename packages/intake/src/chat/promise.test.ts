/**
 * Promises and staff numbers in what the other side says.
 */
import { describe, expect, test } from "vitest";
import { nobody } from "./chat.fixture.ts";
import { withSides, type ChatMessage } from "./conversation.ts";
import { suggest } from "./promise.ts";

describe("suggestions", () => {
  const theirs = (text: string): readonly ChatMessage[] => [{ row: 1, sender: "客服", text, direction: "theirs" }];

  test.each([
    ["您好。24小时内给您处理。", { quote: "24小时内给您处理。", start: 3, end: 13, vague: false }],
    ["两个工作日之内回复", { quote: "两个工作日之内回复", start: 0, end: 9, vague: false }],
    ["明天一定退给您", { quote: "明天一定退给您", start: 0, end: 7, vague: false }],
    ["我们会尽快反馈", { quote: "我们会尽快反馈", start: 0, end: 7, vague: true }],
  ])("[X5] %s", (text, expected) => {
    expect(suggest(theirs(text), [])).toEqual([{ kind: "promise", row: 1, ...expected }]);
  });

  test("[X5] what I ask for is no promise, and small talk is none", () => {
    expect(suggest([{ row: 1, sender: "我", text: "请24小时内退款", direction: "mine" }], [])).toEqual([]);
    expect(suggest(theirs("您好，订单已提交"), [])).toEqual([]);
  });

  test("[E13] a staff number in the text", () => {
    expect(suggest(theirs("您好，工号1024为您服务"), [])).toEqual([
      { kind: "staff_no", row: 1, in: "text", number: "1024", start: 5, end: 9 },
    ]);
    expect(withSides([{ row: 1, sender: "客服", text: "工号：A1024" }], nobody)[0]?.staffNo).toBe("A1024");
  });
});
