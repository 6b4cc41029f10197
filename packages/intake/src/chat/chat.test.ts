/**
 * Talk in the shapes people have it: 12 and 24 hours, copied, inline, without times; and text that is no talk.
 */
import { describe, expect, test } from "vitest";
import { momentOf, twentyFourHours } from "./clock-text.ts";
import { withSides, type ChatMessage, type KnownNames } from "./conversation.ts";
import { readGeneric, SURE } from "./generic.ts";
import { conversationFindings } from "./marks.ts";
import { suggest } from "./promise.ts";
import { readQq } from "./qq.ts";

const nobody: KnownNames = { own: [], theirs: [] };
const brief = (messages: readonly ChatMessage[] | undefined): unknown =>
  messages?.map((m) => [m.row, m.at, m.direction, m.sender, m.text]);
const codes = (text: string): readonly string[] => {
  const read = readGeneric(text, nobody);
  return read === undefined ? [] : conversationFindings(read, "a.txt").map((f) => f.code);
};

describe("clock", () => {
  test.each([
    ["10:00:01", "10:00:01"],
    ["9:05", "09:05:00"],
    ["上午 12:05:11", "00:05:11"],
    ["下午 12:05", "12:05:00"],
    ["下午3:03:10", "15:03:10"],
    ["中午 12:30", "12:30:00"],
    ["中午 1:30", "13:30:00"],
    ["凌晨 2:00", "02:00:00"],
    ["3:03:10 PM", "15:03:10"],
    ["12:00 am", "00:00:00"],
    ["晚上 8:00", "20:00:00"],
    // Which day it is, nobody can tell.
    ["晚上 12:05", undefined],
    ["25:00", undefined],
  ])("[E9] %s is %s", (text, expected) => {
    expect(twentyFourHours(text)).toBe(expected);
  });

  test("[E9] a time without its year is no moment", () => {
    expect(momentOf("2024年5月2日", "下午 3:03")).toBe("2024-05-02T07:03:00.000Z");
    expect(momentOf("05-02", "10:03")).toBeUndefined();
    expect(momentOf(undefined, "10:03")).toBeUndefined();
  });
});

describe("QQ", () => {
  test("[E1] 12-hour blocks, mail addresses, times inside a message", () => {
    const text = [
      "消息记录（此消息记录为文本格式，不支持重新导入）",
      "消息对象:客服",
      "",
      "2024-05-02 下午 3:03:10 我的昵称(10001)",
      "对方在",
      "2024-05-01 10:00:00 时说",
      "",
      "今天处理",
      "",
      "2024-05-02 下午 3:04:10 客服<kf@example.com>",
      "好",
      "",
      "",
    ].join("\r\n");
    const read = readQq(text, nobody);
    expect(read?.length).toBe(1);
    expect(brief(read?.[0]?.messages)).toEqual([
      [4, "2024-05-02T07:03:10.000Z", "mine", "我的昵称(10001)", "对方在\n2024-05-01 10:00:00 时说\n\n今天处理"],
      [10, "2024-05-02T07:04:10.000Z", "theirs", "客服<kf@example.com>", "好"],
    ]);
  });

  test("[E1] in a group nobody's side is guessed", () => {
    const read = readQq(
      "消息记录\n消息对象:退款互助群\n2024-05-02 10:00:00 甲(10001)\n1\n2024-05-02 10:00:01 乙(10002)\n2\n2024-05-02 10:00:02 丙(10003)\n3\n",
      nobody,
    );
    expect(read?.[0]?.messages.map((m) => m.direction)).toEqual(["unknown", "unknown", "unknown"]);
  });
});

describe("copied talk", () => {
  test("[E1] sender and text behind the time on one line; own name given", () => {
    const read = readGeneric("[2024-05-02 10:03:10] 小明：在吗\n[2024-05-02 10:04] 店家：在的\n稍等\n", {
      own: ["小明"],
      theirs: [],
    });
    expect(brief(read?.messages)).toEqual([
      [1, "2024-05-02T02:03:10.000Z", "mine", "小明", "在吗"],
      [2, "2024-05-02T02:04:00.000Z", "theirs", "店家", "在的\n稍等"],
    ]);
    expect(read?.confidence).toBeGreaterThanOrEqual(SURE);
  });

  test("[E9] a line with only a date gives its day to the times below", () => {
    const read = readGeneric("—— 2024年5月2日 ——\n客服 10:03\n您好\n我 10:05\n退款\n", nobody);
    expect(brief(read?.messages)).toEqual([
      [2, "2024-05-02T02:03:00.000Z", "theirs", "客服", "您好"],
      [4, "2024-05-02T02:05:00.000Z", "mine", "我", "退款"],
    ]);
  });

  test("[E9] without any time it is a guess below sure, and says so", () => {
    const text = "客服：您好\n我：请退款\n客服：在看\n";
    const read = readGeneric(text, nobody);
    expect([read?.format, (read?.confidence ?? 1) < SURE]).toEqual(["sender_only", true]);
    expect(codes(text)).toEqual(["intake.chat_unsure", "intake.chat_no_time"]);
  });

  test("[E9] deleted marks, backward times and a silence over a day are named; 24 hours exactly are not", () => {
    const say = (time: string, text: string): string => `客服 ${time}\n${text}\n`;
    const text =
      say("2024-05-02 10:00", "对方撤回了一条消息") + say("2024-05-02 09:00", "您好") + say("2024-05-03 10:01", "在");
    const read = readGeneric(text, nobody);
    if (read === undefined) throw new Error("not read");
    expect(
      conversationFindings(read, "a.txt")
        .slice(1)
        .map((f) => [f.code, f.args]),
    ).toEqual([
      ["intake.chat_deleted", { rows: ["1"], count: 1 }],
      ["intake.chat_out_of_order", { rows: ["3"], count: 1 }],
    ]);
    const later = text + say("2024-05-05 11:30", "好");
    // From 3 May 10:01 to 5 May 11:30 are 49 whole hours.
    const gap = conversationFindings(readGeneric(later, nobody) ?? read, "a.txt").find(
      (f) => f.code === "intake.chat_gap",
    );
    expect(gap?.args).toEqual({ fromAt: "2024-05-03T02:01:00.000Z", toAt: "2024-05-05T03:30:00.000Z", hours: 49 });
  });

  test.each([
    "第一条：平台应当退款。\n第二条：用户应当付款。\n第三条：其他。\n",
    "退款政策\n下单后24小时内未开始的，支持全额退款。\n",
    "2024-05-01T00:00:00+08:00 5230\n",
    "",
  ])("[E1] text that is no talk is not read as talk: %j", (text) => {
    expect(readGeneric(text, nobody)).toBeUndefined();
  });
});

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
