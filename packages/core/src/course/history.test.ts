import { describe, expect, it } from "vitest";
import type { Change } from "../case/change.ts";
import { happened, retracted } from "../fixtures/clock-case.fixture.ts";
import { bareCase, testId } from "../fixtures/measured-case.fixture.ts";
import { instant } from "../time.ts";
import { cameAfter, historyOf } from "./history.ts";
import { ref } from "../identity.ts";
import { when } from "../fixtures/clock-case.fixture.ts";

const types = (at: string, ...changes: readonly Change[]): readonly string[] =>
  historyOf(bareCase(...changes), instant(at)).events.map((e) => e.type);

describe("[X2] what counts at a moment", () => {
  const asked = happened(1, "application.submitted", "2026-11-20 10:00");
  it("[X2] an event counts from its time on; a day from its beginning", () => {
    expect(types("2026-11-20 09:59", asked)).toEqual([]);
    expect(types("2026-11-20 10:00", asked)).toEqual(["application.submitted"]);
    const day = happened(1, "application.submitted", "2026-11-20");
    // The 20th begins at 16:00 UTC on the 19th.
    expect(types("2026-11-19T15:59:00Z", day)).toEqual([]);
    expect(types("2026-11-19T16:00:00Z", day)).toEqual(["application.submitted"]);
  });
  it("[X2] order is by time, then by id, never by arrival", () => {
    const later = happened(2, "demand.sent", "2026-11-21 10:00");
    const same = happened(3, "reply.received", "2026-11-21 10:00");
    expect(types("2026-11-22 10:00", same, later, asked)).toEqual([
      "application.submitted",
      "demand.sent",
      "reply.received",
    ]);
  });
  it("[X2] a day and a moment on it: which came after is not known, and after is taken", () => {
    const at = (text: string, n: number) => ({ at: when(text), from: ref("event", testId(n)) });
    expect(cameAfter(at("2026-11-20", 2), at("2026-11-20 10:00", 1))).toBe(true);
    expect(cameAfter(at("2026-11-20 09:00", 2), at("2026-11-20 10:00", 1))).toBe(false);
    expect(cameAfter(at("2026-11-20", 2), at("2026-11-20", 1))).toBe(true);
    expect(cameAfter(at("2026-11-20", 1), at("2026-11-20", 2))).toBe(false);
    expect(cameAfter(at("2026-11-19", 2), at("2026-11-20 10:00", 1))).toBe(false);
  });
});

describe("[X1] what is taken back", () => {
  const asked = happened(1, "application.submitted", "2026-11-20 10:00");
  const back = retracted(2, 1, "2026-11-21 10:00");
  it("[X1] is as if it had not been, from the retraction on and not before", () => {
    expect(types("2026-11-21 09:00", asked, back)).toEqual(["application.submitted"]);
    expect(types("2026-11-21 10:00", asked, back)).toEqual([]);
    // The retraction itself is what changes the answer next.
    expect(historyOf(bareCase(asked, back), instant("2026-11-21 09:00")).nextAt).toBe(instant("2026-11-21 10:00"));
  });
  it("[X1] taking back the retraction brings it back; an older retraction cannot take back a newer one", () => {
    expect(types("2026-11-22 10:00", asked, back, retracted(3, 2, "2026-11-21 12:00"))).toEqual([
      "application.submitted",
    ]);
    expect(types("2026-11-22 10:00", asked, back, retracted(3, 2, "2026-11-21 09:30"))).toEqual([]);
  });
});
