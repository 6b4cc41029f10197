import { describe, expect, it } from "vitest";
import type { Change } from "../case/change.ts";
import type { Deadline } from "../assess/assessment.ts";
import {
  clockPack,
  eventRef,
  FILING,
  filing,
  happened,
  judged,
  OTHER_FILING,
  retracted,
  when,
} from "../fixtures/clock-case.fixture.ts";
import { ORDER, put, testId } from "../fixtures/measured-case.fixture.ts";
import { instant } from "../time.ts";
import { ruleClockOf } from "./rule-clock.ts";

const NOW = "2026-11-22 12:00";
const find = (rule: string, ...changes: readonly Change[]): Deadline | undefined =>
  judged(NOW, ...changes).deadlines.find((d) => d.rule === rule);
const due = (rule: string, ...changes: readonly Change[]): string | undefined => find(rule, ...changes)?.due;

const known = happened(1, "infringement.known", "2023-11-16");
// 2023-11-16 + 3 years = Mon 16 Nov 2026. From Mon 20 Nov 2023: Fri 20 Nov 2026. From 4 Sep 2024: 4 Sep 2027, a Saturday, of ours not moved.

describe("[K6] limitation", () => {
  it("[K6] a demand that arrived starts it anew, one that was sent does not; the same entry stays", () => {
    expect(find("limitation", known)).toMatchObject({
      id: `limitation/${testId(501)}`,
      due: "2026-11-16",
      basis: ["cc-188"],
    });
    expect(due("limitation", known, happened(2, "demand.sent", "2023-11-20"))).toBe("2026-11-16");
    expect(find("limitation", known, happened(2, "demand.delivered", "2023-11-20"))).toMatchObject({
      id: `limitation/${testId(501)}`,
      event: eventRef(1),
      due: "2026-11-20",
      restartedBy: eventRef(2),
      basis: ["cc-188", "cc-195"],
    });
  });
  it("[K6] each does: the last one counts", () => {
    expect(
      find(
        "limitation",
        known,
        happened(2, "demand.delivered", "2023-11-20"),
        happened(3, "demand.delivered", "2024-09-04"),
      ),
    ).toMatchObject({ due: "2027-09-04", restartedBy: eventRef(3), provisional: true });
  });
  it("[K6] their yes does, as a reply or as a stated fact; their no does not", () => {
    const reply = (as: string): Change => happened(2, "reply.received", "2023-11-20", { as });
    expect(due("limitation", known, reply("agreed"))).toBe("2026-11-20");
    expect(due("limitation", known, happened(2, "debtor.agreed", "2023-11-20"))).toBe("2026-11-20");
    expect(due("limitation", known, reply("refused"))).toBe("2026-11-16");
  });
  it("[K6] what came before it was known, or after it was over, starts nothing", () => {
    expect(due("limitation", known, happened(2, "demand.delivered", "2023-11-09"))).toBe("2026-11-16");
    expect(due("limitation", known, happened(2, "demand.delivered", "2026-11-16"))).toBe("2029-11-16");
    expect(due("limitation", known, happened(2, "demand.delivered", "2026-11-17"))).toBe("2026-11-16");
  });
  it("[K6] the longstop is the end where it is the earlier", () => {
    // Wed 18 Oct 2006 + 20 years = Sun 18 Oct 2026, so Mon 19 Oct. From 2007: 18 Oct 2027, later than the 16 Nov 2026.
    expect(find("limitation", known, happened(2, "infringement.happened", "2006-10-18"))).toMatchObject({
      due: "2026-10-19",
      longstop: "2026-10-19",
    });
    expect(find("limitation", known, happened(2, "infringement.happened", "2007-10-18"))).toMatchObject({
      due: "2026-11-16",
      longstop: "2027-10-18",
    });
  });
  it("[K6] a delivery taken back starts nothing", () => {
    const delivered = happened(2, "demand.delivered", "2023-11-20");
    expect(due("limitation", known, delivered, retracted(3, 2, "2026-11-21 10:00"))).toBe("2026-11-16");
  });
});

describe("[K9] rights that nothing makes longer", () => {
  it("[K9] a rule that says so is neither restarted nor extended, even where its data name a restart", () => {
    // 2025-11-24 + 1 year = Tue 24 Nov 2026.
    const fraud = happened(1, "fraud.known", "2025-11-24");
    expect(find("rescind", fraud, happened(2, "demand.delivered", "2026-01-10"))).toMatchObject({ due: "2026-11-24" });
    expect(find("rescind", fraud)).not.toHaveProperty("latest");
    expect(find("rescind", fraud, happened(2, "demand.delivered", "2026-01-10"))).not.toHaveProperty("restartedBy");
  });
});

describe("[K2] clocks of others", () => {
  const docketed = happened(1, "filing.accepted", "2026-08-20", { channel: "small_claims" });
  it("[K2] a longer end is shown, and nobody is late before it", () => {
    // 20 Aug + 2 months = Tue 20 Oct; three months = Fri 20 Nov 2026.
    expect(find("judgment", docketed)).toMatchObject({ due: "2026-10-20", latest: "2026-11-20", passed: true });
    expect(judged("2026-11-20 23:00", docketed).deadlines.find((d) => d.rule === "judgment")?.passed).toBe(false);
  });

  const accepted = happened(1, "filing.accepted", "2026-03-02", { channel: "samr_complaint", filing: FILING });
  const test = (n: number, type: string, day: string, of = FILING): Change =>
    happened(n, `appraisal.${type}`, day, { filing: of });
  it("[K2] days of testing are not counted in, those of another filing are", () => {
    // 3–31 Mar = 29, Apr = 59, 1 May = 60: in the holiday of 1–5 May, so Wed 6 May. 10–14 Mar are five days: 6 May, the same end;
    // 10–20 Mar are eleven: 12 May, a Tuesday.
    expect(due("mediate", accepted)).toBe("2026-05-06");
    expect(due("mediate", accepted, test(2, "started", "2026-03-10"), test(3, "ended", "2026-03-14"))).toBe(
      "2026-05-06",
    );
    expect(due("mediate", accepted, test(2, "started", "2026-03-10"), test(3, "ended", "2026-03-20"))).toBe(
      "2026-05-12",
    );
    const elsewhere = [test(2, "started", "2026-03-10", OTHER_FILING), test(3, "ended", "2026-03-20", OTHER_FILING)];
    expect(due("mediate", accepted, ...elsewhere)).toBe("2026-05-06");
  });
  it("[K2] two testings that meet are counted once; days before the start are not made up for", () => {
    const both = [
      test(2, "started", "2026-03-10"),
      test(3, "ended", "2026-03-20"),
      test(4, "started", "2026-03-20"),
      test(5, "ended", "2026-03-21"),
    ];
    // 10–20 and 20–21 Mar are together 10–21 Mar, twelve days: 1 May + 12 = Wed 13 May.
    expect(due("mediate", accepted, ...both)).toBe("2026-05-13");
    // Of 27 Feb–10 Mar only 3–10 Mar would have been counted, eight days: 9 May, a Saturday that is worked.
    expect(due("mediate", accepted, test(2, "started", "2026-02-27"), test(3, "ended", "2026-03-10"))).toBe(
      "2026-05-09",
    );
  });
  it("[K2] while it lasts the clock stands still and moves with the day", () => {
    const running = [accepted, test(2, "started", "2026-04-20")];
    const at = (now: string): Deadline | undefined =>
      judged(now, ...running).deadlines.find((d) => d.rule === "mediate");
    // 1 May + 20–30 Apr (11 days) = Tue 12 May; + 20 Apr–1 Jun (11 + 31 + 1 = 43 days) = Sat 13 Jun, so Mon 15.
    expect(at("2026-04-30 12:00")).toMatchObject({ due: "2026-05-12", paused: true, passed: false });
    expect(at("2026-06-01 12:00")).toMatchObject({ due: "2026-06-15", paused: true, passed: false });
    expect(judged("2026-06-01 12:00", ...running).staleAt).toBe("2026-06-01T16:00:00.000Z");
    expect(find("mediate", ...running, test(3, "ended", "2026-04-20"))).not.toHaveProperty("paused");
  });
});

describe("[X12] one matter, one clock", () => {
  const submitted = happened(1, "filing.submitted", "2026-11-09", { channel: "samr_complaint", filing: FILING });
  it("[X12] the channel decides which clock a filing starts", () => {
    // 10–13 Nov = 4, 16, 17, 18 = 7.
    expect(find("accept", filing(), submitted)).toMatchObject({
      due: "2026-11-18",
      filing: FILING,
      source: "law",
      counts: true,
    });
    expect(
      find("accept", happened(1, "filing.submitted", "2026-11-09", { channel: "payment_dispute" })),
    ).toBeUndefined();
  });
  it("[K1] it is over once it was answered, and runs again when handed in again", () => {
    const refused = happened(2, "filing.refused", "2026-11-12", { channel: "samr_complaint", filing: FILING });
    const again = happened(3, "filing.submitted", "2026-11-12", { channel: "samr_complaint", filing: FILING });
    expect(find("accept", submitted, refused)).toBeUndefined();
    // On the same day, recorded after the refusal: 13 = 1, 16–20 = 6, 23 = 7.
    expect(due("accept", submitted, refused, again)).toBe("2026-11-23");
    expect(
      find(
        "accept",
        submitted,
        happened(2, "filing.refused", "2026-11-12", { channel: "samr_complaint", filing: OTHER_FILING }),
      ),
    ).toBeDefined();
  });
  it("[K2] told twice, the later end counts against those who decide", () => {
    // Arrived on the 11th as the person learned: 12, 13 = 2, 16–20 = 7.
    const arrived = happened(2, "complaint.received_by_regulator", "2026-11-11", { filing: FILING });
    expect(judged(NOW, submitted, arrived).deadlines.filter((d) => d.rule === "accept")).toMatchObject([
      { id: `accept/${testId(501)}`, due: "2026-11-20" },
    ]);
  });
  it("[K1] money back or a settlement ends what was only ours to claim; opening the case again brings it back", () => {
    const closed = (outcome: string): Change => happened(2, "case.closed", "2026-11-20", { outcome });
    expect(find("limitation", known, closed("refunded"))).toBeUndefined();
    expect(find("limitation", known, closed("stopped"))).toBeDefined();
    expect(find("limitation", known, closed("refunded"), happened(3, "case.reopened", "2026-11-21"))).toBeDefined();
  });
  it("[K1] what the person ticked as done is no deadline, until the tick is taken back", () => {
    const met = happened(2, "deadline.met", "2026-11-20", { deadline: `limitation/${testId(501)}` });
    expect(find("limitation", known, met)).toBeUndefined();
    expect(find("limitation", known, met, retracted(3, 2, "2026-11-21 10:00"))).toBeDefined();
  });
});

describe("[K1] records that start clocks", () => {
  const paid = (more: Readonly<Record<string, unknown>>): Change =>
    put("payment", testId(60), {
      provider: "alipay",
      transaction: "T1",
      payee: "某某网络科技工作室",
      amountFen: 10_000,
      paidAt: instant("2024-05-01 10:02:31"),
      order: ORDER,
      ...more,
    });
  it("[K1] a payment of an order does, one that belongs to none or is still to come does not", () => {
    expect(find("kept", paid({}))).toMatchObject({
      due: "2027-05-01",
      owner: "record",
      event: `payment/${testId(60)}`,
      counts: false,
      provisional: false,
    });
    expect(find("kept", paid({ order: undefined }))).toBeUndefined();
    expect(find("kept", paid({ paidAt: instant("2026-11-22 12:01") }))).toBeUndefined();
    expect(judged("2026-11-22 12:01", paid({ paidAt: instant("2026-11-22 12:01") })).deadlines).toHaveLength(1);
  });
});

describe("[K9] ours is never made longer", () => {
  it("[K9] an extension has a latest end for others, none for us", () => {
    const clockOf = (kind: string) => {
      const rules = [
        {
          id: "r",
          event: "e",
          amount: 10,
          unit: "calendar-day" as const,
          kind,
          basis: ["ecl-1"],
          label_zh: "r",
          label_en: "r",
          extension: 5,
        },
      ];
      return ruleClockOf({ ...clockPack, rules }, "r", when("2026-11-02"));
    };
    // 3–12 Nov = 10; 3–17 Nov = 15.
    expect(clockOf("authority-must-by")).toMatchObject({ value: { due: "2026-11-12", latest: "2026-11-17" } });
    const ours = clockOf("user-must-by");
    expect(ours).toMatchObject({ value: { due: "2026-11-12" } });
    expect(ours.ok && ours.value.latest).toBeUndefined();
  });
});
