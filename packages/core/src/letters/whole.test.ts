/** What a whole letter can be blocked by, beyond its sentences. */
import { describe, expect, it } from "vitest";
import { asCourse, LETTER, parties, read, written } from "../fixtures/kind-case.fixture.ts";
import { clause, demandOf100, letterCase, withChanges } from "../fixtures/letter-case.fixture.ts";
import type { Case } from "../case/case.ts";

const codesOf = (of: Case, more: Parameters<typeof read>[1] = {}): readonly string[] =>
  read(of, more)
    .view.problems.filter((p) => p.severity === "block")
    .map((p) => p.code);

describe("[L9] a case that changed after the letter was begun", () => {
  it("[L9] a post of what turns out to be an engagement is blocked, a course's is not", () => {
    const { case: of } = written("post", letterCase(asCourse, ...clause, ...parties));
    expect(codesOf(of)).toEqual([]);
    const turned = withChanges(of, { op: "set", kind: "case", id: of.caseId, field: "category", value: "engagement" });
    expect(codesOf(turned)).toContain("X7.not_for_case");
  });
});

describe("[X10] 12315 takes a matter once", () => {
  it("[X10] closed blocks the complaint and no other letter", () => {
    const { case: of } = written("complaint12315", letterCase(asCourse, ...clause, ...parties));
    expect(codesOf(of, { complaintOpen: true })).toEqual([]);
    expect(codesOf(of, { complaintOpen: false })).toEqual(["X10.closed"]);
    const { case: other } = written("reminder1", letterCase(asCourse, ...clause, ...parties));
    expect(codesOf(other, { complaintOpen: false })).toEqual([]);
  });
});

describe("[K7] the time the letter names", () => {
  it("[K7] over before it goes out: blocked, and one press counts anew", () => {
    const on = (answerBy: string) => written("reminder1", letterCase(...clause), {}, undefined, { answerBy });
    // Written on 4 May 22:00.
    expect(codesOf(on("2024-05-04").case)).toEqual([]);
    const late = on("2024-05-03");
    expect(codesOf(late.case)).toEqual(["K7.past"]);
    expect(late.view.problems[0]?.fixes[0]).toMatchObject({
      command: "draft.edit",
      data: { id: LETTER, unset: ["answerBy"] },
    });
  });
});

describe("[D3] which amount", () => {
  it("[D3] an application may name both; what follows it asks for one", () => {
    const either = { demand: demandOf100({ receivedFen: undefined, claimFen: undefined, either: [10_000, 8_350] }) };
    const choice = (kind: "application" | "reminder1", more = either): readonly string[] =>
      written(kind, letterCase(...clause), more)
        .view.problems.filter((p) => p.code === "D3.choose")
        .map((p) => p.severity);
    expect(choice("application")).toEqual(["warn"]);
    expect(choice("reminder1")).toEqual(["block"]);
    expect(written("reminder1", letterCase(...clause)).view.problems).toEqual([]);
  });
});
