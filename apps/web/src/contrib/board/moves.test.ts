/** Keys among the cards. */
import { id } from "@recourse/core";
import { describe, expect, test } from "vitest";
import { rowFixture } from "../../live/row.fixture.ts";
import { cardBeside, cardLike, cardsOf, nextIndex, within } from "./moves.ts";

const filing = id("01M81G67ZJSZCNEJNF00000001");
const other = id("01M81G67ZJSZCNEJNF00000002");
const both = [filing, other].map((each) => ({
  id: each,
  channel: "samr_complaint",
  status: "submitted" as const,
  turn: "authority" as const,
}));

describe("nextIndex", () => {
  test("[UI] arrows go one case on or back and stop at the ends", () => {
    expect(nextIndex("ArrowDown", 0, 3)).toBe(1);
    expect(nextIndex("ArrowUp", 0, 3)).toBe(0);
    expect(nextIndex("ArrowDown", 2, 3)).toBe(2);
    expect(nextIndex("End", 0, 3)).toBe(2);
    expect(nextIndex("Home", 2, 3)).toBe(0);
    // No card in use yet: down enters the first.
    expect(nextIndex("ArrowDown", -1, 3)).toBe(0);
    expect(within(9, 3)).toBe(2);
  });
  test("[UI] other keys, and an empty board, are left alone", () => {
    expect(nextIndex("Enter", 0, 3)).toBeUndefined();
    expect(nextIndex("ArrowDown", -1, 0)).toBeUndefined();
  });
});

describe("cards of a case", () => {
  const before = rowFixture(1, { round: "first", turn: "mine", filings: both });
  const after = rowFixture(1, { round: "settle", turn: "mine", filings: both });
  const { caseId } = before;
  test("[UI] from left to right as they stand: the move before its filings, or behind them when money is checked", () => {
    expect(cardsOf(before)).toEqual([{ caseId }, { caseId, filing }, { caseId, filing: other }]);
    expect(cardsOf(after)).toEqual([{ caseId, filing }, { caseId, filing: other }, { caseId }]);
    expect(cardBeside("ArrowRight", before, { caseId })).toEqual({ caseId, filing });
    expect(cardBeside("ArrowRight", after, { caseId })).toBeUndefined();
    expect(cardBeside("ArrowLeft", before, { caseId })).toBeUndefined();
    expect(cardBeside("ArrowLeft", after, { caseId })).toEqual({ caseId, filing: other });
  });
  test("[UI] a card that went away is stood for by the first of its case", () => {
    const next = { code: "next.wait_authority", args: {}, refs: [], action: { command: "case.open", data: {} } };
    const waiting = rowFixture(1, { round: "third", turn: "authority", next, filings: both });
    expect(cardLike(waiting, { caseId })).toEqual({ caseId, filing });
    expect(cardLike(before, { caseId, filing: other })).toEqual({ caseId, filing: other });
  });
});
