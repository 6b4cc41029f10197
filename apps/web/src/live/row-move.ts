/**
 * What it means to move a card: which event leads to a column, or why none does. Pure (X1, X2, X4).
 *
 * 1. A round follows from events and is never stored: moving forward records what happened, moving back takes the newest record back.
 * 2. Nothing is skipped: a column whose step comes after one that has not happened says which comes first.
 */
import type { Id, Round } from "@recourse/core";
import { columnOf, ROUNDS } from "./board-cards.ts";
import type { BoardRow } from "./board-row.ts";

/** What is recorded when a card goes to a column. */
export type Step = "application" | "reminder1" | "reminder2" | "filing" | "refund";

/** Why a column cannot be gone to. */
export type Hindrance = "here" | "application_first" | "reminder_first" | "closed" | "no_event";

export type Move =
  | { readonly is: "record"; readonly step: Step }
  | { readonly is: "back"; readonly event: Id }
  | { readonly is: "cannot"; readonly why: Hindrance };

/** The step each column stands for. */
const stepOf: Readonly<Record<Round, Step | undefined>> = {
  prepare: undefined,
  apply: "application",
  first: "reminder1",
  second: "reminder2",
  third: "filing",
  settle: "refund",
};

type Facts = Pick<BoardRow, "round" | "turn" | "last">;

const cannot = (why: Hindrance): Move => ({ is: "cannot", why });

/** What moving the card of a case to a column would do. */
export function moveTo(row: Facts, to: Round): Move {
  // Of the card, not of the round: what is ours to do stands one column on.
  const at = ROUNDS.indexOf(columnOf(row));
  const wanted = ROUNDS.indexOf(to);
  const back: Move = row.last === undefined ? cannot("no_event") : { is: "back", event: row.last.id };
  if (row.turn === "none") return wanted >= at ? cannot("closed") : back;
  if (wanted < at) return back;
  const step = stepOf[to];
  // Doors of third parties run side by side: another one may always be recorded.
  if (step === undefined || (row.round === to && step !== "filing")) return cannot("here");
  if (step === "reminder1" && row.round === "prepare") return cannot("application_first");
  if (step === "reminder2" && row.round !== "first")
    return cannot(row.round === "prepare" ? "application_first" : "reminder_first");
  return { is: "record", step };
}

/** The column beside the one a card stands in; undefined at the ends. */
export const columnBeside = (row: Facts, by: 1 | -1): Round | undefined => ROUNDS[ROUNDS.indexOf(columnOf(row)) + by];

/** What may be recorded of a door that was gone through, in the order of its course. */
export type Progress = "accepted" | "refused" | "ended" | "withdrawn" | "docketed" | "suit_ended";

/** Channel of a suit: its door has words and events of its own. */
export const SUIT = "small_claims";

/** What can come next of a filing; nothing where it is over. */
export function progressOf({
  channel,
  status,
}: Pick<BoardRow["filings"][number], "channel" | "status">): readonly Progress[] {
  const suit = channel === SUIT;
  if (status === "submitted") return suit ? ["docketed", "suit_ended"] : ["accepted", "refused", "ended", "withdrawn"];
  if (status === "accepted") return suit ? ["suit_ended"] : ["ended", "withdrawn"];
  return [];
}
