/**
 * Tracks: every door that was gone through or is being prepared, with its own status, number, clock and turn. Pure (X2, X4).
 *
 * 1. A record alone is in preparation: only events say that it went in, and what became of it (X1, X3).
 * 2. The newest event that says a status decides it, so a filing refused and handed in again is handed in.
 */
import { find, type Case } from "../case/case.ts";
import type { Deadline, FilingStatus, FilingTrack, Turn } from "../assess/assessment.ts";
import { mattersOf, type Matter } from "./matter.ts";
import type { CaseEvent, History } from "./history.ts";

const statusBy: Readonly<Record<string, FilingStatus>> = {
  "filing.submitted": "submitted",
  "suit.filed": "submitted",
  "complaint.received_by_regulator": "submitted",
  "filing.accepted": "accepted",
  "suit.docketed": "accepted",
  "filing.refused": "refused",
  "filing.withdrawn": "withdrawn",
  "mediation.ended": "ended",
  "suit.ended": "ended",
};

/** Whether somebody still has to decide. */
export const isOpen = ({ status }: Pick<FilingTrack, "status">): boolean =>
  status === "submitted" || status === "accepted";

/** All filings, those with events first, oldest first; `deadlines` are those of the same moment. */
export function tracksOf(history: History, deadlines: readonly Deadline[], of: Case): readonly FilingTrack[] {
  const matters = mattersOf(of, history);
  return matters.list.map((matter) => {
    const events = history.events.filter((e) => matters.of(e)?.id === matter.id);
    return track(
      matter,
      events,
      deadlines.filter((d) => d.filing === matter.id),
      of,
    );
  });
}

function track(matter: Matter, events: readonly CaseEvent[], own: readonly Deadline[], of: Case): FilingTrack {
  const last = events.findLast((e) => statusBy[e.type] !== undefined);
  const status = (last && statusBy[last.type]) ?? "preparing";
  const reference = newest(events, "reference") ?? find(of, "filing", matter.id)?.reference;
  const result = status === "ended" ? textIn(last, "result") : undefined;
  const ground = status === "refused" ? textIn(last, "ground") : undefined;
  return {
    filing: matter.id,
    channel: matter.channel,
    status,
    since: last?.at,
    turn: turnOf(status, own),
    ...(reference === undefined || reference === "" ? {} : { reference }),
    ...(result === undefined ? {} : { result }),
    ...(ground === undefined ? {} : { ground }),
    deadlines: own.map((d) => d.id),
  };
}

/** Ours while a court has set us a time, and again when the time of those who decide is over. */
function turnOf(status: FilingStatus, own: readonly Deadline[]): Turn {
  if (status === "preparing") return "mine";
  if (status !== "submitted" && status !== "accepted") return "none";
  if (own.some((d) => d.owner === "mine" && d.counts && !d.passed)) return "mine";
  const theirs = own.filter((d) => d.owner === "authority" || d.owner === "theirs");
  return theirs.length > 0 && theirs.every((d) => d.passed) ? "mine" : "authority";
}

const textIn = (event: CaseEvent | undefined, field: string): string | undefined => {
  const value = event?.data[field];
  return typeof value === "string" && value !== "" ? value : undefined;
};

const newest = (events: readonly CaseEvent[], field: string): string | undefined =>
  events.map((e) => textIn(e, field)).findLast((value) => value !== undefined);
