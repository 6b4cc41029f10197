/**
 * Round and turn: where a case stands and whose move it is, as functions of events and `now`. Pure (X2, X3, X5).
 *
 * 1. A draft is no event: nothing here depends on drafts (X3).
 * 2. A vague reply counts as no answer: the clock it was sent under goes on (X5).
 */
import type { Case } from "../case/case.ts";
import type { Course, Deadline, Round, Turn } from "../assess/assessment.ts";
import { endOf, toMillis, type Instant } from "../time.ts";
import { latest, type CaseEvent, type History } from "./history.ts";

const demands = (history: History): readonly CaseEvent[] => history.events.filter((e) => e.type === "demand.sent");

function roundOf(history: History): Round {
  if (latest(history, "refund.received", "case.closed")) return "settle";
  if (latest(history, "filing.submitted", "suit.filed")) return "third";
  const sent = demands(history).length;
  if (sent >= 2) return "second";
  if (sent === 1) return "first";
  return latest(history, "application.submitted") ? "apply" : "prepare";
}

const byAuthority = new Set(["filing.submitted", "filing.accepted", "suit.filed", "suit.docketed"]);
const asksThem = new Set([
  "application.submitted",
  "demand.sent",
  "demand.delivered",
  "promise.made",
  "offer.answered",
]);

/** A clear answer gives the turn back; silence and vagueness leave it with them until the time they had is over. */
function turnOf(history: History, deadlines: readonly Deadline[], now: Instant): Turn {
  if (latest(history, "case.closed")) return "none";
  const moved = history.events.findLast((e) => byAuthority.has(e.type) || asksThem.has(e.type) || givesTurnBack(e));
  if (!moved || givesTurnBack(moved)) return "mine";
  const open = deadlines.filter((d) => d.owner !== "record" && d.owner !== "mine" && d.event === `event/${moved.id}`);
  const over = open.length > 0 && open.every((d) => toMillis(endOf(d.due)) < toMillis(now));
  if (over) return "mine";
  return byAuthority.has(moved.type) ? "authority" : "theirs";
}

function givesTurnBack(e: CaseEvent): boolean {
  if (e.type === "reply.received") return e.data["as"] !== "vague" && e.data["as"] !== "silent";
  return ["filing.refused", "mediation.ended", "offer.made", "refund.received", "entry.unavailable"].includes(e.type);
}

/** Where the case stands at `now`. */
export function courseOf(_of: Case, history: History, deadlines: readonly Deadline[], now: Instant): Course {
  const dues = deadlines.map((d) => endOf(d.due)).filter((at) => at >= now);
  const staleAt = [history.nextAt, ...dues].filter((at) => at !== undefined).toSorted()[0];
  return {
    round: roundOf(history),
    turn: turnOf(history, deadlines, now),
    staleAt,
    since: history.events.at(-1)?.at,
    retracted: history.retracted,
  };
}
