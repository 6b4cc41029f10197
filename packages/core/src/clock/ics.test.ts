import { describe, expect, it } from "vitest";
import type { Deadline } from "../assess/assessment.ts";
import { FILING, happened, judged } from "../fixtures/clock-case.fixture.ts";
import { testId } from "../fixtures/measured-case.fixture.ts";
import { utf8Length } from "../filename.ts";
import { instant } from "../time.ts";
import { icsOf, icsWords } from "./ics.ts";
import { contentLine, textValue } from "./ics-line.ts";

const NOW = instant("2026-11-22 12:00");
const write = (deadlines: readonly Deadline[], title = "提醒", note?: string): string =>
  icsOf(
    deadlines.map((deadline) => ({ deadline, title, ...(note === undefined ? {} : { note }) })),
    { now: NOW, productId: "-//Recourse//Test//EN", name: "提醒" },
  ) ?? "";
const day = judged(
  "2026-11-22 12:00",
  happened(1, "filing.submitted", "2026-11-20", { channel: "samr_complaint", filing: FILING }),
).deadlines;
const hour = judged("2026-11-22 12:00", happened(1, "demand.sent", "2026-11-22 10:30", { periodHours: 24 })).deadlines;
const mine = judged("2026-11-22 12:00", happened(1, "infringement.known", "2023-11-24")).deadlines;

describe("[K5] one event of a calendar", () => {
  it("[K5] a day is an all-day event that ends with the next day, with a bell on the morning after where others must act", () => {
    // 23–27 Nov = 5, 30 Nov, 1 Dec = 7.
    expect(write(day).split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Recourse//Test//EN",
      "CALSCALE:GREGORIAN",
      "NAME:提醒",
      "X-WR-CALNAME:提醒",
      "BEGIN:VEVENT",
      // The id of the event it began with; FNV-1a of "accept".
      expect.stringMatching(new RegExp(`^UID:${testId(501)}-[0-9a-f]{8}@recourse$`)),
      // 12:00 in Beijing.
      "DTSTAMP:20261122T040000Z",
      "DTSTART;VALUE=DATE:20261201",
      "DTEND;VALUE=DATE:20261202",
      "SUMMARY:提醒",
      "STATUS:CONFIRMED",
      "CLASS:PRIVATE",
      "TRANSP:TRANSPARENT",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "DESCRIPTION:提醒",
      "TRIGGER:P1DT9H",
      "END:VALARM",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });
  it("[K5] an hour is a moment in UTC without an end, and rings when it is over", () => {
    // 23 Nov 10:30 in Beijing is 02:30 UTC.
    const lines = write(hour).split("\r\n");
    expect(lines).toContain("DTSTART:20261123T023000Z");
    expect(lines.filter((l) => l.startsWith("DTEND"))).toEqual([]);
    expect(lines).toContain("TRIGGER:PT0S");
  });
  it("[K5] ours rings a week and a day ahead at nine; what has run out does not ring", () => {
    // 2023-11-24 + 3 years = Tue 24 Nov 2026; nine o’clock on the 17th and the 23rd are 6 days 15 hours and 15 hours before its midnight.
    expect(
      write(mine)
        .split("\r\n")
        .filter((l) => l.startsWith("TRIGGER")),
    ).toEqual(["TRIGGER:-P6DT15H", "TRIGGER:-PT15H"]);
    expect(write(mine.map((d) => ({ ...d, passed: true })))).not.toContain("VALARM");
  });
  it("[K3] a provisional day is tentative", () => {
    expect(write(mine.map((d) => ({ ...d, provisional: true })))).toContain("STATUS:TENTATIVE");
    expect(icsWords({ owner: "mine", provisional: true }).note).toBe("ics.note.provisional");
    expect(icsWords({ owner: "authority", provisional: false })).toEqual({
      title: "ics.title.authority",
      note: "ics.note",
    });
  });
  it("[P3] nothing of the rule, the law or the owner stands in the file", () => {
    expect(write([...day, ...hour, ...mine])).not.toMatch(/accept|limitation|demand|samr|cc-|mine|theirs|authority/);
  });
  it("[K5] the same deadline keeps its UID, two deadlines of one event do not share one", () => {
    const uids = (text: string): readonly string[] => text.split("\r\n").filter((l) => l.startsWith("UID:"));
    expect(uids(write(day))).toEqual(uids(write(day.map((d) => ({ ...d, due: instant("2027-01-01 10:00") })))));
    const two = [...day, ...day.map((d) => ({ ...d, id: d.id.replace("accept", "mediate"), rule: "mediate" }))];
    expect(new Set(uids(write(two))).size).toBe(2);
  });
  it("[K5] without a deadline there is no calendar", () => {
    expect(icsOf([], { now: NOW, productId: "x" })).toBeUndefined();
  });
});

describe("[K5] lines", () => {
  it("[K5] 75 octets fit, the 76th begins a new line with a space, and a character is never cut", () => {
    expect(contentLine("a".repeat(75))).toBe(`${"a".repeat(75)}\r\n`);
    expect(contentLine("a".repeat(76))).toBe(`${"a".repeat(75)}\r\n a\r\n`);
    // Three octets each: 25 are 75; 24 and a space are 73, and one more would be 76.
    expect(contentLine("期".repeat(26))).toBe(`${"期".repeat(25)}\r\n 期\r\n`);
    expect(contentLine("期".repeat(50))).toBe(`${"期".repeat(25)}\r\n ${"期".repeat(24)}\r\n 期\r\n`);
    // Four octets, two code units: 18 are 72, the 19th would be 76.
    for (const row of contentLine("🧾".repeat(40)).split("\r\n")) {
      expect(utf8Length(row)).toBeLessThanOrEqual(75);
      expect(row.replace(/^ /, "")).toMatch(/^(?:🧾)*$/u);
    }
  });
  it("[K5] text is escaped; controls are left out", () => {
    expect(textValue("a;b,c\\d\ne\r\nf\u0007g")).toBe("a\\;b\\,c\\\\d\\ne\\nfg");
    expect(textValue('a:b "c"')).toBe('a:b "c"');
  });
});
