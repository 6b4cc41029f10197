/**
 * Samples of accounts: named features, counted; never a word on who is "fake". Pure (M6).
 *
 * 1. A value that is not shown raises no flag.
 * 2. Two flags make an account suspicious; the share carries its Wilson 95 % interval.
 */
import type { RecordOf } from "../schema/kinds.ts";
import { civilOf, DAY_MS, parseInstant, startOf, toMillis } from "../time.ts";
import type { SampleMeasure } from "./measurement.ts";
import type { Thresholds } from "./threshold.ts";

type Row = RecordOf<"sample">["rows"][number];

/** 97.5 % quantile of the normal distribution. */
const Z = 1.959963984540054;

/** Wilson score interval for `k` of `n`. Units: shares 0–1. Source: Wilson 1927. */
export function wilson(k: number, n: number): { readonly low: number; readonly high: number } {
  if (n <= 0) return { low: 0, high: 1 };
  const p = k / n;
  const z2 = Z * Z;
  const scale = 1 + z2 / n;
  const centre = p + z2 / (2 * n);
  const half = Z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) };
}

/** Day number of a registration day, or undefined when it is not shown or no date. Units: days. */
function dayOf(text: string): number | undefined {
  const at = parseInstant(text);
  return at.ok ? Math.round(toMillis(startOf(civilOf(at.value))) / DAY_MS) : undefined;
}

export type SampleThresholds = Pick<
  Thresholds,
  "suspiciousFlags" | "suspiciousFollows" | "suspiciousFollowers" | "burstDays"
>;

/** First day of those `width` days in which most accounts were registered; the earliest among equals. A single account is no concentration. */
function densestWindow(days: readonly number[], width: number): number | undefined {
  const sorted = days.toSorted((a, b) => a - b);
  let start: number | undefined;
  let most = 1;
  for (const [n, first] of sorted.entries()) {
    const inside = sorted.slice(n).findIndex((d) => d >= first + width);
    const count = inside < 0 ? sorted.length - n : inside;
    if (count > most) [most, start] = [count, first];
  }
  return start;
}

/** Counts the named features of a sample. */
export function sampleMeasure(s: RecordOf<"sample">, t: SampleThresholds): SampleMeasure {
  const days = s.rows.map((r) => dayOf(r[4]));
  const window = densestWindow(
    days.filter((d): d is number => d !== undefined),
    t.burstDays,
  );
  const flags = s.rows.map((r, n) => flagsOf(r, days[n], window, t));
  const count = (name: keyof Flags): number => flags.filter((f) => f[name]).length;
  const suspicious = flags.filter((f) => Object.values(f).filter(Boolean).length >= t.suspiciousFlags).length;
  return {
    sample: s.id,
    n: s.rows.length,
    noAvatar: count("noAvatar"),
    noPosts: count("noPosts"),
    massFollow: count("massFollow"),
    burst: count("burst"),
    suspicious,
    ...wilson(suspicious, s.rows.length),
    ruleStated: (s.rule ?? "").trim() !== "",
  };
}

interface Flags {
  readonly noAvatar: boolean;
  readonly noPosts: boolean;
  readonly massFollow: boolean;
  readonly burst: boolean;
}

function flagsOf(
  [avatar, posts, follows, followers]: Row,
  day: number | undefined,
  window: number | undefined,
  t: SampleThresholds,
): Flags {
  return {
    noAvatar: avatar === 0,
    noPosts: posts === 0,
    massFollow: follows > t.suspiciousFollows && followers >= 0 && followers < t.suspiciousFollowers,
    burst: day !== undefined && window !== undefined && day >= window && day < window + t.burstDays,
  };
}
