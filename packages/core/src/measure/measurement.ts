/**
 * What readings, samples and attempts say, before any clause is asked. Types only (M1–M7).
 */
import type { Id, Ref } from "../identity.ts";
import type { Counter } from "../schema/parts.ts";
import type { RecordOf } from "../schema/kinds.ts";
import type { Instant } from "../time.ts";

export type Reading = RecordOf<"reading">;

/** All live readings of one account's counter, oldest first. */
export interface Series {
  readonly key: string;
  readonly counter: Counter;
  readonly account: string | undefined;
  readonly readings: readonly Reading[];
  /** Units: hours. Longest time without a reading. */
  readonly maxGapHours: number;
}

/** M1. */
export interface Baseline {
  /** Median of the last readings before the order (up to 5), rounded down: against us. */
  readonly value: number;
  readonly readings: readonly Ref[];
  /** Units: counts per hour. Median, and 1.4826 × MAD, of hourly differences before the order. */
  readonly naturalPerHour: number;
  readonly sigma: number;
}

/** M2. `line` is the growth above which delivery counts as started. */
export interface Start {
  readonly line: number;
  readonly first: Reading | undefined;
  /** Last reading still not started (before `first`). */
  readonly lastNot: Reading | undefined;
  /** Growth at `lastNot` over the baseline. */
  readonly growthAtLastNot: number;
}

/** M4. Ratios 0–1. */
export interface Drop {
  readonly lost: number;
  readonly from: Reading;
  readonly to: Reading;
  readonly hours: number;
  readonly ofGainRatio: number;
  readonly ofTotalRatio: number;
}

export interface UndertakingMeasure {
  readonly undertaking: Id;
  readonly order: RecordOf<"order">;
  readonly orderedAt: Instant;
  readonly quantity: number | undefined;
  readonly series: Series;
  /** Absent when no reading lies before the order. */
  readonly baseline: Baseline | undefined;
  readonly start: Start | undefined;
  readonly newest: Reading | undefined;
  readonly peak: Reading | undefined;
  /** M3: (newest − baseline) / quantity. */
  readonly progressRatio: number | undefined;
  readonly gained: number | undefined;
  readonly drop: Drop | undefined;
}

/** M6. */
export interface SampleMeasure {
  readonly sample: Id;
  readonly n: number;
  readonly noAvatar: number;
  readonly noPosts: number;
  readonly massFollow: number;
  readonly burst: number;
  readonly suspicious: number;
  /** Wilson 95 %, 0–1. */
  readonly low: number;
  readonly high: number;
  readonly ruleStated: boolean;
}

/** M7. */
export interface UnreachableMeasure {
  readonly attempts: readonly RecordOf<"attempt">[];
  readonly dates: number;
  readonly media: number;
  readonly spanHours: number;
  readonly shown: boolean;
}

export interface Measures {
  readonly series: readonly Series[];
  readonly byUndertaking: Readonly<Record<string, UndertakingMeasure>>;
  readonly samples: Readonly<Record<string, SampleMeasure>>;
  readonly unreachable: UnreachableMeasure;
}
