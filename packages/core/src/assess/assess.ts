/**
 * Assess: case + pack + now → everything that follows, as named passes. Pure.
 *
 * 1. `assess` and a reused assessor give equal answers (property test).
 * 2. Time is an argument: a deadline turns because `now` changed.
 */
import type { Case } from "../case/case.ts";
import { find } from "../case/case.ts";
import { courseOf } from "../course/course.ts";
import { historyOf } from "../course/history.ts";
import { deadlinesOf } from "../clock/deadlines.ts";
import { groundsOf } from "../grounds/ground.ts";
import { letterProblems } from "../letters/problems.ts";
import type { LetterContext, LetterRenderer } from "../letters/template.ts";
import { measure } from "../measure/measure.ts";
import type { Pack } from "../pack/pack.ts";
import { packName } from "../pack/pack.ts";
import { chainProblems, dataProblems, type StoredTrouble } from "../proof/chain.ts";
import { demandOf } from "../proof/demand.ts";
import { elementsOf } from "../proof/elements.ts";
import { moneyFlow } from "../proof/money-flow.ts";
import { shownOf } from "../proof/shown.ts";
import { addMillis, civilOf, endOf, type Instant } from "../time.ts";
import type { Assessment, Problem } from "./assessment.ts";
import { nextStep } from "./next.ts";
import { answersOf, noticesOf } from "./notices.ts";
import { earliest, makePasses, type Passes } from "./pass.ts";

const noTrouble: StoredTrouble = { foreign: [], quarantine: [], conflicts: [] };
const groundReads = [
  "case",
  "party",
  "order",
  "undertaking",
  "clause",
  "answer",
  "exhibit",
  "link",
  "payment",
  "refund",
  "sighting",
  "communication",
  "attempt",
  "incident",
  "explanation",
  "override",
  "lookup",
  "reading",
  "sample",
] as const;
const letterReads = [
  "draft",
  "sentence",
  "sentVersion",
  "exhibit",
  "communication",
  "reasonOption",
  "undertaking",
  "clause",
  "payment",
  "refund",
  "reading",
] as const;

export interface Assessor {
  readonly assess: (of: Case, now: Instant, trouble?: StoredTrouble) => Assessment;
  /** Names of the passes run by the last call. */
  readonly ran: Passes["ran"];
}

/**
 * An assessor that reuses what has not changed. `render` gives letter checks the words they judge; without it letters are not checked.
 * Why one per open case: the memory is that of one case.
 */
export function makeAssessor(pack: Pack, render?: LetterRenderer): Assessor {
  const p = makePasses();
  const run = (of: Case, now: Instant, trouble: StoredTrouble = noTrouble): Assessment => {
    const shown = p.plain("shown", of, ["link", "exhibit"], [], now, () => shownOf(of));
    const money = p.plain("money", of, ["order", "payment", "refund", "sighting", "exhibit"], [], now, () =>
      moneyFlow(of),
    );
    const measures = p.plain(
      "measures",
      of,
      ["reading", "sample", "attempt", "exhibit", "order", "undertaking", "override"],
      [],
      now,
      () => measure(of, pack),
    );
    const demand = p.plain("demand", of, ["usage", "case", "exhibit"], [money, measures], now, () =>
      demandOf(of, money, measures),
    );
    const grounds = p.plain("grounds", of, groundReads, [money, measures, demand, shown], now, () =>
      groundsOf(of, pack, measures, (kind, clauseId, condition) =>
        elementsOf(kind, { of, shown, money, measures, demand, clause: find(of, "clause", clauseId), condition }, pack),
      ),
    );
    const history = p.timed("history", of, ["event"], [], now, () => {
      const value = historyOf(of, now);
      return { value, staleAt: value.nextAt };
    });
    const deadlines = p.timed("deadlines", of, ["payment", "answer"], [history.value], now, () => {
      const value = deadlinesOf(of, history.value, pack, now);
      return { value, staleAt: earliest(...value.filter((d) => !d.passed).map((d) => addMillis(endOf(d.due), 1))) };
    });
    const course = p.plain("course", of, [], [history.value, deadlines.value], now, () =>
      courseOf(of, history.value, deadlines.value, now),
    );
    const best = grounds[0];
    const elements = best?.elements ?? [];
    const closed = elements.length > 0 && elements.every((e) => e.verdict === "ok");
    const notices = p.plain("notices", of, ["case", "party"], [demand], now, () => noticesOf(of, pack, demand));
    const answers = p.plain("answers", of, ["case", "order"], [demand, deadlines.value], now, () =>
      answersOf(of, demand, deadlines.value, now),
    );
    const chain = p.plain(
      "chain",
      of,
      ["exhibit", "link", "clause", "case", "sample", "usage", "reading", "order"],
      [money, shown, demand],
      now,
      () => chainProblems(of, money, shown, demand),
    );
    // The day by which an answer is asked moves with the calendar day.
    const letters = p.timed("letters", of, letterReads, [grounds, demand, measures, render], now, () => ({
      value: render ? letterProblems(of, pack, { grounds, demand, measures, now }, render) : [],
      staleAt: addMillis(endOf(civilOf(now)), 1),
    })).value;
    const stored = p.plain("stored", of, [], [trouble], now, () => dataProblems(of, trouble));
    const next = nextStep({ of, grounds, closed, demand, course, deadlines: deadlines.value });
    return {
      format: 1,
      now,
      case: of.caseId,
      pack: packName(pack),
      grounds,
      elements,
      closed,
      demand,
      next,
      problems: [...stored, ...withoutTwins(letters, chain), ...chain],
      round: course.round,
      turn: course.turn,
      course,
      deadlines: deadlines.value,
      notices,
      answers,
      staleAt: earliest(history.staleAt, deadlines.staleAt),
    };
  };
  return { assess: run, ran: p.ran };
}

/** The chain says with a fix what a letter only repeats. */
const withoutTwins = (letters: readonly Problem[], chain: readonly Problem[]): readonly Problem[] =>
  letters.filter((p) => p.code !== "D3.choose" || !chain.some((c) => c.code === p.code));

/** The passes a letter is composed from. */
export function assessLetters(pack: Pack, of: Case, now: Instant): LetterContext {
  const shown = shownOf(of);
  const money = moneyFlow(of);
  const measures = measure(of, pack);
  const demand = demandOf(of, money, measures);
  const grounds = groundsOf(of, pack, measures, (kind, clauseId, condition) =>
    elementsOf(kind, { of, shown, money, measures, demand, clause: find(of, "clause", clauseId), condition }, pack),
  );
  return { grounds, demand, measures, now };
}

/** The same passes without memory. */
export const assess = (
  pack: Pack,
  of: Case,
  now: Instant,
  render?: LetterRenderer,
  trouble?: StoredTrouble,
): Assessment => makeAssessor(pack, render).assess(of, now, trouble);
