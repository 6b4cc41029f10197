/**
 * The one next step, the same on every screen. Pure (E5, G1, L6, L7, G5, X4, X11, K7, S1).
 *
 * 1. Safety first, then money and offers on the table, then waiting, then the smallest addition that closes the best ground, then the next round.
 * 2. Where their time is over the step is ours again, and it names the step, not the fault.
 */
import { all, info, type Case } from "../case/case.ts";
import { ref } from "../identity.ts";
import type { ChannelAssessment } from "../channels/channel-assessment.ts";
import type { SafetyCard } from "../safety/card.ts";
import type { OfferView } from "../settle/offer-view.ts";
import type { Settlement } from "../settle/settlement.ts";
import type { History } from "../course/history.ts";
import type { Course, Deadline, Demand, FilingTrack, GroundAssessment, NextStep } from "./assessment.ts";
import { evidenceStep } from "./next-evidence.ts";
import { roundStep } from "./next-round.ts";
import { step } from "./step.ts";

export interface NextInput {
  readonly of: Case;
  readonly grounds: readonly GroundAssessment[];
  readonly closed: boolean;
  readonly demand: Demand;
  readonly history: History;
  readonly course: Course;
  readonly deadlines: readonly Deadline[];
  readonly filings: readonly FilingTrack[];
  readonly channels: readonly ChannelAssessment[];
  readonly safety: readonly SafetyCard[];
  readonly offers: readonly OfferView[];
  readonly settlement: Settlement;
}

/** What to do now. */
export function nextStep(x: NextInput): NextStep {
  return (
    safetyStep(x) ??
    closedStep(x) ??
    moneyStep(x) ??
    offerStep(x) ??
    waitingStep(x) ??
    stopStep(x) ??
    evidenceStep(x) ??
    roundStep(x)
  );
}

/** A card that stops comes before everything; each has a step of its own. */
function safetyStep({ of, safety }: NextInput): NextStep | undefined {
  const me = info(of);
  if (!me) return step("next.create", "case.create");
  const card = safety.find((c) => c.severity === "stop");
  if (card) return cardStep(card);
  if (me.category === "engagement" && me.situation === undefined)
    return step("next.situation", "case.edit", { ask: "situation" });
  return undefined;
}

function cardStep({ code, refs }: SafetyCard): NextStep {
  if (code === "G5.minor") return step("next.guardian", "party.add", { role: "guardian" });
  const said =
    code === "L6.business" ? "next.lawyer_first" : code === "G4.worked" ? "next.police_first" : "next.stop_paying";
  return step(said, "safety.open", { code }, { refs });
}

const closedStep = ({ of, course }: NextInput): NextStep | undefined =>
  course.turn === "none"
    ? step("next.closed", "case.open", { caseId: of.caseId, view: "settlement" }, refsOf(course.closedBy))
    : undefined;

/** All of it is seen: the case can end. */
function moneyStep({ settlement, course }: NextInput): NextStep | undefined {
  if (!settlement.complete || settlement.receivedFen === 0 || course.round === "prepare") return undefined;
  return step(
    "next.close_case",
    "case.close",
    { outcome: settlement.basis === "offer" ? "settled" : "refunded" },
    { args: { receivedFen: settlement.receivedFen }, refs: settlement.lines.filter((l) => l.seen).map((l) => l.ref) },
  );
}

/** An offer of theirs waits for a word of ours. */
function offerStep({ offers }: NextInput): NextStep | undefined {
  const open = offers.find((o) => o.side === "theirs" && o.status === "open");
  if (!open) return undefined;
  return step(
    open.asks === "withdraw" ? "next.money_before_withdrawal" : "next.answer_offer",
    "offer.open",
    { offer: open.id },
    {
      args: {
        ...(open.amountFen === undefined ? {} : { amountFen: open.amountFen }),
        ...(open.expiresAt === undefined ? {} : { due: open.expiresAt }),
      },
      refs: [ref("offer", open.id)],
    },
  );
}

function waitingStep({ of, course, deadlines }: NextInput): NextStep | undefined {
  if (course.turn === "mine") return undefined;
  const soonest = deadlines.find((d) => !d.passed && d.owner === course.turn);
  return step(
    course.turn === "authority" ? "next.wait_authority" : "next.wait_reply",
    "case.open",
    { caseId: of.caseId },
    soonest ? { args: { due: soonest.due, rule: soonest.rule }, refs: [soonest.event] } : {},
  );
}

/**
 * L7: stopping is looked at first where the claim is small or nobody is identified: at once where nobody is, else once they were asked twice.
 * Whoever has weighed it and goes on is not asked again: then it is no longer recommended.
 */
function stopStep({ of, channels, course }: NextInput): NextStep | undefined {
  if (!channels.some((c) => c.id === "stop_here" && c.recommended) || all(of, "order").length === 0) return undefined;
  const nobody = !all(of, "party").some((p) => p.role === "respondent" && p.name.trim() !== "");
  const askedTwice = course.round === "second" || course.round === "third";
  return nobody || askedTwice ? step("next.weigh_stop", "stop.weigh", { caseId: of.caseId }) : undefined;
}

const refsOf = (at: Course["closedBy"]): Partial<NextStep> => (at === undefined ? {} : { refs: [at] });
