/**
 * Offers, settlement and safety as passes. Pure apart from their memory (X11, S1, S2, G1–G6).
 *
 * 1. What reads texts (danger heard, distress) runs apart from what builds on it, so that a word typed into a note runs one pass, and reads one text.
 */
import { info, type Case } from "../case/case.ts";
import type { History } from "../course/history.ts";
import type { Pack } from "../pack/pack.ts";
import type { MoneyFlow } from "../proof/money-flow.ts";
import type { ReplyExcuse } from "../replies/excuse.ts";
import { desperateNote, desperateTalk, listenForDistress } from "../safety/distress.ts";
import { dangerHeard, listenForDanger } from "../safety/money-first.ts";
import { safetyOf } from "../safety/safety.ts";
import { offerViews } from "../settle/offer-view.ts";
import { settlementOf } from "../settle/settlement.ts";
import { endOf, type Instant } from "../time.ts";
import type { Assessment, Demand } from "./assessment.ts";
import { earliest, type Passes } from "./pass.ts";

export type Care = Pick<Assessment, "offers" | "settlement" | "safety"> & { readonly staleAt: Instant | undefined };

const noPhrases: readonly string[] = [];
const noExcuses: readonly ReplyExcuse[] = [];

type Heard = (record: { readonly text: string }) => boolean;

/** A text is listened to once; what listens is made when the first text is. */
function heardBy(p: Passes, name: string, builtOn: readonly unknown[], listen: () => Heard): Heard {
  let made: Heard | undefined;
  return p.each(name, builtOn, (record) => (made ??= listen())(record));
}

/** The three answers of one moment. */
export function careOf(
  p: Passes,
  of: Case,
  x: { readonly pack: Pack; readonly history: History; readonly money: MoneyFlow; readonly demand: Demand },
  now: Instant,
): Care {
  const { pack, history, money, demand } = x;
  const offers = p.timed("offers", of, ["offer", "filing", "case"], [history, demand], now, () =>
    offerViews(of, history, demand, now),
  );
  const settlement = p.timed(
    "settlement",
    of,
    ["refund", "payment", "sighting", { kind: "exhibit", fields: [] }, "link"],
    [history, money, demand, offers.value],
    now,
    () => ({
      value: settlementOf(of, history, money, demand, offers.value, now),
      staleAt: earliest(
        ...money.refunds.flatMap((r) => (r.at !== undefined && endOf(r.at) > now ? [endOf(r.at)] : [])),
      ),
    }),
  );
  const phrases = pack.distress ?? noPhrases;
  const excuses = pack.excuses?.items ?? noExcuses;
  const category = info(of)?.category;
  const desperate = heardBy(p, "distress.heard", [phrases], () => {
    const heard = listenForDistress(phrases);
    return ({ text }) => heard(text);
  });
  const dangerous = heardBy(p, "danger.heard", [excuses, category], () => listenForDanger(excuses, category));
  const note = p.plain("distress.notes", of, ["note"], [phrases], now, () => desperateNote(of, desperate));
  const talk = p.plain("distress.talk", of, ["communication"], [phrases], now, () => desperateTalk(of, desperate));
  const danger = p.plain(
    "danger",
    of,
    ["communication", { kind: "exhibit", fields: [] }, "case"],
    [excuses, category],
    now,
    () => dangerHeard(of, excuses, dangerous),
  );
  const safety = p.timed(
    "safety",
    of,
    ["case", "party", "payment", "answer", "communication"],
    [history, danger, note || talk],
    now,
    () => ({
      value: safetyOf(of, history, pack, now, { danger, distress: note || talk }),
      staleAt: earliest(...Object.values(of.live.payment).flatMap((q) => (q.paidAt > now ? [q.paidAt] : []))),
    }),
  );
  return {
    offers: offers.value,
    settlement: settlement.value,
    safety: safety.value,
    staleAt: earliest(offers.staleAt, settlement.staleAt, safety.staleAt),
  };
}
