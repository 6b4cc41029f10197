import { describe, expect, it } from "vitest";
import {
  BILL,
  composeOn,
  demandOf100,
  DRAFT,
  letterCase,
  options,
  PAYMENT,
  plainRenderer,
  testId,
  viewOf,
  withChanges,
} from "../fixtures/letter-case.fixture.ts";
import { letterPack } from "../fixtures/pack.fixture.ts";
import { instant } from "../time.ts";
import type { Case } from "../case/case.ts";
import { ref } from "../identity.ts";
import { readRecord } from "../case/read.ts";
import { letterProblems } from "./problems.ts";
import { sentDiff, sentFields } from "./sent.ts";

const SENT = testId(80);
const sentOn = (of: Case): Case =>
  withChanges(of, {
    op: "append",
    kind: "sentVersion",
    id: SENT,
    value: sentFields(of, letterPack, viewOf(of), {
      at: instant("2024-05-04T22:30:00+08:00"),
      channel: "platform_form",
    }),
  });
const diff = (of: Case, demand = demandOf100()): readonly string[] => {
  const sent = of.live.sentVersion[SENT];
  return sent ? sentDiff(of, sent, demand).map((d) => `${d.ref} ${d.was} → ${d.now ?? "gone"}`) : ["not sent"];
};

describe("[A3] sent versions", () => {
  const of = sentOn(composeOn(letterCase()).case);
  it("[A3] nothing changed: nothing to say; the record reads back", () => {
    expect(diff(of)).toEqual([]);
    const { id: _id, ...fields } = of.live.sentVersion[SENT] ?? { id: SENT };
    expect(readRecord("sentVersion", SENT, fields).as).toBe("record");
  });
  it("[A3] a fact corrected later is named, the sent text stays", () => {
    const later = withChanges(of, { op: "set", kind: "payment", id: PAYMENT, field: "amountFen", value: 9_000 });
    expect(diff(later)).toEqual([`payment/${PAYMENT}/amountFen 100.00 → 90.00`]);
    expect(later.live.sentVersion[SENT]).toBe(of.live.sentVersion[SENT]);
  });
  it("[A3] a refund that came later changes the amount asked, not the payment", () => {
    expect(diff(of, demandOf100({ refundedFen: 5_000, claimFen: 5_000 }))).toEqual([
      `demand/${testId(1)}/claimFen 100.00 → 50.00`,
      `demand/${testId(1)}/refundedFen 0.00 → 50.00`,
    ]);
  });
  it("[A3] numbers and hashes of exhibits are constants of the sent version", () => {
    expect(of.live.sentVersion[SENT]?.exhibits[0]).toMatchObject({ number: 1, exhibit: BILL, sha256: "0".repeat(64) });
    const without = withChanges(of, { op: "remove", kind: "exhibit", id: BILL });
    expect(without.live.sentVersion[SENT]?.exhibits[0]?.number).toBe(1);
  });
  it("[A3] the letters' pass: an open draft is checked, a sent one says which values are old", () => {
    const blank = withChanges(letterCase());
    expect(letterProblems(blank, letterPack, options(blank), plainRenderer).map((p) => p.code)).toEqual([
      "A2.part_missing",
      "A2.part_missing",
      "A2.part_missing",
      "A2.part_missing",
    ]);
    const later = withChanges(of, { op: "set", kind: "payment", id: PAYMENT, field: "amountFen", value: 9_000 });
    const problems = letterProblems(later, letterPack, options(later), plainRenderer);
    expect(problems.map((p) => [p.code, p.severity, p.target, p.message.refs])).toEqual([
      ["A3.sent_old", "info", ref("sentVersion", SENT), [ref("payment", PAYMENT, "amountFen")]],
    ]);
    expect(problems[0]?.message.args).toMatchObject({ was: "100.00", now: "90.00" });
    expect(DRAFT).toBe(of.live.sentVersion[SENT]?.draft);
  });
});
