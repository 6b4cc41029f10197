/** Pairs for the clocks (K): each differs in one input and flips the result. */
import { describe } from "vitest";
import { icsOf, icsWords, instant, suggestedHours, type Deadline } from "@recourse/core";
import { hasWord, word } from "@recourse/words";
import { pack } from "../real-case.ts";
import { pair } from "./pair.ts";
import { exhibit, happened, membership } from "./stories.ts";
import { assessed, caseOf, edited, idOf, refOf, withRecords, type Story, type Told } from "./story.ts";

/** A membership in which this happened, looked at late in 2026. */
const after = (events: Readonly<Record<string, Told>>): Story => withRecords(membership, events);
const deadline = (story: Story, rule: string): Deadline | undefined =>
  assessed(story).deadlines.find((d) => d.rule === rule);
const due =
  (rule: string) =>
  (story: Story): string | undefined =>
    deadline(story, rule)?.due;

const known = (on: string): Story => after({ known: happened("infringement.known", on) });
const filed = (channel: string, on: string): Story =>
  after({
    filing: { is: "filing", channel },
    filed: happened("filing.submitted", on, { channel, filing: idOf("filing") }),
  });

describe("[K1–K9] clocks", () => {
  // Three years from 2023-05-03 end on 2026-05-03, a Sunday in the holiday of 1 to 5 May. The Civil Code goes on to the first working day,
  // 6 May. The rule on complaints speaks of statutory holidays, 1 and 2 May, only; the 3rd is none, and ours is the earlier day.
  pair("[K1] the text of a rule's own law decides how its end is rolled", {
    base: { story: known("2023-05-03"), rule: "limitation" },
    change: (x) => ({ ...x, rule: "samr-complaint-limit" }),
    of: ({ story, rule }) => due(rule)(story),
    results: ["2026-05-06", "2026-05-03"],
  });
  // A Friday and seven days is a Friday. A Saturday and seven days is a Saturday; courts rest on weekends: Monday.
  pair("[K1] rest days of a court include weekends", {
    base: filed("small_claims", "2026-11-06"),
    change: (s) => edited(s, "filed", { at: "2026-11-07" }),
    of: due("court-docket"),
    results: ["2026-11-13", "2026-11-16"],
  });

  // Two months from 31 December end on the last of February, the 28th, a Saturday on which work is made up. From 1 January they
  // end on 1 March, a Sunday: Monday, the 2nd.
  pair("[K2] months end on the corresponding day, or on the last of the month", {
    base: after({
      filing: { is: "filing", channel: "small_claims" },
      docketed: happened("filing.accepted", "2025-12-31", { channel: "small_claims", filing: idOf("filing") }),
    }),
    change: (s) => edited(s, "docketed", { at: "2026-01-01" }),
    of: due("small-claims-end"),
    results: ["2026-02-28", "2026-03-02"],
  });

  // The day of a message without its hour may end as late as midnight: their 24 hours run from there, and nobody is late before.
  pair("[K2] where the start is known as a day only, their hours run from its end", {
    base: after({ demand: happened("demand.sent", "2026-11-20 22:30", { channel: "chat", periodHours: 24 }) }),
    change: (s) => edited(s, "demand", { at: "2026-11-20" }),
    of: due("demand-period"),
    results: ["2026-11-21T14:30:00.000Z", "2026-11-21T15:59:59.999Z"],
  });

  // 2026-09-28, not counted: 29, 30 September, then the holiday of 1 to 7 October; 8, 9, Saturday the 10th (made up), 12, 13 October: seven.
  // A Monday without a holiday, 2026-11-02: 3, 4, 5, 6, 9, 10, 11.
  pair("[K3] working days are those of China, with the days on which work is made up", {
    base: filed("samr_complaint", "2026-09-28"),
    change: (s) => edited(s, "filed", { at: "2026-11-02" }),
    of: due("samr-accept"),
    results: ["2026-10-13", "2026-11-11"],
  });
  // The holidays of 2026 are known, those of 2027 are not.
  pair("[K3] past the covered years a due day is provisional", {
    base: known("2023-05-06"),
    change: () => known("2024-05-06"),
    of: (s) => [due("limitation")(s), deadline(s, "limitation")?.provisional],
    results: [
      ["2026-05-06", false],
      ["2027-05-06", true],
    ],
  });

  const running = after({
    known: happened("infringement.known", "2024-03-04"),
    filing: { is: "filing", channel: "samr_complaint" },
    filed: happened("filing.submitted", "2026-11-11", { filing: idOf("filing") }),
  });
  pair("[K4] a clock says whose it is, on what it rests and what comes of it", {
    base: "samr-accept",
    change: () => "limitation",
    of: (rule) => {
      const d = deadline(running, rule);
      return [d?.owner, d?.basis[0], hasWord(d?.consequence ?? "")];
    },
    results: [
      ["authority", "samr-121-15", true],
      ["mine", "cc-188", true],
    ],
  });

  // 22:30 in China is 14:30 UTC. Another hour is the same entry, moved; its title names nobody.
  pair("[K5] a calendar entry is moved, not doubled, and says nothing to a reader", {
    base: after({ demand: happened("demand.sent", "2026-11-20 22:30", { channel: "chat", periodHours: 48 }) }),
    change: (s) => edited(s, "demand", { at: instant("2026-11-20 23:30") }),
    of: (s) => {
      const d = deadline(s, "demand-period");
      const title = d && word(icsWords(d).title, {}, "zh-CN");
      const file = d && title && icsOf([{ deadline: d, title }], { now: instant(s.now), productId: "-//test//EN" });
      const lines = (file ?? "").split("\r\n");
      return [
        lines.filter((l) => l.startsWith("DTSTART")),
        lines.some((l) => l.startsWith(`UID:${idOf("demand")}-`)),
        lines.filter((l) => l.startsWith("SUMMARY")),
      ];
    },
    results: [
      [["DTSTART:20261122T143000Z"], true, ["SUMMARY:看一看有没有答复"]],
      [["DTSTART:20261122T153000Z"], true, ["SUMMARY:看一看有没有答复"]],
    ],
  });

  // Known on 2024-03-04: until 2027-03-04. A demand that arrived on 2026-01-15 begins the three years anew: 2029-01-15. The holidays of
  // those years are not known, and an end of ours is not moved then.
  pair("[K6] a delivered demand begins the limitation anew", {
    base: running,
    change: (s) => withRecords(s, { arrived: happened("demand.delivered", "2026-01-15", { how: "email" }) }),
    of: (s) => [due("limitation")(s), deadline(s, "limitation")?.basis.includes("cc-195")],
    results: [
      ["2027-03-04", false],
      ["2029-01-15", true],
    ],
  });
  // Twenty years after 2007-01-10, whatever was known and demanded since.
  pair("[K6] and never beyond the longest time there is", {
    base: withRecords(running, { arrived: happened("demand.delivered", "2026-01-15", { how: "email" }) }),
    change: (s) => withRecords(s, { began: happened("infringement.happened", "2007-01-10") }),
    of: due("limitation"),
    results: ["2029-01-15", "2027-01-10"],
  });
  pair("[K9] a demand begins the limitation anew, and not the three years of 12315", {
    base: "limitation",
    change: () => "samr-complaint-limit",
    of: (rule) =>
      due(rule)(withRecords(running, { arrived: happened("demand.delivered", "2026-01-15", { how: "email" }) })),
    results: ["2029-01-15", "2027-03-04"],
  });

  const demanded: Story = after({
    page: exhibit("规则.png", "平台规则"),
    clause: {
      is: "clause",
      document: "退款政策",
      article: "第2条",
      quote: "客服在48小时内答复",
      exhibit: idOf("page"),
      ground: "other",
      condition: { type: "refund_clause" },
      shownAtOrder: "yes",
    },
    demand: happened("demand.sent", "2026-11-20 10:00", { channel: "chat", periodHours: 48 }),
  });
  const words = (s: Story) => assessed(s).deadlines.map((d) => [d.rule, d.source, ...d.basis]);
  // The same 48 hours: named by me, or published by them and captured.
  pair("[K7] a period is mine, or theirs as captured, and says which", {
    base: demanded,
    change: (s) => edited(s, "demand", { data: { channel: "chat", periodHours: 48, clause: idOf("clause") } }),
    of: words,
    results: [[["demand-period", "person", "person"]], [["published-period", "captured", refOf("clause", "clause")]]],
  });
  pair("[K7] a period counts against them only if the message named it", {
    base: demanded,
    change: (s) => edited(s, "demand", { data: { channel: "chat" } }),
    of: (s) => [words(s).length, assessed(s).turn],
    results: [
      // 20 November 10:00 and 48 hours are over on the 22nd at 10:00; it is 12:00.
      [1, "mine"],
      [0, "theirs"],
    ],
  });

  // A follow-up in a talk: a day. What is formal: seven days, which is what "a reasonable period" is given here.
  pair("[K8] proposed are 24 hours for a reminder in a chat and seven days for a demand", {
    base: "reminder1",
    change: () => "demand",
    of: (letter) => suggestedHours(caseOf(membership), pack, { letter }),
    results: [24, 168],
  });
  // 22:30 in China is 14:30 UTC.
  pair("[K8] hours end at the hour: 24 of them on the next evening, 168 a week later", {
    base: after({ demand: happened("demand.sent", "2026-11-20 22:30", { channel: "chat", periodHours: 24 }) }),
    change: (s) => edited(s, "demand", { data: { channel: "chat", periodHours: 168 } }),
    of: (s) => [due("demand-period")(s), deadline(s, "demand-period")?.passed],
    results: [
      ["2026-11-21T14:30:00.000Z", true],
      ["2026-11-27T14:30:00.000Z", false],
    ],
  });
});
