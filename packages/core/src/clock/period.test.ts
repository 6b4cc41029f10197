import { describe, expect, it } from "vitest";
import { calendar2026 } from "../fixtures/calendar.fixture.ts";
import { civil, instant, type When } from "../time.ts";
import { dueOf, ownerOf, scopeOf, type Period } from "./period.ts";

const due = (start: When, period: Partial<Period>): string =>
  dueOf({ amount: 7, unit: "calendar-day", scope: "civil", owner: "mine", ...period }, start, calendar2026).due;

describe("[K2] periods end where the text says", () => {
  it("[K2] hours run from the moment: 22 Nov 22:30 + 24 h = 23 Nov 22:30", () => {
    // 22:30 on the 22nd plus one day of 24 hours, in +08:00; 23 Nov 22:30 +08:00 is 14:30 UTC.
    expect(due(instant("2026-11-22 22:30"), { amount: 24, unit: "hour" })).toBe("2026-11-23T14:30:00.000Z");
  });

  it("[K2] the start day is not counted: 2 March + 7 days = 9 March", () => {
    // 3 4 5 6 7 8 9 are the seven days; 9 March 2026 is a Monday, so nothing rolls.
    expect(due(civil("2026-03-02"), {})).toBe("2026-03-09");
  });

  it("[K2] one day more ends one day later and rolls: 6 March + 8 days = Saturday 14 → Monday 16 March", () => {
    // 7 … 14 are eight days; 14 March 2026 is a Saturday, 15 a Sunday.
    expect(due(civil("2026-03-06"), { amount: 8 })).toBe("2026-03-16");
    // 7 … 13 are seven days; 13 March is a Friday.
    expect(due(civil("2026-03-06"), { amount: 7 })).toBe("2026-03-13");
  });

  it("[K2] months end on the corresponding day, or the last one: 31 Jan + 1 month = 28 Feb → Monday 2 March", () => {
    // February 2026 has 28 days; the 28th is a Saturday, so a civil period rolls to Monday 2 March.
    expect(due(civil("2026-01-31"), { amount: 1, unit: "month" })).toBe("2026-03-02");
    expect(due(civil("2026-01-31"), { amount: 1, unit: "month", scope: "none" })).toBe("2026-02-28");
  });

  it("[K9] fraud known 24 Nov 2025 + 1 year = 24 Nov 2026, whatever letters were sent", () => {
    // The corresponding day; 24 Nov 2026 is a Tuesday.
    expect(due(civil("2025-11-24"), { amount: 1, unit: "year" })).toBe("2026-11-24");
  });
});

describe("[K2] ambiguity is read in favour of caution, both ways", () => {
  // samr-121-45 moves the end on a 法定节假日; whether a plain weekend moves it, it does not say.
  // 6 March 2026 + 8 days = Saturday 14 March.
  it("[K2] ours: the earlier day", () => {
    expect(due(civil("2026-03-06"), { amount: 8, scope: "complaint", owner: "mine" })).toBe("2026-03-14");
  });
  it("[K2] the authority's: the later day", () => {
    expect(due(civil("2026-03-06"), { amount: 8, scope: "complaint", owner: "authority" })).toBe("2026-03-16");
  });
  it("[K2] a statutory holiday moves ours too: 24 April + 7 days = 1 May → 3 May by the narrow reading", () => {
    // 25 … 1 are seven days; 1 and 2 May 2026 are statutory holidays, 3 May is only a day off by arrangement.
    expect(due(civil("2026-04-24"), { scope: "complaint", owner: "mine" })).toBe("2026-05-03");
    // Theirs: 1–5 May are days off; 6 May is a Wednesday.
    expect(due(civil("2026-04-24"), { scope: "complaint", owner: "authority" })).toBe("2026-05-06");
  });
});

describe("[K3] Chinese working days with make-up days", () => {
  it("[K3] 28 September 2026 + 7 working days = 13 October", () => {
    // 29, 30 Sep (2) · 1–7 Oct off · 8, 9 Oct (4) · Saturday 10 Oct is worked (5) · 11 Sunday · 12 (6) · 13 (7).
    expect(due(civil("2026-09-28"), { unit: "cn-working-day", scope: "complaint" })).toBe("2026-10-13");
  });
  it("[K3] without the make-up day it would be the 14th", () => {
    const r = dueOf(
      { amount: 7, unit: "cn-working-day", scope: "complaint", owner: "authority" },
      civil("2026-09-28"),
      { ...calendar2026, work: [] },
    );
    expect(r.due).toBe("2026-10-14");
  });
  it("[K3] past the covered years it is provisional", () => {
    const r = (start: string): boolean =>
      dueOf({ amount: 5, unit: "cn-working-day", scope: "complaint", owner: "authority" }, civil(start), calendar2026)
        .provisional;
    expect(r("2026-12-28")).toBe(true); // 29 30 31 · 1 Jan 2027 …
    expect(r("2026-12-21")).toBe(false); // 22 23 24 25 28
  });
});

describe("[K1] scope and owner come from the rule", () => {
  it("[K1] the first deciding basis gives the scope", () => {
    expect(scopeOf(["cc-188"])).toBe("civil");
    expect(scopeOf(["cpl-126"])).toBe("court");
    expect(scopeOf(["samr-121-15", "cc-1"])).toBe("complaint");
    expect(scopeOf(["ecl-31"])).toBe("none");
  });
  it("[K4] the kind of the rule gives the owner", () => {
    expect([
      ownerOf("user-must-by"),
      ownerOf("authority-must-by"),
      ownerOf("evidence-available-until"),
      ownerOf("platform-must-wait"),
    ]).toEqual(["mine", "authority", "record", "theirs"]);
  });
});
