/**
 * A clause's condition as a person edits it: its words, its numbers as text, and back. Pure (B1, B4).
 *
 * 1. Shares are typed as percent and kept as 0–1; hours as they are.
 */
import type { Condition, Pack } from "@recourse/core";
import type { Say } from "../../../services/services.ts";
import type { FieldSpec } from "./field.ts";

export type ConditionType = Condition["type"];

/** Conditions a person may choose by hand. `answers` is built from questions, never by hand. */
export const conditionTypes: readonly ConditionType[] = [
  "refund_clause",
  "not_started",
  "progress_below",
  "drop_over",
  "suspicious_over",
  "failure_notice",
  "unreachable",
  "duplicate_payment",
  "payer_minor",
  "respondent_unidentified",
];

/** A condition of a type with the pack's own numbers. */
export function startCondition(type: ConditionType, pack: Pick<Pack, "defaults">): Condition {
  const of = (name: string, fallback: number): number => pack.defaults[name] ?? fallback;
  switch (type) {
    case "not_started":
      return { type, hours: of("startWithinHours", 24), tense: "ever" };
    case "progress_below":
      return { type, ratio: of("progressRatio", 0.5) };
    case "drop_over":
      return { type, ratio: of("dropRatio", 0.3), withinHours: of("dropWithinHours", 24), denominator: "unspecified" };
    case "answers":
      return { type, all: [] };
    default:
      return { type };
  }
}

/** The fields of a condition's numbers. */
export function conditionFields(type: ConditionType): readonly FieldSpec[] {
  const number = (name: string, required = false): FieldSpec => ({ name, type: "number", required });
  switch (type) {
    case "not_started":
      return [
        number("hours"),
        { name: "tense", type: "choice", set: "screen.tense", values: ["ever", "still"], required: true },
      ];
    case "progress_below":
      return [number("percent", true), number("withinHours"), { name: "unlessExplained", type: "flag" }];
    case "drop_over":
      return [
        number("percent", true),
        number("withinHours", true),
        {
          name: "denominator",
          type: "choice",
          set: "screen.denominator",
          values: ["gain", "total", "unspecified"],
          required: true,
        },
      ];
    case "suspicious_over":
      return [number("percent")];
    default:
      return [];
  }
}

const percentText = (ratio: number | undefined): string =>
  ratio === undefined ? "" : String(Math.round(ratio * 1000) / 10);

/** A condition's numbers as texts of its fields. */
export function conditionTexts(c: Condition): Readonly<Record<string, string>> {
  switch (c.type) {
    case "not_started":
      return { hours: c.hours === undefined ? "" : String(c.hours), tense: c.tense };
    case "progress_below":
      return {
        percent: percentText(c.ratio),
        withinHours: c.withinHours === undefined ? "" : String(c.withinHours),
        unlessExplained: c.unlessExplained === undefined ? "" : c.unlessExplained ? "yes" : "no",
      };
    case "drop_over":
      return { percent: percentText(c.ratio), withinHours: String(c.withinHours), denominator: c.denominator };
    case "suspicious_over":
      return { percent: percentText(c.ratio) };
    default:
      return {};
  }
}

type Values = Readonly<Record<string, unknown>>;

const numberOf = (v: unknown): number | undefined => (typeof v === "number" ? v : undefined);
const ratioOf = (values: Values): number | undefined => {
  const percent = numberOf(values["percent"]);
  return percent === undefined ? undefined : percent / 100;
};

/** The condition with the numbers typed; fields that say nothing are left out. */
export function withValues(c: Condition, values: Values): Condition {
  const hours = numberOf(values["hours"]);
  const withinHours = numberOf(values["withinHours"]);
  const ratio = ratioOf(values);
  switch (c.type) {
    case "not_started":
      return {
        type: c.type,
        tense: values["tense"] === "still" ? "still" : "ever",
        ...(hours === undefined ? {} : { hours }),
      };
    case "progress_below": {
      const explained = values["unlessExplained"];
      return {
        type: c.type,
        ratio: ratio ?? c.ratio,
        ...(withinHours === undefined ? {} : { withinHours }),
        ...(typeof explained === "boolean" ? { unlessExplained: explained } : {}),
      };
    }
    case "drop_over": {
      const d = values["denominator"];
      return {
        type: c.type,
        ratio: ratio ?? c.ratio,
        withinHours: withinHours ?? c.withinHours,
        denominator: d === "gain" || d === "total" ? d : "unspecified",
      };
    }
    case "suspicious_over":
      return { type: c.type, ...(ratio === undefined ? {} : { ratio }) };
    default:
      return c;
  }
}

/** A condition in words: "下单后 24 小时内没有开始". */
export function conditionText(say: Pick<Say, "word">, c: Condition): string {
  switch (c.type) {
    case "not_started":
      return say.word(`screen.condition.not_started.${c.tense}`, c.hours === undefined ? {} : { hours: c.hours });
    case "progress_below":
      return say.word("screen.condition.progress_below", {
        ratio: c.ratio,
        unlessExplained: c.unlessExplained === true,
        ...(c.withinHours === undefined ? {} : { hours: c.withinHours }),
      });
    case "drop_over":
      return say.word("screen.condition.drop_over", {
        ratio: c.ratio,
        hours: c.withinHours,
        denominator: c.denominator,
      });
    case "suspicious_over":
      return say.word("screen.condition.suspicious_over", c.ratio === undefined ? {} : { ratio: c.ratio });
    default:
      return say.word(`screen.condition.${c.type}`);
  }
}
