/** The filter of the board: address, chips, rows. */
import { id, instant } from "@recourse/core";
import { describe, expect, test } from "vitest";
import type { BoardRow, RowClock } from "./board-row.ts";
import { CLEARED, filterOf, fitting, partsOf, toggled } from "./row-filter.ts";
import { rowFixture } from "./row.fixture.ts";

const NOW = instant("2026-11-22T12:00:00+08:00");
const over: RowClock = {
  due: instant("2026-11-22T11:00:00+08:00"),
  basis: "person",
  owner: "theirs",
  passed: true,
  counts: true,
  provisional: false,
  rule: "demand-period",
};
const fits = (
  query: Readonly<Record<string, string>>,
  rows: readonly BoardRow[],
  asleep: readonly BoardRow[] = [],
): readonly string[] =>
  rows.filter(fitting(filterOf(query), () => NOW, new Set(asleep.map((row) => row.caseId)))).map((row) => row.title);

const mine = rowFixture(1);
const theirs = rowFixture(2, { turn: "theirs", category: "course", clock: over });
const filed = rowFixture(3, {
  turn: "authority",
  reference: undefined,
  filings: [
    {
      id: id("01M81G67ZJSZCNEJNF00000001"),
      channel: "samr_complaint",
      status: "submitted",
      turn: "authority",
      reference: "1101-2026-77120",
      clock: over,
    },
  ],
});
const rows = [mine, theirs, filed];

describe("filter", () => {
  test("[UI] known keys narrow, values of one kind widen, unknown ones do nothing", () => {
    expect(fits({ turn: "theirs" }, rows)).toEqual(["案件 2"]);
    expect(fits({ turn: "mine,theirs" }, rows)).toEqual(["案件 1", "案件 2"]);
    expect(fits({ turn: "mine,theirs", category: "course" }, rows)).toEqual(["案件 2"]);
    expect(fits({ turn: "nobody" }, rows)).toEqual(["案件 1", "案件 2", "案件 3"]);
    expect(fits({ channel: "samr_complaint" }, rows)).toEqual(["案件 3"]);
  });
  test("[K7] over: a clock of the case, or of a filing that still runs, has run out", () => {
    expect(fits({ over: "" }, rows)).toEqual(["案件 2", "案件 3"]);
    const ended = { ...filed, filings: filed.filings.map((f) => ({ ...f, status: "ended" as const })) };
    expect(fits({ over: "" }, [mine, ended])).toEqual([]);
  });
  test("[UI] every word of the search stands in title, other side, order number or reference, in any case of letters", () => {
    expect(fits({ q: "77120" }, rows)).toEqual(["案件 3"]);
    expect(fits({ q: "vip-2" }, rows)).toEqual(["案件 2"]);
    expect(fits({ q: " 某影视  案件 1 " }, rows)).toEqual(["案件 1", "案件 3"]);
    expect(fits({ q: "没有" }, rows)).toEqual([]);
  });
  test("[UI] only what was put off", () => {
    expect(fits({ asleep: "" }, rows, [theirs])).toEqual(["案件 2"]);
  });
  test("[UI] chips and address say the same: a chip taken out leaves the others, clearing leaves none", () => {
    const query = { turn: "mine,theirs", category: "course", over: "", q: "会员" };
    const filter = filterOf(query);
    expect(partsOf(filter)).toEqual([
      { key: "turn", value: "mine" },
      { key: "turn", value: "theirs" },
      { key: "category", value: "course" },
      { key: "over", value: "" },
      { key: "q", value: "会员" },
    ]);
    expect(toggled(filter, { key: "turn", value: "mine" })).toEqual({ turn: "theirs" });
    expect(toggled(filterOf({ turn: "theirs" }), { key: "turn", value: "theirs" })).toEqual({ turn: undefined });
    expect(toggled(filter, { key: "turn", value: "none" })).toEqual({ turn: "mine,theirs,none" });
    expect(toggled(filter, { key: "over", value: "" })).toEqual({ over: undefined });
    expect(toggled(filterOf({}), { key: "asleep", value: "" })).toEqual({ asleep: "" });
    expect(Object.keys(CLEARED)).toEqual(expect.arrayContaining(partsOf(filter).map(({ key }) => key)));
  });
});
