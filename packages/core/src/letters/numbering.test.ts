import { describe, expect, it } from "vitest";
import {
  BILL,
  CHAT,
  composeOn,
  DRAFT,
  letterCase,
  PROMISE_PAGE,
  sentenceOf,
  SERIES_EXHIBIT,
  set,
  withChanges,
} from "../fixtures/letter-case.fixture.ts";
import { exhibitNumbers, sentencesOf } from "./numbering.ts";

describe("[A3] 证据N is a position in a draft", () => {
  it("[A3] numbers follow first use, whatever order the files came in", () => {
    // The bill was imported last and is used first: payment 1, promise 2, readings 3, chat 4.
    const { case: of } = composeOn(letterCase());
    const numbers = exhibitNumbers(of, sentencesOf(of, DRAFT));
    expect([BILL, PROMISE_PAGE, SERIES_EXHIBIT, CHAT].map((e) => numbers.get(e))).toEqual([1, 2, 3, 4]);
  });
  it("[A3] leaving out the sentence that used it first moves the number behind those in use", () => {
    const { case: of } = composeOn(letterCase());
    const without = withChanges(of, set(sentenceOf(of, "order.promise"), "omitted", true));
    // Measurements name the undertaking as their subject, so its page is still used, by them.
    expect(exhibitNumbers(without, sentencesOf(without, DRAFT)).get(PROMISE_PAGE)).toBe(2);
    const none = withChanges(
      of,
      { op: "remove", kind: "sentence", id: sentenceOf(of, "order.paid").id },
      { op: "remove", kind: "sentence", id: sentenceOf(of, "demand.full").id },
    );
    // Promise, readings and chat are used; the bill is only listed.
    expect(exhibitNumbers(none, sentencesOf(none, DRAFT)).get(BILL)).toBe(4);
  });
  it("[E6] a removed exhibit has no number; restored, it has the same again", () => {
    const { case: of } = composeOn(letterCase());
    const gone = withChanges(of, { op: "remove", kind: "exhibit", id: BILL });
    expect(exhibitNumbers(gone, sentencesOf(gone, DRAFT)).has(BILL)).toBe(false);
    const back = withChanges(gone, { op: "restore", kind: "exhibit", id: BILL });
    expect(exhibitNumbers(back, sentencesOf(back, DRAFT)).get(BILL)).toBe(1);
  });
});
