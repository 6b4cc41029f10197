/**
 * Start: the first reading that growth by itself and noise do not explain. Pure (M2).
 *
 * 1. Growth = value − baseline. The line it must exceed = natural growth since the order + max(3σ, 2 % of the quantity, 10).
 * 2. An account that shrinks by itself gets no lower line: growth at or below zero is never a start.
 * 3. The line is rounded down: against us.
 */
import { hoursBetween, type Instant } from "../time.ts";
import type { Baseline, Reading, Start } from "./measurement.ts";
import type { Thresholds } from "./threshold.ts";
import { turningOf } from "./turning.ts";

export interface StartInput {
  readonly baseline: Baseline;
  readonly orderedAt: Instant;
  readonly quantity: number | undefined;
  readonly thresholds: Pick<Thresholds, "startQuantityRatio" | "startMin" | "startSigmas">;
}

/** Growth above which delivery counts as started at `at`. Units: counts. */
export function lineAt(x: StartInput, at: Instant): number {
  const perHour = Math.max(0, x.baseline.naturalPerHour);
  const natural = perHour === 0 ? 0 : perHour * Math.max(0, hoursBetween(x.orderedAt, at));
  const noise = Math.max(
    x.thresholds.startSigmas * x.baseline.sigma,
    x.thresholds.startQuantityRatio * (x.quantity ?? 0),
    x.thresholds.startMin,
  );
  // A sum like 23.000000000000004 is 23, and one like 22.999999999999996 too.
  return Math.floor(natural + noise + 1e-9);
}

/** `readings`: those since the order, oldest first. */
export function startOfDelivery(readings: readonly Reading[], x: StartInput): Start {
  const growth = (r: Reading): number => r.value - x.baseline.value;
  const turning = turningOf(readings, (r) => growth(r) > lineAt(x, r.at));
  const shown = turning.lastWithout ?? turning.firstWith;
  return {
    line: lineAt(x, shown?.at ?? x.orderedAt),
    first: turning.firstWith,
    lastNot: turning.lastWithout,
    growthAtLastNot: turning.lastWithout ? growth(turning.lastWithout) : 0,
  };
}
