/** Columns and cards of the board. */
import { id, instant } from "@recourse/core";
import { describe, expect, test } from "vitest";
import { columnOf, columnsOf, doneIn, hasMove, openColumns } from "./board-cards.ts";
import type { RowFiling } from "./board-row.ts";
import { rowFixture } from "./row.fixture.ts";

const filing = (n: number, change: Partial<RowFiling> = {}): RowFiling => ({
  id: id(`01M81G67ZJSZCNEJNF${String(n).padStart(8, "0")}`),
  channel: "samr_complaint",
  status: "submitted",
  turn: "authority",
  ...change,
});
const AT = instant("2026-11-20T10:00:00+08:00");

describe("board", () => {
  test("[X2] what is ours to do stands where it leads, what they owe stands where it was asked", () => {
    expect(columnOf({ round: "prepare", turn: "mine" })).toBe("prepare");
    expect(columnOf({ round: "apply", turn: "theirs" })).toBe("apply");
    // The application's time is over: the next move is the first reminder.
    expect(columnOf({ round: "apply", turn: "mine" })).toBe("first");
    expect(columnOf({ round: "third", turn: "authority" })).toBe("third");
  });
  test("[X4] filings of one case each have a card; waiting for them alone needs no other, a move of ours does", () => {
    const next = { code: "next.wait_authority", args: {}, refs: [], action: { command: "case.open", data: {} } };
    const waiting = rowFixture(1, { round: "third", turn: "authority", next, filings: [filing(1), filing(2)] });
    expect(hasMove(waiting)).toBe(false);
    // An offer to be answered beside it is a move of ours, whoever has the turn.
    expect(hasMove({ ...waiting, next: { ...next, code: "next.answer_offer" } })).toBe(true);
    expect(columnsOf(waiting)).toEqual(["third"]);
    // Both filings over: what is waited for is no filing any more.
    const over = rowFixture(1, { round: "third", turn: "authority", filings: [filing(1, { status: "refused" })] });
    expect(hasMove(over)).toBe(true);
    const mine = rowFixture(1, { round: "settle", turn: "mine", filings: [filing(1)] });
    expect(columnsOf(mine)).toEqual(["settle", "third"]);
    // A move in the column of filings counts it once.
    expect(columnsOf(rowFixture(1, { round: "second", turn: "mine", filings: [filing(1)] }))).toEqual(["third"]);
  });
  test("[X2] prepare and apply are always open, a later column only when something stands in it", () => {
    expect([...openColumns(new Set())]).toEqual(["prepare", "apply"]);
    expect(openColumns(new Set(["first"])).has("first")).toBe(true);
    expect(openColumns(new Set(["apply"])).has("first")).toBe(false);
  });
  test("[E4] an earlier column says how many exhibits there are and how many points are open", () => {
    const row = rowFixture(1, {
      round: "apply",
      turn: "mine",
      exhibits: 9,
      submittedAt: AT,
      elements: [
        { id: "order_exists", verdict: "ok" },
        { id: "breach", verdict: "weak" },
        { id: "amount", verdict: "none" },
      ],
    });
    // Two of three are not ok.
    expect(doneIn(row, "prepare")).toEqual({ is: "prepared", exhibits: 9, gaps: 2 });
    expect(doneIn(row, "apply")).toEqual({ is: "applied", at: AT });
    // Here stands the card that counts.
    expect(doneIn(row, "first")).toBeUndefined();
    expect(doneIn(row, "second")).toBeUndefined();
  });
  test("[X4] each reminder that was sent leaves its card in its own column", () => {
    const later = instant("2026-11-21T10:00:00+08:00");
    const row = rowFixture(1, { round: "second", turn: "mine", submittedAt: AT, reminders: [AT, later] });
    expect(doneIn(row, "first")).toEqual({ is: "first", at: AT });
    expect(doneIn(row, "second")).toEqual({ is: "second", at: later });
    expect(doneIn({ ...row, reminders: [AT] }, "second")).toBeUndefined();
  });
});
