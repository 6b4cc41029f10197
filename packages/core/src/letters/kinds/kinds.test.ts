/** The table of kinds, and what each composes over the guide's order. */
import { describe, expect, it } from "vitest";
import {
  asCourse,
  asked,
  bookPack,
  delay,
  LETTER,
  parties,
  party,
  read,
  refused,
  written,
} from "../../fixtures/kind-case.fixture.ts";
import {
  BILL,
  CHAT,
  clause,
  clauseGround,
  counter,
  demandOf100,
  letterCase,
  options,
  refundOf50,
  SERIES_EXHIBIT,
  withChanges,
} from "../../fixtures/letter-case.fixture.ts";
import { letterPack } from "../../fixtures/pack.fixture.ts";
import { fewProvisions } from "../../fixtures/provisions.fixture.ts";
import type { Pack } from "../../pack/pack.ts";
import { LetterKindSchema } from "../../schema/course.ts";
import { civil } from "../../time.ts";
import { compose } from "../compose.ts";
import { sentencesOf } from "../numbering.ts";
import { letterKinds, partHeading, specOf } from "./kinds.ts";

const like = (id: string): Pack["provisions"][number] => {
  const one = fewProvisions.find((p) => p.id === "cc-577");
  if (!one) throw new Error("no cc-577");
  return { ...one, id, article: id, articleNo: 0 };
};
/** The law of termination, verified and in force since 2021, with texts. */
const lawPack: Pack = {
  ...letterPack,
  provisions: [...letterPack.provisions, like("cc-563"), like("cc-565"), like("cc-566"), like("crpl-39")],
  texts: {
    ...letterPack.texts,
    "cc-563": "可以解除",
    "cc-565": "应当通知",
    "cc-566": "终止履行",
    "crpl-39": "五种途径",
  },
};
const course = () => letterCase(asCourse, ...asked, ...parties);

describe("[X4] the table of kinds", () => {
  it("[X4] every kind has a row, needs only parts it has, and offers only sentences it has", () => {
    for (const kind of LetterKindSchema.options) {
      const spec = specOf(kind);
      expect(spec.kind).toBe(kind);
      expect(
        spec.needs.filter((p) => !spec.parts.includes(p)),
        kind,
      ).toEqual([]);
      expect(
        spec.headed.filter((p) => !spec.parts.includes(p)),
        kind,
      ).toEqual([]);
      for (const some of [spec.offered, spec.always, spec.first])
        expect(
          [...some].filter((t) => !spec.templates.has(t)),
          kind,
        ).toEqual([]);
      expect(spec.channels.length, kind).toBeGreaterThan(0);
    }
  });
  it("[X1] what its sending says: one event each, none for a power of attorney", () => {
    expect(Object.fromEntries(LetterKindSchema.options.map((k) => [k, specOf(k).sentAs]))).toEqual({
      application: "application.submitted",
      reminder1: "demand.sent",
      reminder2: "demand.sent",
      demand: "demand.sent",
      termination: "termination.sent",
      payment_dispute: "filing.submitted",
      complaint12315: "filing.submitted",
      association: "filing.submitted",
      attorney: "none",
      claim: "suit.filed",
      post: "filing.submitted",
    });
  });
  it("[X4] a heading of its own where a part means something else", () => {
    expect(partHeading("claim", "demand")).toBe("letter.part.claim.demand");
    expect(partHeading("demand", "demand")).toBe("letter.part.demand");
  });
});

describe("[X4] first and second reminder", () => {
  it("[X4] first: order, promise, newest facts, clause, one amount, one question with a period of mine", () => {
    expect(written("reminder1", letterCase(...clause, ...asked)).templates).toEqual([
      "order.paid",
      "order.promise",
      "problem.not_started_until",
      "problem.progress",
      "problem.drop",
      "problem.newest",
      "problem.clause_state",
      "problem.asked_support",
      "problem.no_reply",
      "problem.asked_before",
      "problem.no_answer",
      "evidence.list",
      "basis.clause",
      "demand.full",
      "demand.period",
    ]);
  });
  it("[X4] second: what was asked, what came back, the newest facts; the story is only offered", () => {
    const { templates } = written("reminder2", letterCase(...clause, ...asked, ...refused()));
    expect(templates).toEqual([
      "order.paid",
      "problem.asked_before",
      "problem.came_back",
      "problem.newest",
      "problem.asked_support",
      "basis.clause",
      "demand.full",
      "demand.period",
      "evidence.list",
    ]);
  });
  it("[K8] the day it gives: a day for a reminder, seven for a demand, the person's own where it is set", () => {
    // Written on 4 May: 24 hours reach into the 5th; seven days into the 11th.
    const day = (kind: "reminder1" | "demand", answerBy?: string): string =>
      written(kind, course(), {}, lawPack, answerBy === undefined ? {} : { answerBy }).said(
        kind === "demand" ? "demand.formal" : "demand.period",
      );
    expect(day("reminder1")).toContain('"answerOn":"2024-05-05"');
    expect(day("demand")).toContain('"answerOn":"2024-05-11","days":7');
    expect(day("demand", "2024-05-20")).toContain('"answerOn":"2024-05-20","days":16');
  });
});

describe("[A3] numbers of exhibits", () => {
  it("[A3] follow the order in which the kind is read", () => {
    const numbers = (kind: "reminder1" | "reminder2"): readonly number[] => {
      const { view } = written(kind, letterCase(...clause, ...asked, ...refused()));
      return [BILL, SERIES_EXHIBIT, CHAT].map((e) => view.exhibits.find((x) => x.exhibit === e)?.number ?? 0);
    };
    // First reminder: bill, promise, readings, rules, chat. Second: bill, the reply in the chat, then the promise page as subject of the measurement, readings.
    expect(numbers("reminder1")).toEqual([1, 3, 5]);
    expect(numbers("reminder2")).toEqual([1, 4, 2]);
  });
});

describe("[X4] the neutral sentence on mediation", () => {
  const has = (complaintOpen: boolean | undefined, category = course()): boolean =>
    written("reminder2", category, complaintOpen === undefined ? {} : { complaintOpen }, lawPack).templates.includes(
      "demand.mediation",
    );
  it("[X10] only while 12315 would take the matter", () => {
    expect(has(true)).toBe(true);
    expect(has(false)).toBe(false);
    expect(has(undefined)).toBe(false);
  });
  it("[A7] never for engagement", () => {
    expect(has(true, letterCase(...asked, ...parties))).toBe(false);
  });
  it("[X4] in no other kind", () => {
    for (const kind of LetterKindSchema.options.filter((k) => k !== "reminder2" && k !== "termination"))
      expect(written(kind, course(), { complaintOpen: true }, lawPack).templates).not.toContain("demand.mediation");
  });
});

describe("[K8] formal demand and termination", () => {
  it("[K8] delay carried by law: the article is quoted and they may still perform in the period", () => {
    const { templates, view } = written("demand", course(), { grounds: [delay] }, lawPack);
    expect(templates).toEqual(expect.arrayContaining(["basis.law", "demand.formal", "demand.cure"]));
    expect(view.sentences.filter((s) => s.template === "basis.law").map((s) => s.sources[0]?.ref)).toEqual([
      "provision/cc-563",
      "provision/cc-577",
    ]);
  });
  it("[A7] the same for engagement: no article, no performance", () => {
    const { templates } = written("demand", letterCase(...asked), { grounds: [delay] }, lawPack);
    expect(templates).not.toContain("basis.law");
    expect(templates).not.toContain("demand.cure");
  });
  it("[K8] a clause of theirs that fits is no delay in law", () => {
    const { templates } = written(
      "demand",
      letterCase(asCourse, ...clause),
      { grounds: [clauseGround("met")] },
      lawPack,
    );
    expect(templates).not.toContain("demand.cure");
  });
  it("[B5] termination quotes its ground, its notice and its effect, then ends the contract", () => {
    const { view, templates } = written("termination", course(), { grounds: [delay] }, lawPack);
    expect(view.sentences.filter((s) => s.template === "basis.law").map((s) => s.sources[0]?.ref)).toEqual([
      "provision/cc-563",
      "provision/cc-565",
      "provision/cc-566",
    ]);
    expect(templates.slice(-3)).toEqual(["demand.terminate", "demand.full", "demand.pay_by"]);
  });
});

describe("[L9] kinds a case does not get", () => {
  const barred = (kind: string, of = letterCase(), grounds = options(of).grounds): string | undefined =>
    letterKinds(of, { pack: lawPack, grounds, now: options(of).now }).find((k) => k.kind === kind)?.barred;
  const asInfo = (field: string, value: unknown) =>
    letterCase(asCourse, { op: "set", kind: "case", id: letterCase().caseId, field, value });
  it("[L9] nothing public for engagement or a minor; a course of an adult may", () => {
    expect(barred("post")).toBe("engagement_public");
    expect(barred("post", asInfo("payerAge", 17))).toBe("minor_public");
    expect(barred("post", asInfo("payerAge", 18))).toBeUndefined();
  });
  it("[A7] no termination for engagement, and for others only on a right of law", () => {
    expect(barred("termination", letterCase(), [delay])).toBe("engagement_termination");
    expect(barred("termination", letterCase(asCourse), [delay])).toBeUndefined();
    expect(barred("termination", letterCase(asCourse), [{ ...delay, verdict: "unknown" }])).toBe(
      "no_termination_ground",
    );
    expect(barred("termination", letterCase(asCourse), [clauseGround("met")])).toBe("no_termination_ground");
  });
  it("[B5] a right that was no law at the order gives none", () => {
    const later: Pack = {
      ...lawPack,
      provisions: lawPack.provisions.map((p) => (p.id === "cc-563" ? { ...p, effectiveFrom: civil("2024-06-01") } : p)),
    };
    const of = letterCase(asCourse);
    const find = (pack: Pack) =>
      letterKinds(of, { pack, grounds: [delay], now: options(of).now }).find((k) => k.kind === "termination")?.barred;
    expect(find(lawPack)).toBeUndefined();
    // Ordered 2024-05-01.
    expect(find(later)).toBe("no_termination_ground");
  });
  it("[L6] business purchases: no complaint to 12315 or an association", () => {
    expect(barred("complaint12315", asInfo("purpose", "business"))).toBe("business_complaint");
    expect(barred("association", asInfo("purpose", "business"))).toBe("business_complaint");
    expect(barred("complaint12315", asInfo("purpose", "life"))).toBeUndefined();
  });
});

describe("[X7] papers to third parties", () => {
  it("[X14] a complaint: parties, order, facts, money, request; the other side is 被投诉人", () => {
    const { templates, said } = written(
      "complaint12315",
      letterCase(asCourse, ...clause, ...asked, ...refused(), ...parties),
    );
    expect(templates.slice(0, 3)).toEqual(["order.party", "order.party", "order.paid"]);
    expect(templates).toContain("problem.money");
    expect(templates.slice(-1)).toEqual(["demand.mediate"]);
    expect(templates.filter((t) => t === "demand.period" || t === "demand.full")).toEqual([]);
    expect(said("basis.clause")).toContain('"them":"complained"');
  });
  it("[R1] without the other side's name it is not ready, with it it is", () => {
    const nameless = written("complaint12315", letterCase(asCourse, ...clause, party(94, "claimant", "alice")));
    expect(nameless.missing.map((m) => [m.code, m.args["role"]])).toContainEqual([
      "letter.missing.party",
      "respondent",
    ]);
    expect(nameless.view.problems.map((p) => p.code)).toContain("R1.party_missing");
    expect(written("complaint12315", letterCase(asCourse, ...clause, ...parties)).view.ready).toBe(true);
  });
  it("[A6] a claim says what came back: the line of arithmetic tells it", () => {
    const of = letterCase(asCourse, ...clause, ...refundOf50, ...parties);
    const half = { demand: demandOf100({ refundedFen: 5_000, claimFen: 5_000 }) };
    const { view, said, case: done } = written("claim", of, half);
    expect(said("problem.money")).toContain('"paidFen":10000,"refundedFen":5000,"claimFen":5000');
    expect(view.problems.filter((p) => p.code === "A6.refunded")).toEqual([]);
    const money = view.sentences.find((s) => s.template === "problem.money")?.id;
    if (money === undefined) throw new Error("no problem.money");
    const without = withChanges(done, { op: "set", kind: "sentence", id: money, field: "omitted", value: true });
    expect(read(without, half).view.problems.map((p) => p.code)).toContain("A6.refunded");
  });
  it("[E14] a list of other people's accounts is enclosed for a court and for nobody else", () => {
    const of = withSample();
    const listed = (kind: "claim" | "complaint12315"): boolean =>
      written(kind, of)
        .view.sentences.find((s) => s.template === "evidence.list")
        ?.sources.some((r) => r.ref.endsWith("96")) ?? false;
    expect(listed("claim")).toBe(true);
    expect(listed("complaint12315")).toBe(false);
  });
  it("[X7] a power of attorney: principal, agent, matter, scope, period; nothing about money", () => {
    const of = letterCase(asCourse, ...parties, party(97, "agent", "bob"));
    const { templates, missing, view } = written("attorney", of);
    expect(templates).toEqual(["order.party", "order.party", "problem.matter", "demand.scope", "demand.term"]);
    expect(missing).toEqual([]);
    expect(view.ready).toBe(true);
    expect(written("attorney", letterCase(asCourse, ...parties)).view.problems.map((p) => p.code)).toContain(
      "R1.party_missing",
    );
  });
});

/** A sample of followers in an exhibit that is linked to the breach. */
function withSample() {
  const sheet = letterCase().live.exhibit;
  const one = Object.values(sheet)[0];
  if (!one) throw new Error("no exhibit");
  const { id: _id, ...fields } = one;
  const at = party(96, "x", "x").id;
  return letterCase(
    asCourse,
    ...clause,
    ...parties,
    { op: "put", kind: "exhibit", id: at, value: { ...fields, name: "粉丝列表.csv", materialType: "粉丝列表" } },
    { op: "put", kind: "sample", id: party(98, "x", "x").id, value: { exhibit: at, rows: [] } },
    { op: "put", kind: "link", id: party(99, "x", "x").id, value: { exhibit: at, element: "breach" } },
  );
}

describe("[A3] composing twice", () => {
  it("[A3] a fresh letter of any kind has nothing to recompose, the one that answers a reply included", () => {
    const of = letterCase(asCourse, ...clause, ...asked, ...refused(), ...parties);
    const again = LetterKindSchema.options.flatMap((kind) => {
      const { case: done } = written(kind, of, {}, bookPack);
      const { changes } = compose(
        done,
        bookPack,
        options(done, {}, bookPack),
        kind,
        LETTER,
        sentencesOf(done, LETTER),
        counter(900),
      );
      return changes.length === 0 ? [] : [`${kind}: ${changes.map((c) => c.op).join(" ")}`];
    });
    expect(again).toEqual([]);
  });
});
