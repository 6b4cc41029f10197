/**
 * Filings of a row: every door that was gone through with its status, its own clock and whose move it is there. Pure (X4, X7).
 *
 * 1. A filing is shown as its track says; a row decides nothing about it.
 */
import { find, type Assessment, type Case, type Deadline, type Id, type Turn, type When } from "@recourse/core";
import { isLive, type FilingStatus } from "./filing-status.ts";
import { rowClock, type RowClock } from "./row-clock.ts";

export interface RowFiling {
  readonly id: Id;
  readonly channel: string;
  readonly status: FilingStatus;
  readonly turn: Turn;
  readonly since?: When | undefined;
  readonly reference?: string | undefined;
  readonly result?: string | undefined;
  /** Why it was not accepted, as they say. */
  readonly ground?: string | undefined;
  readonly clock?: RowClock | undefined;
}

/** The clock of one door: the soonest of its deadlines that is still open, else the one that ran out last. */
function clockOfTrack(of: Case, deadlines: readonly Deadline[]): RowClock | undefined {
  const watched = deadlines.filter((d) => d.owner !== "record");
  const deadline = watched.find((d) => !d.passed) ?? watched.at(-1);
  return deadline === undefined ? undefined : rowClock(of, deadline);
}

/** Filings as the board shows them, oldest first; those not handed in yet are no cards. */
export function filingsOf(
  of: Case,
  { filings, deadlines }: Pick<Assessment, "filings" | "deadlines">,
): readonly RowFiling[] {
  return filings
    .filter((track) => track.status !== "preparing")
    .map((track) => {
      const own = deadlines.filter((d) => track.deadlines.includes(d.id));
      const reference = track.reference ?? find(of, "filing", track.filing)?.reference;
      return {
        id: track.filing,
        channel: track.channel,
        status: track.status,
        turn: track.turn,
        ...(track.since === undefined ? {} : { since: track.since }),
        ...(reference === undefined || reference === "" ? {} : { reference }),
        ...(track.result === undefined ? {} : { result: track.result }),
        ...(track.ground === undefined ? {} : { ground: track.ground }),
        ...(isLive(track) ? { clock: clockOfTrack(of, own) } : {}),
      };
    });
}
