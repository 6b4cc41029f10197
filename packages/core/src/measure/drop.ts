/**
 * Drop: the largest loss within a window of time, as a share of what had been gained and of the whole. Pure (M4).
 *
 * 1. A loss counts only after something had arrived: a gain of at least 5 % of the quantity, else ordinary coming and going.
 * 2. Among equal losses the earliest is named, so that it starts at the peak.
 */
import { hoursBetween } from "../time.ts";
import type { Baseline, Drop, Reading } from "./measurement.ts";
import type { Thresholds } from "./threshold.ts";

export interface DropInput {
  readonly baseline: Baseline;
  readonly quantity: number | undefined;
  /** Units: hours. */
  readonly withinHours: number;
  readonly thresholds: Pick<Thresholds, "dropGainMinRatio" | "startMin">;
}

/** Which share is the largest: of what had been gained, or of the whole counter. */
export type DropShare = "gain" | "total";

/** Without a promised quantity the gain must at least exceed noise. Units: counts. */
const leastGain = (x: DropInput): number =>
  x.quantity === undefined ? x.thresholds.startMin : x.thresholds.dropGainMinRatio * x.quantity;

/** The loss from `a` to `b`; undefined where it is none. */
function lossBetween(a: Reading, b: Reading, x: DropInput): Drop | undefined {
  const gain = a.value - x.baseline.value;
  const lost = a.value - b.value;
  if (lost <= 0 || gain <= 0 || gain < leastGain(x)) return undefined;
  return {
    lost,
    from: a,
    to: b,
    hours: hoursBetween(a.at, b.at),
    ofGainRatio: lost / gain,
    ofTotalRatio: lost / a.value,
  };
}

/** The loss as a share of what was gained, or of the whole counter. Units: ratio, 1 = all of it. Source: M4. */
export const shareOf = (d: Drop, share: DropShare): number => (share === "gain" ? d.ofGainRatio : d.ofTotalRatio);

/** `readings`: those since the order, oldest first. Undefined when nothing was lost within the window. */
export function dropOf(readings: readonly Reading[], x: DropInput, share: DropShare = "gain"): Drop | undefined {
  let worst: Drop | undefined;
  const falls = fallsAfter(readings);
  readings.forEach((a, n) => {
    // Where nothing later is lower, nothing was lost.
    if (falls[n] !== true) return;
    for (let m = n + 1; m < readings.length; m += 1) {
      const b = readings[m];
      if (!b || hoursBetween(a.at, b.at) > x.withinHours) break;
      const d = lossBetween(a, b, x);
      if (d && (!worst || shareOf(d, share) > shareOf(worst, share))) worst = d;
    }
  });
  return worst;
}

/** For each reading whether a later one is lower. */
function fallsAfter(readings: readonly Reading[]): readonly boolean[] {
  const falls: boolean[] = [];
  let lowest = Number.POSITIVE_INFINITY;
  for (let n = readings.length - 1; n >= 0; n -= 1) {
    const value = readings[n]?.value ?? lowest;
    falls[n] = lowest < value;
    lowest = Math.min(lowest, value);
  }
  return falls;
}

/** The largest loss between two neighbouring readings that lie further apart than the window: it may or may not have been quick (M5). */
export function unwatchedDrop(readings: readonly Reading[], x: DropInput, share: DropShare): Drop | undefined {
  let worst: Drop | undefined;
  readings.forEach((b, n) => {
    const a = readings[n - 1];
    if (!a || hoursBetween(a.at, b.at) <= x.withinHours) return;
    const d = lossBetween(a, b, x);
    if (d && (!worst || shareOf(d, share) > shareOf(worst, share))) worst = d;
  });
  return worst;
}
