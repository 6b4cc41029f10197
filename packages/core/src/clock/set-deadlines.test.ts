import { describe, expect, it } from "vitest";
import type { Change } from "../case/change.ts";
import type { Deadline } from "../assess/assessment.ts";
import { ref } from "../identity.ts";
import { civil, instant } from "../time.ts";
import { eventRef, happened, judged, OFFER, offer, retracted } from "../fixtures/clock-case.fixture.ts";
import { bareCase, put, testId } from "../fixtures/measured-case.fixture.ts";
import { suggestedHours } from "./waiting-time.ts";

const NOW = "2026-11-22 12:00";
const all = (...changes: readonly Change[]): readonly Deadline[] => judged(NOW, ...changes).deadlines;

const sent = happened(1, "demand.sent", "2026-11-20 10:00", { channel: "platform_letter", periodHours: 72 });
const delivered = happened(2, "demand.delivered", "2026-11-21 09:00", { how: "email" }, [eventRef(1)]);

describe("[K7] a period I set", () => {
  it("[K7] runs from the sending, and from the delivery once it is known", () => {
    // 20 Nov 10:00 + 72 h = 23 Nov 10:00. 21 Nov 09:00 + 72 h = 24 Nov 09:00.
    expect(all(sent)).toMatchObject([
      {
        rule: "demand-period",
        event: eventRef(1),
        due: instant("2026-11-23 10:00"),
        owner: "theirs",
        source: "person",
        counts: true,
        basis: ["person"],
        consequence: "consequence.demand-period",
      },
    ]);
    expect(all(sent, delivered)).toMatchObject([
      { rule: "demand-period", event: eventRef(2), due: instant("2026-11-24 09:00") },
    ]);
  });
  it("[K7] without a named time nothing runs, delivered or not", () => {
    const silent = happened(1, "demand.sent", "2026-11-20 10:00", { channel: "platform_letter" });
    expect(all(silent, delivered)).toEqual([]);
  });
  it("[K7] of two deliveries the later counts; one taken back counts for nothing", () => {
    const second = happened(3, "demand.delivered", "2026-11-21 20:00", { how: "post" }, [eventRef(1)]);
    expect(all(sent, delivered, second)).toMatchObject([{ due: instant("2026-11-24 20:00") }]);
    expect(all(sent, delivered, second, retracted(4, 3, "2026-11-22 10:00"))).toMatchObject([
      { due: instant("2026-11-24 09:00") },
    ]);
  });
  it("[K2] known only by its day, their time runs from the end of that day", () => {
    // The 21st ends at 16:00 UTC less a millisecond; three days later the 24th ends.
    expect(all(sent, happened(2, "demand.delivered", "2026-11-21", {}, [eventRef(1)]))).toMatchObject([
      { due: "2026-11-24T15:59:59.999Z" },
    ]);
  });
  it("[X5] a vague reply leaves it running, a clear one ends it, also one that came before the delivery was told", () => {
    const reply = (as: string, at: string): Change => happened(3, "reply.received", at, { as });
    expect(all(sent, delivered, reply("vague", "2026-11-21 12:00"))).toHaveLength(1);
    expect(all(sent, delivered, reply("silent", "2026-11-21 12:00"))).toHaveLength(1);
    for (const as of ["agreed", "refused", "offer", "danger"])
      expect(all(sent, delivered, reply(as, "2026-11-21 12:00")), as).toEqual([]);
    expect(all(sent, delivered, reply("refused", "2026-11-20 18:00"))).toEqual([]);
    expect(all(sent, delivered, reply("refused", "2026-11-20 09:00"))).toHaveLength(1);
  });
  it("[X1] an offer of theirs is an answer, one of mine is none", () => {
    const made = happened(3, "offer.made", "2026-11-21 12:00", { offer: OFFER });
    expect(all(sent, offer(), made)).toEqual([]);
    expect(all(sent, offer({ side: "mine" }), made)).toHaveLength(1);
  });
  it("[K7] a captured clause is their own time; a clause that is gone carries nothing against them", () => {
    const clause = put("clause", testId(62), {
      document: "d",
      article: "5",
      quote: "48小时内答复",
      ground: "other",
      condition: { type: "refund_clause" },
      shownAtOrder: "yes",
    });
    const asked = happened(1, "application.submitted", "2026-11-22 10:00", { periodHours: 48, clause: testId(62) });
    expect(all(clause, asked)).toMatchObject([
      { rule: "published-period", source: "captured", counts: true, basis: [`clause/${testId(62)}`] },
    ]);
    expect(all(asked)).toMatchObject([{ source: "captured", counts: false }]);
  });
});

describe("[K7] what the message named", () => {
  const COPY = testId(900);
  const DRAFT = testId(901);
  const copy = (sources: readonly string[], printed: Readonly<Record<string, string>> = {}): Change => ({
    op: "append",
    kind: "sentVersion",
    id: COPY,
    value: {
      draft: DRAFT,
      at: instant("2026-11-20 10:00"),
      channel: "platform_form",
      sentences: [{ part: "demand", text: "…", sources, printed }],
      exhibits: [],
      pack: "test@1",
    },
  });
  const named = ref("draft", DRAFT, "answerBy");
  const asked = happened(1, "application.submitted", "2026-11-20 10:00", { periodHours: 72 }, [
    ref("sentVersion", COPY),
  ]);
  it("[K7] a letter of ours that names no time: my own waiting time, held against nobody", () => {
    expect(all(copy([]), asked)).toMatchObject([{ counts: false }]);
    expect(all(copy([named]), asked)).toMatchObject([{ counts: true }]);
  });
  it("[K7] a wait shorter than the day the letter names is not held against them", () => {
    // 72 h end on 23 Nov. The letter said the 23rd, or the 27th.
    expect(all(copy([named], { [named]: "2026-11-23" }), asked)).toMatchObject([{ counts: true }]);
    expect(all(copy([named], { [named]: "2026-11-27" }), asked)).toMatchObject([{ counts: false }]);
  });
});

describe("[K8] what is proposed", () => {
  it("[K8] 24 hours for a follow-up in a talk, seven days for what is formal; both can be changed for a case", () => {
    const pack = { defaults: { chatFollowUpHours: 24, demandDays: 7 } };
    const of = bareCase();
    expect(suggestedHours(of, pack, { letter: "reminder1", channel: "platform_phone" })).toBe(24);
    expect(suggestedHours(of, pack, { letter: "reminder1", channel: "platform_letter" })).toBe(168);
    expect(["application", "demand", "termination"].map((letter) => suggestedHours(of, pack, { letter }))).toEqual([
      168, 168, 168,
    ]);
    const longer = bareCase(
      put("override", testId(910), { packPath: "defaults.demandDays", value: 10, source: "我定的" }),
    );
    expect(suggestedHours(longer, pack, { letter: "demand" })).toBe(240);
  });
});

describe("[X1] promises, offers, doors, courts", () => {
  const promise = (data: Readonly<Record<string, unknown>>): Change =>
    happened(1, "promise.made", "2026-11-20 10:00", data, [eventRef(9)]);
  it("[X1] a promise has the day they named, in their own words", () => {
    expect(all(promise({ what: "退款", dueAt: "2026-11-25" }))).toMatchObject([
      { rule: "promise", due: "2026-11-25", owner: "theirs", source: "captured", counts: true, basis: [eventRef(9)] },
    ]);
    expect(all(promise({ what: "尽快" }))).toEqual([]);
    expect(all(promise({ dueAt: "next week" }))).toEqual([]);
  });
  it("[X1] money or a no ends it, a vague word does not", () => {
    const made = promise({ dueAt: "2026-11-25" });
    expect(all(made, happened(2, "refund.received", "2026-11-21"))).toEqual([]);
    expect(all(made, happened(2, "reply.received", "2026-11-21", { as: "refused" }))).toEqual([]);
    expect(all(made, happened(2, "reply.received", "2026-11-21", { as: "vague" }))).toHaveLength(1);
  });
  it("[X1] an offer of theirs is mine to answer until it lapses, mine is theirs", () => {
    const made = happened(1, "offer.made", "2026-11-20 10:00", { offer: OFFER });
    const until = { expiresAt: civil("2026-11-30") };
    expect(all(offer(until), made)).toMatchObject([
      { rule: "offer-expiry", due: "2026-11-30", owner: "mine", source: "captured", basis: [`offer/${OFFER}`] },
    ]);
    expect(all(offer({ ...until, side: "mine" }), made)).toMatchObject([
      { owner: "theirs", source: "person", basis: ["person"] },
    ]);
    expect(all(offer(), made)).toEqual([]);
    expect(
      all(offer(until), made, happened(2, "offer.answered", "2026-11-21", { offer: OFFER, as: "refused" })),
    ).toEqual([]);
    expect(
      all(offer(until), made, happened(2, "offer.answered", "2026-11-21", { offer: testId(712), as: "refused" })),
    ).toHaveLength(1);
  });
  it("[A5] an entry that is not open: look again after seven days, or as many as the person set; not after another door was tried", () => {
    const closed = happened(1, "entry.unavailable", "2026-11-20 10:00");
    // 21–27 Nov = 7.
    expect(all(closed)).toMatchObject([
      { rule: "entry-check", due: "2026-11-27", owner: "mine", source: "person", counts: false },
    ]);
    const sooner = put("override", testId(910), { packPath: "defaults.entryCheckDays", value: 3, source: "我定的" });
    expect(all(sooner, closed)).toMatchObject([{ due: "2026-11-23" }]);
    expect(all(closed, happened(2, "demand.sent", "2026-11-21 10:00"))).toEqual([]);
    expect(judged(NOW, closed).course.entryUnavailable).toBe(eventRef(1));
    expect(judged(NOW, closed, happened(2, "demand.sent", "2026-11-21 10:00")).course.entryUnavailable).toBeUndefined();
  });
  it("[K1] a court sets its own date; the end of the suit ends it", () => {
    const set = happened(1, "court.sets_period", "2026-11-10", { due: "2026-12-18" });
    expect(all(set)).toMatchObject([
      { rule: "court-period", due: "2026-12-18", owner: "mine", source: "law", counts: true },
    ]);
    expect(all(set, happened(2, "suit.ended", "2026-11-20", { result: "settled" }))).toEqual([]);
    expect(all(happened(1, "court.sets_period", "2026-11-10", { due: "soon" }))).toEqual([]);
  });
  it("[K1] a closed case has none of these, a case opened again has them", () => {
    const closed = happened(2, "case.closed", "2026-11-21", { outcome: "stopped" });
    expect(all(sent, closed)).toEqual([]);
    expect(all(sent, closed, happened(3, "case.reopened", "2026-11-22"))).toHaveLength(1);
  });
});
