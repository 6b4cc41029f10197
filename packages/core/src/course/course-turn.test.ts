import { describe, expect, it } from "vitest";
import type { Change } from "../case/change.ts";
import {
  eventRef,
  FILING,
  filing,
  happened,
  judged,
  OFFER,
  offer,
  OTHER_FILING,
  retracted,
} from "../fixtures/clock-case.fixture.ts";

const NOW = "2026-11-22 12:00";
const state = (...changes: readonly Change[]): readonly [string, string] => {
  const { round, turn } = judged(NOW, ...changes);
  return [round, turn];
};
const asked = happened(1, "application.submitted", "2026-11-20 10:00", { channel: "platform_form", periodHours: 72 });
const complained = happened(2, "filing.submitted", "2026-11-20 12:00", { filing: FILING, channel: "samr_complaint" });

describe("[X4] rounds", () => {
  const demand = (n: number, letter: string, at = "2026-11-21 10:00"): Change =>
    happened(n, "demand.sent", at, { channel: "chat", letter, periodHours: 48 });
  it("[X4] the first reminder is round one, the second round two, however it is told", () => {
    expect(state(asked, demand(2, "reminder1"))).toEqual(["first", "theirs"]);
    expect(state(asked, demand(2, "reminder2"))).toEqual(["second", "theirs"]);
    expect(state(asked, demand(2, "reminder1"), demand(3, "demand"))).toEqual(["second", "theirs"]);
    expect(state(asked, demand(2, "reminder1"), demand(3, "demand"), retracted(4, 3, "2026-11-22 11:00"))[0]).toBe(
      "first",
    );
  });
  it("[X4] any door at a third party is round three, also one that shut; a record without an event is none", () => {
    expect(state(asked, filing())[0]).toBe("apply");
    expect(state(asked, complained)).toEqual(["third", "authority"]);
    expect(
      state(
        asked,
        complained,
        happened(3, "filing.refused", "2026-11-21", { filing: FILING, channel: "samr_complaint" }),
      ),
    ).toEqual(["third", "mine"]);
    expect(state(asked, happened(2, "suit.filed", "2026-11-21", {}))).toEqual(["third", "authority"]);
  });
  it("[X4] money, an offer taken or an agreement leads to the check; asking again leads back", () => {
    const refund = happened(3, "refund.received", "2026-11-21 09:00", { amountFen: 1000 });
    expect(state(asked, refund)).toEqual(["settle", "mine"]);
    expect(state(asked, refund, demand(4, "reminder1", "2026-11-21 12:00"))).toEqual(["first", "theirs"]);
    expect(state(asked, happened(3, "offer.answered", "2026-11-21", { offer: OFFER, as: "accepted" }))).toEqual([
      "settle",
      "theirs",
    ]);
    expect(state(asked, happened(3, "offer.answered", "2026-11-21", { offer: OFFER, as: "countered" }))).toEqual([
      "apply",
      "theirs",
    ]);
    expect(
      state(
        asked,
        complained,
        happened(3, "mediation.ended", "2026-11-21", { filing: FILING, channel: "samr_complaint", result: "agreed" }),
      ),
    ).toEqual(["settle", "mine"]);
    expect(
      state(
        asked,
        complained,
        happened(3, "mediation.ended", "2026-11-21", { filing: FILING, channel: "samr_complaint", result: "failed" }),
      ),
    ).toEqual(["third", "mine"]);
  });
  it("[X4] closed is over; opened again it stands where it stood, and the turn is ours", () => {
    const closed = happened(3, "case.closed", "2026-11-21", { outcome: "stopped" });
    expect(state(asked, closed)).toEqual(["settle", "none"]);
    expect(judged(NOW, asked, closed).course.closedBy).toBe(eventRef(3));
    expect(state(asked, closed, happened(4, "case.reopened", "2026-11-22"))).toEqual(["apply", "mine"]);
    expect(judged(NOW, asked, closed, happened(4, "case.reopened", "2026-11-22")).course.closedBy).toBeUndefined();
  });
});

describe("[X2] turns", () => {
  const reply = (as: string, at = "2026-11-21 10:00"): Change => happened(5, "reply.received", at, { as });
  it("[G1] a reply that asks for money first gives the turn to me, and so do a no, a yes and an offer; vague and silent do not", () => {
    for (const as of ["danger", "refused", "agreed", "offer"])
      expect(state(asked, reply(as)), as).toEqual(["apply", "mine"]);
    for (const as of ["vague", "silent"]) expect(state(asked, reply(as)), as).toEqual(["apply", "theirs"]);
  });
  it("[X4] a no while a door is still open leaves the turn with those who decide; danger and offers do not", () => {
    expect(state(asked, complained, reply("refused"))).toEqual(["third", "authority"]);
    expect(state(asked, complained, reply("danger"))).toEqual(["third", "mine"]);
    expect(state(asked, complained, reply("offer"))).toEqual(["third", "mine"]);
  });
  it("[X4] one of two doors shuts: the other still decides", () => {
    const other = happened(3, "filing.submitted", "2026-11-20 13:00", {
      filing: OTHER_FILING,
      channel: "payment_dispute",
    });
    const refused = happened(4, "filing.refused", "2026-11-21", { filing: FILING, channel: "samr_complaint" });
    expect(state(asked, complained, other, refused)).toEqual(["third", "authority"]);
    expect(state(asked, complained, refused)).toEqual(["third", "mine"]);
    const withdrawn = happened(6, "filing.withdrawn", "2026-11-21 09:00", {
      filing: OTHER_FILING,
      channel: "payment_dispute",
    });
    expect(state(asked, complained, other, refused, withdrawn)).toEqual(["third", "mine"]);
  });
  it("[X1] a promise with a day is waited for until it is over; without one the old time goes on", () => {
    const promise = (dueAt?: string): Change =>
      happened(5, "promise.made", "2026-11-20 18:00", { what: "退款", ...(dueAt === undefined ? {} : { dueAt }) });
    const at = (now: string, ...changes: readonly Change[]): string => judged(now, ...changes).turn;
    // The application's 72 hours end on 23 Nov 10:00.
    expect(at("2026-11-24 12:00", asked, promise("2026-11-25"))).toBe("theirs");
    expect(at("2026-11-26 00:00", asked, promise("2026-11-25"))).toBe("mine");
    expect(at("2026-11-23 09:00", asked, promise())).toBe("theirs");
    expect(at("2026-11-24 12:00", asked, promise())).toBe("mine");
  });
  it("[X1] their offer is mine to answer; my no leaves it with me, my yes and my counter with them", () => {
    const made = happened(5, "offer.made", "2026-11-21 10:00", { offer: OFFER });
    const answered = (as: string): Change => happened(6, "offer.answered", "2026-11-21 12:00", { offer: OFFER, as });
    expect(state(asked, offer(), made)).toEqual(["apply", "mine"]);
    expect(state(asked, offer({ side: "mine" }), made)).toEqual(["apply", "theirs"]);
    expect(["accepted", "countered", "refused"].map((as) => state(asked, offer(), made, answered(as))[1])).toEqual([
      "theirs",
      "theirs",
      "mine",
    ]);
    expect(
      ["accepted", "countered", "refused"].map((as) => state(asked, offer({ side: "mine" }), made, answered(as))[1]),
    ).toEqual(["theirs", "mine", "mine"]);
  });
  it("[A5] an entry that is not open leaves the turn with me", () => {
    expect(state(happened(5, "entry.unavailable", "2026-11-21 10:00"))).toEqual(["prepare", "mine"]);
    expect(state(asked, happened(5, "entry.unavailable", "2026-11-21 10:00"))).toEqual(["apply", "mine"]);
  });
  it("[X1] a notice of termination is theirs to answer until the time it names is over", () => {
    const notice = (hours?: number): Change =>
      happened(5, "termination.sent", "2026-11-21 10:00", hours === undefined ? {} : { periodHours: hours });
    expect(state(asked, notice(72))[1]).toBe("theirs");
    expect(state(asked, notice(24))[1]).toBe("mine");
    expect(judged("2026-11-22 09:00", asked, notice(24)).turn).toBe("theirs");
    expect(state(asked, notice())[1]).toBe("theirs");
  });
  it("[X2] what is told later of an earlier day changes the answer, and both times stay", () => {
    const told = happened(7, "reply.received", "2026-11-20 15:00", { as: "refused" });
    expect(state(asked)).toEqual(["apply", "theirs"]);
    expect(state(asked, told)).toEqual(["apply", "mine"]);
    expect(judged("2026-11-20 14:00", asked, told).turn).toBe("theirs");
  });
});
