import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess } from "../assess/assess.ts";
import type { Case } from "../case/case.ts";
import type { Change, Fields } from "../case/change.ts";
import { closedPack } from "../fixtures/closed-case.fixture.ts";
import { bareCase, put, testId, withChanges } from "../fixtures/measured-case.fixture.ts";
import { instant, type Instant } from "../time.ts";

const event = (n: number, type: string, at: string, data: Fields = {}): Change => ({
  op: "append",
  kind: "event",
  id: testId(500 + n),
  value: { type, at: /\d:\d/.test(at) ? instant(at) : at, recordedAt: instant("2026-11-22 12:00"), refs: [], data },
});
const state = (of: Case, at: string): readonly [string, string] => {
  const a = assess(closedPack, of, instant(at));
  return [a.round, a.turn];
};
const applied = event(1, "application.submitted", "2026-11-20 10:00", { channel: "platform_form", periodHours: 72 });

describe("[X2] round and turn follow from events", () => {
  it("[X3] a draft changes nothing: no round, no deadline", () => {
    const drafted = bareCase(put("draft", testId(400), { kind: "application", lang: "zh-CN" }));
    expect(state(drafted, "2026-11-22 12:00")).toEqual(["prepare", "mine"]);
    expect(assess(closedPack, drafted, instant("2026-11-22 12:00")).deadlines).toEqual([]);
  });
  it("[X2] asked: their turn until the period I named is over, then mine", () => {
    // 20 Nov 10:00 + 72 h = 23 Nov 10:00.
    expect(state(bareCase(applied), "2026-11-22 12:00")).toEqual(["apply", "theirs"]);
    expect(state(bareCase(applied), "2026-11-23 10:00")).toEqual(["apply", "theirs"]);
    expect(state(bareCase(applied), "2026-11-23 10:01")).toEqual(["apply", "mine"]);
  });
  it("[X5] a vague reply is no answer; a refusal is one", () => {
    const reply = (as: string): Change => event(2, "reply.received", "2026-11-21 09:00", { as });
    expect(state(bareCase(applied, reply("vague")), "2026-11-22 12:00")).toEqual(["apply", "theirs"]);
    expect(state(bareCase(applied, reply("refused")), "2026-11-22 12:00")).toEqual(["apply", "mine"]);
  });
  it("[X4] first and second reminder, filing, refund", () => {
    const demands = [event(3, "demand.sent", "2026-11-23 11:00"), event(4, "demand.sent", "2026-11-25 11:00")];
    expect(state(bareCase(applied, ...demands.slice(0, 1)), "2026-11-26 12:00")[0]).toBe("first");
    expect(state(bareCase(applied, ...demands), "2026-11-26 12:00")[0]).toBe("second");
    expect(
      state(
        bareCase(applied, ...demands, event(5, "filing.submitted", "2026-11-27 09:00", { channel: "samr_complaint" })),
        "2026-11-28 12:00",
      ),
    ).toEqual(["third", "authority"]);
    expect(state(bareCase(applied, event(6, "refund.received", "2026-11-22 09:00")), "2026-11-22 12:00")).toEqual([
      "settle",
      "mine",
    ]);
  });
  it("[X1] a retracted event counts as never appended", () => {
    const retracted = withChanges(
      bareCase(applied),
      event(9, "event.retracted", "2026-11-22 08:00", { of: testId(501) }),
    );
    expect(state(retracted, "2026-11-22 12:00")).toEqual(["prepare", "mine"]);
    expect(assess(closedPack, retracted, instant("2026-11-22 12:00")).course.retracted).toEqual([testId(501)]);
  });
});

describe("[K7] a period counts only if a message named it", () => {
  it("[K8] a chat follow-up of 24 hours: 22 Nov 22:30 → 23 Nov 22:30", () => {
    const a = assess(
      closedPack,
      bareCase(event(1, "demand.sent", "2026-11-22 22:30", { periodHours: 24 })),
      instant("2026-11-22 23:00"),
    );
    expect(a.deadlines).toMatchObject([
      { rule: "demand-period", due: instant("2026-11-23 22:30"), basis: ["person"], owner: "theirs", passed: false },
    ]);
  });
  it("[K7] without a named period there is no clock against them, and their turn does not end by itself", () => {
    const silent = bareCase(event(1, "demand.sent", "2026-11-22 22:30"));
    expect(assess(closedPack, silent, instant("2027-11-22 23:00")).deadlines).toEqual([]);
    expect(state(silent, "2027-11-22 23:00")).toEqual(["first", "theirs"]);
  });
  it("[K7] a captured clause is the basis of their own published time", () => {
    const a = assess(
      closedPack,
      bareCase(event(1, "application.submitted", "2026-11-22 10:00", { periodHours: 48, clause: testId(62) })),
      instant("2026-11-22 23:00"),
    );
    expect(a.deadlines[0]).toMatchObject({ rule: "published-period", basis: [`clause/${testId(62)}`] });
  });
});

describe("[X2] answers about the past stay", () => {
  const types = [
    "application.submitted",
    "demand.sent",
    "reply.received",
    "filing.submitted",
    "refund.received",
    "offer.made",
  ] as const;
  const some = fc.array(
    fc.record({
      type: fc.constantFrom(...types),
      hour: fc.integer({ min: 0, max: 400 }),
      period: fc.option(fc.integer({ min: 1, max: 200 })),
    }),
    { maxLength: 8 },
  );
  const at = (hour: number): Instant => instant(new Date(Date.UTC(2026, 10, 1) + hour * 3_600_000).toISOString());
  const build = (
    list: readonly { readonly type: string; readonly hour: number; readonly period: number | null }[],
  ): readonly Change[] =>
    list.map((e, n) => ({
      op: "append",
      kind: "event",
      id: testId(600 + n),
      value: {
        type: e.type,
        at: at(e.hour),
        recordedAt: at(900),
        refs: [],
        data: e.period === null ? {} : { periodHours: e.period },
      },
    }));

  it("[X2] a later event never changes an earlier answer, and the order of arrival does not matter", () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 400 }), (list, hour) => {
        const all = build(list);
        const known = all.filter((c) => c.op === "append" && String(c.value["at"]) <= at(hour));
        const view = (changes: readonly Change[]): unknown => {
          const { round, turn, deadlines } = assess(closedPack, bareCase(...changes), at(hour));
          return { round, turn, deadlines };
        };
        expect(view(all)).toEqual(view(known));
        expect(view(all.toReversed())).toEqual(view(all));
      }),
      { numRuns: 60 },
    );
  });
});
