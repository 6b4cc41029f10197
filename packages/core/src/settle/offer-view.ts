/**
 * Offers as a case shows them: where each stands, and what taking an open one of theirs gives up. Pure (X11).
 */
import { find, type Case } from "../case/case.ts";
import type { Demand } from "../assess/assessment.ts";
import type { History } from "../course/history.ts";
import type { Message } from "../message.ts";
import { addMillis, type Instant } from "../time.ts";
import { givesUp } from "./gives-up.ts";
import { nextLapse, offersOf, type OfferState } from "./offers.ts";

export interface OfferView extends OfferState {
  /** What taking it gives up, weightiest first; only of theirs that can still be taken or has lapsed unanswered. */
  readonly givesUp: readonly Message[];
}

/** Offers of a case and when the next of them lapses. */
export function offerViews(
  of: Case,
  history: History,
  demand: Demand,
  now: Instant,
): { readonly value: readonly OfferView[]; readonly staleAt: Instant | undefined } {
  const states = offersOf(of, history, now);
  const lapse = nextLapse(states);
  const value = states.map((state): OfferView => {
    const offer = find(of, "offer", state.id);
    const asked = state.side === "theirs" && (state.status === "open" || state.status === "expired");
    return { ...state, givesUp: asked && offer ? givesUp(offer, { of, demand, history, now }) : [] };
  });
  return { value, staleAt: lapse === undefined ? undefined : addMillis(lapse, 1) };
}
