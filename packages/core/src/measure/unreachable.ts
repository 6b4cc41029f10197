/**
 * Unreachable: attempts to reach them that each could have worked and did not. Pure (M7).
 *
 * 1. An attempt counts with time, screen and own network working.
 * 2. Reaching them once starts the count anew.
 */
import type { Case } from "../case/case.ts";
import { civilOf, hoursBetween } from "../time.ts";
import { compareText, liveRecords } from "./live.ts";
import type { UnreachableMeasure } from "./measurement.ts";
import type { Thresholds } from "./threshold.ts";

/** The attempts since they were last reached. */
export function unreachableOf(
  of: Case,
  t: Pick<Thresholds, "attemptsMin" | "attemptDatesMin" | "attemptMediaMin" | "attemptSpanHours">,
): UnreachableMeasure {
  const sorted = liveRecords(of, "attempt").toSorted((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id));
  const reached = sorted.findLastIndex((a) => a.reached);
  const attempts = sorted.slice(reached + 1).filter((a) => a.exhibit !== undefined && a.ownNetworkWorked === "yes");
  const [first, last] = [attempts[0], attempts.at(-1)];
  const dates = new Set(attempts.map((a) => civilOf(a.at))).size;
  const media = new Set(attempts.map((a) => a.medium)).size;
  const spanHours = first && last ? hoursBetween(first.at, last.at) : 0;
  const shown =
    attempts.length >= t.attemptsMin &&
    dates >= t.attemptDatesMin &&
    media >= t.attemptMediaMin &&
    spanHours >= t.attemptSpanHours;
  return { attempts, dates, media, spanHours, shown };
}
