/** The checks of a letter, each with a letter that breaks it and one that keeps it. */
import { describe, expect, it } from "vitest";
import { type Change, apply } from "../case/change.ts";
import { blocks, firstOf, letter, rewrite } from "../fixtures/composed-letter.fixture.ts";
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
  sentenceOf,
  set,
  testId,
  viewOf,
  withChanges,
} from "../fixtures/letter-case.fixture.ts";
import { ref } from "../identity.ts";
import { printedIn } from "./check.ts";

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
