/** A row says what the assessment says, and a damaged row is no row. */
import { decide, emptyCase, apply, id, instant, makeAssessor, type Case, type Change } from "@recourse/core";
import { pack } from "@recourse/pack-cn";
import { letterRenderer } from "@recourse/words";
import { describe, expect, test } from "vitest";
import { readRow, rowOf } from "./board-row.ts";
import { rowFixture } from "./row.fixture.ts";

const CASE = id("01M81G67ZJSZCNEJNY00000001");
const NOW = instant("2026-11-22T12:00:00+08:00");
let minted = 0;
const mint = () => id(`01M81G67ZJSZCNEJNZ${String((minted += 1)).padStart(8, "0")}`);

function after(of: Case, command: string, data: Readonly<Record<string, unknown>>): Case {
  const decided = decide(of, command, data, { now: NOW, role: "owner", pack, render: letterRenderer, mint });
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  const changes: readonly Change[] = decided.value;
  return apply(of, changes).case;
}

const created = after(emptyCase(CASE), "case.create", {
  title: "视频会员年卡",
  category: "membership",
  lang: "zh-CN",
  order: {
    id: mint(),
    number: "VIP-88213",
    item: "年卡",
    paidFen: 22_800,
    orderedAt: instant("2026-11-01T10:00:00+08:00"),
  },
});
const submitted = (hoursAgo: number): Case =>
  after(created, "event.append", {
    id: mint(),
    type: "application.submitted",
    at: instant(new Date(Date.parse(NOW) - hoursAgo * 3_600_000).toISOString()),
    data: { periodHours: 24, channel: "在线客服" },
  });
const rowAt = (of: Case) => {
  const assessment = makeAssessor(pack, letterRenderer).assess(of, NOW);
  return { row: rowOf(of, assessment), assessment };
};

describe("rowOf", () => {
  test("[E5] the next step of a row is the assessment's own, code, facts and action", () => {
    const { row, assessment } = rowAt(created);
    expect(row.next.code).toBe(assessment.next.code);
    expect(row.next.args).toEqual(assessment.next.args);
    expect(row.next.action).toEqual(assessment.next.action);
  });
  test("[D1] before a bill is in, the amount is what the person said they paid", () => {
    expect(rowAt(created).row.paidFen).toBe(22_800);
  });
  test("[K7] while they have time the clock is theirs; when it has run out the turn is ours and the clock says whose time it was", () => {
    // Asked 10 hours ago for an answer within 24: 14 are left.
    expect(rowAt(submitted(10)).row).toMatchObject({
      turn: "theirs",
      clock: { passed: false, owner: "theirs", basis: "person", hours: 24 },
    });
    // Asked 30 hours ago: over for 6.
    expect(rowAt(submitted(30)).row).toMatchObject({ turn: "mine", clock: { passed: true, basis: "person" } });
  });
  test("[X1] where and when it was asked is what the event says", () => {
    expect(rowAt(submitted(10)).row).toMatchObject({
      channel: "在线客服",
      submittedAt: instant("2026-11-22T02:00:00+08:00"),
    });
  });
});

describe("readRow", () => {
  test("[R5] what was written is read back; a row that lost a part is none", () => {
    const { row } = rowAt(submitted(10));
    const kept: unknown = JSON.parse(JSON.stringify(row));
    expect(readRow(kept)).toEqual(JSON.parse(JSON.stringify(row)));
    for (const field of ["caseId", "title", "paidFen", "round", "turn", "next", "elements", "exhibits", "notices"]) {
      expect(readRow({ ...rowFixture(1), [field]: undefined }), field).toBeUndefined();
    }
    for (const raw of [undefined, null, 3, "row", [], {}]) expect(readRow(raw)).toBeUndefined();
    expect(readRow({ ...rowFixture(1), clock: { due: "soon" } })).toBeUndefined();
  });
});
