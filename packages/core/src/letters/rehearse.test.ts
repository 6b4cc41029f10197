/** Rehearsal: which excuses a case may meet and what answers them. */
import { describe, expect, it } from "vitest";
import { asCourse, asked, book, bookPack, refused, REPLY_EVENT } from "../fixtures/kind-case.fixture.ts";
import { clause, letterCase, options, plainRenderer, testId } from "../fixtures/letter-case.fixture.ts";
import { put } from "../fixtures/measured-case.fixture.ts";
import type { Case } from "../case/case.ts";
import { instant } from "../time.ts";
import { answerTo, rehearse, type RehearsedExcuse } from "./rehearse.ts";

const context = (of: Case) => ({ ...options(of), render: plainRenderer, lang: "zh-CN" as const });
const heard = (of: Case): readonly RehearsedExcuse[] => rehearse(of, bookPack, book, context(of));
const ids = (of: Case): readonly string[] => heard(of).map((r) => r.excuse);
const message = (text: string) =>
  put("communication", testId(80), {
    at: instant("2024-05-03T09:00:00+08:00"),
    direction: "theirs",
    medium: "chat",
    sender: "客服",
    text,
  });

describe("[X6] which excuses", () => {
  it("[X6] what the facts make likely first, a danger after it; what the case has no sign of is left out", () => {
    // 441 were lost: "drops are normal" says more than what every case meets.
    expect(ids(letterCase(...clause))).toEqual(["drop-normal", "virtual-no-refund", "pay-first"]);
    // A course may also meet "already opened", which every course may: 3, then 1 + 1, then 1; danger stands last.
    expect(ids(letterCase(asCourse))).toEqual(["drop-normal", "virtual-no-refund", "course-opened", "pay-first"]);
  });
  it("[X6] what they have said already comes first, with their words", () => {
    const of = letterCase(...clause, message("亲，这个不支持退款的"));
    expect(ids(of)[0]).toBe("virtual-no-refund");
    expect(heard(of)[0]?.why[0]).toMatchObject({ code: "likely.said", args: { quote: "不支持退款" } });
    expect(ids(letterCase(...clause, message("好的")))[0]).toBe("drop-normal");
  });
  it("[A7] an excuse engagement does not have is not rehearsed in it", () => {
    const said = message("课程开通不退");
    expect(ids(letterCase(asCourse, said))).toContain("course-opened");
    expect(ids(letterCase(said))).not.toContain("course-opened");
  });
});

describe("[X6] what answers them", () => {
  const of = letterCase(...clause);
  it("[G1] danger: steps to protect oneself and no answer", () => {
    const danger = heard(of).find((r) => r.excuse === "pay-first");
    expect(danger).toMatchObject({ answer: undefined, protect: ["停止付款"], doNot: ["不要争"] });
    expect(heard(of).find((r) => r.excuse === "drop-normal")?.protect).toEqual([]);
  });
  it("[X6] the facts of the case with clause and exhibits, and what is missing by name", () => {
    const answer = heard(of).find((r) => r.excuse === "virtual-no-refund")?.answer;
    expect(answer?.text).toContain("“下单后24小时内未开始的，可申请全额退款”（证据");
    expect(answer?.missing).toEqual(["filing_ref"]);
    expect(answer?.clauses).toHaveLength(1);
    expect(answer?.exhibits.length).toBeGreaterThan(0);
  });
  it("[X6] the answer to a confirmed reply is the one the letter gives; danger has none", () => {
    const course = letterCase(asCourse, ...clause, ...asked, ...refused());
    const to = answerTo(course, bookPack, book, context(course), REPLY_EVENT);
    expect(to?.answer?.text).toContain("答复“虚拟服务不支持退款”");
    expect(to?.answer?.provisions).toEqual(["cc-577"]);
    const danger = letterCase(...asked, ...refused("pay-first", { as: "danger" }));
    expect(answerTo(danger, bookPack, book, context(danger), REPLY_EVENT)).toMatchObject({ answer: undefined });
    expect(answerTo(course, bookPack, book, context(course), testId(91))).toBeUndefined();
  });
});
