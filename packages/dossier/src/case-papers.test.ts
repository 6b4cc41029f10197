import { describe, expect, it } from "vitest";
import {
  apply,
  emptyCase,
  id,
  instant,
  sha256,
  type Case,
  type Change,
  type Fields,
  type Id,
  type Kind,
} from "@recourse/core";
import { bagExhibits, withheldExhibits } from "./case-papers.ts";

const CASE = id("0".repeat(26));
const one = (n: number): Id => id(String(n).padStart(26, "0"));
const put = (kind: Kind, of: Id, value: Fields): Change => ({ op: "put", kind, id: of, value });
const exhibit = (n: number, name: string, more: Fields = {}): Change =>
  put("exhibit", one(n), {
    sha256: sha256(String(n).repeat(64)),
    size: n,
    name,
    mediaType: "text/csv",
    materialType: "其他",
    importedAt: instant(`2024-05-0${n} 10:00`),
    importedVia: "test",
    strength: 1,
    ...more,
  });
const caseOf = (...changes: readonly Change[]): Case => apply(emptyCase(CASE), changes).case;
const names = (of: Case): readonly string[] => bagExhibits(of, undefined, "zh-CN").map((e) => e.name);

describe("[E14] lists of other people's accounts stay out of the platform's bundle", () => {
  const sample = put("sample", one(9), { exhibit: one(2), rows: [] });

  it("[E14] an exhibit a sample was read from is withheld and named", () => {
    const of = caseOf(exhibit(1, "bill.csv"), exhibit(2, "followers.csv"), sample);
    expect(names(of)).toEqual(["bill.csv"]);
    expect(withheldExhibits(of).map((e) => e.name)).toEqual(["followers.csv"]);
  });

  it("[E14] without a sample the same file goes along", () => {
    expect(names(caseOf(exhibit(1, "bill.csv"), exhibit(2, "followers.csv")))).toEqual(["bill.csv", "followers.csv"]);
  });

  it("[A3] the others keep their numbers", () => {
    const of = caseOf(exhibit(1, "bill.csv"), exhibit(2, "followers.csv"), exhibit(3, "chat.txt"), sample);
    expect(bagExhibits(of, undefined, "zh-CN").map((e) => e.number)).toEqual([1, 3]);
  });
});

describe("[F1] rows that a whole bill discloses", () => {
  it("[F1] two of three rows belong to other matters", () => {
    const seen = put("sighting", one(8), { of: "payment/x", exhibit: one(1), row: 21, amountFen: 1 });
    const of = caseOf(exhibit(1, "bill.csv", { rowCount: 3 }), seen);
    expect(bagExhibits(of, undefined, "zh-CN")[0]?.otherRows).toBe(2);
  });
});
