import { describe, expect, it } from "vitest";
import {
  clause,
  codes,
  composeOn,
  CHAT,
  demandOf100,
  letterCase,
  ORDER,
  own,
  PAYMENT,
  REFUND,
  refundOf50,
  sentenceOf,
  set,
  testId,
  UNDERTAKING,
  viewOf,
  withChanges,
} from "../fixtures/letter-case.fixture.ts";
import { sampleReadings } from "../fixtures/measured-case.fixture.ts";
import type { Problem } from "../assess/assessment.ts";
import { apply, type Change } from "../case/change.ts";
import type { Case } from "../case/case.ts";
import { ref } from "../identity.ts";
import { printedIn } from "./check.ts";
import type { LetterOptions } from "./letter.ts";

/** The guide's letter, composed, with clause; nothing wrong with it. */
const letter = (...changes: readonly Change[]): Case => withChanges(composeOn(letterCase(...clause)).case, ...changes);
const blocks = (of: Case, more: Partial<LetterOptions> = {}): readonly string[] => codes(viewOf(of, more), "block");
const firstOf = (of: Case, code: string, more: Partial<LetterOptions> = {}): Problem => {
  const found = viewOf(of, more).problems.find((p) => p.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
};
const rewrite = (of: Case, template: string, text: string): Case =>
  withChanges(of, set(sentenceOf(of, template), "text", text));

describe("[A2] sources", () => {
  it("[A2] the composed letter is ready; one sentence without a source blocks it", () => {
    expect(viewOf(letter()).ready).toBe(true);
    expect(viewOf(letter(own(300, "problem", "我很不满意。", [ref("order", ORDER)]))).ready).toBe(true);
    expect(blocks(letter(own(300, "problem", "我很不满意。", [])))).toEqual(["A2.no_source"]);
  });
  it("[A2] a source whose exhibit is removed is none", () => {
    const of = letter(own(300, "problem", "客服没有答复。", [ref("communication", testId(57))]));
    expect(blocks(of)).toEqual([]);
    expect(blocks(withChanges(of, { op: "remove", kind: "exhibit", id: CHAT }))).toContain("A2.no_source");
  });
  it("[A2] it offers the record that states what the sentence says", () => {
    const p = firstOf(letter(own(300, "problem", "订单号 20240501001。", [])), "A2.no_source");
    expect(p.fixes[0]).toMatchObject({
      command: "sentence.addSource",
      data: { sentence: testId(300), source: ref("order", ORDER) },
    });
  });
  it("[A2] a part that is missing blocks", () => {
    const of = letter();
    expect(blocks(withChanges(of, set(sentenceOf(of, "evidence.list"), "omitted", true)))).toEqual(["A2.part_missing"]);
  });
  it("[A2] words still to be filled in block; the number of a document is none", () => {
    expect(blocks(letter(own(300, "demand", "请退还。〔缺：金额〕", [ref("order", ORDER)])))).toEqual([
      "A2.not_filled",
    ]);
    expect(blocks(letter(own(300, "demand", "见法释〔2018〕号。", [ref("order", ORDER)])))).not.toContain(
      "A2.not_filled",
    );
  });
  it("[A3] a template whose fact is gone has no words and blocks", () => {
    const of = letter({ op: "remove", kind: "communication", id: testId(58) });
    expect(blocks(of)).toEqual(["A3.source_gone"]);
  });
});

describe("[A3] own words against their sources", () => {
  const said = (text: string): readonly string[] => blocks(rewrite(letter(), "problem.not_started_until", text));
  it("[A3] figures that the sources state pass, also those that follow from them", () => {
    // 10:02 → 21:00 next day = 34 h 58 min; 5233 − 5230 = 3.
    expect(
      said("截至2024年5月2日21:00，即下单后34小时58分，粉丝数为5,233，仅增加3。其后5月4日21:00为5395。"),
    ).not.toContain("A3.unsupported");
    expect(said("截至2024年5月2日22:00，粉丝数为5233。")).toContain("A3.unsupported");
    expect(said("粉丝仅增加12条。")).toContain("A3.unsupported");
  });
  it("[A3] hours may be rounded down, never up", () => {
    expect(said("下单后34小时仍未启动。")).not.toContain("A3.unsupported");
    expect(said("下单后35小时仍未启动。")).toContain("A3.unsupported");
  });
  it("[A3] a value of another record of the case is one press away", () => {
    const p = firstOf(rewrite(letter(), "order.promise", "承诺2小时内启动，KF0087说过。"), "A3.other_source");
    expect(p.fixes[0]).toMatchObject({
      command: "sentence.addSource",
      data: { source: ref("communication", testId(57)) },
    });
  });
  it("[A3] a quote has to stand in a source word for word", () => {
    expect(blocks(rewrite(letter(), "order.promise", "页面写明“2小时内启动”。"))).toEqual([]);
    expect(blocks(rewrite(letter(), "order.promise", "页面写明“1小时内启动”。"))).toEqual(["A3.unsupported"]);
  });
  it("[A3] an exhibit number beyond the letter's exhibits is unsupported", () => {
    expect(blocks(rewrite(letter(), "order.promise", "见证据2。"))).toEqual([]);
    expect(blocks(rewrite(letter(), "order.promise", "见证据9。"))).toEqual(["A3.unsupported"]);
  });
  it("[A3] the fact changed after writing: the right value is offered in the same style", () => {
    const of = rewrite(letter(), "order.paid", "我支付了100元。");
    expect(blocks(of)).toEqual([]);
    const corrected = withChanges(
      of,
      { op: "set", kind: "payment", id: PAYMENT, field: "amountFen", value: 9_000 },
      { op: "set", kind: "order", id: ORDER, field: "paidFen", value: 9_000 },
    );
    const p = firstOf(corrected, "A3.value_changed", { demand: demandOf100({ paidFen: 9_000, claimFen: 9_000 }) });
    expect(p.message.args).toEqual({ was: "100元", now: "90元" });
    expect(p.fixes.map((f) => [f.command, f.data["text"]])).toEqual([
      ["sentence.rewrite", "我支付了90元。"],
      ["sentence.reset", undefined],
    ]);
    expect(p.span).toEqual({ start: 4, end: 8 });
  });
  it("[A3] own words keep the values they state, so that a change is noticed", () => {
    const of = letterCase();
    expect(printedIn(of, [ref("payment", PAYMENT)], "2024年5月1日支付100元")).toEqual({
      [`payment/${PAYMENT}/amountFen`]: "100.00",
      [`payment/${PAYMENT}/paidAt`]: "2024-05-01 10:02:30",
    });
  });
  it("[A3] text of a template follows the facts", () => {
    const of = letter({ op: "set", kind: "payment", id: PAYMENT, field: "payee", value: "另一公司" });
    expect(viewOf(of).sentences[0]?.text).toContain("另一公司");
  });
});

describe("[A6] candour", () => {
  /** Progress names the newest reading as well; leaving it out isolates `problem.newest`. */
  const withoutProgress = (of: Case): Case => withChanges(of, set(sentenceOf(of, "problem.progress"), "omitted", true));
  it("[A6] newest: the letter says not started and leaves out that it started later", () => {
    const of = withoutProgress(letter());
    expect(blocks(of)).toEqual([]);
    const left = withChanges(of, set(sentenceOf(of, "problem.newest"), "omitted", true));
    expect(blocks(left)).toEqual(["A6.newest", "A6.delivered"]);
    expect(firstOf(left, "A6.newest").fixes[0]).toMatchObject({
      command: "sentence.state",
      preferred: true,
      data: { template: "problem.newest", subject: ref("undertaking", UNDERTAKING) },
    });
  });
  it("[A6] newest: without the later readings there is nothing else to state", () => {
    // Only the readings up to 05-02 21:00: the last one is the newest one.
    const early = sampleReadings((at) => at > "2024-05-02T21:30").map(
      (c) => ({ op: "remove", kind: "reading", id: c.id }) as const,
    );
    const of = composeOn(withChanges(letterCase(), ...early)).case;
    const left = withChanges(of, set(sentenceOf(of, "problem.progress"), "omitted", true));
    expect(blocks(left)).toEqual([]);
  });
  it("[A6] newest in own words: the figure has to stand there, the source alone is not enough", () => {
    const of = withoutProgress(letter());
    const newest = sentenceOf(of, "problem.newest");
    expect(blocks(withChanges(of, set(newest, "text", "后来有所变化。")))).toContain("A6.newest");
    expect(blocks(withChanges(of, set(newest, "text", "后来最高到5834，现为5395。")))).toEqual([]);
  });
  it("[A6] newest: own words that say nothing started, while a later reading says otherwise (c4)", () => {
    const of = composeOn(letterCase(...clause)).case;
    const silent = ["problem.not_started_until", "problem.progress", "problem.drop", "problem.newest"].map((t) =>
      set(sentenceOf(of, t), "omitted", true),
    );
    const say = (text: string): Case => withChanges(of, ...silent, own(300, "problem", text, [ref("order", ORDER)]));
    expect(blocks(say("一直未启动。"))).toEqual(["A6.newest", "A6.delivered"]);
    expect(blocks(say("对方没有答复。"))).toEqual(["A6.delivered"]);
  });
  it("[A6] refunded: 50.00 came back and the letter does not say so", () => {
    const more = { demand: demandOf100({ refundedFen: 5_000, claimFen: 5_000 }) };
    const of = composeOn(letterCase(...refundOf50), more).case;
    expect(blocks(of, more)).toEqual([]);
    // The demand says what was paid and refunded; in own words it no longer does.
    const bare = withChanges(
      rewrite(of, "demand.partial", "请退还50元。"),
      set(sentenceOf(of, "demand.refunded_already"), "omitted", true),
    );
    expect(blocks(bare, more)).toEqual(["A6.refunded"]);
    expect(
      blocks(withChanges(bare, set(sentenceOf(of, "demand.refunded_already"), "omitted", undefined)), more),
    ).toEqual([]);
    expect(firstOf(bare, "A6.refunded", more).message.refs).toEqual([ref("refund", REFUND)]);
  });
  it("[A6] delivered: a letter without any measurement still says what arrived", () => {
    const of = letter();
    const silent = ["problem.not_started_until", "problem.progress", "problem.drop", "problem.newest"].map((t) =>
      set(sentenceOf(of, t), "omitted", true),
    );
    expect(blocks(withChanges(of, ...silent))).toEqual(["A6.delivered"]);
  });
  it("[A6] delivered: lessons used are stated", () => {
    const usage: Change = {
      op: "put",
      kind: "usage",
      id: testId(70),
      value: { order: ORDER, unitsTotal: 60, unitsUsed: 12 },
    };
    const of = composeOn(letterCase(...clause, usage)).case;
    expect(blocks(of)).toEqual([]);
    expect(blocks(withChanges(of, set(sentenceOf(of, "problem.received"), "omitted", true)))).toEqual(["A6.delivered"]);
  });
});

describe("[D3] an open choice, and a sentence that stands twice", () => {
  it("[D3] both amounts stand: it is said, and does not block", () => {
    const either = demandOf100({ receivedFen: undefined, claimFen: undefined, either: [10_000, 8_350] });
    expect(codes(viewOf(letter(), { demand: either }), "warn")).toEqual(["D3.choose"]);
    expect(codes(viewOf(letter()), "warn")).toEqual([]);
  });
  it("[A2] two devices composed at once: the second copy is named", () => {
    const { id: _id, ...paid } = sentenceOf(letter(), "order.paid");
    expect(codes(viewOf(letter({ op: "put", kind: "sentence", id: testId(301), value: paid })))).toEqual(["A2.twice"]);
  });
});

describe("[A7] engagement", () => {
  const say = (text: string, category = "engagement"): readonly string[] => {
    const of = letter(own(300, "problem", text, [ref("order", ORDER), ref("clause", testId(56))]), {
      op: "set",
      kind: "case",
      id: testId(1),
      field: "category",
      value: category,
    });
    return blocks(of).filter((c) => c.startsWith("A7."));
  };
  it("[A7] law: a statute, an article, 577 block; the platform's own clause passes", () => {
    expect(say("根据《民法典》应当退款。")).toEqual(["A7.law"]);
    expect(say("根据民法典应当退款。")).toEqual(["A7.law"]);
    expect(say("按577应当退款。")).toEqual(["A7.law"]);
    expect(say("按第五百七十七条应当退款。")).toEqual(["A7.law"]);
    expect(say("按《服务规则》第5条应当退款。")).toEqual([]);
    expect(say("按服务规则第六条应当退款。")).toEqual([]);
    expect(say("按《民法典》应当退款。", "course")).toEqual([]);
  });
  it("[A7] performance: asking for it blocks, declining it and quoting them pass", () => {
    expect(say("请继续履行。")).toEqual(["A7.performance"]);
    expect(say("我不接受补单。")).toEqual([]);
    expect(say("客服答复“可以补量”。")).toEqual([]);
  });
  it("[A7] legality: no word on it", () => {
    expect(say("你们这样做违法。")).toEqual(["A7.legality"]);
    expect(say("你们这样做不合适。")).toEqual([]);
    expect(say("我将考虑依法提起诉讼。")).toEqual([]);
  });
});

describe("[B6] citations in letters", () => {
  const course: Change = { op: "set", kind: "case", id: testId(1), field: "category", value: "course" };
  const cite = (text: string): readonly string[] =>
    blocks(letter(course, own(300, "basis", text, [ref("provision", "cc-577")]))).filter(
      (c) => c.startsWith("B6.") || c.startsWith("A3."),
    );
  it("[B6] verbatim passes, the guide's shortened quote does not", () => {
    expect(
      cite(
        "《民法典》第五百七十七条：“当事人一方不履行合同义务或者履行合同义务不符合约定的，应当承担继续履行、采取补救措施或者赔偿损失等违约责任。”",
      ),
    ).toEqual([]);
    expect(cite("《民法典》第五百七十七条：“当事人一方不履行合同义务或履行不符合约定的，应当承担违约责任”")).toEqual([
      "B6.not_verbatim",
    ]);
  });
  it("[B6] a checker that is handed in is the one that is asked", () => {
    const of = letter(course, own(300, "basis", "见某规定。", [ref("provision", "cc-577")]));
    const citations = (text: string) =>
      text.includes("某规定")
        ? [{ start: 1, end: 4, reason: "unknown" as const, law: "某规定", article: 1, nearest: [] }]
        : [];
    expect(blocks(of, { citations })).toEqual(["B6.unknown"]);
    expect(blocks(of)).toEqual([]);
  });
});

describe("[D4] not more than the claim", () => {
  const ask = (text: string): readonly string[] => blocks(letter(own(300, "demand", text, [ref("payment", PAYMENT)])));
  it("[D4] 300 for 100.00 blocks, 100 passes, and what was promised once is no demand", () => {
    expect(ask("请退还300元。")).toContain("D4.excess");
    expect(ask("请退还100元。")).toEqual([]);
    expect(ask("客服曾承诺退还300元。")).not.toContain("D4.excess");
  });
  it("[D4] the right amount is offered", () => {
    expect(
      firstOf(letter(own(300, "demand", "请退还300元。", [ref("payment", PAYMENT)])), "D4.excess").fixes[0]?.data[
        "text"
      ],
    ).toBe("请退还100元。");
  });
});

describe("[W1] wording in a letter", () => {
  it("[W1] fixes are commands with the whole new text, from the facts of this case", () => {
    const p = firstOf(letter(own(300, "problem", "平台骗人。", [ref("order", ORDER)])), "W1.w011");
    expect(p.severity).toBe("block");
    expect(p.fixes.map((f) => [f.title, f.command])).toEqual([
      ["fix.rewrite", "sentence.rewrite"],
      ["fix.omit", "sentence.omit"],
    ]);
    const text = String(p.fixes[0]?.data["text"]);
    expect(text).toContain("“1000真实粉丝包月，2小时内启动”（证据2）；letter.problem.not_started_until");
    expect(text.endsWith("（证据3），与承诺不符。")).toBe(true);
  });
  it("[W2] templates are not linted: what they quote is the other side's", () => {
    const of = withChanges(letterCase(...clause), {
      op: "set",
      kind: "communication",
      id: testId(57),
      field: "text",
      value: "你才是骗子",
    });
    expect(viewOf(composeOn(of).case).problems).toEqual([]);
  });
  it("[W1] taking a fix leaves a letter without that finding", () => {
    const of = letter(own(300, "problem", "我付了款，平台骗人。", [ref("order", ORDER)]));
    const deletion = firstOf(of, "W1.w011").fixes[1];
    const fixed = apply(of, [
      { op: "set", kind: "sentence", id: testId(300), field: "text", value: deletion?.data["text"] },
    ]).case;
    expect(viewOf(fixed).problems).toEqual([]);
  });
});
