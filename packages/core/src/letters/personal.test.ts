/** What may not be published: found, and masked in what is quoted. */
import { describe, expect, it } from "vitest";
import type { Change } from "../case/change.ts";
import { asCourse, asked, LETTER, parties, party, read, refused, written } from "../fixtures/kind-case.fixture.ts";
import { clause, letterCase, ORDER, own, withChanges } from "../fixtures/letter-case.fixture.ts";
import { ref } from "../identity.ts";
import { maskNumber, maskPersonal, personalIn } from "./personal.ts";

const of = letterCase(asCourse, ...clause, ...parties, party(97, "agent", "bob王"));
const mask = (text: string): string => maskPersonal(text, personalIn(of));

describe("[P1] what is masked", () => {
  it("[P1] names of people, staff numbers, telephone and identity numbers, whole orders", () => {
    expect(mask("alice 打 13800138000，工号KF0087，订单20240501001")).toBe(
      "a**** 打 ***********，工号******，订单***********",
    );
    expect(mask("身份证11010519491231002X")).toBe("身份证******************");
    // 15 characters of the address; 微信号, a colon, a space and nine characters of the name: 14.
    expect(mask("写信到 a.b@example.com 或微信号: abc_12345")).toBe("写信到 *************** 或**************");
  });
  it("[P1] a company, an amount, a day and a count stay", () => {
    const text = "某某网络科技有限公司于2024年5月1日收取100.00元，粉丝数5395。";
    expect(mask(text)).toBe(text);
  });
  it("[P1] the last four digits tell two orders apart; a short number shows nothing", () => {
    expect(maskNumber("20240501001")).toBe("*******1001");
    expect(maskNumber("12345678")).toBe("********");
  });
});

describe("[L9] a public statement", () => {
  const post = (...more: readonly Change[]) =>
    written("post", letterCase(asCourse, ...clause, ...asked, ...refused(), ...parties, ...more));
  it("[P2] composed, it names no person, no staff number, no whole order, no payment number", () => {
    const { view } = post();
    const text = view.sentences.map((s) => s.text).join("\n");
    for (const secret of ["alice", "KF0087", "20240501001", "2024050122001", "13800138000"])
      expect(text).not.toContain(secret);
    expect(text).toContain("*******1001");
    expect(view.ready).toBe(true);
  });
  it("[L9] only what an exhibit shows: an event without one is left out", () => {
    // The application has no receipt; the reply stands in the chat.
    expect(post().templates).not.toContain("problem.asked_before");
    expect(post().templates).toContain("problem.came_back");
    expect(written("reminder1", letterCase(...asked)).templates).toContain("problem.asked_before");
  });
  it("[P2] own words that name somebody block, with the masked text as the fix", () => {
    const { case: done } = post();
    const say = (text: string) =>
      read(withChanges(done, own(300, "problem", text, [ref("order", ORDER)], { draft: LETTER })));
    const found = say("客服alice答应过。").view.problems.filter((p) => p.code === "P2.personal");
    expect(found.map((p) => [p.severity, p.fixes[0]?.data["text"]])).toEqual([["block", "客服a****答应过。"]]);
    expect(say("客服答应过。").view.problems.filter((p) => p.code === "P2.personal")).toEqual([]);
  });
  it("[W1] an accusation that elsewhere only warns blocks in public", () => {
    const severity = (kind: "post" | "demand"): readonly (string | undefined)[] => {
      const done = written(kind, letterCase(asCourse, ...clause, ...parties)).case;
      const view = read(
        withChanges(done, own(300, "problem", "这是虚假宣传。", [ref("order", ORDER)], { draft: LETTER })),
      ).view;
      return view.problems.filter((p) => p.code.startsWith("W1.")).map((p) => p.severity);
    };
    expect(severity("post")).toEqual(["block"]);
    expect(severity("demand")).toEqual(["warn"]);
  });
});
