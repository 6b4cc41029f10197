/**
 * The one next step, the same on every screen. Pure (E5, L6, G5, X4, K7).
 *
 * 1. Safety first, then the smallest addition that closes the best ground, then the letter, then waiting.
 * 2. Where their time is over the step is ours again, and it names the step, not the fault.
 */
import { all, info, type Case } from "../case/case.ts";
import { gapAction } from "./gap.ts";
import type { Ref } from "../identity.ts";
import type { Course, Deadline, Demand, ElementAssessment, GroundAssessment, Missing, NextStep } from "./assessment.ts";

const step = (
  code: string,
  command: string,
  data: NextStep["action"]["data"] = {},
  more: Partial<NextStep> = {},
): NextStep => ({ code, args: {}, refs: [], action: { command, data }, ...more });

export interface NextInput {
  readonly of: Case;
  readonly grounds: readonly GroundAssessment[];
  readonly closed: boolean;
  readonly demand: Demand;
  readonly course: Course;
  readonly deadlines: readonly Deadline[];
}

/** What to do now. */
export function nextStep(x: NextInput): NextStep {
  return safety(x.of) ?? waiting(x) ?? evidence(x) ?? letter(x);
}

function safety(of: Case): NextStep | undefined {
  const me = info(of);
  if (!me) return step("next.create", "case.create");
  if (me.situation === "business" && me.category === "engagement")
    return step("next.lawyer_first", "notice.open", { code: "L6.business" });
  if (me.situation === "worked" && me.category === "engagement")
    return step("next.police_first", "notice.open", { code: "L6.worked" });
  if (me.payerAge !== undefined && me.payerAge < 18 && !all(of, "party").some((p) => p.role === "guardian"))
    return step("next.guardian", "party.add", { role: "guardian" });
  if (me.category === "engagement" && me.situation === undefined)
    return step("next.situation", "case.edit", { ask: "situation" });
  return undefined;
}

function waiting(x: NextInput): NextStep | undefined {
  if (x.course.round === "prepare" || x.course.turn === "mine") return undefined;
  const soonest = x.deadlines.find((d) => !d.passed && d.owner !== "record" && d.owner !== "mine");
  const code =
    x.course.turn === "none"
      ? "next.closed"
      : x.course.turn === "authority"
        ? "next.wait_authority"
        : "next.wait_reply";
  return step(
    code,
    "case.open",
    { caseId: x.of.caseId },
    soonest ? { args: { due: soonest.due, rule: soonest.rule }, refs: [soonest.event] } : {},
  );
}

/** E5: the smallest addition that closes the best ground; among equals the first open element of the table. */
function evidence(x: NextInput): NextStep | undefined {
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

function letter(x: NextInput): NextStep {
  const kind = {
    prepare: "application",
    apply: "reminder1",
    first: "reminder2",
    second: "third",
    third: "third",
    settle: "settle",
  }[x.course.round];
  const draft = all(x.of, "draft").find((d) => d.kind === kind);
  const passed = x.deadlines.findLast((d) => d.passed && d.owner === "theirs");
  const time: { readonly args: NextStep["args"]; readonly refs: readonly Ref[] } = passed
    ? { args: { due: passed.due, basis: passed.basis[0] ?? "" }, refs: [passed.event] }
    : { args: {}, refs: [] };
  if (kind === "application")
    return draft
      ? step("next.finish_application", "letter.open", { draft: draft.id })
      : step("next.write_application", "draft.start", { kind });
  if (kind === "settle") return step("next.check_refund", "inbox.add", { material: "支付凭证" });
  return step(`next.${kind}`, "letter.open", draft ? { draft: draft.id } : { kind }, time);
}
