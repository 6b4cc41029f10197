/**
 * Papers filled from a small case, and how tests look into them. Data for tests.
 */
import type { Demand } from "../../assess/assessment.ts";
import type { Case } from "../../case/case.ts";
import type { Change, Fields } from "../../case/change.ts";
import { put, testId } from "../../fixtures/measured-case.fixture.ts";
import type { Id } from "../../identity.ts";
import { instant } from "../../time.ts";
import { formOf, type FormInput } from "./form-of.ts";
import type { FormField, FormKind, FormView } from "./form.ts";
import { forms } from "./forms.fixture.ts";

export const ALICE = testId(700);
export const SHOP = testId(701);
export const BOB = testId(702);
export const FILING = testId(703);
export const now = instant("2026-11-22T10:00:00+08:00");
export const demand = (more: Partial<Demand> = {}): Demand => ({
  paidFen: 10_000,
  refundedFen: 0,
  receivedFen: 0,
  claimFen: 10_000,
  either: undefined,
  lines: [],
  refs: [],
  ...more,
});
export const party = (of: Id, role: string, name: string, more: Fields = {}): Change =>
  put("party", of, { role, name, ...more });
export const alice = party(ALICE, "claimant", "alice", { contact: "138 0000 0001", address: "甲市乙路1号" });
export const shop = party(SHOP, "respondent", "某某网络科技有限公司", { kind: "company", address: "丙市丁路2号" });

export const view = (of: Case, kind: FormKind, more: Partial<FormInput> = {}): FormView =>
  formOf(of, forms, kind, { lang: "zh-CN", context: { demand: demand(), now }, ...more });
export const fieldIn = (of: FormView, id: string): FormField => {
  const found = of.sections.flatMap((s) => s.fields).find((f) => f.id === id);
  if (!found) throw new Error(`no field ${id}`);
  return found;
};
export const texts = (f: FormField): readonly unknown[] => f.value.map((m) => m.args["text"] ?? m.code);
export const gaps = (of: FormView): readonly string[] => of.missing.filter((g) => g.required).map((g) => g.field);
