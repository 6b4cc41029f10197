/** Pairs for the measurements (M): each differs in one input and flips the result. */
import { describe } from "vitest";
import { instant } from "@recourse/core";
import { letterRenderer } from "@recourse/words";
import { pair } from "./pair.ts";
import { CLAUSE_GROUND, exhibit, guide, membership, reading } from "./stories.ts";
import { edited, ground, idOf, withRecords, without, type Story } from "./story.ts";

const verdict = (story: Story) => ground(story, CLAUSE_GROUND).verdict;
const said = (story: Story) =>
  ground(story, CLAUSE_GROUND)
    .because.map((m) => letterRenderer(m.code, m.args, "zh-CN"))
    .join(" ");
const gaps = (story: Story) => ground(story, CLAUSE_GROUND).missing.map((m) => m.code);

/** Two readings before the order, an hour apart, and 5230 after 24 hours to the second. */
const growing = (second: number): Story =>
  withRecords(guide, {
    before: reading("2024-05-01 08:02:31", 5000),
    second: reading("2024-05-01 09:02:31", second),
    after24h: reading("2024-05-02 10:02:31", 5230),
  });

const hourly = (at07: number): Story =>
  withRecords(guide, {
    before: reading("2024-05-01 06:00", 5230),
    at07: reading("2024-05-01 07:00", at07),
    at08: reading("2024-05-01 08:00", 5231),
    at09: reading("2024-05-01 09:00", 5231),
    after24h: reading("2024-05-02 10:02:31", 5251),
  });

const progress = (value: number): Story =>
  edited(withRecords(guide, { after72h: reading("2024-05-04 10:02:31", value) }), "clause", {
    ground: "under_delivered",
    condition: { type: "progress_below", ratio: 0.5, withinHours: 72 },
  });

const peaked = (peak: number): Story =>
  edited(
    withRecords(guide, { peak: reading("2024-05-03 10:00", peak), rest: reading("2024-05-04 10:00", 5250) }),
    "clause",
    {
      ground: "post_delivery_loss",
      condition: { type: "drop_over", ratio: 0.3, withinHours: 24, denominator: "gain" },
    },
  );

/** Neither avatar nor posts: two flags each, so all are suspicious. Registered a year apart: no burst. */
const accounts = (n: number): readonly unknown[] =>
  Array.from({ length: n }, (_, i) => [0, 0, 100, 100, `${1960 + i}-05-01`, ""]);
const sampled: Story = edited(
  withRecords(guide, {
    list: exhibit("粉丝列表.csv", "粉丝列表"),
    sample: { is: "sample", exhibit: idOf("list"), rule: "最新的账号", rows: accounts(50) },
  }),
  "clause",
  { ground: "quality_below_standard", condition: { type: "suspicious_over", ratio: 0.5 } },
);

const attempt = (at: string, medium: string) =>
  ({
    is: "attempt",
    at: instant(at),
    medium,
    reached: false,
    ownNetworkWorked: "yes",
    exhibit: idOf("screen"),
  }) as const;
const silent: Story = withRecords(membership, {
  screen: exhibit("无法访问.png", "无法访问"),
  first: attempt("2026-11-10 09:00", "chat"),
  second: attempt("2026-11-11 09:00", "phone"),
  third: attempt("2026-11-12 09:00", "email"),
});
const unreachable = (story: Story) => ground(story, "law/platform_unreachable").verdict;

describe("[M1–M7] measurements", () => {
  // +10 an hour by itself: baseline 5005, line 24 × 10 + 20 = 260, growth 225: not started.
  // +8 an hour: baseline 5004, line 24 × 8 + 20 = 212, growth 226: started.
  pair("[M1] what an account grows by itself is no delivery", {
    base: growing(5010),
    change: (s) => edited(s, "second", { value: 5008 }),
    of: verdict,
    results: ["met", "not_met"],
  });
  // 5230, 5231, 5231, 5231: the median is 5231, 5251 is +20, not above the line of 20. With 5230 twice it is 5230.5, and that counts as
  // 5230: +21. Hour by hour most differences are 0 in both, so nothing grows by itself.
  pair("[M1] the baseline is the median of the last readings, rounded against us", {
    base: hourly(5231),
    change: (s) => edited(s, "at07", { value: 5230 }),
    of: verdict,
    results: ["met", "not_met"],
  });

  // 2 % of 1000 = 20, more than 10 and than 3σ = 0. 5250 − 5230 = 20 is not above it.
  pair("[M2] growth of 20 is no start, of 21 is", {
    base: edited(guide, "after24h", { value: 5250 }),
    change: (s) => edited(s, "after24h", { value: 5251 }),
    of: verdict,
    results: ["met", "not_met"],
  });
  // 10:02 to 10:02 the next day = 24 h 0 min. Growth of 0 needs no word; growth of 3 is said with the line it stayed under.
  pair("[M2] until when it had not started, with the small growth that there was", {
    base: edited(guide, "after24h", { value: 5230 }),
    change: (s) => edited(s, "after24h", { value: 5233 }),
    of: (s) => {
      const codes = ground(s, CLAUSE_GROUND).because.map((m) => m.code);
      return [/24\s*小时/.test(said(s)), codes.includes("M2.small_growth"), /增加\s*3\D.*20/.test(said(s))];
    },
    results: [
      [true, false, false],
      [true, true, true],
    ],
  });

  // Half of 1000 is 500. 72 h after the order to the second: 5729 is +499, 5730 is +500.
  pair("[M3] progress is what has been gained of what was promised", {
    base: progress(5729),
    change: (s) => edited(s, "after72h", { value: 5730 }),
    of: verdict,
    results: ["met", "not_met"],
  });
  // The promise names no time to finish by either.
  pair("[M3] without a time to finish by it is unknown", {
    base: progress(5729),
    change: (s) => edited(s, "clause", { condition: { type: "progress_below", ratio: 0.5 } }),
    of: (s) => [verdict(s), gaps(s)],
    results: [
      ["met", []],
      ["unknown", ["missing.promised_finish"]],
    ],
  });

  // 5 % of 1000 = 50. 5280 is a gain of 50, of which 30 = 60 % were lost; 5279 is a gain of 49: ordinary coming and going.
  pair("[M4] a loss counts after a gain of 5 % of the quantity", {
    base: peaked(5280),
    change: (s) => edited(s, "peak", { value: 5279 }),
    of: verdict,
    results: ["met", "not_met"],
  });
  // 24 hours apart to the minute; a minute more, and whether it was within 24 hours nobody has seen.
  pair("[M4] two readings at most 24 hours apart", {
    base: peaked(5280),
    change: (s) => edited(s, "rest", { at: instant("2024-05-04 10:01") }),
    of: (s) => [verdict(s), gaps(s)],
    results: [
      ["met", []],
      ["unknown", ["missing.reading_between"]],
    ],
  });
  // 500 gained, 200 lost = 40 % of the gain, but 200 of 5730 = 3 % of the total. Which of the two is meant is not written.
  pair("[M4] both shares are taken; a clause that does not say of what is unknown where they disagree", {
    base: edited(edited(peaked(5730), "rest", { value: 5530 }), "clause", {
      condition: { type: "drop_over", ratio: 0.3, withinHours: 24, denominator: "gain" },
    }),
    change: (s) =>
      edited(s, "clause", {
        condition: { type: "drop_over", ratio: 0.3, withinHours: 24, denominator: "unspecified" },
      }),
    of: (s) => [verdict(s), gaps(s)],
    results: [
      ["met", []],
      ["unknown", ["missing.denominator"]],
    ],
  });

  const watched: Story = withRecords(guide, { later: reading("2024-05-03 09:00", 5900) });
  // 24 h end on 05-02 at 10:02:31. A reading in that second shows that it had not started; one a second earlier leaves it open until 05-03.
  pair("[M5] a moment between the last reading without and the first with is unknown, and the stretch is named", {
    base: watched,
    change: (s) => edited(s, "after24h", { at: instant("2024-05-02 10:02:30") }),
    of: (s) => [verdict(s), gaps(s)],
    results: [
      ["met", []],
      ["unknown", ["missing.reading_between"]],
    ],
  });
  // Nobody looked after the order: the last reading is the one before it.
  pair("[M5] without a reading at or after the moment it is unknown", {
    base: guide,
    change: (s) => without(s, "after24h"),
    of: (s) => [verdict(s), gaps(s)],
    results: [
      ["met", []],
      ["unknown", ["missing.reading_after"]],
    ],
  });

  // 50 of 50: Wilson 95 % from 50 / (50 + 3.8415) = 0.929 up, over one half. 49 accounts are fewer than 50.
  pair("[M6] fewer than 50 accounts leave it unknown", {
    base: sampled,
    change: (s) => edited(s, "sample", { rows: accounts(49) }),
    of: verdict,
    results: ["met", "unknown"],
  });
  pair("[M6] a sample whose rule is not stated leaves it unknown", {
    base: sampled,
    change: (s) => edited(s, "sample", { rule: "" }),
    of: (s) => [verdict(s), gaps(s)],
    results: [
      ["met", []],
      ["unknown", ["missing.sample_rule"]],
    ],
  });

  // Three attempts by three media on three dates: 48 h to the minute; a minute less is not over 48 hours.
  pair("[M7] three attempts over 48 hours; 47 hours 59 minutes are not enough", {
    base: silent,
    change: (s) => edited(s, "third", { at: instant("2026-11-12 08:59") }),
    of: unreachable,
    results: ["met", "unknown"],
  });
  // The own network was down: the attempt could not have worked.
  pair("[M7] an attempt counts only while the own network works", {
    base: silent,
    change: (s) => edited(s, "third", { ownNetworkWorked: "no" }),
    of: unreachable,
    results: ["met", "unknown"],
  });
});
