/**
 * Where a card would stand if its newest record were taken back: asked of the rules themselves, on a copy of the case. Pure.
 */
import { apply, assess, decide, id, type Case, type Instant, type Pack, type Round } from "@recourse/core";
import { letterRenderer } from "@recourse/words";
import { columnOf } from "../../../live/board-cards.ts";

/** Stands for the id of an event that is never written: later than every other, as a new one would be. */
const TRIAL = id("7ZZZZZZZZZZZZZZZZZZZZZZZZZ");

/** The column; where the record cannot be taken back, the one it stands in. */
export function afterBack(of: Case, event: string, pack: Pack, now: Instant): Round {
  const context = { now, role: "owner" as const, pack, render: letterRenderer, mint: () => TRIAL };
  const decided = decide(of, "event.retract", { id: TRIAL, of: event }, context);
  return columnOf(assess(pack, decided.ok ? apply(of, decided.value).case : of, now, letterRenderer));
}
