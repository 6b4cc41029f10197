/**
 * Grounds: every reason on which the money could come back, judged and ranked. Pure (B1, B5, B7).
 *
 * 1. A clause ground needs its clause captured; a law ground names only provisions that are verified and in force at the order's date.
 * 2. What was promised is a ground of its own: "与承诺不符" needs no rule of theirs. Without a promise, and without a clause that is met or open, the guide's threshold stands in, and says so (B4).
 * 3. Met before unknown before not met; clause, promise, guide, law; fewer missing pieces first; a law ground nobody has raised last. The reason is said.
 */
import { all, info, type Case } from "../case/case.ts";
import type { ElementAssessment, GroundAssessment, Missing, Verdict } from "../assess/assessment.ts";
import { ref, type Id } from "../identity.ts";
import { byId, liveOrders } from "../measure/live.ts";
import type { Measures } from "../measure/measurement.ts";
import { thresholdsOf } from "../measure/threshold.ts";
import { message } from "../message.ts";
import type { GroundRule, Pack } from "../pack/pack.ts";
import type { RecordOf } from "../schema/kinds.ts";
import type { Condition, GroundKind } from "../schema/parts.ts";
import { civilOf, type CivilDate } from "../time.ts";
import { withClause } from "./clause.ts";
import { judgeCondition } from "./condition.ts";
import type { Finding } from "./finding.ts";
import { forceAt } from "./force.ts";

/** The proof matrix of one ground; `clause` is undefined where law is the source. */
export type ElementsOf = (kind: GroundKind, clause: Id | undefined, on: Finding) => readonly ElementAssessment[];

type Unranked = Omit<GroundAssessment, "rank">;
type GroundPack = Pick<Pack, "defaults" | "provisions" | "grounds">;

/** All grounds of a case, best first. */
export function groundsOf(
  of: Case,
  pack: GroundPack,
  measures: Measures,
  elementsOf: ElementsOf,
): readonly GroundAssessment[] {
  const own = [...clauseGrounds(of, pack, measures, elementsOf), ...promiseGrounds(of, pack, measures, elementsOf)];
  const grounds = [
    ...own,
    ...(own.some((g) => g.source.type === "promise" || g.verdict !== "not_met")
      ? []
      : guideGrounds(of, pack, measures, elementsOf)),
    ...lawGrounds(of, pack, measures, elementsOf),
  ];
  return grounds
    .map((g) => ({ g, verdict: verdictRank[g.verdict], source: sourceRank(g), missing: lacking(g) }))
    .toSorted((a, b) => a.verdict - b.verdict || a.source - b.source || a.missing - b.missing)
    .map(({ g, missing }, n) => ({
      ...g,
      rank: message("B7.rank", { position: n + 1, verdict: g.verdict, source: g.source.type, missing }),
    }));
}

const verdictRank: Readonly<Record<Verdict, number>> = { met: 0, unknown: 1, not_met: 2 };
const sources = ["clause", "promise", "guide", "law"] as const;

/** A law ground about which the case says nothing yet is only a question; it never stands before one that has facts. */
const sourceRank = (g: Unranked): number =>
  g.verdict === "unknown" && g.source.type === "law" && !raised(g) ? sources.length : sources.indexOf(g.source.type);
const raised = (g: Unranked): boolean => g.because.some((m) => m.refs.some((r) => !r.startsWith("party/")));

/** How many different things are missing for a ground; one thing wanted twice is wanted once. */
function lacking(g: Unranked): number {
  const wanted: readonly Missing[] = [...g.missing, ...g.elements.flatMap((e) => e.missing)];
  return new Set(wanted.map((m) => `${m.code}|${JSON.stringify(m.args)}`)).size;
}

function clauseGrounds(of: Case, pack: GroundPack, measures: Measures, elementsOf: ElementsOf): readonly Unranked[] {
  const thresholds = thresholdsOf(of, pack);
  return all(of, "clause")
    .toSorted(byId)
    .map((clause) => {
      const on = withClause(
        of,
        clause,
        judgeCondition(clause.condition, { of, measures, thresholds, kind: clause.ground, clause }),
      );
      const { verdict, because, missing } = on;
      const source = { type: "clause", ref: ref("clause", clause.id) } as const;
      return {
        id: `clause/${clause.id}`,
        kind: clause.ground,
        source,
        verdict,
        because,
        missing,
        elements: elementsOf(clause.ground, clause.id, on),
      };
    });
}

/** "2小时内启动", "一周内完成": broken when not kept, whoever wrote the rules. */
function promiseGrounds(of: Case, pack: GroundPack, measures: Measures, elementsOf: ElementsOf): readonly Unranked[] {
  const thresholds = thresholdsOf(of, pack);
  return all(of, "undertaking")
    .toSorted(byId)
    .flatMap((u) =>
      promised(u).map(([kind, condition]) => {
        const on = judgeCondition(condition, { of, measures, thresholds, kind, clause: undefined });
        const { verdict, because, missing } = on;
        return {
          id: `promise/${u.id}/${kind}`,
          kind,
          source: { type: "promise", ref: ref("undertaking", u.id) } as const,
          verdict,
          because,
          missing,
          elements: elementsOf(kind, undefined, on),
        };
      }),
    );
}

function promised(u: RecordOf<"undertaking">): readonly (readonly [GroundKind, Condition])[] {
  return [
    ...(u.startWithinHours === undefined
      ? []
      : [["not_started", { type: "not_started", hours: u.startWithinHours, tense: "ever" }] as const]),
    ...(u.finishWithinHours === undefined || u.quantity === undefined
      ? []
      : [["under_delivered", { type: "progress_below", ratio: 1, withinHours: u.finishWithinHours }] as const]),
  ];
}

/** B4: the guide's own threshold, for categories whose letters rest on a rule of theirs; unknown until that rule is captured. */
function guideGrounds(of: Case, pack: GroundPack, measures: Measures, elementsOf: ElementsOf): readonly Unranked[] {
  if (info(of)?.category !== "engagement" || liveOrders(of).length === 0) return [];
  const thresholds = thresholdsOf(of, pack);
  const on = judgeCondition(
    { type: "not_started", hours: thresholds.startWithinHours, tense: "ever" },
    { of, measures, thresholds, kind: "not_started", clause: undefined },
  );
  const missing: readonly Missing[] = [
    { ...message("missing.clause"), element: "breach", material: "平台规则" },
    ...on.missing,
  ];
  const finding: Finding = { ...on, verdict: "unknown", because: [message("B2.no_clause"), ...on.because], missing };
  return [
    {
      id: "guide/not_started",
      kind: "not_started",
      source: { type: "guide" },
      verdict: "unknown",
      because: finding.because,
      missing,
      elements: elementsOf("not_started", undefined, finding),
    },
  ];
}

function lawGrounds(of: Case, pack: GroundPack, measures: Measures, elementsOf: ElementsOf): readonly Unranked[] {
  const category = info(of)?.category;
  const order = liveOrders(of)[0];
  const day = order && civilOf(order.orderedAt);
  const thresholds = thresholdsOf(of, pack);
  return pack.grounds.flatMap((rule) => {
    const provisions = usable(rule.provisions.filter(forAge(rule, info(of)?.payerAge)), pack, day);
    if (category === undefined || !appliesTo(rule, category) || !rule.condition || provisions.length === 0) return [];
    const on = judgeCondition(rule.condition, { of, measures, thresholds, kind: rule.kind, clause: undefined });
    const { verdict, because, missing } = on;
    const source = { type: "law", provisions, against: usable(rule.against, pack, day) } as const;
    return [
      {
        id: `law/${rule.kind}`,
        kind: rule.kind,
        source,
        verdict,
        because,
        missing,
        elements: elementsOf(rule.kind, undefined, on),
      },
    ];
  });
}

const appliesTo = (rule: GroundRule, category: GroundRule["categories"][number]): boolean =>
  rule.categories.includes(category);

/** Below eight an act is void, from eight to seventeen it waits for the guardian: only one of the two is law for a payer. Source: cc-144, cc-145. */
const forAge =
  (rule: GroundRule, age: number | undefined) =>
  (id: string): boolean => {
    const [from, below] = rule.payerAge?.[id] ?? [0, Number.POSITIVE_INFINITY];
    return age === undefined || (age >= from && age < below);
  };

/** Ids of those provisions that may be shown for a day: verified, and the text that was law then (B5, B6, L5). Without an order: law as of the pack. */
function usable(ids: readonly string[], pack: GroundPack, day: CivilDate | undefined): readonly string[] {
  return ids.filter((id) => {
    const p = pack.provisions.find((x) => x.id === id);
    return p !== undefined && p.check === "verified" && forceAt(p, day) === "in-force";
  });
}
