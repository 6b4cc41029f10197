import { describe, expect, it } from "vitest";
import { letterPack, wordingVectors } from "../fixtures/pack.fixture.ts";
import { lintText, type WordingContext, type WordingFinding } from "./wording.ts";

/** Facts of the guide's example: the quote without its marks, the measurement as a sentence. */
const facts = {
  promise_quote: "2小时内启动",
  promise_exhibit: "证据1",
  measure_sentence: "下单后48小时未开始刷赞",
  measure_exhibit: "证据2",
  claim_amount: "100.00",
  breakdown: "100.00 − 0.00",
  deadline_at: "2024年5月11日",
};

const context = (more: Partial<WordingContext> = {}): WordingContext => ({
  names: [],
  facts,
  nameOf: (slot) => `缺：${slot}`,
  conditions: { category: "engagement", document_kind: "application" },
  ...more,
});
const lint = (text: string, more: Partial<WordingContext> = {}): readonly WordingFinding[] =>
  lintText(text, letterPack.wording, context(more));
const ids = (text: string, more: Partial<WordingContext> = {}): readonly string[] => lint(text, more).map((f) => f.id);

describe("[W1] every phrase of the lexicon is found in a plain sentence", () => {
  for (const item of letterPack.wording.items) {
    it(`[W1] ${item.id} ${item.phrase}`, () => {
      for (const phrase of [item.phrase, ...item.variants]) {
        const text = `此事我说${phrase}了`;
        const found = lint(text);
        const at = text.indexOf(phrase);
        // Another item may own a longer phrase at the same place; some finding has to cover these words.
        expect(
          found.some((f) => f.start <= at + phrase.length - 1 && f.end > at),
          `${phrase}: ${JSON.stringify(found)}`,
        ).toBe(true);
        // 不退就举报 is longer than 举报 and sits inside a threat; w026 names its own variant.
        if (phrase === item.phrase) expect(found.map((f) => f.category)).toContain(item.category);
      }
    });
  }
});

describe("[W1] the vectors of wording.json", () => {
  for (const v of wordingVectors) {
    it(`[W1] ${v.text} → ${v.expect}`, () => {
      const found = lint(v.text, { conditions: { category: "course", document_kind: "application" } });
      if (v.expect === "no_finding") expect(found).toEqual([]);
      else expect(found.map((f) => `${f.severity}:${f.category}`)).toContain(v.expect);
    });
  }
});

describe("[W1] rewrites", () => {
  it("[W1] 平台骗人 becomes promise and measurement; the second choice is to leave the half-sentence out", () => {
    const [f] = lint("我付了款，平台骗人。");
    expect(f?.code).toBe("W1.w011");
    expect(f && [f.start, f.end]).toEqual([5, 9]);
    expect(f?.rewrites.map((r) => r.text)).toEqual([
      "我付了款，“2小时内启动”（证据1）；下单后48小时未开始刷赞（证据2），与承诺不符。",
      "我付了款。",
    ]);
  });
  it("[W1] the guide's own wording: 下单后48小时未开始刷赞，与承诺“2小时内启动”不符", () => {
    const wording = {
      ...letterPack.wording,
      items: letterPack.wording.items.map((i) =>
        i.id === "w011" ? { ...i, rewrite_zh: "{measure_sentence}，与承诺{promise_quote}不符" } : i,
      ),
    };
    expect(lintText("平台骗人", wording, context())[0]?.rewrites[0]?.text).toBe(
      "下单后48小时未开始刷赞，与承诺“2小时内启动”不符",
    );
  });
  it("[W1] a slot without a fact shows as missing and never drops the sentence", () => {
    const { measure_sentence: _gone, ...fewer } = facts;
    const [f] = lint("平台骗人", { facts: fewer });
    expect(f?.rewrites[0]).toEqual({
      as: "rewrite",
      text: "“2小时内启动”（证据1）；〔缺：measure_sentence〕（证据2），与承诺不符",
      missing: ["measure_sentence"],
    });
  });
  it("[W1] a quote slot that already stands in quotation marks gets no second pair", () => {
    const [f] = lint("这是虚假宣传");
    expect(f?.rewrites[0]?.text).toBe("页面描述为“2小时内启动”，实际为下单后48小时未开始刷赞");
  });
  it("[W1] words that need their clause replace the phrase only", () => {
    // 请在 {deadline_at} 前 + 退款; the 请 of the text and that of the rewrite are one.
    expect(lint("请立即马上退款")[0]?.rewrites[0]?.text).toBe("请在2024年5月11日前退款");
  });
  it("[W1] a half-sentence that states figures keeps them when the phrase is left out", () => {
    expect(lint("你们这些骗子收了我100元。")[0]?.rewrites[1]?.text).toBe("你们这些收了我100元。");
  });
  it("[W1] an instruction without words for it offers only to leave the phrase out", () => {
    expect(lint("这显然不对")[0]?.rewrites).toEqual([{ as: "delete", text: "这不对", missing: [] }]);
  });
});

describe("[E8] a rewrite never claims more than the exhibit has", () => {
  it("[E8] trusted time is proposed instead of 公证 only where an exhibit has it", () => {
    expect(lint("截图已公证", { conditions: { "exhibit:strength": "2" } })[0]?.rewrites[0]?.text).toBe(
      "已由第三方加盖可信时间（说明见附件）",
    );
    expect(lint("截图已公证", { conditions: { "exhibit:strength": "1" } })[0]?.rewrites.map((r) => r.as)).toEqual([
      "delete",
    ]);
  });
});

describe("[W1] matching", () => {
  it("[W1] spaces, zero-width characters and full width do not hide a phrase, and the span is that of the original", () => {
    const [f] = lint("你是骗 \u200b子。");
    expect(f && [f.id, f.start, f.end, f.phrase]).toEqual(["w001", 2, 6, "骗 \u200b子"]);
    // Ｐ is full width.
    expect(ids("数据是Ｐ图的")).toContain("w019");
  });
  it("[W1] the longest phrase wins: 垃圾平台 is one finding, not 垃圾 again", () => {
    const found = lint("垃圾平台");
    expect(found.map((f) => f.phrase)).toEqual(["垃圾平台"]);
  });
  it("[W1] 垃圾桶 passes, 垃圾 does not", () => {
    expect(ids("我买了垃圾桶")).toEqual([]);
    expect(ids("我买了垃圾")).toEqual(["w002"]);
  });
  it("[W1] a condition that can be judged lets a phrase pass; one that is unknown does not", () => {
    const known = { category: "course", document_kind: "application", "element:misrepresentation": "ok" };
    expect(ids("这是欺诈", { conditions: known })).toEqual([]);
    expect(ids("这是欺诈", { conditions: { category: "course" } })).toEqual(["w013"]);
    // w037 needs both: misrepresentation shown and not engagement.
    expect(ids("要求退一赔三", { conditions: { ...known, category: "engagement" } })).toEqual(["w037"]);
    expect(ids("要求退一赔三", { conditions: known })).toEqual([]);
  });
});

describe("[W2] own words only", () => {
  it("[W2] the same words pass in quotes and are found outside", () => {
    expect(ids("客服说“你们都是骗子”。")).toEqual([]);
    expect(ids("客服说你们都是骗子。")).toEqual(["w001"]);
  });
  it("[W2] names of the other side and order titles are not judged", () => {
    expect(ids("我在某某刷赞平台下单")).toEqual(["w072"]);
    expect(ids("我在某某刷赞平台下单", { names: ["某某刷赞平台"] })).toEqual([]);
  });
});

describe("[W3] one's own risk and distress carry no fix", () => {
  it("[W3] words about one's own risk are named and never rewritten", () => {
    expect(lint("我买了刷单服务").map((f) => [f.code, f.rewrites.length])).toEqual([["W3.w072", 0]]);
  });
  it("[G6] distress is a card, not a finding about style", () => {
    expect(lint("我不想活了").map((f) => [f.code, f.rewrites.length])).toEqual([["G6.w075", 0]]);
  });
});

describe("[W1] refund tied to report or exposure", () => {
  it("[W1] “退 100，否则举报” blocks, “请求 12315 调解” passes", () => {
    expect(lint("退 100，否则举报").map((f) => [f.id, f.severity])).toEqual([["c1", "block"]]);
    expect(ids("如双方不能达成一致，我将请求 12315 调解")).toEqual([]);
  });
  it("[W1] it also blocks across two sentences, and across two blocks of the letter", () => {
    expect(ids("请退 100 元。否则我向网信办举报。")).toContain("c1");
    expect(ids("否则我向网信办举报。", { before: "请退还 100.00 元。" })).toContain("c1");
    expect(ids("否则我向网信办举报。", { before: "订单号 20240501001。" })).not.toContain("c1");
  });
  it("[W1] the threat goes, the demand stays", () => {
    const [f] = lint("请退 100 元，否则我向网信办举报。");
    expect(f?.rewrites.map((r) => r.text)).toEqual([
      "请退 100 元，请在2024年5月11日前答复。如双方不能达成一致，我将请求〔缺：channel_name〕处理本争议。",
      "请退 100 元。",
    ]);
  });
  it("[A7] asking to perform is a finding of engagement only, and declining it is none", () => {
    expect(ids("请补量", { conditions: { category: "engagement" } })).toEqual(["c5"]);
    expect(ids("请补量", { conditions: { category: "course" } })).toEqual([]);
    expect(ids("我不接受补量", { conditions: { category: "engagement" } })).toEqual([]);
  });
  it("[X14] report words are a finding in a complaint, not in an application", () => {
    expect(ids("另请查处该公司", { conditions: { document_kind: "complaint12315" } })).toEqual(["c6"]);
    expect(ids("另请查处该公司", { conditions: { document_kind: "application" } })).toEqual([]);
  });
});
