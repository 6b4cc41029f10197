import { describe, expect, it } from "vitest";
import type { Case } from "../case/case.ts";
import type { Change } from "../case/change.ts";
import { bareCase, emptyPack, exhibit, put, testId, withChanges } from "../fixtures/measured-case.fixture.ts";
import { lookupStates } from "./lookup.ts";

const pack = emptyPack({ lookupPlaces: ["footer", "help"].map((id) => ({ id, zh: id, en: id })) });
const look = (n: number, place: string, result: "captured" | "not_found", on: string, clause?: string): Change =>
  put("lookup", testId(40 + n), { place, result, on, clause });
const term = put("clause", testId(91), {
  document: "d",
  article: "1",
  quote: "q",
  exhibit: testId(90),
  ground: "other",
  condition: { type: "refund_clause" },
  shownAtOrder: "yes",
});
const states = (c: Case) => lookupStates(c, pack).map((s) => [s.place, s.state, s.on]);

describe("where a term could stand", () => {
  it("[B2] captured, not found on its day, and not looked are three things", () => {
    expect(states(bareCase())).toEqual([
      ["footer", "not_looked", undefined],
      ["help", "not_looked", undefined],
    ]);
    expect(states(bareCase(look(1, "footer", "not_found", "2024-05-06")))).toEqual([
      ["footer", "not_found", "2024-05-06"],
      ["help", "not_looked", undefined],
    ]);
  });

  it("[B2] the newest look counts, and a capture outlasts a later empty page", () => {
    const c = bareCase(look(1, "footer", "not_found", "2024-05-08"), look(2, "footer", "not_found", "2024-05-06"));
    expect(states(c)[0]).toEqual(["footer", "not_found", "2024-05-08"]);
    const taken = withChanges(c, exhibit(testId(90)), term, look(3, "footer", "captured", "2024-05-07", testId(91)));
    expect(lookupStates(taken, pack)[0]).toEqual({
      place: "footer",
      state: "captured",
      on: "2024-05-07",
      clauses: [testId(91)],
      lookups: [testId(43)],
    });
  });

  it("[E6] a capture whose clause or exhibit was removed is none any more", () => {
    const c = bareCase(exhibit(testId(90)), term, look(1, "footer", "captured", "2024-05-07", testId(91)));
    expect(states(withChanges(c, { op: "remove", kind: "exhibit", id: testId(90) }))[0]?.[1]).toBe("not_looked");
    expect(states(withChanges(c, { op: "remove", kind: "clause", id: testId(91) }))[0]?.[1]).toBe("not_looked");
    expect(states(c)[0]?.[1]).toBe("captured");
  });
});
