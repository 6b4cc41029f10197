/** The letter's plain text, written out by hand. */
import { describe, expect, it } from "vitest";
import { sha256 } from "@recourse/core";
import { letterText, type LetterDocument } from "./letter-document.ts";

const hash = sha256("ab".repeat(32));

const letter: LetterDocument = {
  lang: "zh-CN",
  title: "退款申请书",
  parts: [
    { heading: "一、订单信息", paragraphs: [{ text: "订单号 20240501001。", exhibits: [1] }] },
    {
      heading: "二、服务问题",
      paragraphs: [
        { text: "下单后48小时未开始。", exhibits: [2, 3] },
        { text: "请退款。", exhibits: [] },
      ],
    },
  ],
  signature: ["申请人：alice", "2024年5月8日"],
  exhibits: [
    { number: 1, name: "20240501001-支付凭证.csv", sha256: hash, from: "支付宝导出", shows: "付款 100.00 元" },
  ],
};

describe("letterText", () => {
  it("[A2] title, parts with their exhibits, signature, list of evidence", () => {
    expect(letterText(letter)).toBe(
      [
        "退款申请书",
        "",
        "一、订单信息",
        "订单号 20240501001。（见证据1）",
        "",
        "二、服务问题",
        "下单后48小时未开始。（见证据2、证据3）",
        "请退款。",
        "",
        "申请人：alice",
        "2024年5月8日",
        "",
        "证据目录",
        "证据1　20240501001-支付凭证.csv",
        "    来源：支付宝导出",
        "    证明内容：付款 100.00 元",
        `    SHA-256：${hash}`,
        "",
      ].join("\n"),
    );
  });

  it("[A2] in English, and without exhibits no list", () => {
    const doc: LetterDocument = {
      lang: "en",
      title: "Request for refund",
      parts: [{ heading: "Order", paragraphs: [{ text: "Order 7.", exhibits: [1, 2] }] }],
      signature: ["alice"],
      exhibits: [],
    };
    expect(letterText(doc)).toBe("Request for refund\n\nOrder\nOrder 7. (see Exhibit 1, Exhibit 2)\n\nalice\n");
  });

  it("[S7] text that hides or turns other text is printed without its marks", () => {
    const doc = {
      ...letter,
      parts: [{ heading: "x", paragraphs: [{ text: "退\u202E款\u0000请\r\n求", exhibits: [] }] }],
    };
    expect(letterText(doc)).toContain("退款请\n求");
  });
});
