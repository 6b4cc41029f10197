/** What a letter says of the letters before it and of what came back. */
import { describe, expect, it } from "vitest";
import { ASK_EVENT, asked, bookPack, event, refused, REPLY_EVENT, written } from "../fixtures/kind-case.fixture.ts";
import { letterCase, refundOf50, testId } from "../fixtures/letter-case.fixture.ts";
import type { Change } from "../case/change.ts";
import { ref } from "../identity.ts";
import { instant } from "../time.ts";
import { asksOf, repliesOf } from "./correspondence.ts";

const NOW = instant("2024-05-04T22:00:00+08:00");
const templates = (...changes: readonly Change[]): readonly (string | undefined)[] =>
  written("reminder1", letterCase(...changes)).templates;

describe("[X4] what was asked", () => {
  it("[X4] by day, door and period, with the delivery where one is known", () => {
    const { said } = written("reminder1", letterCase(...asked));
    expect(said("problem.asked_before")).toContain(
      '"sentAt":"2024-05-02T04:00:00.000Z","letter":"application","channel":"platform_form","periodHours":24',
    );
    const delivered = event(89, "demand.delivered", instant("2024-05-02T12:30:00+08:00"), { how: "chat" }, [
      ref("event", ASK_EVENT),
    ]);
    expect(written("reminder1", letterCase(...asked, delivered)).said("problem.asked_before")).toContain(
      '"deliveredAt":"2024-05-02T04:30:00.000Z"',
    );
  });
  it("[X1] a retracted event is not told, and one that is yet to come is not either", () => {
    expect(templates(...asked)).toContain("problem.asked_before");
    expect(
      templates(...asked, event(89, "event.retracted", instant("2024-05-03T08:00:00+08:00"), { of: ASK_EVENT })),
    ).not.toContain("problem.asked_before");
    expect(templates(event(91, "application.submitted", instant("2024-05-06T08:00:00+08:00"), {}))).not.toContain(
      "problem.asked_before",
    );
  });
  it("[X4] the kind of the letter is that of its event", () => {
    const second = event(88, "demand.sent", instant("2024-05-03T12:00:00+08:00"), { letter: "reminder1" });
    expect(asksOf(letterCase(...asked, second), NOW).map((a) => a.letter)).toEqual(["application", "reminder1"]);
  });
});

describe("[X4] what came back", () => {
  it("[W2] a reply is quoted with its exhibit; without words it is said what it comes to", () => {
    const { said } = written("reminder2", letterCase(...asked, ...refused()));
    expect(said("problem.came_back")).toContain('"quote":"您好，虚拟服务不支持退款"');
    expect(said("problem.came_back")).not.toContain("stance");
    const told = event(92, "reply.received", instant("2024-05-03T09:00:00+08:00"), { as: "refused" });
    expect(written("reminder2", letterCase(...asked, told)).said("problem.came_back")).toContain('"stance":"refused"');
  });
  it("[G1] what was a danger is told in no letter", () => {
    expect(templates(...asked, ...refused("pay-first", { as: "danger" }))).not.toContain("problem.came_back");
    expect(repliesOf(letterCase(...asked, ...refused()), NOW)).toHaveLength(1);
  });
  it("[X5] no answer: only where nothing of theirs is dated later", () => {
    expect(templates(...asked)).toContain("problem.no_answer");
    expect(templates(...asked, ...refused())).not.toContain("problem.no_answer");
    // A message of theirs that nobody has judged yet is an answer all the same.
    expect(templates(...asked, ...refused().slice(0, 1))).not.toContain("problem.no_answer");
  });
  it("[X5] on the day it was sent nobody says that there was no answer", () => {
    const today = event(91, "application.submitted", instant("2024-05-04T09:00:00+08:00"), {});
    expect(templates(today)).not.toContain("problem.no_answer");
  });
  it("[X4] the letter answers the reply it was begun for, else the newest with a reason", () => {
    const vague = event(87, "reply.received", instant("2024-05-04T09:00:00+08:00"), { as: "vague" });
    const of = letterCase(...asked, ...refused(), vague);
    const answer = (draft: Record<string, unknown>) => written("reminder2", of, {}, bookPack, draft);
    expect(answer({}).view.sentences.find((s) => s.template === "answer.excuse")?.sources[0]?.ref).toBe(
      ref("event", REPLY_EVENT),
    );
    expect(answer({ answers: testId(87) }).templates).not.toContain("answer.excuse");
  });
});

describe("[X4] a promise not kept", () => {
  const promise = (dueAt: string): Change =>
    event(86, "promise.made", instant("2024-05-03T09:00:00+08:00"), { what: "退款", dueAt });
  it("[X4] told once its time is over and no money was seen", () => {
    expect(templates(...asked, promise("2024-05-03"))).toContain("problem.promise_made");
    expect(templates(...asked, promise("2024-05-06"))).not.toContain("problem.promise_made");
    const paid = event(85, "refund.received", instant("2024-05-03T18:00:00+08:00"), {});
    expect(templates(...asked, promise("2024-05-03"), paid, ...refundOf50)).not.toContain("problem.promise_made");
  });
});
