/**
 * What is missing in a conversation.
 */
import { describe, expect, test } from "vitest";
import { nobody } from "./chat.fixture.ts";
import { readGeneric } from "./generic.ts";
import { conversationFindings } from "./marks.ts";

describe("marks", () => {
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
});
