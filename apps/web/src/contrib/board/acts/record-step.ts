/**
 * Recording what moved a case: the event, and for a filing the record it names; and the way back. Effects: writes through the case.
 *
 * 1. What happened is appended and never edited (X1): taking it back is an event of its own.
 */
import type { Id, Instant } from "@recourse/core";
import { SUIT, type Progress, type Step } from "../../../live/row-move.ts";
import { perform } from "../../../parts/perform.ts";
import type { CaseLive, Services } from "../../../services/services.ts";

/** What the person says of it. */
export interface StepFacts {
  readonly at: Instant;
  readonly channel?: string | undefined;
  /** Units: hours. */
  readonly periodHours?: number | undefined;
  readonly reference?: string | undefined;
  /** Units: fen. */
  readonly amountFen?: number | undefined;
  readonly ground?: string | undefined;
  readonly result?: string | undefined;
}

type Talk = Pick<Services, "say" | "desk">;

const told = (facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== ""));

function append(
  services: Talk,
  live: CaseLive,
  type: string,
  at: Instant,
  data: Readonly<Record<string, unknown>>,
): Id | undefined {
  return perform(services, live, "event.append", { type, at, data: told(data) })?.made[0];
}

/** The event each step stands for, with its facts. */
function eventOf(
  step: Exclude<Step, "filing">,
  { channel, periodHours, amountFen }: StepFacts,
): readonly [string, Readonly<Record<string, unknown>>] {
  switch (step) {
    case "application":
      return ["application.submitted", { channel, periodHours }];
    case "reminder1":
    case "reminder2":
      return ["demand.sent", { channel, letter: step, periodHours }];
    case "refund":
      return ["refund.received", { amountFen }];
  }
}

/** Records a step. Answers what takes it back; undefined when it was refused, and the person has been told. */
export function recordStep(services: Talk, live: CaseLive, step: Step, facts: StepFacts): (() => void) | undefined {
  if (step !== "filing") {
    const [type, data] = eventOf(step, facts);
    const event = append(services, live, type, facts.at, data);
    return event === undefined ? undefined : () => void perform(services, live, "event.retract", { of: event });
  }
  const { channel = "", reference } = facts;
  const filing = perform(services, live, "filing.add", told({ channel, reference }))?.made[0];
  if (filing === undefined) return undefined;
  const type = channel === SUIT ? "suit.filed" : "filing.submitted";
  const event = append(services, live, type, facts.at, { filing, channel, reference });
  const removeRecord = (): void => void perform(services, live, "filing.remove", { id: filing });
  if (event === undefined) {
    // Without its event the record would be a filing in preparation that nobody asked for.
    removeRecord();
    return undefined;
  }
  return () => {
    perform(services, live, "event.retract", { of: event });
    removeRecord();
  };
}

const progressEvent: Readonly<Record<Progress, string>> = {
  accepted: "filing.accepted",
  refused: "filing.refused",
  ended: "mediation.ended",
  withdrawn: "filing.withdrawn",
  docketed: "suit.docketed",
  suit_ended: "suit.ended",
};

/** Records what became of a filing. Answers as `recordStep`. */
export function recordProgress(
  services: Talk,
  live: CaseLive,
  filing: { readonly id: Id; readonly channel: string },
  progress: Progress,
  { at, reference, ground, result }: StepFacts,
): (() => void) | undefined {
  const data = { filing: filing.id, channel: filing.channel, reference, ground, result };
  const event = append(services, live, progressEvent[progress], at, data);
  return event === undefined ? undefined : () => void perform(services, live, "event.retract", { of: event });
}
