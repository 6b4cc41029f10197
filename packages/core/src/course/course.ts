/**
 * Round and turn: where a case stands and whose move it is, as functions of events and `now`. Pure (X2–X5, A5, G1).
 *
 * 1. A draft is no event: nothing here depends on drafts (X3).
 * 2. A vague reply counts as no answer: the clock it was sent under goes on (X5).
 * 3. Where a door shut, or they refused, and other doors are still open, the turn is that of those doors (X4).
 */
import { find, type Case } from "../case/case.ts";
import { ref } from "../identity.ts";
import type { Course, Deadline, FilingTrack, Round, Turn } from "../assess/assessment.ts";
import { type Instant } from "../time.ts";
import { lastMoment } from "../clock/rule-clock.ts";
import { closingOf, isAnswer, latest, type CaseEvent, type History } from "./history.ts";
import { isOpen } from "./tracks.ts";

const atThirdParty = /^(?:filing|suit|mediation|appraisal|complaint)\./;
const asks: ReadonlySet<string> = new Set([
  "application.submitted",
  "demand.sent",
  "termination.sent",
  "filing.submitted",
  "suit.filed",
  "case.reopened",
]);

/** Money seen, an offer taken, an agreement reached: what is left is to see that it comes. */
const settles = (e: CaseEvent): boolean =>
  e.type === "refund.received" ||
  (e.type === "offer.answered" && e.data["as"] === "accepted") ||
  (e.type === "mediation.ended" && e.data["result"] === "agreed");

function roundOf(history: History): Round {
  const { events } = history;
  if (closingOf(history)) return "settle";
  if (events.findLastIndex(settles) > events.findLastIndex((e) => asks.has(e.type))) return "settle";
  if (events.some((e) => atThirdParty.test(e.type))) return "third";
  const sent = events.filter((e) => e.type === "demand.sent");
  if (sent.length >= 2 || sent.some((e) => e.data["letter"] === "reminder2")) return "second";
  if (sent.length === 1) return "first";
  return latest(history, "application.submitted") ? "apply" : "prepare";
}

/** Who moves after an event; `doors`: those who decide about filings; undefined: it moves nothing. */
type Move = "mine" | "theirs" | "doors" | undefined;

function moveOf(e: CaseEvent, of: Case): Move {
  switch (e.type) {
    case "application.submitted":
    case "demand.sent":
    case "demand.delivered":
    case "termination.sent":
    case "termination.delivered":
      return "theirs";
    case "promise.made":
      // Without a day it is a vague word: the time they had goes on.
      return e.data["dueAt"] === undefined && e.data["periodHours"] === undefined ? undefined : "theirs";
    case "reply.received":
      return !isAnswer(e) ? undefined : e.data["as"] === "refused" ? "doors" : "mine";
    case "offer.made":
      return isMine(e, of) ? "theirs" : "mine";
    case "offer.answered":
      return afterOffer(e, of);
    case "mediation.ended":
      return e.data["result"] === "agreed" ? "mine" : "doors";
    case "refund.received":
    case "entry.unavailable":
      return "mine";
    case "court.sets_period":
    case "case.reopened":
      return "doors";
    default:
      return atThirdParty.test(e.type) ? "doors" : undefined;
  }
}

function isMine(e: CaseEvent, of: Case): boolean {
  const id = String(e.data["offer"] ?? "").replace(/^offer\//, "");
  return find(of, "offer", id)?.side === "mine";
}

/** What was taken is theirs to pay; a no to theirs is mine to go on from, a counter is for the other side to answer. */
function afterOffer(e: CaseEvent, of: Case): Move {
  if (e.data["as"] === "refused") return "doors";
  return e.data["as"] === "countered" && isMine(e, of) ? "mine" : "theirs";
}

/** A clear answer gives the turn back; silence and vagueness leave it with them until the time they had is over. */
function turnOf(of: Case, history: History, deadlines: readonly Deadline[], filings: readonly FilingTrack[]): Turn {
  if (closingOf(history)) return "none";
  const moved = history.events.findLast((e) => moveOf(e, of) !== undefined);
  const move = moved && moveOf(moved, of);
  if (moved === undefined || move === undefined || move === "mine") return "mine";
  if (move === "theirs") {
    const own = deadlines.filter((d) => d.owner === "theirs" && d.event === ref("event", moved.id));
    return own.length > 0 && own.every((d) => d.passed) ? "mine" : "theirs";
  }
  const open = filings.filter(isOpen);
  return open.length === 0 || open.some((f) => f.turn === "mine") ? "mine" : "authority";
}

/** A5: no door was tried since. */
function entryUnavailable(history: History): Course["entryUnavailable"] {
  const last = history.events.findLast((e) => e.type === "entry.unavailable" || asks.has(e.type));
  return last?.type === "entry.unavailable" ? ref("event", last.id) : undefined;
}

/** Where the case stands at `now`; deadlines and filings are those of the same moment. */
export function courseOf(
  of: Case,
  history: History,
  deadlines: readonly Deadline[],
  filings: readonly FilingTrack[],
  now: Instant,
): Course {
  const ends = deadlines.map(lastMoment).filter((at) => at >= now);
  const closing = closingOf(history);
  return {
    round: roundOf(history),
    turn: turnOf(of, history, deadlines, filings),
    staleAt: [history.nextAt, ...ends].filter((at) => at !== undefined).toSorted()[0],
    since: history.events.at(-1)?.at,
    retracted: history.retracted,
    entryUnavailable: entryUnavailable(history),
    closedBy: closing && ref("event", closing.id),
  };
}
