import { describe, expect, it } from "vitest";
import type { ElementAssessment } from "../assess/assessment.ts";
import type { Case } from "../case/case.ts";
import type { Change, Fields } from "../case/change.ts";
import {
  bareCase,
  CASE,
  emptyPack,
  exhibit,
  guideCase,
  ORDER,
  put,
  testId,
  UNDERTAKING,
  withChanges,
} from "../fixtures/measured-case.fixture.ts";
import { fewProvisions } from "../fixtures/provisions.fixture.ts";
import { measure } from "../measure/measure.ts";
import type { GroundRule, Pack } from "../pack/pack.ts";
import { civil, instant } from "../time.ts";
import { quoteState, versionAtOrder } from "./clause.ts";
import { groundsOf, type ElementsOf } from "./ground.ts";

const RULES_PAGE = testId(90);
const CLAUSE = testId(91);
const SECOND = testId(92);

const rulesPage = (more: Fields = {}): Change =>
  exhibit(RULES_PAGE, { name: "rules.png", text: "第3条 下单后 24小时内未开始刷赞，支持全额退款。", ...more });
const clause = (of = CLAUSE, more: Fields = {}): Change =>
  put("clause", of, {
    document: "退款政策",
    article: "3",
    quote: "下单后24小时内未开始刷赞,支持全额退款",
    exhibit: RULES_PAGE,
    ground: "not_started",
    condition: { type: "not_started", hours: 24, tense: "ever" },
    shownAtOrder: "yes",
    ...more,
  });
const still = { condition: { type: "not_started", tense: "still" } };
const openDrop = {
  ground: "post_delivery_loss",
  condition: { type: "drop_over", ratio: 0.3, withinHours: 24, denominator: "unspecified" },
};

const rule = (more: Partial<GroundRule> = {}): GroundRule => ({
  kind: "not_started",
  guideClass: "not_performed",
  provisions: ["cc-577", "crpl-reg-22", "samr-20-old-14"],
  against: ["crpl-53"],
  condition: { type: "not_started", hours: 24, tense: "ever" },
  categories: ["engagement", "course"],
  elements: [],
  ...more,
});
const lawPack = (...grounds: readonly GroundRule[]): Pack =>
  emptyPack({ provisions: [...fewProvisions], grounds: [...grounds] });
const nothing: ElementsOf = () => [];
const grounds = (c: Case, pack: Pack = emptyPack(), elementsOf: ElementsOf = nothing) =>
  groundsOf(c, pack, measure(c, pack), elementsOf);
const lawGrounds = (c: Case, pack: Pack) => grounds(c, pack).filter((g) => g.source.type === "law");
const codes = (list: readonly { readonly code: string }[]) => list.map((m) => m.code);

describe("clause grounds", () => {
  it("[B1] a captured clause whose condition is met is a met ground, with its readings", () => {
    const [g] = grounds(guideCase(rulesPage(), clause()));
    expect(g).toMatchObject({
      id: `clause/${CLAUSE}`,
      kind: "not_started",
      source: { type: "clause", ref: `clause/${CLAUSE}` },
      verdict: "met",
      missing: [],
    });
    expect(codes(g?.because ?? [])).not.toContain("B10.version_unknown");
  });

  it("[B2] without a live capture it is unknown and the capture is missing; restoring the exhibit closes it (E6)", () => {
    const c = guideCase(rulesPage(), clause());
    const removed = withChanges(c, { op: "remove", kind: "exhibit", id: RULES_PAGE });
    expect(grounds(removed)[0]).toMatchObject({
      verdict: "unknown",
      missing: [{ code: "missing.clause", material: "平台规则", element: "responsibility" }],
    });
    expect(grounds(withChanges(removed, { op: "restore", kind: "exhibit", id: RULES_PAGE }))[0]?.verdict).toBe("met");
    expect(grounds(guideCase(clause(CLAUSE, { exhibit: undefined })))[0]?.verdict).toBe("unknown");
  });

  it("[B2] a quote that is not in the exhibit's text is flagged; white space and width do not matter, one word does", () => {
    const state = (c: Case) => {
      const found = c.live.clause[CLAUSE];
      return found && quoteState(c, found);
    };
    expect(state(guideCase(rulesPage(), clause()))).toBe("contained");
    const other = guideCase(rulesPage(), clause(CLAUSE, { quote: "下单后12小时内未开始刷赞,支持全额退款" }));
    expect(state(other)).toBe("not_contained");
    expect(codes(grounds(other)[0]?.because ?? [])).toContain("B2.quote_not_in_exhibit");
    expect(state(guideCase(rulesPage({ text: undefined }), clause()))).toBe("no_text");
    expect(state(guideCase(clause()))).toBe("not_captured");
  });

  it("[B10] captured only afterwards: the version at the order is unknown and said so; a capture from before the order settles it", () => {
    const version = (more: Fields) => {
      const c = guideCase(rulesPage(), clause(CLAUSE, { shownAtOrder: "unknown", ...more }));
      const found = c.live.clause[CLAUSE];
      return {
        version: found && versionAtOrder(c, found),
        said: codes(grounds(c)[0]?.because ?? []).filter((x) => x.startsWith("B10")),
        verdict: grounds(c)[0]?.verdict,
      };
    };
    expect(version({ capturedAt: instant("2024-05-01T10:02:32+08:00") })).toEqual({
      version: "unknown",
      said: ["B10.version_unknown"],
      verdict: "met",
    });
    expect(version({ capturedAt: instant("2024-05-01T10:02:31+08:00") })).toEqual({
      version: "yes",
      said: [],
      verdict: "met",
    });
    // A day alone ends after the order, so it does not settle it.
    expect(version({ capturedAt: "2024-05-01" }).version).toBe("unknown");
    expect(version({ capturedAt: "2024-04-30" }).version).toBe("yes");
    expect(version({ shownAtOrder: "no" })).toEqual({ version: "no", said: ["B10.not_at_order"], verdict: "unknown" });
  });
});

describe("law grounds", () => {
  it("[B5] law stands behind clauses, with the provisions in force at the order only", () => {
    // Order 2024-05-01: crpl-reg-22 holds from 2024-07-01; samr-20-old-14 was repealed 2026-04-15 and still held then.
    const [g] = grounds(guideCase(), lawPack(rule()));
    expect(g).toMatchObject({
      id: "law/not_started",
      verdict: "met",
      source: { type: "law", provisions: ["cc-577", "samr-20-old-14"], against: ["crpl-53"] },
    });
    const later = guideCase({
      op: "set",
      kind: "order",
      id: ORDER,
      field: "orderedAt",
      value: instant("2026-05-01T10:02:31+08:00"),
    });
    expect(lawGrounds(later, lawPack(rule()))[0]?.source).toMatchObject({ provisions: ["cc-577", "crpl-reg-22"] });
  });

  it("[B6] a provision that is not verified, or changed in part, is not used", () => {
    const unverified = fewProvisions.map((p) => (p.id === "cc-577" ? { ...p, check: "as_quoted" as const } : p));
    const rules = [rule({ provisions: ["cc-577"] })];
    expect(lawGrounds(guideCase(), emptyPack({ provisions: unverified, grounds: rules }))).toEqual([]);
    expect(lawGrounds(guideCase(), lawPack(rule({ provisions: ["spc-internet-2018-2"] })))).toEqual([]);
    expect(lawGrounds(guideCase(), lawPack(...rules))).toHaveLength(1);
  });

  it("[B9] no ground without provisions or condition, and none outside its categories", () => {
    const count = (r: GroundRule, category = "engagement") =>
      lawGrounds(guideCase({ op: "set", kind: "case", id: CASE, field: "category", value: category }), lawPack(r))
        .length;
    expect(count(rule())).toBe(1);
    expect(count(rule({ provisions: [] }))).toBe(0);
    expect(count(rule({ condition: null }))).toBe(0);
    expect(count(rule(), "course")).toBe(1);
    expect(count(rule(), "topup")).toBe(0);
  });
});

describe("promise and guide grounds", () => {
  const timed = (more: Fields): Case =>
    withChanges(
      guideCase(),
      ...Object.entries(more).map(([field, value]) => ({
        op: "set" as const,
        kind: "undertaking" as const,
        id: UNDERTAKING,
        field,
        value,
      })),
    );

  it("[B4] without clause and promise the guide's 24 hours stand in, unknown until a rule of theirs is captured", () => {
    // The readings alone would meet 24 h; the guide's threshold is no source, so it stays unknown.
    const [g] = grounds(guideCase());
    expect(g).toMatchObject({ id: "guide/not_started", verdict: "unknown", source: { type: "guide" } });
    expect(g?.missing[0]).toMatchObject({ code: "missing.clause", material: "平台规则" });
    expect(grounds(guideCase(rulesPage(), clause())).some((x) => x.source.type === "guide")).toBe(false);
    // "服务未启动" is over since 05-03: a captured clause that does not fit leaves the question for one that does.
    expect(grounds(guideCase(rulesPage(), clause(CLAUSE, still))).map((x) => [x.id, x.verdict])).toEqual([
      ["guide/not_started", "unknown"],
      [`clause/${CLAUSE}`, "not_met"],
    ]);
  });

  it("[B1] a promise that was not kept is a ground of its own: 2 h promised, not started after 34 h", () => {
    expect(grounds(timed({ startWithinHours: 2 }))[0]).toMatchObject({
      id: `promise/${UNDERTAKING}/not_started`,
      verdict: "met",
    });
    // Started between 05-02 21:00 and 05-03 00:00, so 48 h (05-03 10:02) were kept.
    expect(grounds(timed({ startWithinHours: 48 }))[0]).toMatchObject({ verdict: "not_met" });
  });

  it("[B7] a law ground nobody has raised stands behind everything else that is unknown", () => {
    const question = rule({
      kind: "unauthorised_payment",
      condition: { type: "answers", all: [{ question: "payment_authorised", is: "no" }] },
    });
    expect(grounds(guideCase(), lawPack(question)).map((g) => g.id)).toEqual([
      "guide/not_started",
      "law/unauthorised_payment",
    ]);
  });
});

describe("ranking", () => {
  it("[B7] met before unknown before not met, whatever the source", () => {
    const c = guideCase(rulesPage(), clause(CLAUSE, still), clause(SECOND, openDrop));
    // still: not met since 05-03; drop without denominator: unknown; law (24 h, ever): met.
    const list = grounds(c, lawPack(rule()));
    expect(list.map((g) => [g.id, g.verdict])).toEqual([
      ["law/not_started", "met"],
      [`clause/${SECOND}`, "unknown"],
      [`clause/${CLAUSE}`, "not_met"],
    ]);
    expect(list.map((g) => g.rank.args["position"])).toEqual([1, 2, 3]);
    expect(list[0]?.rank).toMatchObject({ code: "B7.rank", args: { verdict: "met", source: "law", missing: 0 } });
  });

  it("[B7] a clause before law of the same verdict", () => {
    expect(grounds(guideCase(rulesPage(), clause()), lawPack(rule())).map((g) => g.source.type)).toEqual([
      "clause",
      "law",
    ]);
  });

  it("[B7] fewer missing pieces first; the same piece wanted twice is one; equal ones keep the order of their ids", () => {
    const c = guideCase(rulesPage(), clause(), clause(SECOND));
    const element = (codesWanted: readonly string[]): readonly ElementAssessment[] => [
      {
        id: "order_exists",
        verdict: "weak",
        exhibits: [],
        why: [],
        missing: codesWanted.map((code) => ({ code, args: {}, refs: [] })),
      },
    ];
    const order = (first: readonly string[], second: readonly string[]) =>
      grounds(c, emptyPack(), (_kind, id) => element(id === CLAUSE ? first : second)).map((g) => g.id);
    expect(order(["a", "b"], ["a"])).toEqual([`clause/${SECOND}`, `clause/${CLAUSE}`]);
    expect(order(["a", "a"], ["a"])).toEqual([`clause/${CLAUSE}`, `clause/${SECOND}`]);
  });

  it("[E1] the proof matrix is asked with kind, clause and finding of each ground", () => {
    const asked: unknown[] = [];
    grounds(guideCase(rulesPage(), clause()), lawPack(rule()), (kind, id, on) => {
      asked.push([kind, id, on.verdict, on.exhibits.length > 0]);
      return [];
    });
    expect(asked).toEqual([
      ["not_started", CLAUSE, "met", true],
      ["not_started", undefined, "met", true],
    ]);
  });
});

describe("a term that is the ground itself", () => {
  it("[B9] an unfair term is met by its own captured text", () => {
    const unfair = { ground: "unfair_term", condition: { type: "refund_clause" }, quote: "支持全额退款" };
    expect(grounds(guideCase(rulesPage(), clause(CLAUSE, unfair)))[0]).toMatchObject({
      verdict: "met",
      because: [{ code: "B2.clause" }],
    });
    expect(grounds(guideCase(clause(CLAUSE, unfair)))[0]?.verdict).toBe("unknown");
    const law = lawPack(rule({ kind: "unfair_term", condition: { type: "refund_clause" } }));
    expect(lawGrounds(guideCase(), law)[0]?.verdict).toBe("unknown");
    expect(grounds(guideCase(rulesPage(), clause(CLAUSE, unfair)), law).map((g) => g.verdict)).toEqual(["met", "met"]);
  });
});

it("[B3] a case with an order and nothing else has only the guide's question, and no surprise", () => {
  expect(grounds(bareCase()).map((g) => [g.id, g.verdict])).toEqual([["guide/not_started", "unknown"]]);
  const topup = bareCase({ op: "set", kind: "case", id: CASE, field: "category", value: "topup" });
  expect(grounds(topup, emptyPack({ asOf: civil("2026-01-01") }))).toEqual([]);
});
