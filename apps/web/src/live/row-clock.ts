/**
 * Clocks of a row: the one its card shows, and the dates of our own that come up. Pure.
 *
 * 1. A row says what was true when it was made; whether a clock is over is judged again by `now` where it is shown.
 */
import { historyOf, type Assessment, type Case, type Deadline, type When } from "@recourse/core";

/** K7: where a period comes from decides its words. */
export interface RowClock {
  readonly due: When;
  readonly basis: "person" | "captured" | "law";
  readonly owner: Deadline["owner"];
  readonly passed: boolean;
  /** K7: whether its running out may be held against its owner. */
  readonly counts: boolean;
  readonly provisional: boolean;
  readonly rule: string;
  /** Units: hours; of a period a person set. */
  readonly hours?: number | undefined;
  /** The time stands still; `due` is the end if it went on tomorrow. */
  readonly paused?: boolean | undefined;
}

/** A deadline as a row keeps it. */
export function rowClock(of: Case, deadline: Deadline): RowClock {
  const event = of.live.event[deadline.event.split("/")[1] ?? ""];
  const hours = event?.data["periodHours"];
  const { source: basis } = deadline;
  const ours = deadline.owner === "mine" || deadline.owner === "record";
  return {
    // K2: of others the later end counts before any word of lateness.
    due: ours ? deadline.due : (deadline.latest ?? deadline.due),
    basis,
    owner: deadline.owner,
    passed: deadline.passed,
    counts: deadline.counts,
    provisional: deadline.provisional,
    rule: deadline.rule,
    ...(typeof hours === "number" && basis !== "law" ? { hours } : {}),
    ...(deadline.paused === true ? { paused: true } : {}),
  };
}

/**
 * The clock a card shows. Ours to move: the time of theirs that has just run out, else a deadline of our own.
 * Theirs to move: what they still have.
 */
export function clockOf(
  of: Case,
  { deadlines, turn, now }: Pick<Assessment, "deadlines" | "turn" | "now">,
): RowClock | undefined {
  if (turn === "none") return undefined;
  // X5: a reply that says nothing clear is no answer, and leaves the clock where it was.
  const newest = historyOf(of, now).events.findLast(
    (e) => e.type !== "reply.received" || (e.data["as"] !== "vague" && e.data["as"] !== "silent"),
  );
  const ranOut = deadlines.findLast(
    (d) => d.passed && d.owner !== "record" && d.owner !== "mine" && d.event === `event/${newest?.id}`,
  );
  const open = deadlines.filter((d) => !d.passed);
  const deadline =
    turn === "mine" ? (ranOut ?? open.find((d) => d.owner === "mine")) : open.find((d) => d.owner === turn);
  return deadline === undefined ? undefined : rowClock(of, deadline);
}

/** Dates kept in a row: the nearest ones; the rest come when the row is made again. */
const MOST_DATES = 5;

/** Dates of our own that are still open, soonest first: what we have to do by then, and what others keep only until then. */
export const datesOf = (of: Case, { deadlines, turn }: Pick<Assessment, "deadlines" | "turn">): readonly RowClock[] =>
  turn === "none"
    ? []
    : deadlines
        .filter((d) => !d.passed && (d.owner === "mine" || d.owner === "record"))
        .slice(0, MOST_DATES)
        .map((d) => rowClock(of, d));
