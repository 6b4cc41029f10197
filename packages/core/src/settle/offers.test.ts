import { describe, expect, it } from "vitest";
import type { Change } from "../case/change.ts";
import type { Case } from "../case/case.ts";
import { assess } from "../assess/assess.ts";
import { historyOf } from "../course/history.ts";
import { closedPack } from "../fixtures/closed-case.fixture.ts";
import { put, testId } from "../fixtures/measured-case.fixture.ts";
import { claimCase, event, NOW, offerOf } from "../fixtures/settled-case.fixture.ts";
import { instant } from "../time.ts";
import { offersOf } from "./offers.ts";

const states = (of: Case, now = NOW) =>
  offersOf(of, historyOf(of, now), now).map((o) => [Number(o.id.slice(-3)), o.side, o.status]);
const answered = (as: string, at = "2024-05-11 10:00") => event(1, "offer.answered", at, { offer: testId(401), as });
const lines = (of: Case, now = NOW) => assess(closedPack, of, now).offers.flatMap((o) => o.givesUp.map((g) => g.code));

describe("[X11] where an offer stands follows from events", () => {
  it("[X11] a record without an event was never made", () => {
    const record = put("offer", testId(409), { side: "theirs", form: "money" });
    expect(states(claimCase(record))).toEqual([]);
    expect(states(claimCase(...offerOf(1, "2024-05-10 10:00")))).toEqual([[401, "theirs", "open"]]);
  });
  it("[X11] open, then answered; an earlier moment does not know the answer", () => {
    const of = claimCase(...offerOf(1, "2024-05-10 10:00"), answered("accepted"));
    expect(states(of)).toEqual([[401, "theirs", "accepted"]]);
    expect(states(of, instant("2024-05-11 09:59"))).toEqual([[401, "theirs", "open"]]);
    expect(states(of, instant("2024-05-10 09:59"))).toEqual([]);
  });
  it("[X11] a retracted answer counts as never given", () => {
    const of = claimCase(
      ...offerOf(1, "2024-05-10 10:00"),
      answered("accepted"),
      event(2, "event.retracted", "2024-05-12 10:00", { of: testId(501) }),
    );
    expect(states(of)).toEqual([[401, "theirs", "open"]]);
  });
  it("[X11] it lapses after its last day, and not if it was answered", () => {
    const until = offerOf(1, "2024-05-10 10:00", { expiresAt: "2024-05-15" });
    expect(states(claimCase(...until), instant("2024-05-15 23:59"))[0]?.[2]).toBe("open");
    expect(states(claimCase(...until), instant("2024-05-16 00:00"))[0]?.[2]).toBe("expired");
    expect(states(claimCase(...until, answered("refused")), instant("2024-05-16 00:00"))[0]?.[2]).toBe("refused");
  });
  it("[X11] mine is answered by their next clear reply, or by an offer of theirs that names it", () => {
    const mine = offerOf(2, "2024-05-12 10:00", { side: "mine", counters: testId(401) });
    const both = [...offerOf(1, "2024-05-10 10:00"), ...mine];
    const reply = (as: string) => event(3, "reply.received", "2024-05-13 10:00", { as });
    const last = (...more: readonly Change[]) => states(claimCase(...both, ...more)).at(-1)?.[2];
    expect(last()).toBe("open");
    expect(last(reply("vague"))).toBe("open");
    expect(last(reply("agreed"))).toBe("accepted");
    expect(last(reply("refused"))).toBe("refused");
    const theirs = offerOf(3, "2024-05-14 10:00", { counters: testId(402) });
    expect(states(claimCase(...both, ...theirs)).map((s) => s[2])).toEqual(["open", "countered", "open"]);
  });
});

describe("[X11] what taking an offer gives up", () => {
  const with_ = (more: Parameters<typeof offerOf>[2], ...changes: readonly Change[]) =>
    claimCase(...offerOf(1, "2024-05-10 10:00", more), ...changes);

  it("[X11] the rest of the claim: 100.00 − 50.00 = 50.00; with the whole claim nothing is given up", () => {
    const of = with_({});
    expect(lines(of)).toEqual(["X11.rest", "X11.not_money_yet"]);
    expect(assess(closedPack, of, NOW).offers[0]?.givesUp[0]?.args).toEqual({
      restFen: 5_000,
      claimFen: 10_000,
      amountFen: 5_000,
    });
    expect(lines(with_({ amountFen: 10_000 }))).toEqual(["X11.not_money_yet"]);
  });
  it("[X11] without an amount it is asked for first", () => {
    expect(lines(with_({ amountFen: undefined }))).toEqual(["X11.amount_open", "X11.not_money_yet"]);
  });
  it("[X11] on withdrawal: first the money, by samr-121-23, and a paper, by samr-121-24", () => {
    const of = with_({ amountFen: 10_000, asks: "withdraw" });
    expect(lines(of)).toEqual(["X11.money_before_withdrawal", "X11.ask_for_paper", "X11.not_money_yet"]);
    const refs = assess(closedPack, of, NOW).offers[0]?.givesUp.flatMap((g) => g.refs) ?? [];
    expect(refs).toEqual(expect.arrayContaining(["provision/samr-121-23", "provision/samr-121-24"]));
    expect(lines(with_({ amountFen: 10_000, asks: "nothing" }))).toEqual(["X11.not_money_yet"]);
  });
  it("[X11] while a complaint runs, settling ends it and it is not taken twice (samr-121-16)", () => {
    const filed = event(5, "filing.submitted", "2024-05-09 10:00", { channel: "samr_complaint" });
    expect(lines(with_({ amountFen: 10_000 }, filed))).toEqual([
      "X11.settling_ends_mediation",
      "X11.not_twice",
      "X11.not_money_yet",
    ]);
    const over = event(6, "mediation.ended", "2024-05-09 12:00", { channel: "samr_complaint", result: "failed" });
    expect(lines(with_({ amountFen: 10_000 }, filed, over))).toEqual(["X11.not_money_yet"]);
    // A payment dispute is no complaint at the regulator.
    const dispute = event(5, "filing.submitted", "2024-05-09 10:00", { channel: "payment_dispute" });
    expect(lines(with_({ amountFen: 10_000 }, dispute))).toEqual(["X11.not_money_yet"]);
  });
  it.each([
    ["waiver", ["X11.waiver", "X11.waiver_scope"]],
    ["take_down", ["X11.take_down"]],
    ["praise", ["X11.praise"]],
    ["other", ["X11.condition"]],
  ])("[X11] asked in return: %s", (asks, expected) => {
    expect(lines(with_({ amountFen: 10_000, asks, condition: "x" }))).toEqual([...expected, "X11.not_money_yet"]);
  });
  it("[X11] credit is not money; a redo is none either, and for engagement orders not to be taken", () => {
    expect(lines(with_({ form: "credit", amountFen: 10_000 }))).toEqual(["X11.credit", "X11.not_money_yet"]);
    expect(lines(with_({ form: "redo", amountFen: undefined }))).toEqual(["X11.redo_engagement", "X11.not_money_yet"]);
    const course = { op: "set", kind: "case", id: testId(1), field: "category", value: "course" } as const;
    expect(lines(with_({ form: "redo", amountFen: undefined }, course))).toEqual(["X11.redo", "X11.not_money_yet"]);
  });
  it("[X11] until when it stands, and that it has lapsed", () => {
    const until = { amountFen: 10_000, expiresAt: "2024-05-15" };
    expect(lines(with_(until), instant("2024-05-15 12:00"))).toEqual(["X11.expires", "X11.not_money_yet"]);
    expect(lines(with_(until), instant("2024-05-16 12:00"))).toEqual(["X11.lapsed", "X11.not_money_yet"]);
  });
  it("[X11] of what was answered nothing is asked any more", () => {
    expect(lines(with_({}, answered("refused")))).toEqual([]);
  });
});
