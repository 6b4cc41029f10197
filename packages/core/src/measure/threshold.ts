/**
 * Thresholds of the measurements: pack defaults, unless the person changed one in this case. Pure (B4).
 *
 * 1. A personal change is a live `override` record with packPath `defaults.<name>`, never an edit of the pack.
 */
import { all, type Case } from "../case/case.ts";
import type { Pack } from "../pack/pack.ts";
import { compareText } from "./live.ts";

/** `defaults.<name>` of the pack, or the newest personal change of it, or `fallback` where neither says anything. */
export function threshold(of: Case, pack: Pick<Pack, "defaults">, name: string, fallback: number): number {
  const own = all(of, "override")
    .filter((o) => o.packPath === `defaults.${name}` && typeof o.value === "number" && Number.isFinite(o.value))
    .toSorted((a, b) => compareText(a.recordedAt ?? "", b.recordedAt ?? "") || compareText(a.id, b.id))
    .at(-1);
  if (typeof own?.value === "number") return own.value;
  return Object.hasOwn(pack.defaults, name) ? (pack.defaults[name] ?? fallback) : fallback;
}

export interface Thresholds {
  /** B4. Units: hours within which the guide expects a start. */
  readonly startWithinHours: number;
  /** M1. Units: readings before the order. */
  readonly baselineReadings: number;
  /** M2. Units: share of the quantity. */
  readonly startQuantityRatio: number;
  /** M2. Units: counts. */
  readonly startMin: number;
  /** M2. Units: multiples of sigma. */
  readonly startSigmas: number;
  /** M4. Units: hours. */
  readonly dropWithinHours: number;
  /** M4. Units: share of the quantity that must have arrived before a loss is a drop. */
  readonly dropGainMinRatio: number;
  /** M6. Units: accounts. */
  readonly sampleMin: number;
  /** M6. Units: flags. */
  readonly suspiciousFlags: number;
  /** M6: more follows than this together with fewer followers than the next. Units: accounts. */
  readonly suspiciousFollows: number;
  readonly suspiciousFollowers: number;
  /** M6. Units: days of the densest window of registrations. */
  readonly burstDays: number;
  /** M7. */
  readonly attemptsMin: number;
  readonly attemptDatesMin: number;
  readonly attemptMediaMin: number;
  /** M7. Units: hours. */
  readonly attemptSpanHours: number;
}

/** All thresholds as they hold in this case. The fallbacks are those of rules M1–M7. */
export function thresholdsOf(of: Case, pack: Pick<Pack, "defaults">): Thresholds {
  const read = (name: string, fallback: number): number => threshold(of, pack, name, fallback);
  return {
    baselineReadings: read("baselineReadings", 5),
    startWithinHours: read("startWithinHours", 24),
    startQuantityRatio: read("startQuantityRatio", 0.02),
    startMin: read("startMin", 10),
    startSigmas: read("startSigmas", 3),
    dropWithinHours: read("dropWithinHours", 24),
    dropGainMinRatio: read("dropGainMinRatio", 0.05),
    sampleMin: read("sampleMin", 50),
    suspiciousFlags: read("suspiciousFlags", 2),
    suspiciousFollows: read("suspiciousFollows", 500),
    suspiciousFollowers: read("suspiciousFollowers", 10),
    burstDays: read("burstDays", 7),
    attemptsMin: read("attemptsMin", 3),
    attemptDatesMin: read("attemptDatesMin", 2),
    attemptMediaMin: read("attemptMediaMin", 2),
    attemptSpanHours: read("attemptSpanHours", 48),
  };
}
