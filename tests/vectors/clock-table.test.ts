/**
 * Clocks over the rules of the pack as it ships: by themselves (the rows) and from the events of a case. Every end is counted by hand.
 */
import { describe, expect, it, test } from "vitest";
import { civil, instant, ruleClockOf, type RuleClock, type When } from "@recourse/core";
import { byRule, told, type Told } from "./told-case.ts";
import { days, months, workingDays, years, type Row } from "./clock-rows.ts";
import { pack } from "./real-case.ts";

const when = (text: string): When => (text.includes(":") ? instant(text) : civil(text));
function clock(rule: string, from: string): RuleClock {
  const found = ruleClockOf(pack, rule, when(from));
  if (!found.ok) throw new Error(`${rule} ${from}: ${found.error.kind}`);
  return found.value;
}

const all: readonly Row[] = [...workingDays, ...days, ...months, ...years];
const groups = { "[K3] working days": workingDays, "[K2] days": days, "[K2] months": months, "[K2] years": years };

for (const [name, rows] of Object.entries(groups))
  describe(name, () => {
    for (const [rule, from, due, latest] of rows)
      it(`[K1] ${rule} from ${from} → ${due}${latest === undefined ? "" : `, ${latest} at the latest`}`, () => {
        const found = clock(rule, from);
        expect([found.provisional ? `~${found.due}` : found.due, found.latest]).toEqual([due, latest]);
      });
  });

test("[K1] every rule of the pack that counts stands in the table, and there are more than sixty rows", () => {
  const counting = pack.rules.filter((r) => r.amount !== null).map((r) => r.id);
  const inTable = new Set(all.map(([rule]) => rule));
  expect(counting.filter((id) => !inTable.has(id))).toEqual([]);
  expect(all.length).toBeGreaterThan(60);
  expect(new Set(all.map(([rule, from]) => `${rule} ${from}`)).size).toBe(all.length);
});

describe("[K1] what a rule says of itself", () => {
  it("[K4] owner, basis and what happens after", () => {
    expect(clock("samr-accept", "2026-09-28")).toMatchObject({
      owner: "authority",
      basis: ["samr-121-15", "crpl-reg-46", "crpl-46"],
      consequence: "consequence.samr-accept",
      indicative: false,
    });
    expect(clock("limitation", "2023-05-03")).toMatchObject({ owner: "mine", basis: ["cc-188"] });
    expect(clock("small-claims-evidence", "2026-03-10").indicative).toBe(true);
  });

  it("[L5] only what was law on the day is named", () => {
    // Order 121 since 15 April 2026, the Regulations since 1 July 2024, the old measures until 14 April 2026.
    expect(clock("samr-accept", "2026-04-14").basis).toEqual(["crpl-reg-46", "crpl-46", "samr-20-old-14"]);
    expect(clock("samr-accept", "2026-04-15").basis).toEqual(["samr-121-15", "crpl-reg-46", "crpl-46"]);
    expect(clock("samr-accept", "2024-06-30").basis).toEqual(["crpl-46", "samr-20-old-14"]);
  });

  it("[L5] a rule speaks only of days on which it stands", () => {
    const refusal = (rule: string, from: string): unknown => {
      const found = ruleClockOf(pack, rule, when(from));
      return found.ok ? found.value.due : found.error;
    };
    expect(refusal("samr-mediation-old", "2026-04-15")).toEqual({
      kind: "not_in_force",
      rule: "samr-mediation-old",
      on: "2026-04-15",
      until: "2026-04-14",
    });
    expect(refusal("samr-mediation", "2024-06-30")).toEqual({
      kind: "not_in_force",
      rule: "samr-mediation",
      on: "2024-06-30",
      from: "2024-07-01",
    });
    // Seven days after 1 May 2025: Thu 8 May.
    expect([refusal("prepaid-7d", "2025-05-01"), refusal("prepaid-7d", "2025-04-30")]).toMatchObject([
      "2025-05-08",
      { kind: "not_in_force" },
    ]);
  });

  it("[K8] where the law names no number, the person does", () => {
    expect(ruleClockOf(pack, "demand-period", when("2026-11-22"))).toEqual({
      ok: false,
      error: { kind: "user_chosen", rule: "demand-period", suggestHours: [24, 72, 168] },
    });
    expect(ruleClockOf(pack, "court-period", when("2026-11-22"))).toMatchObject({ error: { kind: "user_chosen" } });
    expect(ruleClockOf(pack, "no-such-rule", when("2026-11-22"))).toEqual({
      ok: false,
      error: { kind: "unknown_rule", rule: "no-such-rule" },
    });
  });
});

describe("[K1] from events of a case", () => {
  /** Due day or moment of a rule at 22 November 2026, 23:00. */
  const due = (rule: string, ...events: readonly Told[]): unknown => byRule(told(...events), rule)?.due;

  it("[K8] hours run from the moment, over midnight, month and year, whatever Europe does with its clocks", () => {
    const sent = (at: string, periodHours: number): unknown =>
      due("demand-period", ["demand.sent", at, { channel: "chat", periodHours }]);
    // A day of 24 hours: 22:30 to 22:30.
    expect(sent("2026-11-22 22:30", 24)).toBe(instant("2026-11-23 22:30"));
    // Midnight to midnight.
    expect(sent("2026-11-22 00:00", 24)).toBe(instant("2026-11-23 00:00"));
    // 28 Feb 2024 has a 29th after it.
    expect(sent("2024-02-28 23:30", 24)).toBe(instant("2024-02-29 23:30"));
    // 30 days of 24 hours from 1 Feb 2026: 28 days to 1 Mar, two more to the 3rd.
    expect(sent("2026-02-01 08:00", 720)).toBe(instant("2026-03-03 08:00"));
    // Clocks elsewhere jump on 29 Mar and 25 Oct 2026; here 12:00 stays 12:00.
    expect(sent("2026-03-28 12:00", 24)).toBe(instant("2026-03-29 12:00"));
    expect(sent("2026-10-24 12:00", 24)).toBe(instant("2026-10-25 12:00"));
    // Seven days from Fri 20 Nov 09:15.
    expect(sent("2026-11-20 09:15", 168)).toBe(instant("2026-11-27 09:15"));
  });

  it("[K2] where only the day is known, theirs runs from its end", () => {
    // The 21st ends at 24:00; 24 hours later the 22nd ends. One millisecond is left before midnight, which is 16:00 UTC.
    expect(due("demand-period", ["demand.sent", "2026-11-21", { periodHours: 24 }])).toBe("2026-11-22T15:59:59.999Z");
  });

  it("[K9] fraud known on 2025-11-24: 2026-11-24, whatever three letters said since; the three years of 12315 neither", () => {
    const letters = ["2026-01-10", "2026-05-10", "2026-09-10"].map((day) => ["demand.delivered", day] as const);
    // One year: Tue 24 Nov 2026.
    expect(due("rescind-fraud", ["fraud.known", "2025-11-24"])).toBe("2026-11-24");
    expect(due("rescind-fraud", ["fraud.known", "2025-11-24"], ...letters)).toBe("2026-11-24");
    // Three years: 24 Nov 2028, a Friday; limitation is counted from the last letter: 10 Sep 2029, a Monday.
    expect(due("samr-complaint-limit", ["infringement.known", "2025-11-24"], ...letters)).toBe("2028-11-24");
    expect(due("limitation", ["infringement.known", "2025-11-24"], ...letters)).toBe("2029-09-10");
  });

  it("[K6] limitation starts anew from what was delivered, not from what was sent", () => {
    const known = ["infringement.known", "2022-03-01"] as const;
    // Three years: Sat 1 Mar 2025, so Mon 3 Mar.
    expect(due("limitation", known)).toBe("2025-03-03");
    expect(due("limitation", known, ["demand.sent", "2023-01-09"])).toBe("2025-03-03");
    // From 10 Jan 2023: Sat 10 Jan 2026, not worked, so Mon 12 Jan.
    expect(due("limitation", known, ["demand.delivered", "2023-01-10"])).toBe("2026-01-12");
    // They agreed on 5 Jun 2023: Fri 5 Jun 2026. A refusal starts nothing.
    expect(due("limitation", known, ["reply.received", "2023-06-05", { as: "agreed" }])).toBe("2026-06-05");
    expect(due("limitation", known, ["reply.received", "2023-06-05", { as: "refused" }])).toBe("2025-03-03");
    // A claim on 8 Jul 2024: Thu 8 Jul 2027.
    expect(due("limitation", known, ["filing.submitted", "2024-07-08", { channel: "small_claims" }])).toBe(
      "2027-07-08",
    );
    // On its last day, 3 Mar 2025, a demand still comes in time: Fri 3 Mar 2028. A day later it does not.
    expect(due("limitation", known, ["demand.delivered", "2025-03-03"])).toBe("2028-03-03");
    expect(due("limitation", known, ["demand.delivered", "2025-03-04"])).toBe("2025-03-03");
  });

  it("[K6] the longstop is shown, and is the end where it comes first", () => {
    const known = ["infringement.known", "2024-05-06"] as const;
    // Twenty years after Mon 9 Oct 2006: Fri 9 Oct 2026. Three years after it was known: Thu 6 May 2027.
    const of = told(["infringement.happened", "2006-10-09"], known);
    expect(byRule(of, "limitation")).toMatchObject({ due: "2026-10-09", longstop: "2026-10-09", provisional: false });
    // Happened in 2007: Mon 11 Oct 2027 is later than the three years.
    expect(byRule(told(["infringement.happened", "2007-10-11"], known), "limitation")).toMatchObject({
      due: "2027-05-06",
      longstop: "2027-10-11",
    });
    // The right to rescind ends five years after the order of 1 May 2024: Tue 1 May 2029; the one year is over before: Tue 24 Nov 2026.
    expect(byRule(told(["fraud.known", "2025-11-24"]), "rescind-fraud")).toMatchObject({
      due: "2026-11-24",
      longstop: "2029-05-01",
    });
  });

  it("[K2] testing is not counted in: its first and last day and what lies between", () => {
    const accepted = ["filing.accepted", "2026-06-01", { channel: "samr_complaint" }] as const;
    const appraisal = (type: string, day: string) => [`appraisal.${type}`, day, { channel: "samr_complaint" }] as const;
    // 2–30 Jun = 29, 1–31 Jul = 60: Fri 31 Jul. 10–19 Jun are ten days: Mon 10 Aug.
    expect(due("samr-mediation", accepted)).toBe("2026-07-31");
    expect(due("samr-mediation", accepted, appraisal("started", "2026-06-10"), appraisal("ended", "2026-06-19"))).toBe(
      "2026-08-10",
    );
    // One day less: Sun 9 Aug; the authority's, so Mon 10 Aug. Two less: Sat 8, so Mon 10. Three less: Fri 7 Aug.
    expect(due("samr-mediation", accepted, appraisal("started", "2026-06-10"), appraisal("ended", "2026-06-16"))).toBe(
      "2026-08-07",
    );
    // It began on the 17th, after the end of 31 July: too late to matter.
    expect(due("samr-mediation", accepted, appraisal("started", "2026-08-17"), appraisal("ended", "2026-08-19"))).toBe(
      "2026-07-31",
    );
  });

  it("[K2] accepted while both periods stood: nobody is late before the later one", () => {
    // 60 days from 2 Mar 2026: 3–31 Mar = 29, Apr = 59, 1 May = 60, in the holiday: Wed 6 May. 45 working days: Fri 8 May (table).
    const of = told(["filing.accepted", "2026-03-02", { channel: "samr_complaint" }]);
    expect(byRule(of, "samr-mediation", "2026-05-07 12:00")).toMatchObject({
      due: "2026-05-06",
      latest: "2026-05-08",
      passed: false,
    });
    expect(byRule(of, "samr-mediation", "2026-05-09 00:00")?.passed).toBe(true);
  });

  it("[K2] which procedure a court takes is not known: nobody is late before the longer one has ended at its latest", () => {
    const of = told(["filing.accepted", "2025-12-31", { channel: "small_claims" }]);
    // Small claims: two months and one more, 31 Mar. Summary: 31 Mar (Tue) and one more: no 31 Apr, Thu 30 Apr.
    expect(byRule(of, "small-claims-end", "2026-04-30 23:00")).toMatchObject({
      due: "2026-02-28",
      latest: "2026-04-30",
      passed: false,
    });
    expect(byRule(of, "summary-end", "2026-04-30 23:00")).toMatchObject({ due: "2026-03-31", latest: "2026-04-30" });
    expect(byRule(of, "small-claims-end", "2026-05-01 00:00")?.passed).toBe(true);
  });

  it("[K1] the only date that is typed is a court’s; without one the usual seven days, which bind nobody", () => {
    // 11–17 Nov = 7: a Tuesday.
    const of = told(["court.sets_period", "2026-11-10"]);
    expect(byRule(of, "small-claims-evidence")).toMatchObject({ due: "2026-11-17", counts: false, owner: "mine" });
    const typed = told(["court.sets_period", "2026-11-10", { due: "2026-12-18" }]);
    expect(byRule(typed, "court-period")).toMatchObject({ due: "2026-12-18", counts: true, basis: ["cpl-85"] });
    expect(byRule(typed, "small-claims-evidence")).toBeUndefined();
  });

  it("[A5] an entry that is not open is looked at again after seven days; weekends do not matter", () => {
    // 15–21 Nov = 7: Sat 21 Nov.
    expect(due("entry-check", ["entry.unavailable", "2026-11-14"])).toBe("2026-11-21");
  });
});
