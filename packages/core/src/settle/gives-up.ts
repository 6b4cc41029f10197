/**
 * What taking an offer gives up, and in which order to do things. Pure (X11, S2).
 *
 * 1. Facts and order only, no advice to take or refuse it (L4).
 * 2. `basis`: provisions behind a line, shown to the person; what carries none is practice.
 */
import { info, type Case } from "../case/case.ts";
import type { Demand } from "../assess/assessment.ts";
import type { History } from "../course/history.ts";
import { mattersOf } from "../course/matter.ts";
import { ref, type Ref } from "../identity.ts";
import { message, type Message } from "../message.ts";
import { hasLapsed, type Offer } from "./offers.ts";
import type { Instant } from "../time.ts";

/** One thing to know before taking an offer; `refs` name provisions, the offer and the filing it touches. */
type GivesUp = Message;

const basis = (...ids: readonly string[]): readonly Ref[] => ids.map((id) => ref("provision", id));

/** In the order in which they weigh. */
export function givesUp(
  offer: Offer,
  x: { readonly of: Case; readonly demand: Demand; readonly history: History; readonly now: Instant },
): readonly GivesUp[] {
  const at = ref("offer", offer.id);
  return [
    ...amountLines(offer, x.demand, at),
    ...formLines(offer, x.of, at),
    ...askLines(offer, at),
    ...complaintLines(offer, x.of, x.history, at),
    ...expiryLines(offer, x.now, at),
    message("X11.not_money_yet", {}, [at]),
  ];
}

function amountLines(offer: Offer, demand: Demand, at: Ref): readonly GivesUp[] {
  if (offer.form !== "money" && offer.form !== "credit") return [];
  const amountFen = offer.amountFen;
  if (amountFen === undefined) return [message("X11.amount_open", {}, [at])];
  const left = (claimFen: number): number => Math.max(0, claimFen - amountFen);
  if (demand.claimFen !== undefined) {
    const restFen = left(demand.claimFen);
    return restFen === 0
      ? []
      : [message("X11.rest", { restFen, claimFen: demand.claimFen, amountFen }, [at, ...demand.refs])];
  }
  if (!demand.either) return [];
  const [low, high] = demand.either;
  return left(high) === 0
    ? []
    : [message("X11.rest_either", { lowFen: left(low), highFen: left(high), amountFen }, [at, ...demand.refs])];
}

function formLines(offer: Offer, of: Case, at: Ref): readonly GivesUp[] {
  if (offer.form === "credit") return [message("X11.credit", {}, [at])];
  if (offer.form === "redo")
    return [message(info(of)?.category === "engagement" ? "X11.redo_engagement" : "X11.redo", {}, [at])];
  return [];
}

function askLines(offer: Offer, at: Ref): readonly GivesUp[] {
  switch (offer.asks) {
    case "withdraw":
      return [
        message("X11.money_before_withdrawal", {}, [at, ...basis("samr-121-23")]),
        message("X11.ask_for_paper", {}, [at, ...basis("samr-121-24")]),
      ];
    case "waiver":
      return [message("X11.waiver", {}, [at]), message("X11.waiver_scope", {}, [at])];
    case "take_down":
      return [message("X11.take_down", {}, [at])];
    case "praise":
      return [message("X11.praise", {}, [at, ...basis("ecl-17")])];
    case "other":
      return [message("X11.condition", { condition: offer.condition ?? "" }, [at])];
    case undefined:
    case "nothing":
      return offer.condition === undefined || offer.condition.trim() === ""
        ? []
        : [message("X11.condition", { condition: offer.condition }, [at])];
  }
}

/** A complaint that was handed in ends with the settlement, and is not taken a second time (X10). */
function complaintLines(offer: Offer, of: Case, history: History, at: Ref): readonly GivesUp[] {
  const matters = mattersOf(of, history);
  const handed = history.events.findLast(
    (e) =>
      (e.type === "filing.submitted" || e.type === "filing.accepted") && matters.of(e)?.channel === "samr_complaint",
  );
  if (!handed) return [];
  const filing = matters.of(handed);
  const ended = history.events.some(
    (e) =>
      ["filing.refused", "filing.withdrawn", "mediation.ended"].includes(e.type) && matters.of(e)?.id === filing?.id,
  );
  if (ended) return [];
  const refs = [at, ref("event", handed.id)];
  return [
    ...(offer.asks === "withdraw"
      ? []
      : [message("X11.settling_ends_mediation", {}, [...refs, ...basis("samr-121-23")])]),
    message("X11.not_twice", {}, [...refs, ...basis("samr-121-16")]),
  ];
}

function expiryLines(offer: Offer, now: Instant, at: Ref): readonly GivesUp[] {
  if (offer.expiresAt === undefined) return [];
  if (hasLapsed(offer, now)) return [message("X11.lapsed", { expiresAt: offer.expiresAt }, [at])];
  return [message("X11.expires", { expiresAt: offer.expiresAt }, [at])];
}
