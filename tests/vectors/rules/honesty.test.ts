/** Pairs for legal honesty (L): each differs in one input and flips the result. */
import { describe } from "vitest";
import { civil, forceAt } from "@recourse/core";
import { wordFaults } from "@recourse/words";
import { pack } from "../real-case.ts";
import { blocks, type Written } from "./letters-of.ts";
import { pair } from "./pair.ts";
import { guide, happened, membership, renewal } from "./stories.ts";
import { assessed, edited, refOf, withMe, withRecords, without, type Story } from "./story.ts";

const notices = (prefix: string) => (story: Story) =>
  assessed(story)
    .notices.map((n) => n.code)
    .filter((code) => code.startsWith(prefix));

const asks = (text: string): Written => ({
  story: guide,
  own: { ask: { part: "demand", text, sources: [refOf("payment", "payment")] } },
});

describe("[L1–L10] honesty", () => {
  // May be void, may be refused, both at fault, a report tells of the purchase, the account may be sanctioned.
  pair("[L1] an engagement carries its notices, any other case none of them", {
    base: guide,
    change: (s) => withMe(s, { category: "membership" }),
    of: notices("L1."),
    results: [["L1.void", "L1.may_refuse", "L1.both_fault", "L1.discloses", "L1.account"], []],
  });

  // 100.00 paid: 100 may be asked, three times that has no basis in this case.
  pair("[L2] triple damages are not asked for", {
    base: asks("请退还100元。"),
    change: () => asks("请退还100元，并三倍赔偿300元。"),
    of: (w) => blocks(w).includes("D4.excess"),
    results: [false, true],
  });

  pair("[L3] what was bought for a business is said to be outside of consumer law", {
    base: membership,
    change: (s) => withMe(s, { purpose: "business" }),
    of: notices("L3."),
    results: [[], ["L3.business"]],
  });
  pair("[L3] and it is asked while nobody has said", {
    base: membership,
    change: (s) => withMe(s, { purpose: "unknown" }),
    of: notices("L3."),
    results: [[], ["L3.ask"]],
  });

  pair("[L4] a word that promises success is a fault of the text", {
    base: "可能退回",
    change: () => "一定能退",
    of: (text) => wordFaults(text, "zh-CN").map((f) => f.rule),
    results: [[], ["promise"]],
  });

  // The old measures were repealed on 2026-04-15.
  pair("[L5] whether a text was law is judged on the day that matters", {
    base: "2026-04-14",
    change: () => "2026-04-15",
    of: (day) => pack.provisions.filter((p) => p.id === "samr-20-old-14").map((p) => forceAt(p, civil(day))),
    results: [["in-force"], ["repealed"]],
  });

  // 先问律师: nothing is sent, reported or filed before that.
  pair("[L6] an order of a shop of one's own: a lawyer first", {
    base: guide,
    change: (s) => withMe(s, { situation: "business" }),
    of: (s) => [assessed(s).next.code, ...notices("L6.")(s)],
    results: [["next.write_application"], ["next.lawyer_first", "L6.business"]],
  });

  // Bought for a shop it is no dispute of a consumer; for one's own account it may be one.
  pair("[L6] and 12315 is shut to it, with the reason", {
    base: guide,
    change: (s) => withMe(s, { situation: "business" }),
    of: (s) => {
      const found = assessed(s).channels.find((c) => c.id === "samr_complaint");
      return [found?.allowed, found?.reasons.map((m) => m.code), found?.blockedBy.includes("samr-121-16")];
    },
    results: [
      [true, [], false],
      [false, ["L6.business", "L3.not_daily_life"], true],
    ],
  });

  // 200.00 is not below 200.00; a fen less is.
  pair("[L7] below the amount the person set, stopping is named beside the claim", {
    base: edited(membership, "order", { paidFen: 20_000 }),
    change: (s) => edited(s, "order", { paidFen: 19_999 }),
    of: notices("L7."),
    results: [[], ["L7.small"]],
  });

  // The claim and who they are stay the same; stopping stands first among the channels, and no other is proposed.
  pair("[L7] stopping is a channel like the others, proposed where the claim is small", {
    base: edited(renewal, "payment", { amountFen: 20_000 }),
    change: (s) => edited(s, "payment", { amountFen: 19_999 }),
    of: (s) => assessed(s).channels.find((c) => c.recommended)?.id,
    results: ["platform_form", "stop_here"],
  });

  pair("[L8] a text that ties a report or exposure to money is a fault", {
    base: "请退款。也可以向 12315 请求调解。",
    change: () => "请退款，否则举报。",
    of: (text) => wordFaults(text, "zh-CN").filter((f) => f.rule === "threat").length > 0,
    results: [false, true],
  });

  const shut = (s: Story) =>
    assessed(s)
      .channels.find((c) => c.id === "public_heimao")
      ?.reasons.map((m) => m.code)
      .filter((code) => code.startsWith("L9."));
  pair("[L9] what is public is shut to an engagement", {
    base: renewal,
    change: (s) => withMe(s, { category: "engagement" }),
    of: shut,
    results: [[], ["L9.engagement"]],
  });
  pair("[L9] and where a minor paid", {
    base: withMe(renewal, { payerAge: 18 }),
    change: (s) => withMe(s, { payerAge: 17 }),
    of: shut,
    results: [[], ["L9.minor"]],
  });

  // Known on 2023-12-06: the three years of 12315 end on 2026-12-06, a Sunday and no statutory holiday, a day before those of the
  // Civil Code, which go on to Monday. Where nobody said since when it was known, nobody can say.
  pair("[L10] is there still time: until when, or cannot say", {
    base: withRecords(membership, { known: happened("infringement.known", "2023-12-06") }),
    change: (s) => without(s, "known"),
    of: (s) => {
      const { code, args } = assessed(s).answers.inTime;
      return [code, args["due"]];
    },
    results: [
      ["L10.in_time.until", "2026-12-06"],
      ["L10.in_time.cannot_say", undefined],
    ],
  });
});
