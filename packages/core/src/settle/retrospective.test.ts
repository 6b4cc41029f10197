import { describe, expect, it } from "vitest";
import { assess } from "../assess/assess.ts";
import type { Case } from "../case/case.ts";
import { historyOf } from "../course/history.ts";
import { closedPack, RESPONDENT } from "../fixtures/closed-case.fixture.ts";
import { put, testId } from "../fixtures/measured-case.fixture.ts";
import { claimCase, event, NOW, refundOf } from "../fixtures/settled-case.fixture.ts";
import { instant } from "../time.ts";
import { respondentRecordOf } from "./respondent-record.ts";
import { retrospectiveOf } from "./retrospective.ts";

const look = (of: Case, now = NOW) => {
  const a = assess(closedPack, of, now);
  return retrospectiveOf(of, historyOf(of, now), a.settlement, a.demand, now);
};
const course = [
  event(1, "application.submitted", "2024-05-06 10:00"),
  event(2, "reply.received", "2024-05-07 10:00", { as: "vague", excuse: "queue" }),
  event(3, "demand.sent", "2024-05-08 10:00", { letter: "reminder1", channel: "platform_letter" }),
  event(4, "reply.received", "2024-05-10 10:00", { as: "refused", excuse: "virtual-no-refund" }),
  event(5, "filing.submitted", "2024-05-13", { channel: "samr_complaint" }),
];
const end = event(9, "case.closed", "2024-05-27", { outcome: "refunded" });

describe("[S3] looking back", () => {
  it("[S3] rounds with their days: 6 → 8 May, 8 → 13 May, 13 May → closing on the 27th", () => {
    expect(look(claimCase(...course, end)).rounds).toEqual([
      { round: "apply", from: instant("2024-05-06 10:00"), to: instant("2024-05-08 10:00"), days: 2 },
      { round: "first", from: instant("2024-05-08 10:00"), to: "2024-05-13", days: 5 },
      { round: "third", from: "2024-05-13", to: "2024-05-27", days: 14 },
      { round: "settle", from: "2024-05-27", days: 0 },
    ]);
  });
  it("[S3] what was sent and what came back is counted; a retracted event is not", () => {
    expect(look(claimCase(...course, end))).toMatchObject({
      firstAskedAt: instant("2024-05-06 10:00"),
      closedAt: "2024-05-27",
      outcome: "refunded",
      days: 21,
      lettersSent: 2,
      filings: 1,
      replies: { vague: 1, refused: 1, agreed: 0 },
    });
    const back = event(8, "event.retracted", "2024-05-14 10:00", { of: testId(503) });
    expect(look(claimCase(...course, back, end)).lettersSent).toBe(1);
  });
  it("[S3] what came last before the money is named, with the days between: 13 → 20 May", () => {
    expect(look(claimCase(...course, ...refundOf(1, 10_000, "2024-05-20 10:00"))).before).toEqual({
      event: `event/${testId(505)}`,
      type: "filing.submitted",
      channel: "samr_complaint",
      at: "2024-05-13",
      what: "money",
      whatAt: instant("2024-05-20 10:00"),
      days: 7,
    });
    // They agreed before: that is what followed, and the reminder of 8 May came last before it.
    const agreed = event(6, "reply.received", "2024-05-12 10:00", { as: "agreed" });
    expect(look(claimCase(...course, agreed, ...refundOf(1, 10_000, "2024-05-20 10:00"))).before).toMatchObject({
      type: "demand.sent",
      what: "agreed",
      days: 4,
    });
    expect(look(claimCase(...course)).before).toBeUndefined();
  });
  it("[S3] hours are those entered, never estimated", () => {
    const hours = (value: string) =>
      look(claimCase(put("answer", testId(385), { question: "hours_spent", value }))).hours;
    expect(hours("6")).toBe(6);
    expect(hours("")).toBeUndefined();
    expect(look(claimCase())).not.toHaveProperty("hours");
  });
});

describe("[S3] what to remember of the other side", () => {
  const record = (of: Case) => respondentRecordOf(of, historyOf(of, NOW), look(of));
  const set = (field: string, value: unknown) => ({ op: "set", kind: "party", id: RESPONDENT, field, value }) as const;

  it("[S3] name, code, outcome, days and amounts of a closed case; none while it is open", () => {
    const of = claimCase(
      ...course,
      ...refundOf(1, 10_000, "2024-05-20 10:00"),
      end,
      set("creditCode", "91310000MA1K000000"),
      set("site", "https://kf@www.Example.com/help?a=1"),
    );
    expect(record(of)).toEqual({
      format: "recourse-respondent",
      version: 1,
      caseId: testId(1),
      name: "某某网络科技工作室",
      creditCode: "91310000MA1K000000",
      site: "www.example.com",
      category: "engagement",
      outcome: "refunded",
      closedOn: "2024-05-27",
      days: 21,
      lettersSent: 2,
      filings: 1,
      paidFen: 10_000,
      expectedFen: 10_000,
      receivedFen: 10_000,
      excuses: ["queue", "virtual-no-refund"],
    });
    expect(record(claimCase(...course))).toBeUndefined();
  });
  it("[P1] a natural person keeps only the first character, and no number or site", () => {
    const person = record(claimCase(...course, end, set("kind", "person"), set("name", "张三丰"), set("site", "a.cn")));
    expect(person?.name).toBe("张**");
    expect(person).not.toHaveProperty("site");
    expect(record(claimCase(...course, end, set("kind", "company"), set("name", "张三丰")))?.name).toBe("张三丰");
  });
  it("[P1] nothing that anybody said or who said it goes in", () => {
    const of = claimCase(
      ...course,
      event(7, "reply.received", "2024-05-14 10:00", { as: "refused", phrase: "就是不退", excuse: "plain-refusal" }),
      end,
    );
    expect(JSON.stringify(record(of))).not.toMatch(/就是不退|客服|订单2024/);
  });
  it("[S3] reopened, it is no record any more", () => {
    const again = event(10, "case.reopened", "2024-05-28");
    expect(record(claimCase(...course, end, again))).toBeUndefined();
  });
});
