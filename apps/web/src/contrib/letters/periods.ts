/**
 * How long the person waits after sending: the time the letter names, or one they named otherwise. Pure.
 *
 * 1. A period is the person's own, or one the other side published and the person captured (K7): none is called one of law.
 * 2. What is suggested is core's: a day for a follow-up in a talk, a week for what is formal (K8).
 */
import {
  answerBy,
  civilOf,
  endOf,
  hoursBetween,
  ref,
  startOf,
  type Case,
  type CivilDate,
  type Instant,
  type LetterView,
  type Pack,
  type When,
} from "@recourse/core";

export type PeriodKind = "letter" | "suggested" | "published" | "own" | "none";

export interface PeriodChoice {
  readonly kind: PeriodKind;
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
}

const HOURS_A_DAY = 24;

/** The day the letter asks an answer by; undefined when no sentence of it names one. */
export function answerDay(view: LetterView, of: Case, pack: Pack, now: Instant): CivilDate | undefined {
  const time = ref("draft", view.draft, "answerBy");
  const names = view.sentences.some((s) => s.sources.some((source) => source.ref === time));
  return names ? civilOf(answerBy(of, pack, view.draft, { now })) : undefined;
}

/** Hours and days that a term of theirs names, in Arabic numerals; undefined where it names none, or working days. Units: hours. */
export function hoursIn(quote: string): number | undefined {
  const found = /(\d{1,3})\s*(?:个)?\s*(小时|日|天|自然日)(?!工作)/u.exec(quote);
  if (found === null) return undefined;
  return Number(found[1]) * (found[2] === "小时" ? 1 : HOURS_A_DAY);
}

/** What is suggested where the letter names no day, or a shorter time beside the day it names. Units: hours. */
function suggestion(by: CivilDate | undefined, hours: number): readonly PeriodChoice[] {
  const inDays = hours > HOURS_A_DAY && hours % HOURS_A_DAY === 0;
  if (by !== undefined && inDays) return [];
  return [
    inDays
      ? { kind: "suggested", code: "screen.send.period.days", args: { days: hours / HOURS_A_DAY } }
      : { kind: "suggested", code: "screen.send.period.chat", args: { hours } },
  ];
}

/** What can be chosen, the likeliest first. `captured`: whether any term of theirs is in the case. Units: `suggested` in hours. */
export const periodChoices = (
  by: CivilDate | undefined,
  suggested: number,
  captured = false,
): readonly PeriodChoice[] => [
  ...(by === undefined ? [] : [{ kind: "letter", code: "screen.send.period.letter", args: { by } } as const]),
  ...suggestion(by, suggested),
  ...(captured ? [{ kind: "published", code: "screen.send.period.published", args: {} } as const] : []),
  { kind: "own", code: "screen.send.period.own", args: {} },
  { kind: "none", code: "screen.send.period.none", args: {} },
];

/** Units: whole hours; undefined when no time was named. */
export function hoursOf(
  kind: PeriodKind,
  facts: {
    readonly at: When;
    readonly by: CivilDate | undefined;
    readonly own: number | undefined;
    readonly suggested: number;
  },
): number | undefined {
  switch (kind) {
    case "letter":
      return facts.by === undefined
        ? undefined
        : Math.max(1, Math.floor(hoursBetween(startOf(facts.at), endOf(facts.by))));
    case "suggested":
      return facts.suggested;
    case "published":
    case "own":
      return facts.own;
    case "none":
      return undefined;
  }
}
