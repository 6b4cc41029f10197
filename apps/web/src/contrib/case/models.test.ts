/** The screen's own small decisions: columns, gaps, forms, fields, conditions. */
import { type ElementAssessment, gapAction, id, instant } from "@recourse/core";
import { describe, expect, test } from "vitest";
import { distance, fromField, toField } from "../../parts/moment.ts";
import { stepAction } from "../../parts/next-step.ts";
import { formOf } from "./form-of.ts";
import { conditionTexts, withValues } from "./forms/condition.ts";
import { readForm, type FieldSpec } from "./forms/field.ts";
import { cellOf, columnsOf, missingCount } from "./matrix-model.ts";

const A = id("0".repeat(31) + "a");
const B = id("0".repeat(31) + "b");
const C = id("0".repeat(31) + "c");

const element = (more: Partial<ElementAssessment>): ElementAssessment => ({
  id: "breach",
  verdict: "none",
  exhibits: [],
  why: [],
  missing: [],
  ...more,
});
const link = (exhibit: typeof A, of: ElementAssessment["id"]) => ({
  id: id("0".repeat(31) + "1"),
  exhibit,
  element: of,
  proves: "x",
});

describe("proof table", () => {
  const exhibits = [
    { id: A, material: "后台数据" },
    { id: B, material: "后台数据" },
    { id: C, material: "其他" },
  ];

  test("[E2] an exhibit without a link has no column; those of one material share one, in the order of the list", () => {
    const columns = columnsOf({ elements: [element({})], links: [link(B, "breach"), link(A, "breach")], exhibits });
    expect(columns).toEqual([{ material: "后台数据", exhibits: [A, B] }]);
  });

  test("[E5] what is wanted and not there has an empty column, and its cell is open", () => {
    const wanted = element({ missing: [{ code: "missing.clause", args: {}, refs: [], material: "平台规则" }] });
    const columns = columnsOf({ elements: [wanted], links: [], exhibits });
    expect(columns).toEqual([{ material: "平台规则", exhibits: [] }]);
    expect(cellOf(wanted, { material: "平台规则", exhibits: [] }, []).missing?.code).toBe("missing.clause");
  });

  test("[E4] a linked exhibit counts only where the assessment rests on it", () => {
    const column = { material: "后台数据", exhibits: [A, B] };
    expect(cellOf(element({ exhibits: [A] }), column, [link(A, "breach")]).counts).toBe(true);
    expect(cellOf(element({}), column, [link(A, "breach")]).counts).toBe(false);
  });

  test("[E5] one thing wanted for two points is one thing", () => {
    const gap = { code: "missing.payment", args: {}, refs: [], material: "支付凭证" };
    expect(missingCount([element({ missing: [gap] }), element({ id: "amount", missing: [gap] })])).toBe(1);
  });
});

describe("what is asked", () => {
  test("[E5] a gap that is closed by writing opens its form; one that needs a file asks for the file", () => {
    expect(gapAction({ code: "missing.clause", args: {}, material: "平台规则" }).command).toBe("clause.add");
    expect(gapAction({ code: "missing.promise", args: {}, material: "服务承诺" })).toEqual({
      command: "inbox.add",
      data: { material: "服务承诺" },
    });
    expect(gapAction({ code: "missing.answer", args: { question: "page_differs" } })).toEqual({
      command: "answer.give",
      data: { question: "page_differs" },
    });
  });

  test("[E5] a step of the assessment keeps its own data", () => {
    const step = {
      code: "missing.order_number",
      args: {},
      action: { command: "order.edit", data: { id: A, ask: "number" } },
    };
    expect(stepAction(step)).toEqual({ command: "order.edit", data: { ask: "number", id: A } });
  });

  test("[E3] a fix that brings its value runs at once, one that asks opens a form", () => {
    expect(formOf({ command: "order.edit", data: { id: A, set: { paidFen: 100 } } })).toBeUndefined();
    expect(formOf({ command: "order.edit", data: { id: A, ask: "number" } })).toBe("record");
    expect(formOf({ command: "case.edit", data: { ask: "situation" } })).toBe("question");
    expect(formOf({ command: "usage.add", data: { order: A, claimChoice: "full" } })).toBeUndefined();
    expect(formOf({ command: "draft.start", data: { kind: "application" } })).toBeUndefined();
  });
});

describe("fields", () => {
  const fields: readonly FieldSpec[] = [
    { name: "amount", type: "money", required: true },
    { name: "at", type: "when" },
  ];

  test("[A2] money is fen, a bare day stays a day, and nothing typed is nothing", () => {
    expect(readForm(fields, { amount: "¥1,980", at: "2024-05-01" })).toEqual({
      values: { amount: 198_000, at: "2024-05-01" },
      empty: [],
      errors: {},
    });
    expect(readForm(fields, { amount: "10", at: "" }).empty).toEqual(["at"]);
    expect(readForm(fields, { amount: "", at: "昨天" }).errors).toEqual({
      amount: "screen.form.required",
      at: "screen.form.bad_time",
    });
  });

  test("[K1] a field shows the clock of Shanghai and reads it back", () => {
    const at = instant("2024-05-01T10:02:31+08:00");
    expect(toField(at)).toBe("2024-05-01T10:02:31");
    expect(fromField(toField(at))).toBe(at);
  });

  test("[K1] a distance in time is cut down, and beyond a week a date says more", () => {
    const now = instant("2024-05-08T12:00:00+08:00");
    expect(distance(instant("2024-05-08T10:01:00+08:00"), now)).toEqual({
      code: "screen.when.hours_ago",
      args: { n: 1 },
    });
    expect(distance(instant("2024-05-10T11:00:00+08:00"), now)).toEqual({
      code: "screen.when.days_in",
      args: { n: 1 },
    });
    expect(distance(instant("2024-04-30T10:00:00+08:00"), now)).toBeUndefined();
  });
});

test("[B4] a condition's numbers are edited as percent and hours and come back as they are stored", () => {
  const drop = { type: "drop_over", ratio: 0.3, withinHours: 24, denominator: "unspecified" } as const;
  expect(conditionTexts(drop)).toEqual({ percent: "30", withinHours: "24", denominator: "unspecified" });
  expect(withValues(drop, { percent: 25, withinHours: 48, denominator: "gain" })).toEqual({
    type: "drop_over",
    ratio: 0.25,
    withinHours: 48,
    denominator: "gain",
  });
});
