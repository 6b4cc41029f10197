/** Pieces of a sentence: cuts, overlaps, the numbers at the end, what a new wording brings. */
import { message, ref, type Problem } from "@recourse/core";
import { describe, expect, test } from "vitest";
import { broughtIn, piecesOf } from "./pieces.ts";

const finding = (severity: Problem["severity"], start: number, end: number): Problem => ({
  code: "W1.x",
  severity,
  target: ref("sentence", "01ARZ3NDEKTSV4RRFFQ69G5FAV"),
  message: message("W1.x"),
  fixes: [],
  span: { start, end },
});

describe("[W1] pieces", () => {
  test("[W1] the words found are a piece of their own, and all pieces are the text", () => {
    const text = "商家至今未答复，平台骗人。";
    // 平台骗人 stands at 8–12.
    const pieces = piecesOf(text, [finding("block", 8, 12)], true);
    expect(pieces).toEqual([
      { text: "商家至今未答复，", severity: undefined },
      { text: "平台骗人", severity: "block" },
      { text: "。", severity: undefined },
    ]);
  });
  test("[W1] where findings overlap the gravest shows", () => {
    // 0–4 is only a hint, 2–6 blocks: from 2 on it blocks.
    const pieces = piecesOf("一二三四五六七", [finding("info", 0, 4), finding("block", 2, 6)], true);
    expect(pieces.map((p) => [p.text, p.severity])).toEqual([
      ["一二", "info"],
      ["三四", "block"],
      ["五六", "block"],
      ["七", undefined],
    ]);
  });
  test("[A2] the exhibit numbers that close a template are left to the chips, in both languages", () => {
    const shown = (text: string, chips: boolean): string =>
      piecesOf(text, [], chips)
        .map((p) => p.text)
        .join("");
    expect(shown("本人付款100.00元（证据1、3）。", true)).toBe("本人付款100.00元。");
    expect(shown("I paid 100.00 yuan (Exhibits 1, 3).", true)).toBe("I paid 100.00 yuan.");
    // Own words keep theirs, and numbers in the middle are words of the sentence.
    expect(shown("本人付款（证据1）。", false)).toBe("本人付款（证据1）。");
    expect(shown("如（证据1）所示，未启动。", true)).toBe("如（证据1）所示，未启动。");
  });
  test("[W1] a span that reaches beyond the text, from an older version of it, marks what is there", () => {
    // 0–9 covers the one character; there is no piece beyond it.
    expect(piecesOf("短", [finding("warn", 0, 9)], true)).toEqual([{ text: "短", severity: "warn" }]);
  });
});

describe("[W1] what a new wording brings", () => {
  test("[W1] only the words between what both share", () => {
    // Shared: 商家 … 。; new between them: 未按约定启动
    expect(broughtIn("商家骗人。", "商家未按约定启动。")).toBe("未按约定启动");
  });
  test("[W1] taking words away brings nothing", () => {
    expect(broughtIn("商家一直骗人。", "商家一直。")).toBe("");
  });
});
