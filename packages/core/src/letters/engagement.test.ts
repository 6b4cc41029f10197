/** A7: what a letter about bought likes or followers may not say. */
import { describe, expect, it } from "vitest";
import { blocks, letter } from "../fixtures/composed-letter.fixture.ts";
import { LETTER, parties, read, written } from "../fixtures/kind-case.fixture.ts";
import { clause, letterCase, ORDER, own, testId, withChanges } from "../fixtures/letter-case.fixture.ts";
import { ref } from "../identity.ts";

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
  it("[A7] no door of the second round: it leads to where the own purchase is told", () => {
    expect(say("本人也可以请求12315调解。")).toEqual(["A7.channel"]);
    expect(say("也可以向消费者协会反映。")).toEqual(["A7.channel"]);
    expect(say("本人也可以请求12315调解。", "course")).toEqual([]);
    expect(say("客服答复“找12315去”。")).toEqual([]);
  });
  it("[A7] in a paper to such a place its name may stand", () => {
    const said = (kind: "complaint12315" | "reminder1"): readonly string[] => {
      const { case: of } = written(kind, letterCase(...clause, ...parties));
      const mine = own(300, "problem", "请求12315调解。", [ref("order", ORDER)], { draft: LETTER });
      return read(withChanges(of, mine)).view.problems.map((p) => p.code);
    };
    expect(said("complaint12315")).toEqual([]);
    expect(said("reminder1")).toEqual(["A7.channel"]);
  });
});
