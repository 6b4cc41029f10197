/**
 * Progress: how much of what was promised is there now. Pure (M3).
 *
 * 1. Judged at the newest reading: what was delivered and lost again is not there. Growth by itself is counted in: against us.
 */
import type { Baseline, Reading } from "./measurement.ts";

export interface Progress {
  readonly newest: Reading | undefined;
  /** First reading with the highest value. */
  readonly peak: Reading | undefined;
  readonly gained: number | undefined;
  readonly progressRatio: number | undefined;
}

/** (value − baseline) / quantity. Undefined without a promised quantity. Units: share, may be negative. */
export const progressAt = (r: Reading, baseline: Baseline, quantity: number | undefined): number | undefined =>
  quantity === undefined || quantity <= 0 ? undefined : (r.value - baseline.value) / quantity;

/** `readings`: those since the order, oldest first. */
export function progressOf(
  readings: readonly Reading[],
  baseline: Baseline | undefined,
  quantity: number | undefined,
): Progress {
  const newest = readings.at(-1);
  const highest = Math.max(...readings.map((r) => r.value));
  return {
    newest,
    peak: readings.find((r) => r.value === highest),
    gained: newest && baseline ? newest.value - baseline.value : undefined,
    progressRatio: newest && baseline ? progressAt(newest, baseline, quantity) : undefined,
  };
}
