/**
 * Starts: what raises the names that rules begin with, restart on, end by and pause for. Pure (X12).
 *
 * 1. An event raises its own name and what the triggers of the pack add to it; so do orders and payments.
 * 2. A closing that was taken back by reopening raises nothing.
 */
import { all, type Case } from "../case/case.ts";
import type { Fields } from "../case/change.ts";
import { ref, type Id } from "../identity.ts";
import type { Pack } from "../pack/pack.ts";
import { toMillis, type Instant } from "../time.ts";
import { closingOf, type Happening, type History } from "../course/history.ts";
import { mattersOf } from "../course/matter.ts";
import { WhenSchema } from "../schema/values.ts";

export interface Start extends Happening {
  readonly name: string;
  /** The filing it belongs to, where it is about one. */
  readonly filing: Id | undefined;
  /** A court has set the date itself. */
  readonly typed: boolean;
}

type Trigger = Pack["triggers"][number];

const hears = (t: Trigger, event: string, data: Fields, channel: unknown): boolean =>
  t.event === event &&
  (t.channel === undefined || t.channel === channel) &&
  Object.entries(t.where ?? {}).every(([field, values]) => values.includes(String(data[field] ?? ""))) &&
  !Object.entries(t.unless ?? {}).some(([field, values]) => values.includes(String(data[field] ?? "")));

/** All names an event type raises for a channel, its own first. */
export function namesRaised(
  pack: Pick<Pack, "triggers">,
  event: string,
  data: Fields,
  channel: unknown,
): readonly string[] {
  const raised = pack.triggers.filter((t) => hears(t, event, data, channel)).flatMap((t) => t.starts);
  return [...new Set([event, ...raised])];
}

/** Raised by the events of a case, in their order. */
export function startsOfEvents(of: Case, history: History, pack: Pick<Pack, "triggers">): readonly Start[] {
  const matters = mattersOf(of, history);
  const closing = closingOf(history);
  return history.events
    .filter((e) => e.type !== "case.closed" || e === closing)
    .flatMap((e) => {
      const matter = matters.of(e);
      const channel = e.data["channel"] ?? matter?.channel;
      const typed = e.type === "court.sets_period" && WhenSchema.safeParse(e.data["due"]).success;
      return namesRaised(pack, e.type, e.data, channel).map((name): Start => ({
        name,
        at: e.at,
        from: ref("event", e.id),
        filing: matter?.id,
        typed,
      }));
    });
}

/** Raised by orders, and by payments that belong to one. */
export function startsOfRecords(of: Case, pack: Pick<Pack, "triggers">, now: Instant): readonly Start[] {
  const happened = [
    ...all(of, "order").map((o) => ({ event: "order.placed", at: o.orderedAt, from: ref("order", o.id) })),
    ...all(of, "payment")
      .filter((p) => p.order !== undefined)
      .map((p) => ({ event: "payment.made", at: p.paidAt, from: ref("payment", p.id) })),
  ];
  return happened
    .filter((h) => toMillis(h.at) <= toMillis(now))
    .flatMap(({ event, at, from }) =>
      namesRaised(pack, event, {}, undefined).map((name): Start => ({
        name,
        at,
        from,
        filing: undefined,
        typed: false,
      })),
    );
}
