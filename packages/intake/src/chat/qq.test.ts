/**
 * Exports of QQ: 12-hour blocks, groups, times inside a message.
 */
import { describe, expect, test } from "vitest";
import { brief, nobody } from "./chat.fixture.ts";
import { readQq } from "./qq.ts";

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
