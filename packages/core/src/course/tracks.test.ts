import { describe, expect, it } from "vitest";
import type { Change } from "../case/change.ts";
import type { FilingTrack } from "../assess/assessment.ts";
import { FILING, filing, happened, judged, OTHER_FILING, retracted } from "../fixtures/clock-case.fixture.ts";
import { testId } from "../fixtures/measured-case.fixture.ts";

const NOW = "2026-11-22 12:00";
const tracks = (...changes: readonly Change[]): readonly FilingTrack[] => judged(NOW, ...changes).filings;
const about = (
  n: number,
  type: string,
  at: string,
  of = FILING,
  more: Readonly<Record<string, unknown>> = {},
): Change => happened(n, type, at, { filing: of, channel: of === FILING ? "samr_complaint" : "small_claims", ...more });

describe("[X4] tracks", () => {
  it("[X4] a record alone is in preparation; only an event says that it went in", () => {
    expect(tracks(filing())).toEqual([
      { filing: FILING, channel: "samr_complaint", status: "preparing", since: undefined, turn: "mine", deadlines: [] },
    ]);
    expect(tracks(filing(), about(1, "filing.submitted", "2026-11-20"))).toMatchObject([
      { status: "submitted", since: "2026-11-20", turn: "authority" },
    ]);
  });
  it("[X4] status, number, ground and result follow its events", () => {
    const submitted = about(1, "filing.submitted", "2026-11-02", FILING, { reference: "A-1" });
    expect(tracks(filing(), submitted)).toMatchObject([{ status: "submitted", reference: "A-1" }]);
    expect(
      tracks(filing(), submitted, about(2, "filing.accepted", "2026-11-05", FILING, { reference: "B-2" })),
    ).toMatchObject([{ status: "accepted", reference: "B-2", since: "2026-11-05" }]);
    expect(
      tracks(filing(), submitted, about(2, "filing.refused", "2026-11-05", FILING, { ground: "no address" })),
    ).toMatchObject([{ status: "refused", ground: "no address", turn: "none" }]);
    expect(tracks(filing(), submitted, about(2, "filing.withdrawn", "2026-11-05"))).toMatchObject([
      { status: "withdrawn", turn: "none" },
    ]);
    const ended = about(3, "mediation.ended", "2026-11-10", FILING, { result: "failed" });
    expect(tracks(filing(), submitted, ended)).toMatchObject([{ status: "ended", result: "failed", turn: "none" }]);
    expect(tracks(filing(), submitted, ended, retracted(4, 3, "2026-11-21 10:00"))).toMatchObject([
      { status: "submitted" },
    ]);
  });
  it("[X4] a number written into the record is shown until an event tells another", () => {
    const noted = filing(FILING, "samr_complaint", { reference: "R-0" });
    expect(tracks(noted, about(1, "filing.submitted", "2026-11-20"))).toMatchObject([{ reference: "R-0" }]);
    expect(tracks(noted, about(1, "filing.submitted", "2026-11-20", FILING, { reference: "A-1" }))).toMatchObject([
      { reference: "A-1" },
    ]);
  });
  it("[X4] two doors at once: each its own clock and turn", () => {
    const both = [
      filing(),
      filing(OTHER_FILING, "small_claims"),
      about(1, "filing.submitted", "2026-11-02"),
      about(2, "suit.filed", "2026-11-18", OTHER_FILING),
    ];
    // 12315: 3–6 Nov = 4, 9–11 = 7: over since the 11th. Court: 19–25 Nov = 7, a Wednesday.
    expect(tracks(...both)).toMatchObject([
      { filing: FILING, turn: "mine", deadlines: [`accept/${testId(501)}`] },
      { filing: OTHER_FILING, status: "submitted", turn: "authority", deadlines: [`docket/${testId(502)}`] },
    ]);
    expect(judged(NOW, ...both).turn).toBe("mine");
    expect(tracks(...both, about(3, "filing.accepted", "2026-11-10"))).toMatchObject([
      { turn: "authority" },
      { turn: "authority" },
    ]);
    expect(judged(NOW, ...both, about(3, "filing.accepted", "2026-11-10")).turn).toBe("authority");
  });
  it("[X4] a suit is a filing at the court, under either name of its events", () => {
    const suit = filing(OTHER_FILING, "small_claims");
    const filed = happened(1, "suit.filed", "2026-11-18", { filing: OTHER_FILING });
    expect(tracks(suit, filed)).toMatchObject([
      { channel: "small_claims", status: "submitted", deadlines: [`docket/${testId(501)}`] },
    ]);
    const docketed = happened(2, "suit.docketed", "2026-11-20", { filing: OTHER_FILING });
    expect(tracks(suit, filed, docketed)).toMatchObject([
      { status: "accepted", deadlines: [`judgment/${testId(502)}`] },
    ]);
    // The judgment: 20 Nov + 2 months is past the known year; it ends with the suit.
    expect(
      tracks(suit, filed, docketed, happened(3, "suit.ended", "2026-11-21", { filing: OTHER_FILING, result: "won" })),
    ).toMatchObject([{ status: "ended", result: "won", deadlines: [] }]);
  });
  it("[X1] events that name only a channel belong to its one filing, or stand for it themselves", () => {
    const bare = happened(1, "filing.submitted", "2026-11-20", { channel: "samr_complaint" });
    expect(tracks(filing(), bare)).toMatchObject([{ filing: FILING, status: "submitted" }]);
    expect(tracks(bare, happened(2, "filing.accepted", "2026-11-21", { channel: "samr_complaint" }))).toMatchObject([
      { filing: testId(501), channel: "samr_complaint", status: "accepted" },
    ]);
    // Of two filings of one channel none is meant.
    expect(tracks(filing(), filing(OTHER_FILING, "samr_complaint"), bare).map((t) => [t.filing, t.status])).toEqual([
      [testId(501), "submitted"],
      [FILING, "preparing"],
      [OTHER_FILING, "preparing"],
    ]);
  });
  it("[X1] who only knows that a complaint arrived has handed one in", () => {
    const arrived = happened(1, "complaint.received_by_regulator", "2026-11-20");
    expect(tracks(filing(), arrived)).toMatchObject([{ filing: FILING, status: "submitted" }]);
    expect(judged(NOW, arrived)).toMatchObject({ round: "third", turn: "authority" });
  });
  it("[X4] a court that has set me a time gives me the turn until then", () => {
    const court = [filing(OTHER_FILING, "small_claims"), about(1, "suit.docketed", "2026-11-10", OTHER_FILING)];
    const set = (due: string): Change => happened(2, "court.sets_period", "2026-11-12", { filing: OTHER_FILING, due });
    expect(judged(NOW, ...court).turn).toBe("authority");
    expect(judged(NOW, ...court, set("2026-11-25")).turn).toBe("mine");
    expect(judged(NOW, ...court, set("2026-11-20")).turn).toBe("authority");
  });
});
