/** What moving a card means, and that core agrees. */
import {
  apply,
  assess,
  decide,
  emptyCase,
  id,
  instant,
  type Assessment,
  type Case,
  type Id,
  type Round,
} from "@recourse/core";
import { pack } from "@recourse/pack-cn";
import { letterRenderer } from "@recourse/words";
import { describe, expect, test } from "vitest";
import { columnOf, ROUNDS } from "./board-cards.ts";
import { rowOf, type BoardRow } from "./board-row.ts";
import { columnBeside, moveTo, progressOf, type Move, type Step } from "./row-move.ts";

const NOW = instant("2026-11-22T12:00:00+08:00");
const LAST: BoardRow["last"] = { id: id("01M81G67ZJSZCNEJNZ00000001"), type: "demand.sent", at: NOW, args: {} };
const plan = (round: Round, turn: Assessment["turn"], to: Round, last: BoardRow["last"] = LAST): Move =>
  moveTo({ round, turn, last }, to);

describe("moveTo", () => {
  test("[X4] forward: each column records its own step, and none is skipped", () => {
    expect(plan("prepare", "mine", "apply", undefined)).toEqual({ is: "record", step: "application" });
    expect(plan("apply", "mine", "first")).toEqual({ is: "record", step: "reminder1" });
    expect(plan("first", "theirs", "second")).toEqual({ is: "record", step: "reminder2" });
    expect(plan("prepare", "mine", "first", undefined)).toEqual({ is: "cannot", why: "application_first" });
    expect(plan("prepare", "mine", "second", undefined)).toEqual({ is: "cannot", why: "application_first" });
    expect(plan("apply", "theirs", "second")).toEqual({ is: "cannot", why: "reminder_first" });
  });
  test("[X4] doors of third parties run side by side: another may always be recorded", () => {
    expect(plan("apply", "theirs", "third")).toEqual({ is: "record", step: "filing" });
    expect(plan("third", "authority", "third")).toEqual({ is: "record", step: "filing" });
    expect(plan("third", "authority", "settle")).toEqual({ is: "record", step: "refund" });
  });
  test("[X1] back is the newest record taken back; without one there is nowhere to go back to", () => {
    expect(plan("second", "theirs", "first")).toEqual({ is: "back", event: LAST?.id });
    expect(plan("apply", "mine", "prepare")).toEqual({ is: "back", event: LAST?.id });
    // Their time is over: the card stands one column on.
    expect(plan("apply", "mine", "apply")).toEqual({ is: "back", event: LAST?.id });
    expect(moveTo({ round: "apply", turn: "mine", last: undefined }, "prepare")).toEqual({
      is: "cannot",
      why: "no_event",
    });
  });
  test("[X2] where it stands already nothing is recorded, and a closed case goes nowhere but back", () => {
    expect(plan("apply", "theirs", "apply")).toEqual({ is: "cannot", why: "here" });
    expect(plan("prepare", "mine", "prepare", undefined)).toEqual({ is: "cannot", why: "here" });
    expect(plan("settle", "none", "settle")).toEqual({ is: "cannot", why: "closed" });
    expect(plan("settle", "none", "third")).toEqual({ is: "back", event: LAST?.id });
  });
  test("[A6] the column beside: of the card, not of the round", () => {
    expect(columnBeside({ round: "apply", turn: "mine" }, 1)).toBe("second");
    expect(columnBeside({ round: "apply", turn: "theirs" }, 1)).toBe("first");
    expect(columnBeside({ round: "prepare", turn: "mine" }, -1)).toBeUndefined();
    expect(columnBeside({ round: "settle", turn: "mine" }, 1)).toBeUndefined();
  });
  test("[X7] a filing: what can still come of it, and nothing where it is over", () => {
    expect(progressOf({ channel: "samr_complaint", status: "submitted" })).toContain("accepted");
    expect(progressOf({ channel: "samr_complaint", status: "accepted" })).toEqual(["ended", "withdrawn"]);
    expect(progressOf({ channel: "small_claims", status: "submitted" })).toEqual(["docketed", "suit_ended"]);
    for (const status of ["refused", "withdrawn", "ended"] as const)
      expect(progressOf({ channel: "samr_complaint", status })).toEqual([]);
  });
});

describe("core agrees", () => {
  let minted = 0;
  const mint = (): Id => id(`01M81G67ZJSZCNEJNX${String((minted += 1)).padStart(8, "0")}`);
  const run = (of: Case, command: string, data: Readonly<Record<string, unknown>>): Case => {
    const decided = decide(of, command, data, { now: NOW, role: "owner", pack, render: letterRenderer, mint });
    if (!decided.ok) throw new Error(JSON.stringify(decided.error));
    return apply(of, decided.value).case;
  };
  const rowAfter = (of: Case): BoardRow => rowOf(of, assess(pack, of, NOW, letterRenderer));
  const created = run(emptyCase(id("01M81G67ZJSZCNEJNY00000001")), "case.create", {
    title: "视频会员年卡",
    category: "membership",
    lang: "zh-CN",
    order: { id: mint(), number: "VIP-1", item: "年卡", paidFen: 22_800, orderedAt: NOW },
  });
  const events: Readonly<Record<Exclude<Step, "filing">, readonly [string, Readonly<Record<string, unknown>>]>> = {
    application: ["application.submitted", { channel: "platform_form", periodHours: 24 }],
    reminder1: ["demand.sent", { channel: "platform_letter", letter: "reminder1", periodHours: 24 }],
    reminder2: ["demand.sent", { channel: "platform_letter", letter: "reminder2", periodHours: 24 }],
    refund: ["refund.received", { amountFen: 22_800 }],
  };
  const record = (of: Case, step: Step): Case => {
    if (step !== "filing") {
      const [type, data] = events[step];
      return run(of, "event.append", { id: mint(), type, at: NOW, data });
    }
    const filing = mint();
    const prepared = run(of, "filing.add", { id: filing, channel: "samr_complaint" });
    return run(prepared, "event.append", {
      id: mint(),
      type: "filing.submitted",
      at: NOW,
      data: { filing, channel: "samr_complaint" },
    });
  };

  test("[X2] what a column records puts the card into it, from every state of a case that goes on", () => {
    let of = created;
    for (const to of ["apply", "first", "second", "third", "settle"] as const) {
      for (const each of ROUNDS) {
        const move = moveTo(rowAfter(of), each);
        if (move.is !== "record") continue;
        const after = rowAfter(record(of, move.step));
        expect([to, each, columnOf(after)]).toEqual([to, each, each]);
      }
      const move = moveTo(rowAfter(of), to);
      if (move.is !== "record") throw new Error(`${to}: ${JSON.stringify(move)}`);
      of = record(of, move.step);
    }
  });
  test("[X1] taking the newest record back leads to where the card stood before", () => {
    const applied = record(created, "application");
    const reminded = record(applied, "reminder1");
    const move = moveTo(rowAfter(reminded), "apply");
    if (move.is !== "back") throw new Error(JSON.stringify(move));
    const back = run(reminded, "event.retract", { id: mint(), of: move.event });
    expect(rowAfter(back).round).toBe(rowAfter(applied).round);
    expect(columnOf(rowAfter(back))).toBe("apply");
  });
});
