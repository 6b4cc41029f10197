/** Columns, cells and filters of the board. */
import { instant } from "@recourse/core";
import { describe, expect, test } from "vitest";
import { cellOf, columnOf, filtered, filterOf, openColumns } from "./board-cards.ts";
import { rowFixture } from "./row.fixture.ts";

const NOW = instant("2026-11-22T12:00:00+08:00");

describe("board", () => {
  test("[X2] what is ours to do stands where it leads, what they owe stands where it was asked", () => {
    expect(columnOf({ round: "prepare", turn: "mine" })).toBe("prepare");
    expect(columnOf({ round: "apply", turn: "theirs" })).toBe("apply");
    // The application's time is over: the next move is the first reminder.
    expect(columnOf({ round: "apply", turn: "mine" })).toBe("first");
    expect(columnOf({ round: "third", turn: "authority" })).toBe("third");
  });
  test("[X2] prepare and apply are always open, a later column only when something stands in it", () => {
    expect([...openColumns([])]).toEqual(["prepare", "apply"]);
    expect(openColumns([rowFixture(1, { round: "apply", turn: "mine" })]).has("first")).toBe(true);
    expect(openColumns([rowFixture(1, { round: "apply", turn: "theirs" })]).has("first")).toBe(false);
  });
  test("[E4] an earlier column says how many exhibits there are and how many points are open", () => {
    const row = rowFixture(1, {
      round: "apply",
      turn: "mine",
      exhibits: 9,
      submittedAt: instant("2026-11-20T10:00:00+08:00"),
      elements: [
        { id: "order_exists", verdict: "ok" },
        { id: "breach", verdict: "weak" },
        { id: "amount", verdict: "none" },
      ],
    });
    // Two of three are not ok.
    expect(cellOf(row, "prepare")).toEqual({ is: "prepared", exhibits: 9, gaps: 2 });
    expect(cellOf(row, "apply")).toEqual({ is: "applied", at: instant("2026-11-20T10:00:00+08:00") });
    expect(cellOf(row, "first")).toEqual({ is: "now" });
    expect(cellOf(row, "second")).toEqual({ is: "empty" });
  });
  test("[UI] the filter is the address: known keys narrow, unknown ones do nothing", () => {
    const mine = rowFixture(1);
    const theirs = rowFixture(2, { turn: "theirs", category: "course" });
    expect(filtered([mine, theirs], filterOf({ turn: "theirs" }), NOW)).toEqual([theirs]);
    expect(filtered([mine, theirs], filterOf({ category: "membership" }), NOW)).toEqual([mine]);
    expect(filtered([mine, theirs], filterOf({ turn: "nobody" }), NOW)).toEqual([mine, theirs]);
    expect(filtered([mine, theirs], filterOf({ over: "" }), NOW)).toEqual([]);
  });
});
