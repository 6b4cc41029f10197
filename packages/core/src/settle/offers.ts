/**
 * Offers: where each stands, from events. Pure (X11).
 *
 * 1. An offer was made only if an event says so; the record holds what it is (X1).
 * 2. Theirs is answered by me; mine by their next clear reply, or by an offer of theirs that names it.
 */
import { all, type Case } from "../case/case.ts";
import type { CaseEvent, History } from "../course/history.ts";
import { isId, parseRef, type Id } from "../identity.ts";
import type { Fen } from "../money.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { endOf, toMillis, type Instant, type When } from "../time.ts";

export type Offer = RecordOf<"offer">;
export type OfferStatus = "open" | "accepted" | "refused" | "countered" | "expired";

export interface OfferState {
  readonly id: Id;
  readonly side: "theirs" | "mine";
  readonly status: OfferStatus;
  readonly madeAt: When;
  readonly answeredAt?: When;
  /** Units: fen. Undefined where no amount was named. */
  readonly amountFen?: Fen;
  readonly form: Offer["form"];
  readonly asks: NonNullable<Offer["asks"]>;
  readonly condition?: string;
  readonly expiresAt?: When;
  /** The offer this one answers, and the one that answers it. */
  readonly counters?: Id;
  readonly counteredBy?: Id;
}

/** The offer an event names, by its id or its Ref. */
export function offerNamed(event: CaseEvent): Id | undefined {
  const value = event.data["offer"];
  if (typeof value !== "string") return undefined;
  const parts = parseRef(value);
  const id = parts.ok && parts.value.kind === "offer" ? parts.value.id : value;
  return isId(id) ? id : undefined;
}

/** Whether an offer has lapsed by `at`: the whole of its last day counts. */
export const hasLapsed = (offer: Pick<Offer, "expiresAt">, at: Instant): boolean =>
  offer.expiresAt !== undefined && toMillis(endOf(offer.expiresAt)) < toMillis(at);

/** Every offer that was made by `now`, oldest first. */
export function offersOf(of: Case, history: History, now: Instant): readonly OfferState[] {
  const offers = all(of, "offer");
  return history.events.flatMap((made, at) => {
    const id = made.type === "offer.made" ? offerNamed(made) : undefined;
    const offer = offers.find((o) => o.id === id);
    const again = history.events.slice(0, at).some((e) => e.type === "offer.made" && offerNamed(e) === id);
    return offer && !again ? [stateOf(offer, made, offers, history, now)] : [];
  });
}

/** The newest agreement: an offer of either side that the other took. */
export const takenOffer = (offers: readonly OfferState[]): OfferState | undefined =>
  offers
    .filter((o) => o.status === "accepted")
    .toSorted((a, b) => toMillis(endOf(a.answeredAt ?? a.madeAt)) - toMillis(endOf(b.answeredAt ?? b.madeAt)))
    .at(-1);

/** When the next open offer lapses. */
export const nextLapse = (offers: readonly OfferState[]): Instant | undefined =>
  offers.flatMap((o) => (o.status === "open" && o.expiresAt !== undefined ? [endOf(o.expiresAt)] : [])).toSorted()[0];

function stateOf(offer: Offer, made: CaseEvent, offers: readonly Offer[], history: History, now: Instant): OfferState {
  const side = offer.side ?? "theirs";
  const by = counterOf(offer, offers, history);
  const answer = side === "mine" ? theirAnswer(made, by, history) : myAnswer(offer, history);
  const status = answer?.status ?? (hasLapsed(offer, now) ? "expired" : "open");
  return {
    id: offer.id,
    side,
    status,
    madeAt: made.at,
    ...(answer === undefined ? {} : { answeredAt: answer.event.at }),
    ...(offer.amountFen === undefined ? {} : { amountFen: offer.amountFen }),
    form: offer.form,
    asks: offer.asks ?? (offer.condition === undefined || offer.condition.trim() === "" ? "nothing" : "other"),
    ...(offer.condition === undefined ? {} : { condition: offer.condition }),
    ...(offer.expiresAt === undefined ? {} : { expiresAt: offer.expiresAt }),
    ...(offer.counters === undefined ? {} : { counters: offer.counters }),
    ...(by === undefined ? {} : { counteredBy: by.offer }),
  };
}

interface Counter {
  readonly offer: Id;
  readonly event: CaseEvent;
}

interface Answer {
  readonly status: OfferStatus;
  readonly event: CaseEvent;
}

function counterOf(offer: Offer, offers: readonly Offer[], history: History): Counter | undefined {
  const ids = new Set<string>(offers.filter((o) => o.counters === offer.id).map((o) => o.id));
  const event = history.events.find((e) => e.type === "offer.made" && ids.has(offerNamed(e) ?? ""));
  const id = event && offerNamed(event);
  return event && id ? { offer: id, event } : undefined;
}

const given: Readonly<Record<string, OfferStatus>> = {
  accepted: "accepted",
  refused: "refused",
  countered: "countered",
};

function myAnswer(offer: Offer, history: History): Answer | undefined {
  const event = history.events.findLast((e) => e.type === "offer.answered" && offerNamed(e) === offer.id);
  const status = event && given[String(event.data["as"])];
  return event && status ? { status, event } : undefined;
}

function theirAnswer(made: CaseEvent, by: Counter | undefined, history: History): Answer | undefined {
  const after = history.events.slice(history.events.indexOf(made) + 1);
  const answered = after.find((e) => e.type === "offer.answered" && offerNamed(e) === offerNamed(made));
  const said = answered && given[String(answered.data["as"])];
  if (answered && said) return { status: said, event: answered };
  const reply = after.find(
    (e) =>
      e === by?.event || (e.type === "reply.received" && (e.data["as"] === "agreed" || e.data["as"] === "refused")),
  );
  if (!reply) return undefined;
  if (reply === by?.event) return { status: "countered", event: reply };
  return { status: reply.data["as"] === "agreed" ? "accepted" : "refused", event: reply };
}
