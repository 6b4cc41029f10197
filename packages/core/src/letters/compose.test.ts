import { describe, expect, it } from "vitest";
import {
  clause,
  clauseGround,
  composeOn,
  counter,
  demandOf100,
  DRAFT,
  ground,
  letterCase,
  options,
  own,
  PAYMENT,
  refundOf50,
  sentenceOf,
  set,
  testId,
  UNDERTAKING,
  viewOf,
  withChanges,
} from "../fixtures/letter-case.fixture.ts";
import { bareCase, put } from "../fixtures/measured-case.fixture.ts";
import { letterPack } from "../fixtures/pack.fixture.ts";
import type { Case } from "../case/case.ts";
import { ref } from "../identity.ts";
import { civil } from "../time.ts";
import { compose, stateSentence } from "./compose.ts";
import { sentencesOf } from "./numbering.ts";

const templatesIn = (of: Case): readonly (string | undefined)[] => sentencesOf(of, DRAFT).map((s) => s.template);

describe("[A2] order of an application", () => {
  it("[A2] 订单信息 → 服务问题 → 证据列举 → 依据 → 诉求, from the guide's order", () => {
    const { case: of, missing } = composeOn(letterCase(...clause));
    expect(templatesIn(of)).toEqual([
      "order.paid",
      "order.promise",
      "problem.not_started_until",
      "problem.progress",
      "problem.drop",
      "problem.newest",
      "problem.clause_state",
      "problem.asked_support",
      "problem.no_reply",
      "evidence.list",
      "basis.clause",
      "demand.full",
      "demand.answer_by",
    ]);
    expect(missing).toEqual([]);
  });
  it("[A2] a letter composed in the same breath as its draft is begun is whole", () => {
    const of = letterCase(...clause);
    const begun = withChanges(of, { op: "remove", kind: "draft", id: DRAFT });
    const puts = (from: Case): readonly unknown[] =>
      composeOn(from).changes.map((c) => (c.op === "put" ? c.value["template"] : c.op));
    expect(puts(begun)).toEqual(puts(of));
  });
  it("[A2] nothing is made up: an order without payment says what is missing", () => {
    const of = bareCase(put("draft", DRAFT, { kind: "application", lang: "zh-CN" }));
    const { missing } = compose(
      of,
      letterPack,
      options(of, { grounds: [], demand: demandOf100({ paidFen: 0, claimFen: undefined, refs: [] }) }),
      "application",
      DRAFT,
      [],
      counter(),
    );
    // A file that no fact rests on and no link explains is no evidence yet.
    expect(missing.map((m) => m.code)).toEqual([
      "letter.missing.payment",
      "letter.missing.problem",
      "letter.missing.evidence",
      "letter.missing.amount",
    ]);
  });
  it("[D3] the value is unknown: both amounts are printed and the choice is asked", () => {
    // 165 of 1000 came: 100.00 in full, or 83.50 without that share.
    const { case: of, missing } = composeOn(letterCase(), {
      demand: demandOf100({ receivedFen: undefined, claimFen: undefined, either: [10_000, 8_350] }),
    });
    expect(templatesIn(of)).toContain("demand.either");
    expect(missing).toEqual([
      { code: "letter.missing.choice", args: { highFen: 10_000, lowFen: 8_350 }, refs: [ref("payment", PAYMENT)] },
    ]);
  });
  it("[D1] nothing left to ask for: no demand is composed", () => {
    const { case: of, missing } = composeOn(letterCase(), {
      demand: demandOf100({ refundedFen: 10_000, claimFen: 0 }),
    });
    expect(templatesIn(of).filter((t) => t?.startsWith("demand.") === true)).toEqual(["demand.answer_by"]);
    expect(missing.map((m) => m.code)).toEqual(["letter.missing.nothing_left"]);
  });
});

describe("[M2] what the measurement sentence states", () => {
  it("[M2] until when, how much it grew, and the line: 34 h 58 min, +3, line 20", () => {
    const view = viewOf(composeOn(letterCase()).case);
    const text = view.sentences.find((s) => s.template === "problem.not_started_until")?.text ?? "";
    // Ordered 10:02, last reading not started 21:00 the next day; baseline 5230, value 5233; line = max(2 % of 1000, 10).
    expect(JSON.parse(text.slice(text.indexOf("{")))).toMatchObject({
      hours: 34,
      minutes: 58,
      value: 5233,
      growth: 3,
      line: 20,
      baseline: 5230,
      exhibits: ["3"],
    });
  });
  it("[M2] a reading within the promised hours is no reason: nothing is said about the start", () => {
    // A promise of 40 hours covers the 34:58; and no ground says not started.
    const of = withChanges(letterCase(), {
      op: "set",
      kind: "undertaking",
      id: UNDERTAKING,
      field: "startWithinHours",
      value: 40,
    });
    expect(templatesIn(composeOn(of, { grounds: [] }).case)).not.toContain("problem.not_started_until");
    expect(templatesIn(composeOn(letterCase(), { grounds: [] }).case)).toContain("problem.not_started_until");
  });
});

describe("[A3] recomposing", () => {
  it("[A3] composing twice changes nothing the second time", () => {
    const first = composeOn(letterCase(...clause, ...refundOf50), {
      demand: demandOf100({ refundedFen: 5_000, claimFen: 5_000 }),
    });
    expect(
      composeOn(first.case, { demand: demandOf100({ refundedFen: 5_000, claimFen: 5_000 }) }, counter(300)).changes,
    ).toEqual([]);
  });
  it("[A3] a new fact adds its sentence in its place; the rest keeps id and position", () => {
    const { case: of } = composeOn(letterCase());
    const later = composeOn(withChanges(of, ...clause), {}, counter(300));
    expect(
      later.changes.map((c) => [c.op, c.op === "put" ? c.value["template"] : c.op === "set" ? c.field : ""]),
    ).toEqual([
      ["put", "problem.clause_state"],
      ["put", "basis.clause"],
      ["set", "sources"],
    ]);
    expect(templatesIn(later.case).slice(5, 8)).toEqual([
      "problem.newest",
      "problem.clause_state",
      "problem.asked_support",
    ]);
  });
  it("[A3] a rewritten sentence stays as written, an unrewritten one goes with its fact", () => {
    const { case: of } = composeOn(letterCase(...clause));
    const basis = sentenceOf(of, "basis.clause");
    const gone = { op: "remove", kind: "clause", id: testId(56) } as const;
    const noGround = { grounds: [] };
    expect(templatesIn(composeOn(withChanges(of, gone), noGround).case)).not.toContain("basis.clause");
    expect(templatesIn(composeOn(withChanges(of, set(basis, "text", "见服务规则。"), gone), noGround).case)).toContain(
      "basis.clause",
    );
  });
  it("[A3] what a person left out is not brought back, and can be stated again", () => {
    const { case: of } = composeOn(letterCase());
    const left = withChanges(of, set(sentenceOf(of, "problem.newest"), "omitted", true));
    expect(composeOn(left, {}, counter(300)).changes).toEqual([]);
    const back = stateSentence(
      left,
      letterPack,
      options(left),
      DRAFT,
      { template: "problem.newest", subject: ref("undertaking", UNDERTAKING) },
      counter(300),
    );
    expect(sentenceOf(withChanges(left, ...back), "problem.newest").omitted).toBeUndefined();
  });
  it("[A3] two devices that composed at once: one copy stays, the rewritten one", () => {
    const { case: of } = composeOn(letterCase());
    const twice = composeOn(letterCase(), {}, counter(200)).changes;
    const merged = withChanges(
      of,
      ...twice,
      set({ ...sentenceOf(of, "order.paid"), id: testId(201) }, "text", "自己写的"),
    );
    const { case: tidy } = composeOn(merged, {}, counter(300));
    expect(templatesIn(tidy)).toEqual(templatesIn(of));
    expect(sentenceOf(tidy, "order.paid").text).toBe("自己写的");
  });
  it("[A3] a person's own sentence is never touched", () => {
    const mine = own(400, "problem", "另有说明。", []);
    const { case: of } = composeOn(letterCase(mine));
    expect(sentencesOf(of, DRAFT).some((s) => s.id === testId(400) && s.text === "另有说明。")).toBe(true);
  });
  it("[A6] stating a sentence that was never composed puts it where it belongs", () => {
    const { case: of } = composeOn(letterCase());
    const changes = stateSentence(
      of,
      letterPack,
      options(of),
      DRAFT,
      { template: "problem.started_later" },
      counter(300),
    );
    expect(templatesIn(withChanges(of, ...changes)).slice(2, 4)).toEqual([
      "problem.not_started_until",
      "problem.started_later",
    ]);
  });
});

describe("[A7] law in letters", () => {
  const law = ground("under_delivered", "met", {
    source: { type: "law", provisions: ["cc-577", "samr-20-old-14"], against: [] },
  });
  const course = (of: Case): Case =>
    withChanges(of, { op: "set", kind: "case", id: of.caseId, field: "category", value: "course" });
  it("[A7] the same case: a course cites the provision verbatim, engagement never", () => {
    expect(templatesIn(composeOn(course(letterCase()), { grounds: [law] }).case)).toContain("basis.law");
    expect(templatesIn(composeOn(letterCase(), { grounds: [law] }).case)).not.toContain("basis.law");
  });
  it("[B5] law only where no clause is met", () => {
    const both = { grounds: [clauseGround("met"), law] };
    expect(templatesIn(composeOn(course(letterCase(...clause)), both).case)).toEqual(
      expect.arrayContaining(["basis.clause"]),
    );
    expect(templatesIn(composeOn(course(letterCase(...clause)), both).case)).not.toContain("basis.law");
  });
  it("[B6] a provision that was not yet in force at the order is not cited", () => {
    const reg = ground("other", "met", { source: { type: "law", provisions: ["crpl-reg-22"], against: [] } });
    // Ordered 2024-05-01; the regulation is in force since 2024-07-01.
    expect(templatesIn(composeOn(course(letterCase()), { grounds: [reg] }).case)).not.toContain("basis.law");
  });
  it("[B5] texts not loaded: it says so and cites nothing", () => {
    const { texts: _later, ...lean } = letterPack;
    const { case: of, missing } = composeOn(course(letterCase()), { grounds: [law] }, counter(), lean);
    expect(templatesIn(of)).not.toContain("basis.law");
    expect(missing.map((m) => m.code)).toContain("letter.missing.law_text");
  });
});

describe("[K7] the time I set", () => {
  it("[K8] seven days from today, or what the draft says", () => {
    const text = (of: Case): string =>
      viewOf(composeOn(of).case).sentences.find((s) => s.template === "demand.answer_by")?.text ?? "";
    expect(text(letterCase())).toContain('"answerOn":"2024-05-11"');
    const stored = withChanges(letterCase(), {
      op: "set",
      kind: "draft",
      id: DRAFT,
      field: "answerBy",
      value: civil("2024-05-08"),
    });
    expect(text(stored)).toContain('"answerOn":"2024-05-08"');
  });
});
