/**
 * Clauses: sentences of a captured text that the pack's patterns recognise. Pure.
 *
 * 1. A quote is exactly what the text says (B2); what it means is a suggestion the person confirms.
 * 2. Where the sentence names hours or a share, these replace the pattern's own.
 */
import type { ClausePattern, Condition, GroundKind } from "@recourse/core";

export interface ClauseSuggestion {
  readonly kind: "clause";
  readonly pattern: string;
  readonly quote: string;
  readonly ground: GroundKind;
  readonly condition: Condition;
  /** Units: UTF-16 code units in the exhibit's text. */
  readonly start: number;
  readonly end: number;
}

/** One suggestion for each sentence that a pattern recognises; the first pattern in the pack's order wins. Source: B2. */
export function suggestClauses(text: string, patterns: readonly ClausePattern[]): readonly ClauseSuggestion[] {
  const compiled = patterns.map((p) => ({ ...p, regExp: new RegExp(p.pattern, "u") }));
  return [...text.matchAll(/[^。；;！？!?\r\n]+[。；;！？!?]?/g)].flatMap((sentence) => {
    const quote = sentence[0].trim();
    const start = sentence.index + sentence[0].indexOf(quote);
    for (const { id, regExp, ground, condition } of compiled) {
      const m = regExp.exec(quote);
      if (m === null) continue;
      return [
        {
          kind: "clause" as const,
          pattern: id,
          quote,
          ground,
          condition: filled(condition, m.groups),
          start,
          end: start + quote.length,
        },
      ];
    }
    return [];
  });
}

function filled(condition: Condition, groups: Readonly<Record<string, string | undefined>> | undefined): Condition {
  const hours = numberOf(groups?.["hours"]);
  const percent = numberOf(groups?.["percent"]);
  const ratio = percent === undefined ? {} : { ratio: percent / 100 };
  switch (condition.type) {
    case "not_started":
      return hours === undefined ? condition : { ...condition, hours };
    case "progress_below":
    case "drop_over":
      return { ...condition, ...ratio, ...(hours === undefined ? {} : { withinHours: hours }) };
    case "suspicious_over":
      return { ...condition, ...ratio };
    default:
      return condition;
  }
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}
