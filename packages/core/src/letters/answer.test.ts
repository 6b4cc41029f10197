/** Answers to excuses: what fills them, what falls away, what stays open. */
import { describe, expect, it } from "vitest";
import type { Change } from "../case/change.ts";
import { asCourse, asked, book, bookPack, read, refused, written } from "../fixtures/kind-case.fixture.ts";
import { clause, letterCase, ORDER, withChanges } from "../fixtures/letter-case.fixture.ts";
import type { Pack } from "../pack/pack.ts";
import { instant } from "../time.ts";
import { fillAnswer, slotNames } from "./answer.ts";

const fill = (template: string, known: Readonly<Record<string, string>>, lang: "zh-CN" | "en" = "zh-CN") =>
  fillAnswer(
    template,
    lang,
    (s) => known[s],
    (s) => `缺：${s}`,
  );

describe("[X6] filling a template", () => {
  it("[X6] a stretch falls away with its facts; another gap stays visible and is named", () => {
    expect(
      fill("请[最迟于 {deadline_at} ]答复[（{reply_exhibit}）]。退还 {claim_amount} 元。", { deadline_at: "5月9日" }),
    ).toEqual({
      text: "请最迟于5月9日答复。退还〔缺：claim_amount〕元。",
      missing: ["claim_amount"],
      used: ["deadline_at"],
    });
  });
  it("[X6] words of others are put in quotation marks unless they stand in some", () => {
    expect(fill("“{excuse_quote}”，{promise_quote}", { excuse_quote: "不退", promise_quote: "包月" }).text).toBe(
      "“不退”，“包月”",
    );
  });
  it("[X6] English keeps its gaps", () => {
    expect(fill("Please refund {claim_amount} yuan[ by {deadline_at}].", { claim_amount: "50.00" }, "en").text).toBe(
      "Please refund 50.00 yuan.",
    );
  });
  it("[X6] slots are found with provisions among them", () => {
    expect(slotNames("{law:crpl-reg-10}、{paid}{paid}")).toEqual(["law:crpl-reg-10", "paid"]);
  });
});

describe("[X6] the answer in a second reminder", () => {
  const of = (...more: readonly Change[]) => letterCase(...clause, ...asked, ...refused(), ...more);
  const text = (...more: readonly Change[]): string =>
    written("reminder2", of(...more), {}, bookPack).said("answer.excuse");
  it("[X6] a course: their words, the law in force at the order, the amount", () => {
    expect(text(asCourse)).toContain('贵方letter.phrase.day {\\"on\\":\\"2024-05-03\\"}答复“虚拟服务不支持退款”');
    expect(text(asCourse)).toContain("见letter.phrase.citation");
    expect(text(asCourse)).toContain("请退还100.00元。");
  });
  it("[B6] a provision that was no law at the order falls away with its stretch", () => {
    // The Civil Code is in force since 2021; the same order of 2020 cannot cite it.
    const early = withChanges(of(asCourse), {
      op: "set",
      kind: "order",
      id: ORDER,
      field: "orderedAt",
      value: instant("2020-05-01T10:00:00+08:00"),
    });
    const said = written("reminder2", early, {}, bookPack).said("answer.excuse");
    expect(said).not.toContain("letter.phrase.citation");
    expect(said).toContain("请退还100.00元。");
  });
  it("[A7] engagement gets its own text, without law", () => {
    expect(text()).toContain("贵方规则写明“下单后24小时内未开始的，可申请全额退款”（证据");
    expect(text()).not.toContain("citation");
  });
  it("[A2] a fact that is missing blocks; left out, the letter goes", () => {
    const first = written("reminder2", of(), {}, bookPack);
    // The text for engagement names a ticket nobody has.
    expect(first.view.problems.map((p) => p.code)).toEqual(["A2.not_filled"]);
    expect(written("reminder2", of(asCourse), {}, bookPack).view.ready).toBe(true);
  });
  it("[A2] a gap inside quotation marks is a gap; brackets in the words of a quote are not", () => {
    const saying = (zh: string): Pack => ({
      ...bookPack,
      excuses: { items: book.items.map((e) => ({ ...e, engagement: "same", replyTemplate: { zh, en: zh } })) },
    });
    const codes = (zh: string): readonly string[] =>
      written("reminder2", of(), {}, saying(zh)).view.problems.map((p) => p.code);
    expect(codes("贵方写的是“{ticket_no}”（{reply_exhibit}）。")).toContain("A2.not_filled");
    expect(codes("贵方写的是“见〔附则〕”（{reply_exhibit}）。")).not.toContain("A2.not_filled");
  });
  it("[A2] its sources are what it says: event, message, clause, payment", () => {
    const sources = written("reminder2", of(), {}, bookPack)
      .view.sentences.find((s) => s.template === "answer.excuse")
      ?.sources.map((s) => s.ref.split("/")[0]);
    expect(sources).toEqual(expect.arrayContaining(["event", "communication", "clause", "payment", "order"]));
  });
  it("[A6] an answer that states a measurement asks for the newest reading, one that states none does not", () => {
    const saying = (zh: string): Pack => ({
      ...bookPack,
      excuses: { items: book.items.map((e) => ({ ...e, engagement: "same", replyTemplate: { zh, en: zh } })) },
    });
    const without = (pack: Pack): readonly string[] => {
      const full = written("reminder2", of(), {}, pack);
      expect(full.view.problems).toEqual([]);
      const newest = full.view.sentences.find((s) => s.template === "problem.newest")?.id;
      if (newest === undefined) throw new Error("no problem.newest");
      const left = withChanges(full.case, { op: "set", kind: "sentence", id: newest, field: "omitted", value: true });
      return read(left, {}, pack).view.problems.map((p) => p.code);
    };
    expect(without(saying("{measure_sentence}。"))).toContain("A6.newest");
    expect(without(saying("请退还 {claim_amount} 元。"))).not.toContain("A6.newest");
  });
  it("[X6] excuses that are not loaded yet are said to be missing", () => {
    const { excuses: _later, ...lean } = bookPack;
    const { templates, missing } = written("reminder2", of(asCourse), {}, lean);
    expect(templates).not.toContain("answer.excuse");
    expect(missing.map((m) => m.code)).toContain("letter.missing.excuses");
    expect(written("reminder2", of(asCourse), {}, bookPack).missing.map((m) => m.code)).not.toContain(
      "letter.missing.excuses",
    );
  });
});
