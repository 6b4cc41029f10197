/** Pairs for offers (X11) and settlement (S): each differs in one input and flips the result. */
import { describe } from "vitest";
import {
  historyOf,
  instant,
  purchaseCheck,
  respondentRecordOf,
  retrospectiveOf,
  type PurchaseAnswer,
  type PurchaseCheck,
} from "@recourse/core";
import { loadPurchaseChecklist } from "@recourse/pack-cn";
import { pair } from "./pair.ts";
import { happened, renewal } from "./stories.ts";
import { assessed, caseOf, edited, idOf, refOf, withRecords, without, type Story } from "./story.ts";

const { items: checklist } = await loadPurchaseChecklist();

const offered = (asks: string): Story =>
  withRecords(renewal, {
    offer: { is: "offer", side: "theirs", amountFen: 22_800, form: "money", asks },
    made: happened("offer.made", "2026-11-15 10:00", { offer: idOf("offer") }),
  });

/** 228.00 expected; a refund that a row of the bill shows. */
const refunded = (amountFen: number): Story =>
  withRecords(renewal, {
    refund: {
      is: "refund",
      provider: "wechat",
      transaction: "T9_R",
      payment: idOf("payment"),
      amountFen,
      at: instant("2026-11-20 10:00"),
      route: "original",
    },
    refundRow: { is: "sighting", of: refOf("refund", "refund"), exhibit: idOf("bill"), row: 19, amountFen },
  });
const settlement = (s: Story) => {
  const { expectedFen, receivedFen, remainingFen, overFen, complete, findings } = assessed(s).settlement;
  return [expectedFen, receivedFen, remainingFen, overFen, complete, findings.map((m) => m.code)];
};

const lookBack = (s: Story) => {
  const now = instant(s.now);
  const of = caseOf(s);
  const history = historyOf(of, now);
  const { settlement: settled, demand } = assessed(s);
  const look = retrospectiveOf(of, history, settled, demand, now);
  const kept = respondentRecordOf(of, history, look);
  return [look.outcome, look.days, kept?.name, kept?.receivedFen];
};

describe("[X11] offers", () => {
  pair("[X11] an offer that asks for withdrawal: first the money, then the withdrawal, and ask for the paper", {
    base: offered("nothing"),
    change: (s) => edited(s, "offer", { asks: "withdraw" }),
    of: (s) => assessed(s).offers.flatMap((o) => o.givesUp.map((m) => m.code)),
    results: [["X11.not_money_yet"], ["X11.money_before_withdrawal", "X11.ask_for_paper", "X11.not_money_yet"]],
  });
});

describe("[S1–S4] settlement", () => {
  // 228.00 − 228.00 = 0; 228.00 − 200.00 = 28.00 are missing.
  pair("[S1] what came back is compared with what was expected, to the fen", {
    base: refunded(22_800),
    change: (s) => edited(s, "refund", { amountFen: 20_000 }),
    of: settlement,
    results: [
      [22_800, 22_800, 0, 0, true, ["S1.complete"]],
      [22_800, 20_000, 2_800, 0, false, ["S1.partial"]],
    ],
  });

  // The record says 228.00 either way; without the row of the bill nobody has seen it.
  pair("[S2] refunded is only what a row of a bill shows", {
    base: refunded(22_800),
    change: (s) => without(s, "refundRow"),
    of: (s) => settlement(s).slice(1, 3).concat(settlement(s).slice(4)),
    results: [
      [22_800, 0, true, ["S1.complete"]],
      [0, 22_800, false, ["S2.not_seen", "S1.nothing_yet"]],
    ],
  });

  // Asked on the 10th, closed on the 21st: eleven days. While it is open nothing is kept of the other side.
  pair("[S3] a closed case is looked back on, and the other side remembered", {
    base: withRecords(refunded(22_800), {
      applied: happened("application.submitted", "2026-11-10 10:00", { channel: "platform_form" }),
    }),
    change: (s) => withRecords(s, { closed: happened("case.closed", "2026-11-21", { outcome: "refunded" }) }),
    of: lookBack,
    results: [
      // Until the 22nd, on which it is looked at: twelve.
      [undefined, 12, undefined, undefined],
      ["refunded", 11, "某某视频", 22_800],
    ],
  });

  pair<Readonly<Record<string, PurchaseAnswer>>, PurchaseCheck>(
    "[S4] before the next purchase: without escrow it says stop, whatever else is in order",
    {
      base: Object.fromEntries(checklist.map((item) => [item.id, "yes"])),
      change: (answers) => ({ ...answers, escrow: "no" }),
      of: (answers) => purchaseCheck(checklist, answers),
      results: [
        { level: "clear", against: [], open: [] },
        { level: "stop", against: ["escrow"], open: [] },
      ],
    },
  );
});
