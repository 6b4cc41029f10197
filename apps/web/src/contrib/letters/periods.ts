/**
 * How long the person waits after sending: the time the letter names, or one they named otherwise. Pure.
 *
 * 1. A period is the person's own, or one the other side published and the person captured (K7): none is called one of law.
 */
import {
  addDays,
  civilOf,
  endOf,
  hoursBetween,
  startOf,
  type CivilDate,
  type Instant,
  type Pack,
  type RecordOf,
  type When,
} from "@recourse/core";
import { whenOf } from "../../parts/moment.ts";

export type PeriodKind = "letter" | "chat" | "days" | "published" | "own" | "none";

export interface PeriodChoice {
  readonly kind: PeriodKind;
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
}

const HOURS_A_DAY = 24;

/** Units: hours and days, as the pack has them (K8). */
export const defaultsOf = ({
  defaults,
}: Pick<Pack, "defaults">): { readonly chatHours: number; readonly days: number } => ({
  chatHours: defaults["chatFollowUpHours"] ?? 24,
  days: defaults["demandDays"] ?? 7,
});

/** The day the letter asks an answer by; undefined when it names none. */
export function answerDay(
  sentences: readonly { readonly template: string | undefined }[],
  draft: RecordOf<"draft"> | undefined,
  pack: Pick<Pack, "defaults">,
  now: Instant,
): CivilDate | undefined {
  if (!sentences.some((s) => s.template === "demand.answer_by")) return undefined;
  const stored = whenOf(draft?.["answerBy"]);
  return stored === undefined ? addDays(civilOf(now), defaultsOf(pack).days) : civilOf(stored);
}

/** Hours and days that a term of theirs names, in Arabic numerals; undefined where it names none, or working days. Units: hours. */
export function hoursIn(quote: string): number | undefined {
  const found = /(\d{1,3})\s*(?:个)?\s*(小时|日|天|自然日)(?!工作)/u.exec(quote);
  if (found === null) return undefined;
  return Number(found[1]) * (found[2] === "小时" ? 1 : HOURS_A_DAY);
}

/** What can be chosen, the likeliest first. `captured`: whether any term of theirs is in the case. */
export function periodChoices(
  by: CivilDate | undefined,
  pack: Pick<Pack, "defaults">,
  captured = false,
): readonly PeriodChoice[] {
  const { chatHours, days } = defaultsOf(pack);
  return [
    ...(by === undefined ? [] : [{ kind: "letter", code: "screen.send.period.letter", args: { by } } as const]),
    { kind: "chat", code: "screen.send.period.chat", args: { hours: chatHours } },
    ...(by === undefined ? [{ kind: "days", code: "screen.send.period.days", args: { days } } as const] : []),
    ...(captured ? [{ kind: "published", code: "screen.send.period.published", args: {} } as const] : []),
    { kind: "own", code: "screen.send.period.own", args: {} },
    { kind: "none", code: "screen.send.period.none", args: {} },
  ];
}

/** Units: whole hours; undefined when no time was named. */
export function hoursOf(
  kind: PeriodKind,
  facts: {
    readonly at: When;
    readonly by: CivilDate | undefined;
    readonly own: number | undefined;
    readonly pack: Pick<Pack, "defaults">;
  },
): number | undefined {
  const { chatHours, days } = defaultsOf(facts.pack);
  switch (kind) {
    case "letter":
      return facts.by === undefined
        ? undefined
        : Math.max(1, Math.floor(hoursBetween(startOf(facts.at), endOf(facts.by))));
    case "chat":
      return chatHours;
    case "days":
      return days * HOURS_A_DAY;
    case "published":
    case "own":
      return facts.own;
    case "none":
      return undefined;
  }
}
