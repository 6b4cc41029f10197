/**
 * The proof matrix: for one ground, what must be shown and whether it is. Pure (E1, E4, E6).
 *
 * 1. `ok` = every requirement of the row; `none` = nothing of it; `weak` = in between, with the reason.
 * 2. The table itself is pack data: a kind without a row needs nothing of that element.
 */
import type { ElementAssessment } from "../assess/assessment.ts";
import type { Pack, Requirement } from "../pack/pack.ts";
import type { GroundKind } from "../schema/parts.ts";
import type { Grounding, Judged, OnCase } from "./judged.ts";
import { looksAtGround, makeJudge } from "./requirement.ts";

const rankOf = { none: 0, weak: 1, ok: 2 } as const;

/** The better of two answers to the same question: what closes it with less is preferred. */
const better = (a: Judged, b: Judged): Judged => (rankOf[b.verdict] > rankOf[a.verdict] ? b : a);

/** The elements of a ground of a kind, in the order of the table. */
export type Elements = (
  kind: GroundKind,
  ground: Pick<Grounding, "clause" | "condition">,
) => readonly ElementAssessment[];

/** The elements of the grounds of one case. Rows that do not look at the ground are made once, and are the same objects in every ground. */
export function elementsIn(on: OnCase, pack: Pick<Pack, "grounds">): Elements {
  const judge = makeJudge(on);
  const shared = new Map<string, ElementAssessment>();
  return (kind, ground) => {
    const rows = pack.grounds.find((r) => r.kind === kind)?.elements ?? [];
    return rows.map((row) => {
      const make = (): ElementAssessment => assessRow(row, (r) => judge(r, ground));
      if ([...row.all, ...row.any].some(looksAtGround)) return make();
      const key = `${row.element}|${row.all.join()}|${row.any.join()}`;
      let element = shared.get(key);
      if (element === undefined) shared.set(key, (element = make()));
      return element;
    });
  };
}

type Row = Pack["grounds"][number]["elements"][number];

function assessRow(row: Row, judge: (requirement: Requirement) => Judged): ElementAssessment {
  const each = row.all.map(judge);
  if (row.any.length > 0) each.push(row.any.map(judge).reduce(better));
  const okay = each.every((j) => j.verdict === "ok");
  const nothing = each.every((j) => j.verdict === "none");
  const open = each.filter((j) => j.verdict !== "ok");
  return {
    id: row.element,
    verdict: okay ? "ok" : nothing ? "none" : "weak",
    exhibits: [...new Set(each.flatMap((j) => j.exhibits))],
    why: (okay ? each : open).flatMap((j) => j.why),
    missing: open.flatMap((j) => j.missing),
  };
}
