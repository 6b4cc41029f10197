/** A row says what the assessment says, and a damaged row is no row. */
import { decide, emptyCase, apply, id, instant, makeAssessor, type Case, type Change } from "@recourse/core";
import { pack } from "@recourse/pack-cn";
import { letterRenderer } from "@recourse/words";
import { describe, expect, test } from "vitest";
import { rowOf } from "./board-row.ts";
import { readRow } from "./row-read.ts";
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

/** Events after the case was made, hours before now, each with what is told of it. */
function history(
  ...events: readonly (readonly [type: string, hoursAgo: number, data: Record<string, unknown>])[]
): Case {
  return events.reduce(
    (of, [type, hoursAgo, data]) =>
      after(of, "event.append", {
        id: mint(),
        type,
        at: instant(new Date(Date.parse(NOW) - hoursAgo * 3_600_000).toISOString()),
        data,
      }),
    created,
  );
}

describe("filings of a row", () => {
  const filing = mint();
  const other = mint();
  const filed = after(
    after(created, "filing.add", { id: filing, channel: "samr_complaint", reference: "1101-2026-77120" }),
    "filing.add",
    { id: other, channel: "payment_dispute" },
  );
  const event = (of: Case, type: string, hoursAgo: number, data: Record<string, unknown>): Case =>
    after(of, "event.append", {
      id: mint(),
      type,
      at: instant(new Date(Date.parse(NOW) - hoursAgo * 3_600_000).toISOString()),
      data,
    });
  const complaint = event(filed, "filing.submitted", 48, { filing, channel: "samr_complaint" });
  test("[X3] a filing that is only prepared has no card; one that was handed in has its own number and clock", () => {
    expect(rowAt(filed).row.filings).toEqual([]);
    const [shown, ...more] = rowAt(complaint).row.filings;
    expect(more).toEqual([]);
    expect(shown).toMatchObject({
      id: filing,
      channel: "samr_complaint",
      status: "submitted",
      turn: "authority",
      reference: "1101-2026-77120",
      // Seven working days after Friday the 20th: by Tuesday, 1 December 2026.
      clock: { owner: "authority", basis: "law", passed: false, due: "2026-12-01" },
    });
  });
  test("[X4] two filings run side by side, and one that is over has no clock any more", () => {
    const both = event(complaint, "filing.submitted", 24, { filing: other, channel: "payment_dispute" });
    expect(rowAt(both).row.filings.map(({ channel, status }) => [channel, status])).toEqual([
      ["samr_complaint", "submitted"],
      ["payment_dispute", "submitted"],
    ]);
    const refused = event(both, "filing.refused", 1, {
      filing,
      channel: "samr_complaint",
      ground: "不属于消费者权益争议",
    });
    const [over, still] = rowAt(refused).row.filings;
    expect(over).toMatchObject({ status: "refused", ground: "不属于消费者权益争议" });
    expect(over?.clock).toBeUndefined();
    expect(still).toMatchObject({ status: "submitted", turn: "authority" });
  });
});

describe("what a row keeps of the course", () => {
  test("[X1] the newest record, and what was sent when; what was taken back counts no more", () => {
    const sent = history(
      ["application.submitted", 72, { channel: "platform_form" }],
      ["demand.sent", 24, { channel: "platform_letter", letter: "reminder1" }],
    );
    const { row } = rowAt(sent);
    expect(row.last).toMatchObject({ type: "demand.sent", args: { letter: "reminder1" } });
    expect(row.reminders).toEqual([instant("2026-11-21T12:00:00+08:00")]);
    const back = after(sent, "event.retract", { id: mint(), of: row.last?.id });
    const { row: before } = rowAt(back);
    expect(before.last?.type).toBe("application.submitted");
    expect(before.reminders).toEqual([]);
    expect(before.channel).toBe("platform_form");
  });
  test("[G1] a danger that was confirmed stands in the row until its steps are done; a quiet card leaves no trace", () => {
    expect(rowAt(created).row.safety).toEqual([]);
    const danger = history(
      ["application.submitted", 72, { channel: "platform_form" }],
      ["reply.received", 2, { as: "danger", phrase: "先交保证金" }],
    );
    const [first] = rowAt(danger).row.safety;
    expect(first).toMatchObject({ code: "G1.pay_first", severity: "stop" });
    expect(first?.open).toBeGreaterThan(0);
  });
});

describe("readRow", () => {
  test("[R5] what was written is read back; a row that lost a part is none", () => {
    const { row } = rowAt(submitted(10));
    const kept: unknown = JSON.parse(JSON.stringify(row));
    expect(readRow(kept)).toEqual(JSON.parse(JSON.stringify(row)));
    const needed = ["caseId", "title", "paidFen", "round", "turn", "next", "elements", "exhibits", "notices"];
    for (const field of [...needed, "safety", "filings", "dates", "reminders"]) {
      expect(readRow({ ...rowFixture(1), [field]: undefined }), field).toBeUndefined();
    }
    for (const raw of [undefined, null, 3, "row", [], {}]) expect(readRow(raw)).toBeUndefined();
    expect(readRow({ ...rowFixture(1), clock: { due: "soon" } })).toBeUndefined();
    expect(readRow({ ...rowFixture(1), filings: [{ id: "x" }] })).toBeUndefined();
    expect(readRow({ ...rowFixture(1), reminders: ["yesterday"] })).toBeUndefined();
  });
});
