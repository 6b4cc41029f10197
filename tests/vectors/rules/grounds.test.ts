/** Pairs for the grounds (B): each differs in one input and flips the result. */
import { describe } from "vitest";
import { cite, instant, type CitationInput } from "@recourse/core";
import { pack } from "../real-case.ts";
import { pair } from "./pair.ts";
import { CLAUSE_GROUND, guide, membership, reading } from "./stories.ts";
import { assessed, edited, ground, withMe, withRecords, without, type Story } from "./story.ts";

const verdict = (name: string) => (story: Story) => ground(story, name).verdict;
const ofClause = verdict(CLAUSE_GROUND);
const problems = (prefix: string) => (story: Story) =>
  assessed(story)
    .problems.map((p) => p.code)
    .filter((code) => code.startsWith(prefix));

/** Two readings later: 834 at the top, and what is left of it 23 hours on. 5230 + 834 = 6064. */
const dropped = (to: number): Story =>
  edited(
    withRecords(guide, {
      peak: reading("2024-05-03 15:00", 6064),
      rest: reading("2024-05-04 14:00", to),
    }),
    "clause",
    {
      ground: "post_delivery_loss",
      condition: { type: "drop_over", ratio: 0.5, withinHours: 24, denominator: "gain" },
    },
  );

/** "Progress under 50 % and not explained": 3 of 1000 after 24 h, and what is known of their explanation. */
const unexplained = (told: Readonly<Record<string, unknown>>): Story =>
  edited(withRecords(guide, { why: { is: "explanation", asked: "yes", given: "no", ...told } }), "clause", {
    ground: "under_delivered",
    condition: { type: "progress_below", ratio: 0.5, withinHours: 24, unlessExplained: true },
  });

const started = withRecords(guide, { later: reading("2024-05-03 09:00", 5900) });
const quoteOf577 =
  "当事人一方不履行合同义务或者履行合同义务不符合约定的，应当承担继续履行、采取补救措施或者赔偿损失等违约责任。";

describe("[B1–B10] grounds", () => {
  // The facts are the same; without a rule of theirs only the guide's threshold is left, and that is no source to be met by.
  pair("[B1] a ground is a condition with a source: the clause gone, nothing is met any more", {
    base: guide,
    change: (s) => without(s, "clause"),
    of: (s) =>
      assessed(s)
        .grounds.slice(0, 1)
        .map((g) => [g.kind, g.source.type, g.verdict]),
    results: [[["not_started", "clause", "met"]], [["not_started", "guide", "unknown"]]],
  });

  // 下单后24小时内未开始 stands in the text of the page; 下单后48小时 does not.
  pair("[B2] a quote that is not in its exhibit is flagged", {
    base: guide,
    change: (s) => edited(s, "clause", { quote: "下单后48小时内未开始的，可申请全额退款" }),
    of: problems("B2."),
    results: [[], ["B2.quote_not_in_exhibit"]],
  });
  // Typed from memory: the words are the same, and nothing shows them.
  pair("[B2] a clause without its page carries no verdict", {
    base: guide,
    change: (s) => without(s, "rules"),
    of: ofClause,
    results: ["met", "unknown"],
  });

  const renewed = (value: string): Story =>
    withRecords(membership, { notice: { is: "answer", question: "renewal_notice_before", value } });
  // "There was a notice" decides against the ground; not knowing decides nothing, and names the question.
  pair("[B3] not knowing is unknown, never not met", {
    base: renewed("yes"),
    change: (s) => edited(s, "notice", { value: "unknown" }),
    of: (s) => {
      const g = ground(s, "law/auto_renew_no_notice");
      return [g.verdict, g.missing.map((m) => m.args["question"])];
    },
    results: [
      ["not_met", []],
      ["unknown", ["renewal_notice_before"]],
    ],
  });

  // 834 gained. 6064 − 5647 = 417 = exactly 50 %, which is not over 50 %; one more is.
  pair("[B4] over a share means over it", {
    base: dropped(5647),
    change: (s) => edited(s, "rest", { value: 5646 }),
    of: ofClause,
    results: ["not_met", "met"],
  });
  // Nobody asked them: silence is no refusal to explain.
  pair('[B4] no reply is not "no explanation" until they were asked', {
    base: unexplained({}),
    change: (s) => edited(s, "why", { asked: "no" }),
    of: ofClause,
    results: ["met", "unknown"],
  });
  // 5250 is +20 and the line max(2 % of 1000, 10) = 20 is not exceeded; the person sets 1 % instead, so the line is 10.
  pair("[B4] a threshold is a default that the person may change in this case", {
    base: withRecords(edited(guide, "after24h", { value: 5250 }), {
      own: { is: "override", packPath: "defaults.startQuantityRatio", value: 0.02, source: "alice" },
    }),
    change: (s) => edited(s, "own", { value: 0.01 }),
    of: ofClause,
    results: ["met", "not_met"],
  });

  // The regulation is law since 2024-07-01; the two articles of the statute since 2014.
  pair("[B5] provisions apply as they were in force on the day of the order", {
    base: edited(renewed("no"), "order", { orderedAt: instant("2024-06-30 23:59") }),
    change: (s) => edited(s, "order", { orderedAt: instant("2024-07-01 00:00") }),
    of: (s) => {
      const { source, verdict: v } = ground(s, "law/auto_renew_no_notice");
      return source.type === "law" ? [v, ...source.provisions] : [];
    },
    results: [
      ["met", "crpl-26", "crpl-8"],
      ["met", "crpl-reg-10", "crpl-26", "crpl-8"],
    ],
  });

  const citation: CitationInput = { law: "民法典", article: 577, quote: quoteOf577 };
  const judged = (c: CitationInput): readonly unknown[] => {
    const { match, nearest, force } = cite(pack, c);
    return [match, nearest[0]?.id, force];
  };
  // 或者 → 或, once: the words are no longer those of the article, which itself is what was meant.
  pair("[B6] one word left out is not verbatim, and the nearest text is offered", {
    base: citation,
    change: (c) => ({ ...c, quote: quoteOf577.replace("或者", "或") }),
    of: judged,
    results: [
      ["verbatim", undefined, "in-force"],
      ["not_verbatim", "cc-577", "in-force"],
    ],
  });
  // The Civil Code is law since 2021-01-01.
  pair("[B6] an article that was not yet law on the day is said to be so", {
    base: { ...citation, at: instant("2021-01-01 00:00") },
    change: (c) => ({ ...c, at: instant("2020-12-31 23:59") }),
    of: judged,
    results: [
      ["verbatim", undefined, "in-force"],
      ["verbatim", undefined, "not-yet"],
    ],
  });

  // Both met: their own rule goes before the promise. Without its page the clause is open, and met goes before unknown.
  pair("[B7] met before unknown, clause before promise", {
    base: edited(guide, "promise", { startWithinHours: 2 }),
    change: (s) => without(s, "rules"),
    of: (s) =>
      assessed(s)
        .grounds.slice(0, 2)
        .map((g) => `${g.source.type} ${g.verdict}`),
    results: [
      ["clause met", "promise met"],
      ["promise met", "clause unknown"],
    ],
  });

  // Started on 3 May, 47 h after the order: "within 24 hours not started" stays true, "is not started" does not.
  pair("[B8] ever has happened once; still is judged at the newest reading", {
    base: started,
    change: (s) => edited(s, "clause", { condition: { type: "not_started", hours: 24, tense: "still" } }),
    of: ofClause,
    results: ["met", "not_met"],
  });

  // Under eight an act is void (144, 20); from eight on it waits for the guardian (145, 19). 157 is what follows either way.
  pair("[B9] which provision speaks for a minor follows from the age", {
    base: withMe(membership, { payerAge: 7 }),
    change: (s) => withMe(s, { payerAge: 8 }),
    of: (s) => {
      const { source } = ground(s, "law/minor_payment");
      return source.type === "law" ? source.provisions : [];
    },
    results: [
      ["cc-144", "cc-20", "cc-157"],
      ["cc-145", "cc-19", "cc-157"],
    ],
  });
  // Renewal without notice is a ground of memberships; a top-up renews nothing and is not asked.
  pair("[B9] a category has its own grounds and no others", {
    base: renewed("no"),
    change: (s) => withMe(s, { category: "topup" }),
    of: (s) =>
      assessed(s).grounds.flatMap((g) =>
        g.kind === "auto_renew_no_notice" && g.source.type === "law" ? g.source.provisions : [],
      ),
    results: [["crpl-reg-10", "crpl-26", "crpl-8"], []],
  });

  // Ordered on 2024-05-01 at 10:02:31. A page captured on the day before stood there; one of the day after says what they write now.
  pair("[B10] a page captured only after the order leaves its wording at the order open", {
    base: edited(guide, "clause", { shownAtOrder: "unknown", capturedAt: "2024-04-30" }),
    change: (s) => edited(s, "clause", { capturedAt: "2024-05-02" }),
    of: problems("B10."),
    results: [[], ["B10.version"]],
  });
});
