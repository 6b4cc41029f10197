/** Tests of the grounds, their law and their elements. */
import { ElementIdSchema, GroundKindSchema, type GroundKind } from "@recourse/core";
import { expect, test } from "vitest";
import { pack } from "./index.ts";

const rule = (kind: GroundKind) => pack.grounds.find((g) => g.kind === kind);
const category = (id: string) => pack.categories.find((c) => c.id === id);

test("[B1] there is one rule for each kind of ground, and the guide's three classes lie over them", () => {
  expect(pack.grounds.map((g) => g.kind).toSorted()).toEqual(GroundKindSchema.options.toSorted());
  expect(rule("not_started")?.guideClass).toBe("not_performed");
  expect(rule("quality_below_standard")?.guideClass).toBe("below_standard");
  expect(rule("platform_unreachable")?.guideClass).toBe("platform_duty");
});

test.each<[GroundKind, string, readonly string[]]>([
  ["auto_renew_no_notice", "membership", ["crpl-reg-10"]],
  ["unauthorised_payment", "other", ["ecl-57"]],
  ["duplicate_charge", "other", ["cc-985"]],
  ["minor_payment", "topup", ["cc-19", "cc-20", "cc-144", "cc-145"]],
  ["seller_unidentified", "other", ["crpl-44"]],
  ["unfair_term", "other", ["crpl-26", "cc-496", "cc-497", "netrade-21"]],
  ["terminate_prepaid", "course", ["crpl-53", "crpl-reg-22", "spc-prepaid-2025-13"]],
  ["prepaid_7d", "course", ["spc-prepaid-2025-14"]],
])("[B9] %s in %s rests on the provisions the domain names", (kind, id, named) => {
  expect(rule(kind)?.categories).toContain(id);
  expect(category(id)?.grounds).toContain(kind);
  expect(rule(kind)?.provisions).toEqual(expect.arrayContaining([...named]));
});

test("[B9] the presumption of capacity cuts against a minor's payment", () => {
  expect(rule("minor_payment")?.against).toEqual(["ecl-48"]);
});

test("[B9] a field outside the list of Art. 1 leaves the seven days unknown, never refused", () => {
  expect(pack.questions.find((q) => q.id === "prepaid_field")?.answers.map((a) => a.value)).toEqual(["yes", "unknown"]);
});

test("[E1] every ground has each element once, with something that shows it", () => {
  for (const ground of pack.grounds) {
    expect(ground.elements.map((e) => e.element)).toEqual(ElementIdSchema.options);
    for (const row of ground.elements)
      expect(row.all.length + row.any.length, `${ground.kind} ${row.element}`).toBeGreaterThan(0);
  }
});

test("[E1] the promise is needed where the ground compares with one, and only there", () => {
  const needs = (kind: GroundKind) => rule(kind)?.elements[0]?.all.includes("promise_captured");
  expect(needs("under_delivered")).toBe(true);
  expect(needs("duplicate_charge")).toBe(false);
});

test("[A7] for engagement no law of contract is a source: what the law leaves is 157, shown and never met by itself", () => {
  const law = new Set(pack.grounds.filter((g) => g.categories.includes("engagement")).flatMap((g) => g.provisions));
  for (const id of ["cc-577", "cc-509", "cc-563", "cc-582", "ecl-20", "crpl-53"]) expect([...law]).not.toContain(id);
  expect(rule("other")).toMatchObject({ provisions: ["cc-157"], condition: null, categories: ["engagement"] });
  expect(rule("other")?.against).toContain("spc-2022-8-9");
  // The same kinds may still stand on a captured clause.
  expect(category("engagement")?.grounds).toEqual(expect.arrayContaining(["not_started", "post_delivery_loss"]));
});

test("[A7] only engagement keeps law out of letters", () => {
  expect(pack.categories.filter((c) => !c.lawInLetters).map((c) => c.id)).toEqual(["engagement"]);
});

test("[L1] engagement carries five notices, the other categories none", () => {
  expect(category("engagement")?.notices).toEqual([
    "L1.void",
    "L1.may_refuse",
    "L1.both_fault",
    "L1.discloses",
    "L1.account",
  ]);
  for (const c of pack.categories) if (c.id !== "engagement") expect(c.notices).toEqual([]);
});

test("[L6] only engagement asks what the order was for; the others ask whether it was for a business", () => {
  for (const c of pack.categories) {
    expect(c.questions.includes("situation"), c.id).toBe(c.id === "engagement");
    expect(c.questions.includes("purpose"), c.id).toBe(c.id !== "engagement");
  }
});

test("[G3] whether the account was given away is asked for engagement and top-ups", () => {
  expect(pack.categories.filter((c) => c.questions.includes("gave_account")).map((c) => c.id)).toEqual([
    "engagement",
    "topup",
  ]);
});

test("[B4] the guide's thresholds are defaults that a person can change", () => {
  expect(pack.defaults).toMatchObject({
    startWithinHours: 24,
    progressRatio: 0.5,
    dropRatio: 0.3,
    dropWithinHours: 24,
  });
  // 200 yuan (L7), 24 hours and 7 days (K8).
  expect(pack.defaults).toMatchObject({ stopBelowFen: 20000, chatFollowUpHours: 24, demandDays: 7 });
});
