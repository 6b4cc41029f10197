/**
 * The one next step over the course of a case (E5). Each case says what happened, and what is then to be done.
 */
import { describe, expect, it } from "vitest";
import type { Case } from "../case/case.ts";
import type { Change } from "../case/change.ts";
import { channelPack, filing, FILING, happened, readyCase } from "../fixtures/channel-rules.fixture.ts";
import { closedCase, refund, RESPONDENT } from "../fixtures/closed-case.fixture.ts";
import { CASE, put, testId } from "../fixtures/measured-case.fixture.ts";
import { instant } from "../time.ts";
import { assess } from "./assess.ts";
import type { NextStep } from "./assessment.ts";

const NOON = "2024-05-20 12:00";
const next = (of: Case, at = NOON): NextStep => assess(channelPack, of, instant(at)).next;
const code = (of: Case, at = NOON): string => next(of, at).code;

// Asked on 7 May with 72 hours: until 10 May 10:00.
const applied = happened(501, "application.submitted", "2024-05-07 10:00", {
  channel: "platform_form",
  periodHours: 72,
});
const first = happened(502, "demand.sent", "2024-05-10 11:00", {
  channel: "platform_letter",
  letter: "reminder1",
  periodHours: 24,
});
const second = happened(503, "demand.sent", "2024-05-12 11:00", {
  channel: "platform_letter",
  letter: "reminder2",
  periodHours: 24,
});
const reply = (n: number, at: string, as: string): Change => happened(n, "reply.received", at, { as });
/** 200 yuan and more are not small (L7): the claim of the fixture is 100 yuan, so the threshold is lowered. */
const notSmall = put("override", testId(700), { packPath: "defaults.stopBelowFen", value: 1, source: "me" });
const asked = (...more: readonly Change[]): Case => readyCase(notSmall, applied, ...more);

describe("[X4] letter by letter", () => {
  it("[K7] waiting until the time I set is over, then the first reminder in the words of whose time it was", () => {
    expect(code(asked(), "2024-05-09 12:00")).toBe("next.wait_reply");
    expect(next(asked(), "2024-05-10 10:01")).toMatchObject({
      code: "next.reminder1",
      args: { basis: "person" },
      action: { command: "draft.start", data: { kind: "reminder1" } },
    });
  });

  it("[X5] a vague reply is no answer: after the first reminder the second, once its time is over", () => {
    const vague = asked(first, reply(510, "2024-05-10 15:00", "vague"));
    expect(code(vague, "2024-05-11 10:59")).toBe("next.wait_reply");
    expect(code(vague, "2024-05-11 11:01")).toBe("next.reminder2");
  });

  it("[X4] a clear no is answered at once by the second letter, which names the reply", () => {
    expect(next(asked(first, reply(511, "2024-05-10 15:00", "refused")), "2024-05-10 15:01")).toMatchObject({
      code: "next.reminder2",
      action: { data: { kind: "reminder2", answers: testId(511) } },
    });
  });

  it("[X16] after two letters the door that fits: the payment dispute, because the platform's own was tried", () => {
    expect(next(asked(first, second), "2024-05-13 11:01")).toMatchObject({
      code: "next.third",
      args: { channel: "payment_dispute" },
      action: { command: "doors.open", data: { channel: "payment_dispute" } },
    });
  });

  it("[X9] a filing that was begun is gone on with; what it lacks decides the words", () => {
    const begun = asked(first, second, filing("samr_complaint"));
    expect(next(begun, "2024-05-13 11:01")).toMatchObject({
      code: "next.hand_in",
      action: { command: "filing.open", data: { filing: FILING } },
    });
    const nowhere: Change = { op: "set", kind: "party", id: RESPONDENT, field: "address", value: undefined };
    expect(code(asked(first, second, filing("samr_complaint"), nowhere), "2024-05-13 11:01")).toBe(
      "next.prepare_filing",
    );
  });

  it("[A5] their entry is not open: the same request goes by another door", () => {
    const shut = readyCase(notSmall, happened(520, "entry.unavailable", "2024-05-07 10:00"));
    expect(next(shut).code).toBe("next.other_entry");
    expect(next(readyCase(notSmall)).code).toBe("next.write_application");
  });
});

describe("[S2] money", () => {
  it("[S2] a yes is no money: the step is to look for it", () => {
    expect(code(asked(reply(512, "2024-05-08 09:00", "agreed")))).toBe("next.check_refund");
    expect(code(asked(reply(512, "2024-05-08 09:00", "refused")))).toBe("next.reminder2");
  });

  it("[S1] part of it: the rest is named and asked for on; all of it: the case can be closed", () => {
    // 100.00 paid, 50.00 seen: 50.00 are missing.
    const part = asked(...refund(5_000), happened(530, "refund.received", "2024-05-11 10:00", { amountFen: 5_000 }));
    expect(next(part)).toMatchObject({ code: "next.reminder1", args: { remainingFen: 5_000 } });
    const all = asked(...refund(10_000), happened(530, "refund.received", "2024-05-11 10:00", { amountFen: 10_000 }));
    expect(next(all)).toMatchObject({ code: "next.close_case", args: { receivedFen: 10_000 } });
  });

  it("[X11] an open offer of theirs is answered first; one that wants a withdrawal says money first", () => {
    const offer = (asks: string): readonly Change[] => [
      put("offer", testId(540), { side: "theirs", form: "money", amountFen: 5_000, asks }),
      happened(541, "offer.made", "2024-05-09 10:00", { offer: testId(540), side: "theirs" }),
    ];
    expect(next(asked(...offer("nothing")))).toMatchObject({ code: "next.answer_offer", args: { amountFen: 5_000 } });
    expect(code(asked(...offer("withdraw")))).toBe("next.money_before_withdrawal");
  });

  it("[S3] a closed case has nothing to do but to look back", () => {
    expect(code(asked(happened(550, "case.closed", "2024-05-19 10:00", { outcome: "stopped" })))).toBe("next.closed");
  });
});

describe("[G1] safety first", () => {
  it("[G1] a danger reply stops everything, an offer and a period that is over included", () => {
    const danger = asked(first, reply(560, "2024-05-10 15:00", "danger"));
    expect(next(danger)).toMatchObject({ code: "next.stop_paying", action: { command: "safety.open" } });
    expect(code(asked(first))).toBe("next.reminder2");
  });

  it("[G5] a payer under 18 needs a guardian before anything is sent", () => {
    const age = (n: number): Case =>
      readyCase(notSmall, { op: "set", kind: "case", id: CASE, field: "payerAge", value: n });
    expect([code(age(16)), code(age(18))]).toEqual(["next.guardian", "next.write_application"]);
  });
});

describe("[L7] stopping", () => {
  it("[L7] with nobody identified it is weighed first; whoever goes on is not asked again", () => {
    const nobody: Change = { op: "remove", kind: "party", id: RESPONDENT };
    expect(next(readyCase(nobody)).action.command).toBe("stop.weigh");
    const goesOn = put("answer", testId(701), { question: "stop_weighed", value: "go_on" });
    expect(next(readyCase(nobody, goesOn)).action.command).not.toBe("stop.weigh");
  });

  it("[L7] a small claim against somebody known: asked twice first, then weighed", () => {
    const small = (...more: readonly Change[]): Case => readyCase(applied, ...more);
    expect(code(small(), "2024-05-10 10:01")).toBe("next.reminder1");
    expect(code(small(first, second), "2024-05-13 11:01")).toBe("next.weigh_stop");
  });
});

describe("[E5] before the letter", () => {
  it("[E6] what is missing comes before the letter, and after a removal again", () => {
    expect(code(closedCase({ op: "set", kind: "case", id: CASE, field: "situation", value: "own" }))).toBe(
      "next.write_application",
    );
    const without = readyCase(notSmall, { op: "remove", kind: "exhibit", id: testId(53) });
    expect(next(without)).toMatchObject({ element: "responsibility", material: "沟通记录" });
  });
});
