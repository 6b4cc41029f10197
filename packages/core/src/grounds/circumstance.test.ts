/** People, payments and answers that a ground can rest on. */
import { describe, expect, it } from "vitest";
import { judge, verdict } from "../fixtures/judged-condition.fixture.ts";
import { exhibit, guideCase, ORDER, put, testId, withChanges } from "../fixtures/measured-case.fixture.ts";
import type { Condition } from "../schema/parts.ts";
import { instant } from "../time.ts";

describe("people, payments and answers", () => {
  const pay = (n: number, amountFen: number, more: object = {}) =>
    put("payment", testId(30 + n), {
      provider: "alipay",
      transaction: `t${n}`,
      payee: "p",
      amountFen,
      paidAt: instant("2024-05-01T10:03:00+08:00"),
      order: ORDER,
      ...more,
    });
  const back = (amountFen: number) =>
    put("refund", testId(39), {
      provider: "alipay",
      transaction: "r",
      payment: testId(32),
      amountFen,
      route: "original",
    });

  it("[B9] paid twice: two of one amount for one order, until one came back in full", () => {
    const c: Condition = { type: "duplicate_payment" };
    expect(judge(guideCase(pay(1, 10_000), pay(2, 10_000)), c)).toMatchObject({
      verdict: "met",
      because: [{ args: { n: 2, amountFen: 10_000 } }],
    });
    expect(
      verdict(guideCase(pay(1, 10_000), pay(2, 10_000, { order: undefined, merchantOrder: "20240501001" })), c),
    ).toBe("met");
    expect(verdict(guideCase(pay(1, 10_000), pay(2, 9_999)), c)).toBe("unknown");
    expect(verdict(guideCase(pay(1, 10_000)), c)).toBe("unknown");
    expect(verdict(guideCase(pay(1, 10_000), pay(2, 10_000), back(9_999)), c)).toBe("met");
    expect(verdict(guideCase(pay(1, 10_000), pay(2, 10_000), back(10_000)), c)).toBe("not_met");
  });

  it.each([
    { age: 7, verdict: "met" },
    { age: 17, verdict: "met" },
    { age: 18, verdict: "not_met" },
    { age: undefined, verdict: "unknown" },
  ])("[G5] age $age at payment ⇒ $verdict", ({ age, verdict: wanted }) => {
    expect(
      verdict(guideCase({ op: "set", kind: "case", id: testId(1), field: "payerAge", value: age }), {
        type: "payer_minor",
      }),
    ).toBe(wanted);
  });

  it("[R1] nobody named: unknown until the platform was asked or every place on their own site looked at", () => {
    const c: Condition = { type: "respondent_unidentified" };
    const vain = (...places: readonly string[]) =>
      places.map((place, n) => put("lookup", testId(40 + n), { place, result: "not_found", on: "2024-05-06" }));
    const party = (foundIn?: string) => put("party", testId(49), { role: "respondent", name: "某公司", foundIn });
    expect(verdict(guideCase(), c)).toBe("unknown");
    expect(verdict(guideCase(...vain("platform")), c)).toBe("met");
    expect(verdict(guideCase(...vain("licence", "icp", "terms", "bill")), c)).toBe("met");
    expect(judge(guideCase(...vain("licence", "icp", "terms")), c)).toMatchObject({
      verdict: "unknown",
      missing: [{ args: { places: ["bill", "platform"] } }],
    });
    expect(verdict(guideCase(...vain("platform"), party("licence")), c)).toBe("not_met");
    expect(verdict(guideCase(...vain("platform"), party("told")), c)).toBe("met");
    expect(verdict(guideCase(party("told")), c)).toBe("unknown");
  });

  it("[R1] told, and a bill in the case names the same payee: identified while the bill is there", () => {
    const c: Condition = { type: "respondent_unidentified" };
    const bill = testId(48);
    const told = put("party", testId(49), { role: "respondent", name: "p", foundIn: "told" });
    const seen = put("sighting", testId(47), {
      of: `payment/${testId(31)}`,
      exhibit: bill,
      row: 21,
      amountFen: 10_000,
    });
    const shown = guideCase(exhibit(bill), told, pay(1, 10_000), seen);
    expect(judge(shown, c)).toMatchObject({ verdict: "not_met", because: [{ args: { foundIn: "bill" } }] });
    expect(verdict(withChanges(shown, { op: "remove", kind: "exhibit", id: bill }), c)).toBe("unknown");
    const other = put("party", testId(49), { role: "respondent", name: "q", foundIn: "told" });
    expect(verdict(guideCase(exhibit(bill), other, pay(1, 10_000), seen), c)).toBe("unknown");
  });

  it("[B9] answers: all as asked is met, one against is not met, one open is unknown; the newest answer counts", () => {
    const c: Condition = {
      type: "answers",
      all: [
        { question: "notice_5d", is: "no" },
        { question: "auto_renewed", is: "yes" },
      ],
    };
    const answer = (n: number, question: string, value: string) => put("answer", testId(40 + n), { question, value });
    expect(verdict(guideCase(answer(1, "notice_5d", "no"), answer(2, "auto_renewed", "yes")), c)).toBe("met");
    expect(verdict(guideCase(answer(1, "notice_5d", "yes"), answer(2, "auto_renewed", "unknown")), c)).toBe("not_met");
    expect(judge(guideCase(answer(1, "notice_5d", "no"), answer(2, "auto_renewed", "unknown")), c)).toMatchObject({
      verdict: "unknown",
      missing: [{ code: "missing.answer", args: { question: "auto_renewed" } }],
    });
    expect(
      verdict(
        guideCase(answer(1, "notice_5d", "no"), answer(2, "auto_renewed", "yes"), answer(3, "auto_renewed", "no")),
        c,
      ),
    ).toBe("not_met");
    expect(verdict(guideCase(), { type: "answers", all: [] })).toBe("unknown");
  });
});
