import { describe, expect, it } from "vitest";
import type { Case } from "../../case/case.ts";
import type { Change, Fields } from "../../case/change.ts";
import { payment } from "../../fixtures/closed-case.fixture.ts";
import { exhibit, guideCase, ORDER, put, testId, withChanges } from "../../fixtures/measured-case.fixture.ts";
import { ref } from "../../identity.ts";
import { instant } from "../../time.ts";
import type { FormView } from "./form.ts";
import { alice, BOB, demand, fieldIn, FILING, gaps, now, party, SHOP, shop, texts, view } from "./form-view.fixture.ts";
import { letter, says } from "./forms.fixture.ts";

describe("[X13] parties and payments", () => {
  it("[X13] two respondents are two sections, one is one", () => {
    const two = view(guideCase(alice, shop, party(testId(711), "respondent", "第二公司")), "claim");
    expect(two.sections.map((s) => s.id).filter((i) => i.startsWith("respondent"))).toEqual([
      "respondent-1",
      "respondent-2",
    ]);
    expect(two.enclosures.find((m) => m.code === "form.enclose.copies")?.args).toEqual({ n: 2 });
    const one = view(guideCase(alice, shop), "claim");
    expect(one.sections.map((s) => s.id)).toContain("respondent");
    expect(one.enclosures.find((m) => m.code === "form.enclose.copies")?.args).toEqual({ n: 1 });
  });

  it("[X13] a seller stands in where no respondent is entered", () => {
    const of = view(guideCase(alice, party(SHOP, "seller", "某店")), "complaint12315");
    expect(texts(fieldIn(of, "respondent.name"))).toEqual(["某店"]);
  });

  it("[X16] each payment has its own section; without one the fields ask for it", () => {
    const second = put("payment", testId(712), {
      provider: "wechat",
      transaction: "T2",
      payee: "某某",
      amountFen: 5_000,
      paidAt: instant("2024-05-02 10:00"),
      order: ORDER,
    });
    const of = view(guideCase(alice, shop, payment(), second), "payment_dispute");
    expect(of.sections.map((s) => s.id)).toEqual(["payment-1", "payment-2"]);
    expect(texts(fieldIn(of, "payment-2.transaction"))).toEqual(["T2"]);
    expect(fieldIn(of, "payment-2.amount").value[0]?.args).toEqual({ amountFen: 5_000 });
    expect(gaps(view(guideCase(alice, shop), "payment_dispute"))).toContain("payment.transaction");
  });

  it("[D3] two possible amounts are chosen between; a known one is printed", () => {
    const context = { demand: demand({ claimFen: undefined, either: [8_370, 10_000] }), now };
    const open = fieldIn(view(guideCase(alice, shop), "claim", { context }), "facts.total");
    expect(open.missing).toMatchObject({
      message: { code: "form.missing.choose", args: { lowFen: 8_370, highFen: 10_000 } },
      fix: { command: "usage.add", data: { order: ORDER, ask: "claimChoice" } },
    });
    expect(fieldIn(view(guideCase(alice, shop), "claim"), "facts.total").value[0]?.args).toEqual({ amountFen: 10_000 });
  });
});

describe("[X1] what happened is read from events", () => {
  const event = (n: number, type: string, at: string, data: Fields = {}): Change => ({
    op: "append",
    kind: "event",
    id: testId(n),
    value: { type, at: instant(at), recordedAt: now, refs: [], data },
  });
  const asked = event(720, "application.submitted", "2026-11-20 10:00");
  it("[X1] an application and a reply are lines of the claim; without them the person is asked to note them", () => {
    const of = guideCase(alice, shop, asked, event(721, "reply.received", "2026-11-21 10:00", { as: "refused" }));
    const claim = view(of, "claim");
    expect(fieldIn(claim, "facts.asked").value).toEqual([
      {
        code: "form.value.event",
        args: { type: "application.submitted", at: instant("2026-11-20 10:00") },
        refs: [ref("event", testId(720))],
      },
    ]);
    expect(fieldIn(claim, "facts.negotiated").value[0]?.args["as"]).toBe("refused");
    expect(fieldIn(view(guideCase(alice, shop), "claim"), "facts.asked").missing?.fix.command).toBe("event.append");
  });

  it("[X1] an event that was taken back, or lies ahead, is not told", () => {
    const back = guideCase(alice, shop, asked, event(722, "event.retracted", "2026-11-21 10:00", { of: testId(720) }));
    expect(fieldIn(view(back, "claim"), "facts.asked").value).toEqual([]);
    const ahead = guideCase(alice, shop, event(723, "application.submitted", "2026-11-23 10:00"));
    expect(fieldIn(view(ahead, "claim"), "facts.asked").value).toEqual([]);
  });

  it("[X13] the court is the authority of the filing; without a filing one is asked for", () => {
    const of = guideCase(alice, shop, put("filing", FILING, { channel: "small_claims", authority: "某区人民法院" }));
    expect(texts(fieldIn(view(of, "claim", { filing: FILING }), "facts.court"))).toEqual(["某区人民法院"]);
    expect(fieldIn(view(guideCase(alice, shop), "claim"), "facts.court").missing?.fix).toMatchObject({
      command: "filing.add",
      data: { channel: "small_claims", ask: "authority" },
    });
  });
});

describe("[A6] what came back and what was promised", () => {
  it("[E6] a promise whose page was removed is not printed", () => {
    const page = exhibit(testId(730));
    const of = guideCase(alice, shop, page, {
      op: "set",
      kind: "undertaking",
      id: testId(3),
      field: "exhibit",
      value: testId(730),
    });
    expect(fieldIn(view(of, "claim"), "facts.quality").state).toBe("filled");
    const removed = withChanges(of, { op: "remove", kind: "exhibit", id: testId(730) });
    expect(fieldIn(view(removed, "claim"), "facts.quality").state).toBe("missing");
  });

  it("[A6] a refund stands beside the payment", () => {
    const back = put("refund", testId(731), {
      provider: "alipay",
      transaction: "r",
      amountFen: 3_000,
      route: "original",
    });
    const codes = (of: Case): readonly string[] => fieldIn(view(of, "claim"), "facts.price").value.map((m) => m.code);
    expect(codes(guideCase(alice, shop, payment(), back))).toEqual(["form.value.payment", "form.value.refunded"]);
    expect(codes(guideCase(alice, shop, payment()))).toEqual(["form.value.payment"]);
  });
});

describe("[A6] what was delivered and what went wrong", () => {
  it("[A6] what was used is said as delivered, not as a fault; alone it is all there is to say", () => {
    const used = says(1, "problem", "已使用12份。", "problem.received");
    const wrong = says(2, "problem", "没有按约定提供。", "problem.ground");
    const claim = (...sentences: readonly (typeof used)[]): FormView =>
      view(guideCase(alice, shop), "claim", { letter: letter(sentences) });
    expect(texts(fieldIn(claim(used, wrong), "facts.delivery"))).toEqual(["已使用12份。"]);
    expect(texts(fieldIn(claim(used, wrong), "facts.breach"))).toEqual(["没有按约定提供。"]);
    expect(texts(fieldIn(claim(used), "facts.breach"))).toEqual(["已使用12份。"]);
    expect(fieldIn(claim(wrong), "facts.delivery").missing?.message.code).toBe("form.missing.delivery");
  });
});

describe("[X7] power of attorney: matter, scope and period", () => {
  const of = guideCase(alice, shop, party(BOB, "agent", "bob", { contact: "13800000002", address: "戊" }));
  const entrusted = letter([
    says(1, "problem", "就订单20240501001的争议办理投诉。", "problem.matter"),
    says(2, "demand", "代为提交材料。", "demand.scope"),
    says(3, "demand", "自2026年11月22日起六个月。", "demand.term"),
  ]);
  it("[X7] all three stand in it; without the period it is not ready", () => {
    expect(view(of, "attorney", { letter: entrusted }).ready).toBe(true);
    const open = view(of, "attorney", { letter: letter(entrusted.sentences.slice(0, 2)) });
    expect(gaps(open)).toEqual(["authority.period"]);
  });
});
