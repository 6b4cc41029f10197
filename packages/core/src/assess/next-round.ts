/**
 * The step of the round: which letter comes next, then which door, then stopping. Pure (X4, X5, A5, K7, L7, S1).
 *
 * 1. A letter that was sent is not asked for again: the ladder goes by what was sent, not by where the money stands.
 * 2. A yes is a promise of money: the step is to look whether it came (S2).
 */
import { all, type Case } from "../case/case.ts";
import { isAnswer, type CaseEvent } from "../course/history.ts";
import { ref, type Ref } from "../identity.ts";
import type { Args } from "../message.ts";
import type { LetterKind } from "../schema/course.ts";
import type { NextStep } from "./assessment.ts";
import type { NextInput } from "./next.ts";
import { step } from "./step.ts";

type RoundInput = Pick<NextInput, "of" | "history" | "course" | "deadlines" | "filings" | "channels" | "settlement">;

const asksThem: ReadonlySet<string> = new Set(["application.submitted", "demand.sent", "termination.sent"]);

/** What comes after everything that was said and done. */
export function roundStep(x: RoundInput): NextStep {
  return moneyPromised(x) ?? entryShut(x) ?? preparedFiling(x) ?? letterStep(x) ?? doorStep(x);
}

/** They agreed, or an offer or a mediation did: money is to be looked for, not asked for again. */
function moneyPromised({ history, settlement }: RoundInput): NextStep | undefined {
  const asked = history.events.findLastIndex((e) => asksThem.has(e.type));
  const agreed = history.events.findLastIndex(
    (e) =>
      (e.type === "reply.received" && e.data["as"] === "agreed") ||
      (e.type === "offer.answered" && e.data["as"] === "accepted") ||
      (e.type === "mediation.ended" && e.data["result"] === "agreed"),
  );
  const refused = history.events.findLastIndex((e) => e.type === "reply.received" && e.data["as"] === "refused");
  if (agreed < 0 || agreed < Math.max(asked, refused)) return undefined;
  const said = history.events[agreed];
  return step(
    "next.check_refund",
    "inbox.add",
    { material: "支付凭证" },
    {
      material: "支付凭证",
      args: settlement.remainingFen === undefined ? {} : { remainingFen: settlement.remainingFen },
      refs: said === undefined ? [] : [ref("event", said.id)],
    },
  );
}

/** A5: their entry is not open; the same request goes by another door. */
const entryShut = ({ of, course }: RoundInput): NextStep | undefined =>
  course.entryUnavailable === undefined
    ? undefined
    : step("next.other_entry", "doors.open", { caseId: of.caseId }, { refs: [course.entryUnavailable] });

/** A filing that was begun is gone on with. */
function preparedFiling({ of, filings, channels }: RoundInput): NextStep | undefined {
  const begun = filings.findLast(
    (f) => f.status === "preparing" && channels.some((c) => c.id === f.channel && c.allowed),
  );
  if (!begun) return undefined;
  const ready = channels.some((c) => c.id === begun.channel && c.ready);
  return step(
    ready ? "next.hand_in" : "next.prepare_filing",
    "filing.open",
    { caseId: of.caseId, filing: begun.filing },
    { args: { channel: begun.channel }, refs: [ref("filing", begun.filing)] },
  );
}

/** The letter that follows those that were sent; none after the second reminder. */
function letterStep(x: RoundInput): NextStep | undefined {
  const { history, of } = x;
  const sent = (type: string): number => history.events.filter((e) => e.type === type).length;
  if (x.filings.some((f) => f.status !== "preparing")) return undefined;
  if (sent("application.submitted") === 0 && sent("demand.sent") === 0) return applicationStep(of);
  const second = history.events.some((e) => e.type === "demand.sent" && e.data["letter"] === "reminder2");
  if (second || sent("demand.sent") >= 2) return undefined;
  const kind = sent("demand.sent") === 0 && !isRefused(history.events) ? "reminder1" : "reminder2";
  return letterOf(x, kind);
}

function applicationStep(of: Case): NextStep {
  const draft = all(of, "draft").find((d) => d.kind === "application");
  return draft
    ? step("next.finish_application", "letter.open", { draft: draft.id })
    : step("next.write_application", "draft.start", { kind: "application" });
}

/** After a clear no the first reminder has nothing to add: the second answers it (X4). */
const isRefused = (events: readonly CaseEvent[]): boolean => {
  const asked = events.findLastIndex((e) => asksThem.has(e.type));
  return events.some((e, at) => at > asked && isAnswer(e) && e.data["as"] === "refused");
};

function letterOf(x: RoundInput, kind: LetterKind): NextStep {
  const reply = x.history.events.findLast((e) => e.type === "reply.received" && e.data["as"] === "refused");
  const sentDrafts = new Set(all(x.of, "sentVersion").map((v) => v.draft));
  const draft = all(x.of, "draft").find((d) => d.kind === kind && !sentDrafts.has(d.id));
  const { args, refs } = timeOver(x);
  const answers = kind === "reminder2" && reply !== undefined ? { answers: reply.id } : {};
  const more = {
    args: { ...args, ...partly(x) },
    refs: reply === undefined ? refs : [...refs, ref("event", reply.id)],
  };
  return draft
    ? step(`next.${kind}`, "letter.open", { draft: draft.id }, more)
    : step(`next.${kind}`, "draft.start", { kind, ...answers }, more);
}

/** Whose time ran out, so that the step says whose it was (K7). */
function timeOver({ deadlines }: RoundInput): { readonly args: Args; readonly refs: readonly Ref[] } {
  const passed = deadlines.findLast((d) => d.passed && d.counts && d.owner !== "mine" && d.owner !== "record");
  return passed ? { args: { due: passed.due, basis: passed.source }, refs: [passed.event] } : { args: {}, refs: [] };
}

/** S1: what is still missing where some of it came. */
const partly = ({ settlement }: RoundInput): Args =>
  settlement.receivedFen > 0 && settlement.remainingFen !== undefined ? { remainingFen: settlement.remainingFen } : {};

/** The door that fits this case; none left: weigh stopping, which is of equal rank (L7, X16). */
function doorStep(x: RoundInput): NextStep {
  const { args, refs } = timeOver(x);
  const next = x.channels.find((c) => c.recommended);
  const more = { args: { ...args, ...partly(x), ...(next === undefined ? {} : { channel: next.id }) }, refs };
  if (next === undefined || next.id === "stop_here")
    return step(
      "next.choose_door",
      "doors.open",
      { caseId: x.of.caseId },
      { ...more, args: { ...args, ...partly(x) } },
    );
  return step("next.third", "doors.open", { caseId: x.of.caseId, channel: next.id }, more);
}
