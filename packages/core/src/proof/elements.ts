/**
 * The proof matrix: for one ground, what must be shown and whether it is. Pure (E1, E4, E6).
 *
 * 1. `ok` = every requirement of the row; `none` = nothing of it; `weak` = in between, with the reason.
 * 2. The table itself is pack data: a kind without a row needs nothing of that element.
 */
import type { ElementAssessment } from "../assess/assessment.ts";
import type { Pack } from "../pack/pack.ts";
import type { GroundKind } from "../schema/parts.ts";
import type { Grounding, Judged } from "./judged.ts";
import { judge } from "./requirement.ts";

const rankOf = { none: 0, weak: 1, ok: 2 } as const;

/** The better of two answers to the same question: what closes it with less is preferred. */
const better = (a: Judged, b: Judged): Judged => (rankOf[b.verdict] > rankOf[a.verdict] ? b : a);

/** The elements of a ground of `kind`, in the order of the table. */
export function elementsOf(kind: GroundKind, g: Grounding, pack: Pack): readonly ElementAssessment[] {
  const rows = pack.grounds.find((r) => r.kind === kind)?.elements ?? [];
  return rows.map((row) => {
    const each = row.all.map((r) => judge(r, g));
    const choices = row.any.map((r) => judge(r, g));
    if (choices.length > 0) each.push(choices.reduce(better));
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
  });
}
