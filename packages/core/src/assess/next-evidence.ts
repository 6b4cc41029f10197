/**
 * The next exhibit or answer to get: the smallest addition that closes the best ground. Pure (E5, B7).
 */
import { all, type Case } from "../case/case.ts";
import type { ElementAssessment, Missing, NextStep } from "./assessment.ts";
import { gapAction } from "./gap.ts";
import type { NextInput } from "./next.ts";
import { step } from "./step.ts";

/** Nothing where the best ground is closed. Among equals the first open element of the table counts. */
export function evidenceStep(x: Pick<NextInput, "of" | "grounds" | "closed">): NextStep | undefined {
  const best = x.grounds[0];
  if (!all(x.of, "order")[0])
    return step(
      "next.add_bill",
      "inbox.add",
      { material: "支付凭证" },
      { material: "支付凭证", element: "order_exists" },
    );
  if (!best)
    return step("next.find_clause", "clause.add", { ask: "capture" }, { material: "平台规则", element: "breach" });
  if (x.closed) return undefined;
  const open = best.elements.filter((e) => e.verdict !== "ok").toSorted((a, b) => a.missing.length - b.missing.length);
  for (const e of open) {
    const gap = e.missing[0];
    if (gap) return fromGap(x.of, e, gap);
  }
  return step("next.look_at_table", "case.open", { caseId: x.of.caseId, view: "matrix" });
}

function fromGap(of: Case, e: ElementAssessment, gap: Missing): NextStep {
  const { command, data } = gapAction(gap);
  const main = all(of, "order")[0];
  const about =
    command.startsWith("order.") && main
      ? { id: main.id }
      : command.startsWith("undertaking.") && main
        ? { order: main.id }
        : {};
  return step(
    gap.code,
    command,
    { ...about, ...data },
    {
      args: gap.args,
      refs: gap.refs,
      element: e.id,
      ...(gap.material === undefined ? {} : { material: gap.material }),
    },
  );
}
