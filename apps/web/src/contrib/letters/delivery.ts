/**
 * That a letter reached them: which event says it went out, and which says it arrived. Reads signals (X1, K6).
 *
 * 1. A delivery names the event it is of; one that was taken back does not count.
 */
import { historyOf, ref, type CaseEvent, type Id, type Instant } from "@recourse/core";
import type { CaseLive } from "../../services/services.ts";

/** What is told of letters whose arrival matters, by what is told of their sending. */
const arrivals: Readonly<Record<string, string>> = {
  "demand.sent": "demand.delivered",
  "termination.sent": "termination.delivered",
};

export interface Delivery {
  /** The event of sending. */
  readonly sent: CaseEvent;
  /** The type of event that says it arrived. */
  readonly type: string;
  /** What was told of its arrival, the last word first. */
  readonly arrived: readonly CaseEvent[];
}

/** How a sent version stands; undefined for letters whose arrival sets nothing going. */
export function deliveryOf(live: CaseLive, version: Id, now: Instant): Delivery | undefined {
  const { events } = historyOf(live.whole(), now);
  const sent = events.find((e) => Object.hasOwn(arrivals, e.type) && e.refs.includes(ref("sentVersion", version)));
  const type = sent === undefined ? undefined : arrivals[sent.type];
  if (sent === undefined || type === undefined) return undefined;
  const arrived = events.filter((e) => e.type === type && e.refs.includes(ref("event", sent.id))).toReversed();
  return { sent, type, arrived };
}
