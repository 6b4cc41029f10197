/**
 * The timeline as data: what was said, what happened, money, captures, each with its side and time. Pure (X1, K7).
 *
 * 1. Order is (time, id); what has no time stands at the end and says so.
 * 2. A retracted event stays, struck through; the retraction itself is not a line of its own.
 */
import { startOf, type Case, type Id, type RecordOf, type Ref, type When, ref } from "@recourse/core";
import { whenOf } from "../../parts/moment.ts";

export type Side = "mine" | "theirs" | "middle";

export interface TimelineItem {
  readonly key: Ref;
  readonly kind: "communication" | "event" | "payment" | "refund" | "order" | "capture";
  readonly id: Id;
  readonly at: When | undefined;
  readonly side: Side;
  readonly retracted: boolean;
}

const theirs: ReadonlySet<string> = new Set([
  "reply.received",
  "promise.made",
  "offer.made",
  "entry.unavailable",
  "refund.received",
]);
const authority = /^(filing\.(accepted|refused)|mediation\.|suit\.docketed|complaint\.|court\.|preservation\.)/;

/** Whose line an event is; an offer is whose it says. */
function sideOfEvent({ type, data }: RecordOf<"event">): Side {
  if (type === "offer.made" && data["side"] === "mine") return "mine";
  return theirs.has(type) ? "theirs" : authority.test(type) ? "middle" : "mine";
}

/** Talk, events, money and captures in order of time; what was retracted stays, struck through (X1). */
export function timelineOf(of: Case, retracted: readonly Id[]): readonly TimelineItem[] {
  const gone = new Set<string>(retracted);
  const live = of.live;
  const item = (kind: TimelineItem["kind"], id: Id, at: unknown, side: Side, isGone = false): TimelineItem => ({
    key: ref(kind === "capture" ? "exhibit" : kind, id),
    kind,
    id,
    at: whenOf(at),
    side,
    retracted: isGone,
  });
  const items = [
    ...Object.values(live.order).map((o) => item("order", o.id, o.orderedAt, "mine")),
    ...Object.values(live.payment).map((p) => item("payment", p.id, p.paidAt, "mine")),
    ...Object.values(live.refund).map((r) => item("refund", r.id, r.at, "theirs")),
    ...Object.values(live.communication).map((c) =>
      item(
        "communication",
        c.id,
        c.at,
        c.direction === "mine" ? "mine" : c.direction === "theirs" ? "theirs" : "middle",
      ),
    ),
    ...Object.values(live.event)
      .filter((e) => e.type !== "event.retracted")
      .map((e) => item("event", e.id, e.at, sideOfEvent(e), gone.has(e.id))),
    ...Object.values(live.exhibit)
      .filter((e) => e.capturedAt !== undefined)
      .map((e) => item("capture", e.id, e.capturedAt, "mine")),
  ];
  const time = (i: TimelineItem): string => (i.at === undefined ? "9999" : startOf(i.at));
  return items.toSorted((a, b) => (time(a) === time(b) ? (a.id < b.id ? -1 : 1) : time(a) < time(b) ? -1 : 1));
}
