/** Pairs for the amount (D): each differs in one input and flips the result. */
import { describe } from "vitest";
import { instant } from "@recourse/core";
import { blocks, type Written } from "./letters-of.ts";
import { pair } from "./pair.ts";
import { course, guide, reading } from "./stories.ts";
import { assessed, edited, idOf, refOf, withRecords, type Story } from "./story.ts";

const demand = (story: Story) => {
  const { paidFen, refundedFen, receivedFen, claimFen, either } = assessed(story).demand;
  return { paidFen, refundedFen, receivedFen, claimFen, either };
};

const used = withRecords(course, { usage: { is: "usage", order: idOf("order"), unitsTotal: 60, unitsUsed: 12 } });
/** 1000 of 1000 promised; at 5396 there are 166: above the line of 20, so something was received. */
const partly = withRecords(guide, { later: reading("2024-05-04 21:00", 5396) });

const asks = (text: string): Written => ({
  story: guide,
  own: { ask: { part: "demand", text, sources: [refOf("payment", "payment")] } },
});

describe("[D1–D4] the amount", () => {
  // 100.00 − 0 − 0; with 50.00 back 100.00 − 50.00 − 0.
  pair("[D1] paid less refunded less received", {
    base: guide,
    change: (s) =>
      withRecords(s, {
        refund: {
          is: "refund",
          provider: "alipay",
          transaction: "T1_R",
          payment: idOf("payment"),
          amountFen: 5_000,
          at: instant("2024-05-06 15:40"),
          route: "original",
        },
      }),
    of: demand,
    results: [
      { paidFen: 10_000, refundedFen: 0, receivedFen: 0, claimFen: 10_000, either: undefined },
      { paidFen: 10_000, refundedFen: 5_000, receivedFen: 0, claimFen: 5_000, either: undefined },
    ],
  });

  // 1980 / 60 = 33.00 a lesson, 12 used = 396.00, left 1584.00. With 12 given on top the price is for 72: 27.50 each, 12 = 330.00, left 1650.00.
  pair("[D2] gifts share the price: bought and given units count alike", {
    base: used,
    change: (s) => edited(s, "usage", { giftUnits: 12 }),
    of: demand,
    results: [
      { paidFen: 198_000, refundedFen: 0, receivedFen: 39_600, claimFen: 158_400, either: undefined },
      { paidFen: 198_000, refundedFen: 0, receivedFen: 33_000, claimFen: 165_000, either: undefined },
    ],
  });

  // 166 of 1000 are there: 16.60 of 100.00. Whether that is worth anything nobody knows, so both stand until the person chooses.
  pair("[D3] where the value received is unknown both amounts stand, and the person chooses", {
    base: withRecords(partly, { usage: { is: "usage", order: idOf("order") } }),
    change: (s) => edited(s, "usage", { claimChoice: "after_value" }),
    of: demand,
    results: [
      { paidFen: 10_000, refundedFen: 0, receivedFen: undefined, claimFen: undefined, either: [8_340, 10_000] },
      // Chosen, it is part of the arithmetic: 100.00 − 16.60 = 83.40.
      { paidFen: 10_000, refundedFen: 0, receivedFen: 1_660, claimFen: 8_340, either: undefined },
    ],
  });

  // Paid 100.00, nothing back, nothing received: 100 may be asked, 100.01 not.
  pair("[D4] more than that blocks", {
    base: asks("请退还100元。"),
    change: () => asks("请退还100.01元。"),
    of: (w) => blocks(w).includes("D4.excess"),
    results: [false, true],
  });
});
