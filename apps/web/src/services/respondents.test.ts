/** What a closed case leaves to be remembered of the other side, and how the workspace follows it. */
import { civil, instant, type Id } from "@recourse/core";
import { createRoot } from "solid-js";
import { describe, expect, test } from "vitest";
import { createIds, createMemoryCase, FIXTURE_NOW, type MemoryCase } from "../parts/memory-case.fixture.ts";
import { respondentList, type MetRespondent } from "./respondent-list.ts";
import { metIn, respondentChanges, type Remembered } from "./respondents.ts";

const closed = (more: Readonly<Record<string, unknown>> = {}): MemoryCase => {
  const of = createMemoryCase({
    title: "年卡",
    category: "membership",
    respondent: { name: "某某科技有限公司" },
    order: { number: "1", item: "年卡", paidFen: 29_900, orderedAt: instant("2024-05-01T10:02:31+08:00") },
    ...more,
  });
  of.must("case.close", { at: FIXTURE_NOW, outcome: "stopped", reason: "不值得" });
  return of;
};
const inRoot = (work: () => void): void => createRoot((dispose) => (work(), dispose()));
const slice = (of: readonly MetRespondent[]) => ({ respondentRecord: Object.fromEntries(of.map((r) => [r.id, r])) });
const workspace = (live: readonly MetRespondent[], removed: readonly MetRespondent[] = []): Remembered => ({
  live: slice(live),
  removed: slice(removed),
});
const ids = createIds(900);
const record = (id: Id, more: Partial<MetRespondent> = {}): MetRespondent => ({
  id,
  caseId: ids(),
  name: "甲公司",
  category: "membership",
  outcome: "stopped",
  closedOn: civil("2024-05-05"),
  lettersSent: 0,
  filings: 0,
  paidFen: 0,
  receivedFen: 0,
  excuses: [],
  ...more,
});

describe("[S3] what a case leaves", () => {
  test("[S3] nothing while it is open; name, outcome and sums once it is closed; nothing again when it is reopened", () =>
    inRoot(() => {
      const of = closed();
      const [closing] = of.live.all("event").filter((e) => e.type === "case.closed");
      expect(metIn(of.live, FIXTURE_NOW)).toMatchObject({
        id: closing?.id,
        caseId: of.live.caseId,
        name: "某某科技有限公司",
        outcome: "stopped",
        closedOn: "2024-05-05",
      });
      of.must("case.reopen", { at: FIXTURE_NOW });
      expect(metIn(of.live, FIXTURE_NOW)).toBeUndefined();
    }));

  test("[P1] a person is remembered by a covered name only", () =>
    inRoot(() => {
      const of = closed({ respondent: { name: "张三" } });
      const [party] = of.live.ids("party");
      of.must("party.edit", { id: party, set: { kind: "person" } });
      expect(metIn(of.live, FIXTURE_NOW)?.name).toBe("张*");
    }));
});

describe("[S3] how the workspace follows", () => {
  const A = record(ids());

  test("[S3] a new closing is put; the same again changes nothing; a figure that changed is set", () => {
    const { id, ...value } = A;
    expect(respondentChanges(workspace([]), A.caseId, A)).toEqual([{ op: "put", kind: "respondentRecord", id, value }]);
    expect(respondentChanges(workspace([A]), A.caseId, A)).toEqual([]);
    expect(respondentChanges(workspace([A]), A.caseId, { ...A, receivedFen: 500 })).toEqual([
      { op: "set", kind: "respondentRecord", id, field: "receivedFen", value: 500 },
    ]);
  });

  test("[S3] reopened it goes; what the person removed stays away, a later closing does not", () => {
    expect(respondentChanges(workspace([A]), A.caseId, undefined)).toEqual([
      { op: "remove", kind: "respondentRecord", id: A.id },
    ]);
    expect(respondentChanges(workspace([], [A]), A.caseId, A)).toEqual([]);
    const later = record(ids(), { caseId: A.caseId });
    expect(respondentChanges(workspace([], [A]), A.caseId, later).map((c) => [c.op, c.id])).toEqual([
      ["put", later.id],
    ]);
  });

  test("[S3] other cases are left alone; the list is newest first", () => {
    const B = record(ids(), { closedOn: civil("2024-06-01") });
    expect(respondentChanges(workspace([A, B]), A.caseId, undefined).map((c) => c.id)).toEqual([A.id]);
    expect(respondentList({ [A.id]: A, [B.id]: B }).map((r) => r.id)).toEqual([B.id, A.id]);
  });
});
