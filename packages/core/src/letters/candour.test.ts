/** A6: what a letter may not leave out. */
import { describe, expect, it } from "vitest";
import type { Change } from "../case/change.ts";
import { all, type Case } from "../case/case.ts";
import { blocks, firstOf, letter, rewrite } from "../fixtures/composed-letter.fixture.ts";
import {
  clause,
  clauseGround,
  composeOn,
  demandOf100,
  letterCase,
  ORDER,
  own,
  REFUND,
  refundOf50,
  sentenceOf,
  set,
  testId,
  UNDERTAKING,
  withChanges,
} from "../fixtures/letter-case.fixture.ts";
import { sampleReadings } from "../fixtures/measured-case.fixture.ts";
import { ref } from "../identity.ts";
import { message } from "../message.ts";

describe("[A6] candour", () => {
  /** Progress names the newest reading as well; leaving it out isolates `problem.newest`. */
  const withoutProgress = (of: Case): Case => withChanges(of, set(sentenceOf(of, "problem.progress"), "omitted", true));
  it("[A6] newest: the letter says not started and leaves out that it started later", () => {
    const of = withoutProgress(letter());
    expect(blocks(of)).toEqual([]);
    const left = withChanges(of, set(sentenceOf(of, "problem.newest"), "omitted", true));
    expect(blocks(left)).toEqual(["A6.newest", "A6.delivered"]);
    expect(firstOf(left, "A6.newest").fixes[0]).toMatchObject({
      command: "sentence.state",
      preferred: true,
      data: { template: "problem.newest", subject: ref("undertaking", UNDERTAKING) },
    });
  });
  it("[A6] newest: without the later readings there is nothing else to state", () => {
    // Only the readings up to 05-02 21:00: the last one is the newest one.
    const early = sampleReadings((at) => at > "2024-05-02T21:30").map(
      (c) => ({ op: "remove", kind: "reading", id: c.id }) as const,
    );
    const of = composeOn(withChanges(letterCase(), ...early)).case;
    const left = withChanges(of, set(sentenceOf(of, "problem.progress"), "omitted", true));
    expect(blocks(left)).toEqual([]);
  });
  it("[A6] newest: a clause that fits rests on the newest reading and prints no figure of it", () => {
    const start = letterCase(...clause);
    const newest =
      all(start, "reading")
        .toSorted((a, b) => (a.at < b.at ? -1 : 1))
        .at(-1)?.id ?? "";
    const rests = message("M2.newest", {}, [ref("reading", newest)]);
    const more = { grounds: [clauseGround("met", [rests])] };
    const of = composeOn(start, more).case;
    expect(sentenceOf(of, "problem.clause_state").sources).toContain(ref("reading", newest));
    const left = withChanges(
      of,
      ...["problem.newest", "problem.progress"].map((t) => set(sentenceOf(of, t), "omitted", true)),
    );
    expect(blocks(left, more)).toEqual(["A6.newest", "A6.delivered"]);
  });
  it("[A6] newest in own words: the figure has to stand there, the source alone is not enough", () => {
    const of = withoutProgress(letter());
    const newest = sentenceOf(of, "problem.newest");
    expect(blocks(withChanges(of, set(newest, "text", "后来有所变化。")))).toContain("A6.newest");
    expect(blocks(withChanges(of, set(newest, "text", "后来最高到5834，现为5395。")))).toEqual([]);
  });
  it("[A6] newest: own words that say nothing started, while a later reading says otherwise (c4)", () => {
    const of = composeOn(letterCase(...clause)).case;
    const silent = ["problem.not_started_until", "problem.progress", "problem.drop", "problem.newest"].map((t) =>
      set(sentenceOf(of, t), "omitted", true),
    );
    const say = (text: string): Case => withChanges(of, ...silent, own(300, "problem", text, [ref("order", ORDER)]));
    expect(blocks(say("一直未启动。"))).toEqual(["A6.newest", "A6.delivered"]);
    expect(blocks(say("对方没有答复。"))).toEqual(["A6.delivered"]);
  });
  it("[A6] refunded: 50.00 came back and the letter does not say so", () => {
    const more = { demand: demandOf100({ refundedFen: 5_000, claimFen: 5_000 }) };
    const of = composeOn(letterCase(...refundOf50), more).case;
    expect(blocks(of, more)).toEqual([]);
    // The demand says what was paid and refunded; in own words it no longer does.
    const bare = withChanges(
      rewrite(of, "demand.partial", "请退还50元。"),
      set(sentenceOf(of, "demand.refunded_already"), "omitted", true),
    );
    expect(blocks(bare, more)).toEqual(["A6.refunded"]);
    expect(
      blocks(withChanges(bare, set(sentenceOf(of, "demand.refunded_already"), "omitted", undefined)), more),
    ).toEqual([]);
    expect(firstOf(bare, "A6.refunded", more).message.refs).toEqual([ref("refund", REFUND)]);
  });
  it("[A6] delivered: a letter without any measurement still says what arrived", () => {
    const of = letter();
    const silent = ["problem.not_started_until", "problem.progress", "problem.drop", "problem.newest"].map((t) =>
      set(sentenceOf(of, t), "omitted", true),
    );
    expect(blocks(withChanges(of, ...silent))).toEqual(["A6.delivered"]);
  });
  it("[A6] delivered: lessons used are stated", () => {
    const usage: Change = {
      op: "put",
      kind: "usage",
      id: testId(70),
      value: { order: ORDER, unitsTotal: 60, unitsUsed: 12 },
    };
    const of = composeOn(letterCase(...clause, usage)).case;
    expect(blocks(of)).toEqual([]);
    expect(blocks(withChanges(of, set(sentenceOf(of, "problem.received"), "omitted", true)))).toEqual(["A6.delivered"]);
  });
});
