/**
 * Talk that was copied or written down: inline, by day, without times; and text that is no talk.
 */
import { describe, expect, test } from "vitest";
import { brief, nobody } from "./chat.fixture.ts";
import { readGeneric, SURE } from "./generic.ts";
import { conversationFindings } from "./marks.ts";

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
    const findings = read === undefined ? [] : conversationFindings(read, "a.txt");
    expect(findings.map((f) => f.code)).toEqual(["intake.chat_unsure", "intake.chat_no_time"]);
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
