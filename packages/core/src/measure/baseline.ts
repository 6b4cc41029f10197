/**
 * Baseline: where the counter stood before the order, and how it moved by itself. Pure (M1).
 *
 * 1. Rounded down: a lower baseline makes later growth larger and a later loss a smaller share of it, both against us.
 */
import { ref } from "../identity.ts";
import { hoursBetween, type Instant } from "../time.ts";
import type { Baseline, Reading, Series } from "./measurement.ts";
import { before } from "./series.ts";
import type { Thresholds } from "./threshold.ts";

/** Makes the median absolute deviation comparable with a standard deviation of normal noise. */
const MAD_TO_SIGMA = 1.4826;

/** Median of a list; the mean of the two middle values where their number is even. Undefined for an empty list. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  return high === undefined || low === undefined ? undefined : (low + high) / 2;
}

/** Undefined when no reading lies before the order: then nothing can be said about growth. */
export function baselineOf(
  series: Series,
  orderedAt: Instant,
  t: Pick<Thresholds, "baselineReadings">,
): Baseline | undefined {
  const earlier = before(series, orderedAt);
  const last = earlier.slice(-Math.max(1, Math.floor(t.baselineReadings)));
  const middle = median(last.map((r) => r.value));
  if (middle === undefined) return undefined;
  const rates = hourlyDifferences(earlier);
  const natural = median(rates) ?? 0;
  const deviation = median(rates.map((r) => Math.abs(r - natural))) ?? 0;
  return {
    value: Math.floor(middle),
    readings: last.map((r) => ref("reading", r.id)),
    naturalPerHour: natural,
    sigma: MAD_TO_SIGMA * deviation,
  };
}

function hourlyDifferences(readings: readonly Reading[]): readonly number[] {
  return readings.flatMap((r, n) => {
    const earlier = readings[n - 1];
    const hours = earlier ? hoursBetween(earlier.at, r.at) : 0;
    return earlier && hours > 0 ? [(r.value - earlier.value) / hours] : [];
  });
}
