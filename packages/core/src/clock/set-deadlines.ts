/**
 * Deadlines that people set: the time a message names, a promise, an offer that lapses, a door to look at again, a date of a court. Pure (K1, K7, K8, A5).
 *
 * 1. A period counts against the other side only if a message that was sent named it, or their own words do (K7).
 * 2. Delivery starts the time anew: the period named in what was sent runs from the day it arrived.
 * 3. Each ends with its answer; a reply that says nothing clear is none (X5).
 */
import { find, type Case } from "../case/case.ts";
import { parseRef, ref, type Ref } from "../identity.ts";
import { threshold } from "../measure/threshold.ts";
import type { Pack } from "../pack/pack.ts";
import { addDays, civilOf, type When } from "../time.ts";
import { cameAfter, closingOf, isAnswer, type CaseEvent, type History } from "../course/history.ts";
import { mattersOf, type Matters } from "../course/matter.ts";
import type { Running } from "./law-deadlines.ts";
import { hoursFrom } from "./period.ts";
import { WhenSchema } from "../schema/values.ts";

/** Units: days after which to look again whether their entry is open (A5). */
const ENTRY_CHECK_DAYS = 7;

interface Told {
  readonly of: Case;
  readonly pack: Pack;
  readonly history: History;
  readonly matters: Matters;
}

/** All that run or have run out. None after the case was closed. */
export function setDeadlines(of: Case, history: History, pack: Pack): readonly Running[] {
  if (closingOf(history) !== undefined) return [];
  const told: Told = { of, history, pack, matters: mattersOf(of, history) };
  return history.events.flatMap((e) => {
    const set = clockOfEvent(e, told);
    return set === undefined || answered(e, told) ? [] : [set];
  });
}

function clockOfEvent(e: CaseEvent, told: Told): Running | undefined {
  switch (e.type) {
    case "application.submitted":
    case "demand.sent":
    case "termination.sent":
      return deliveriesOf(e, told).length > 0 ? undefined : messageClock(e, e, told);
    case "demand.delivered":
    case "termination.delivered": {
      const sent = sentBy(e, told);
      if (sent === undefined) return messageClock(e, e, told);
      return deliveriesOf(sent, told).at(-1) === e ? messageClock(sent, e, told) : undefined;
    }
    case "promise.made":
      return promiseClock(e);
    case "offer.made":
      return offerClock(e, told);
    case "entry.unavailable":
      return clock(e, "entry-check", addDays(civilOf(e.at), checkDays(told)), {
        owner: "mine",
        source: "person",
        counts: false,
      });
    case "court.sets_period":
      return courtClock(e, told);
    default:
      return undefined;
  }
}

type Rest = Pick<Running, "owner" | "source" | "counts"> & Partial<Pick<Running, "basis" | "filing">>;

const clock = (e: CaseEvent, rule: string, due: When, rest: Rest): Running => ({
  id: `${rule}/${e.id}`,
  rule,
  event: ref("event", e.id),
  due,
  basis: ["person"],
  consequence: `consequence.${rule}`,
  provisional: false,
  ...rest,
});

/** The message a delivery is of. */
function sentBy(delivery: CaseEvent, { history }: Told): CaseEvent | undefined {
  return history.events.find((e) => delivery.refs.includes(ref("event", e.id)));
}

/** Deliveries of a message that carry its period on. */
const deliveriesOf = (sent: CaseEvent, { history }: Told): readonly CaseEvent[] =>
  history.events.filter((e) => e.type.endsWith(".delivered") && e.refs.includes(ref("event", sent.id)));

/** A period I set, or one that they published and I captured. */
function messageClock(sent: CaseEvent, from: CaseEvent, { of }: Told): Running | undefined {
  const hours = from.data["periodHours"] ?? sent.data["periodHours"];
  if (typeof hours !== "number" || !Number.isFinite(hours) || hours <= 0) return undefined;
  const clause = from.data["clause"] ?? sent.data["clause"];
  const due = hoursFrom(from.at, hours, "theirs");
  if (typeof clause === "string")
    return clock(from, "published-period", due, {
      owner: "theirs",
      source: "captured",
      basis: [ref("clause", clause)],
      counts: find(of, "clause", clause) !== undefined,
    });
  return clock(from, "demand-period", due, { owner: "theirs", source: "person", counts: isNamed(of, sent, due) });
}

/**
 * K7: whether what was sent named a time, and one that is over with the period. Where the app has no copy of the message, the person said so.
 */
function isNamed(of: Case, sent: CaseEvent, due: When): boolean {
  const copies = sent.refs.flatMap((r) => {
    const parts = parseRef(r);
    return parts.ok && parts.value.kind === "sentVersion" ? (find(of, "sentVersion", parts.value.id) ?? []) : [];
  });
  if (copies.length === 0) return true;
  const isTime = (source: string): boolean => /^draft\/[^/]+\/answerBy$/.test(source);
  const naming = copies.flatMap((c) => c.sentences).filter((s) => s.sources.some(isTime));
  const days = naming.flatMap((s) =>
    Object.entries(s.printed).flatMap(([source, text]) => (isTime(source) ? [text.slice(0, 10)] : [])),
  );
  return naming.length > 0 && days.every((day) => day <= civilOf(due));
}

/** Their own word, with the day they named; without a day it is no clock. */
function promiseClock(e: CaseEvent): Running | undefined {
  const stated = WhenSchema.safeParse(e.data["dueAt"]);
  const hours = e.data["periodHours"];
  const due = stated.success ? stated.data : typeof hours === "number" ? hoursFrom(e.at, hours, "theirs") : undefined;
  if (due === undefined) return undefined;
  const basis: readonly Ref[] = e.refs.length > 0 ? e.refs : [ref("event", e.id)];
  return clock(e, "promise", due, { owner: "theirs", source: "captured", basis, counts: true });
}

/** Their offer is mine to answer, mine is theirs. */
function offerClock(e: CaseEvent, { of }: Told): Running | undefined {
  const offer = find(of, "offer", idIn(e.data["offer"], "offer"));
  if (offer?.expiresAt === undefined) return undefined;
  const mine = offer.side === "mine";
  return clock(e, "offer-expiry", offer.expiresAt, {
    owner: mine ? "theirs" : "mine",
    source: mine ? "person" : "captured",
    basis: mine ? ["person"] : [ref("offer", offer.id)],
    counts: true,
  });
}

/** The only date that is typed: a court sets it (K1). */
function courtClock(e: CaseEvent, { matters, pack }: Told): Running | undefined {
  const due = WhenSchema.safeParse(e.data["due"]);
  if (!due.success) return undefined;
  const filing = matters.of(e)?.id;
  return clock(e, "court-period", due.data, {
    owner: "mine",
    source: "law",
    basis: pack.rules.find((r) => r.id === "court-period")?.basis ?? [],
    counts: true,
    ...(filing === undefined ? {} : { filing }),
  });
}

const checkDays = ({ of, pack }: Told): number => threshold(of, pack, "entryCheckDays", ENTRY_CHECK_DAYS);

/** The id in `<id>` or `<kind>/<id>`. */
function idIn(value: unknown, kind: string): string | undefined {
  if (typeof value !== "string") return undefined;
  return value.startsWith(`${kind}/`) ? value.slice(kind.length + 1) : value;
}

const wentOn: ReadonlySet<string> = new Set([
  "application.submitted",
  "demand.sent",
  "filing.submitted",
  "suit.filed",
  "entry.unavailable",
]);

/** Whether what the clock waited for has come. An answer to what was sent counts, also where its delivery was told later. */
function answered(e: CaseEvent, told: Told): boolean {
  const { of, history, matters } = told;
  const begun = e.type.endsWith(".delivered") ? (sentBy(e, told) ?? e) : e;
  const start = { at: begun.at, from: ref("event", begun.id) };
  const offer = idIn(e.data["offer"], "offer");
  const offered = (x: CaseEvent): string | undefined => idIn(x.data["offer"], "offer");
  const isTheirs = (x: CaseEvent): boolean => find(of, "offer", offered(x))?.side !== "mine";
  const ends = (x: CaseEvent): boolean => {
    switch (e.type) {
      case "promise.made":
        return x.type === "refund.received" || (isAnswer(x) && ["refused", "danger"].includes(String(x.data["as"])));
      case "offer.made":
        return x.type === "offer.answered" && [undefined, offer].includes(offered(x));
      case "entry.unavailable":
        return wentOn.has(x.type);
      case "court.sets_period":
        return ["suit.ended", "filing.withdrawn"].includes(x.type) && matters.of(x)?.id === matters.of(e)?.id;
      default:
        return isAnswer(x) || x.type === "refund.received" || (x.type === "offer.made" && isTheirs(x));
    }
  };
  return history.events.some((x) => x !== e && ends(x) && cameAfter({ at: x.at, from: ref("event", x.id) }, start));
}
