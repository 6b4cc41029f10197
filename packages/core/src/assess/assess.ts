/**
 * Assess: case + pack + now → everything that follows, as named passes. Pure.
 *
 * 1. `assess` and a reused assessor give equal answers (property test).
 * 2. Time is an argument: a deadline turns because `now` changed.
 */
import { judgedOf } from "../channels/input.ts";
import type { Case } from "../case/case.ts";
import { find } from "../case/case.ts";
import { courseOf } from "../course/course.ts";
import { historyOf } from "../course/history.ts";
import { channelsOf } from "../channels/channels.ts";
import { tracksOf } from "../course/tracks.ts";
import { deadlinesOf, deadlinesStaleAt } from "../clock/deadlines.ts";
import { groundsOf } from "../grounds/ground.ts";
import { complaintOpenIn, complaintOpenOf } from "../letters/complaint-open.ts";
import type { LetterContext, LetterRenderer } from "../letters/template.ts";
import { measure } from "../measure/measure.ts";
import type { Pack } from "../pack/pack.ts";
import { packName } from "../pack/pack.ts";
import { chainProblems, dataProblems, type StoredTrouble } from "../proof/chain.ts";
import { demandOf } from "../proof/demand.ts";
import { elementsIn } from "../proof/elements.ts";
import { moneyFlow } from "../proof/money-flow.ts";
import { shownOf } from "../proof/shown.ts";
import { addMillis, civilOf, endOf, type Instant } from "../time.ts";
import type { Assessment, Problem } from "./assessment.ts";
import { nextStep } from "./next.ts";
import { careOf } from "./care.ts";
import { answersOf } from "./four-answers.ts";
import { letterContext, lettersIn } from "./letters.ts";
import { noticesOf } from "./notices.ts";
import { earliest, makePasses, type Passes } from "./pass.ts";

const noTrouble: StoredTrouble = { foreign: [], quarantine: [], conflicts: [] };
/** Which exhibits there are. */
const presence = { kind: "exhibit", fields: [] } as const;

const proofReads = ["case", "party", "undertaking", "communication", "incident"] as const;
const groundReads = [
  "case",
  "party",
  "order",
  "undertaking",
  "clause",
  "answer",
  { kind: "exhibit", fields: ["name", "text"] },
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
const clockReads = ["order", "payment", "answer", "override", "clause", "offer", "filing", "sentVersion"] as const;

const channelReads = [
  "case",
  "party",
  "order",
  "payment",
  "usage",
  { kind: "exhibit", fields: ["materialType", "rowCount"] },
  "derivative",
  "sample",
  "answer",
  "override",
  "filing",
  "draft",
  "sentence",
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
    const shown = p.plain("shown", of, ["link", { kind: "exhibit", fields: ["materialType"] }], [], now, () =>
      shownOf(of),
    );
    const money = p.plain("money", of, ["order", "payment", "refund", "sighting", presence], [], now, () =>
      moneyFlow(of),
    );
    const measures = p.plain(
      "measures",
      of,
      ["reading", "sample", "attempt", presence, "order", "undertaking", "override"],
      [],
      now,
      () => measure(of, pack),
    );
    const demand = p.plain("demand", of, ["usage", "case", presence], [money, measures], now, () =>
      demandOf(of, money, measures),
    );
    const proof = p.plain("proof", of, proofReads, [shown, money, measures, demand], now, () =>
      elementsIn({ of, shown, money, measures, demand }, pack),
    );
    const grounds = p.plain("grounds", of, groundReads, [measures, proof], now, () =>
      groundsOf(of, pack, measures, (kind, clauseId, condition) =>
        proof(kind, { clause: find(of, "clause", clauseId), condition }),
      ),
    );
    const history = p.timed("history", of, ["event"], [], now, () => {
      const value = historyOf(of, now);
      return { value, staleAt: value.nextAt };
    });
    const deadlines = p.timed("deadlines", of, clockReads, [history.value], now, () => {
      const value = deadlinesOf(of, history.value, pack, now);
      return { value, staleAt: deadlinesStaleAt(value, now) };
    });
    const filings = p.plain("filings", of, ["filing"], [history.value, deadlines.value], now, () =>
      tracksOf(history.value, deadlines.value, of),
    );
    const course = p.plain("course", of, ["offer"], [history.value, deadlines.value, filings], now, () =>
      courseOf(of, history.value, deadlines.value, filings, now),
    );
    const best = grounds[0];
    const elements = best?.elements ?? [];
    const closed = elements.length > 0 && elements.every((e) => e.verdict === "ok");
    // Counted from the order, a period can run out with the day and no event.
    const channels = p.timed(
      "channels",
      of,
      channelReads,
      [history.value, course, filings, deadlines.value, demand, measures, grounds],
      now,
      () => ({
        value: channelsOf({
          of,
          pack,
          history: history.value,
          course,
          tracks: filings,
          deadlines: deadlines.value,
          demand,
          elements,
          measures,
          now,
        }),
        staleAt: addMillis(endOf(civilOf(now)), 1),
      }),
    ).value;
    const notices = p.plain("notices", of, ["case", "party", "override"], [demand], now, () =>
      noticesOf(of, pack, demand),
    );
    const care = careOf(p, of, { pack, history: history.value, money, demand }, now);
    const answers = p.plain(
      "answers",
      of,
      ["case", "order"],
      [demand, deadlines.value, course, filings, care.settlement],
      now,
      () =>
        answersOf({
          of,
          pack,
          course,
          filings,
          deadlines: deadlines.value,
          demand,
          settlement: care.settlement,
          now,
        }),
    );
    const chain = p.plain(
      "chain",
      of,
      [
        { kind: "exhibit", fields: ["name", "marks", "text"] },
        "link",
        "clause",
        "case",
        "sample",
        "usage",
        "reading",
        "order",
      ],
      [money, shown, demand],
      now,
      () => chainProblems(of, money, shown, demand),
    );
    const complaintOpen = complaintOpenIn(channels);
    const letters = render
      ? lettersIn(p, of, { pack, grounds, demand, measures, complaintOpen, render, staleAt: history.staleAt }, now)
      : [];
    const stored = p.plain("stored", of, [], [trouble], now, () => dataProblems(of, trouble));
    const next = nextStep({
      of,
      grounds,
      closed,
      demand,
      history: history.value,
      course,
      deadlines: deadlines.value,
      filings,
      channels,
      safety: care.safety,
      offers: care.offers,
      settlement: care.settlement,
    });
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
      filings,
      channels,
      offers: care.offers,
      settlement: care.settlement,
      safety: care.safety,
      notices,
      answers,
      staleAt: earliest(history.staleAt, deadlines.staleAt, care.staleAt),
    };
  };
  return { assess: run, ran: p.ran };
}

/** The chain says with a fix what a letter only repeats. */
const withoutTwins = (letters: readonly Problem[], chain: readonly Problem[]): readonly Problem[] =>
  letters.filter((p) => p.code !== "D3.choose" || !chain.some((c) => c.code === p.code));

/** The passes a letter is composed from. */
export function assessLetters(pack: Pack, of: Case, now: Instant): LetterContext {
  const { grounds, input } = judgedOf(pack, of, now);
  const { demand, measures } = input;
  return letterContext({ grounds, demand, measures, complaintOpen: complaintOpenOf(input) }, now);
}

/** The same passes without memory. */
export const assess = (
  pack: Pack,
  of: Case,
  now: Instant,
  render?: LetterRenderer,
  trouble?: StoredTrouble,
): Assessment => makeAssessor(pack, render).assess(of, now, trouble);
