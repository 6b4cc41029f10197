/**
 * What a measurement says, as messages: codes, facts and the readings they rest on. Pure (M2–M7, A6).
 *
 * 1. Never a bare "not started": until when, how much it grew, and the line it stayed under.
 * 2. Each message refers to its readings and to their exhibits; `file` is the screenshot a reader would open.
 */
import { find, type Case } from "../case/case.ts";
import { ref, type Ref } from "../identity.ts";
import { message, type Message } from "../message.ts";
import { hoursBetween, printedSpan, type Instant } from "../time.ts";
import type { Drop, Reading, SampleMeasure, UndertakingMeasure, UnreachableMeasure } from "./measurement.ts";

/** The screenshot named in the reading's row, else the name of its exhibit. */
export const fileOf = (of: Case, r: Reading): string => r.sourceFile ?? find(of, "exhibit", r.exhibit)?.name ?? "";

/** A reading and the exhibit (with its row) that shows it. */
export const refsOf = (...readings: readonly Reading[]): readonly Ref[] => [
  ...new Set(
    readings.flatMap((r) => [
      ref("reading", r.id),
      ref("exhibit", r.exhibit, undefined, r.row === undefined ? undefined : `row=${r.row}`),
    ]),
  ),
];

/** Units: hours, one decimal: what a sentence prints. */
export const tenths = (hours: number): number => Math.round(hours * 10) / 10;

/** "As of 34 hours 58 minutes after the order, not started", judged at `r` against `line`. */
export function notStartedAt(
  of: Case,
  m: UndertakingMeasure,
  r: Reading,
  line: number,
  code = "M2.not_started_until",
): Message {
  const growth = r.value - (m.baseline?.value ?? r.value);
  const args = { ...printedSpan(m.orderedAt, r.at), at: r.at, value: r.value, growth, line, file: fileOf(of, r) };
  return message(code, args, refsOf(r));
}

/** M2: the last reading still not started; undefined when none was taken since the order. */
export function notStartedUntil(of: Case, m: UndertakingMeasure): Message | undefined {
  return m.start?.lastNot && notStartedAt(of, m, m.start.lastNot, m.start.line);
}

/** M2: any growth that stayed at or under the line ("grew by 12, not above the line of 20"). */
export function smallGrowth(m: UndertakingMeasure): Message | undefined {
  const { lastNot, growthAtLastNot = 0, line = 0 } = m.start ?? {};
  return lastNot && growthAtLastNot > 0
    ? message("M2.small_growth", { growth: growthAtLastNot, line, at: lastNot.at }, refsOf(lastNot))
    : undefined;
}

/** M2: the first reading that counts as started. */
export function startedAt(of: Case, m: UndertakingMeasure): Message | undefined {
  const { first, line } = m.start ?? {};
  if (!first || line === undefined) return undefined;
  const growth = first.value - (m.baseline?.value ?? first.value);
  const args = {
    ...printedSpan(m.orderedAt, first.at),
    at: first.at,
    value: first.value,
    growth,
    line,
    file: fileOf(of, first),
  };
  return message("M2.started_at", args, refsOf(first));
}

const standing = (of: Case, m: UndertakingMeasure, r: Reading | undefined, code: string): Message | undefined =>
  r &&
  message(
    code,
    { at: r.at, value: r.value, file: fileOf(of, r), ...(m.baseline ? { gained: r.value - m.baseline.value } : {}) },
    refsOf(r),
  );

/** A6: the newest reading; without a baseline it says no `gained`. */
export const newest = (of: Case, m: UndertakingMeasure): Message | undefined => standing(of, m, m.newest, "M2.newest");
/** The first reading with the highest value. */
export const peak = (of: Case, m: UndertakingMeasure): Message | undefined => standing(of, m, m.peak, "M2.peak");

/** M3. */
export function progress(of: Case, m: UndertakingMeasure): Message | undefined {
  const { newest: r, progressRatio, gained, quantity } = m;
  if (!r || progressRatio === undefined || gained === undefined || quantity === undefined) return undefined;
  return message(
    "M3.progress",
    { progressRatio, gained, quantity, at: r.at, value: r.value, file: fileOf(of, r) },
    refsOf(r),
  );
}

/** M4: both shares, so that neither is hidden. */
export function drop(of: Case, d: Drop | undefined): Message | undefined {
  if (!d) return undefined;
  const { lost, ofGainRatio, ofTotalRatio, from, to } = d;
  return message(
    "M4.drop",
    {
      lost,
      ofGainRatio,
      ofTotalRatio,
      hours: tenths(d.hours),
      fromAt: from.at,
      fromValue: from.value,
      fromFile: fileOf(of, from),
      toAt: to.at,
      toValue: to.value,
      toFile: fileOf(of, to),
    },
    refsOf(from, to),
  );
}

/** M5: the stretch without a reading, and the moment in it that mattered. */
export const gap = (from: Reading, to: Reading, threshold?: Instant): Message =>
  message(
    "M5.gap",
    {
      fromAt: from.at,
      toAt: to.at,
      hours: tenths(hoursBetween(from.at, to.at)),
      ...(threshold === undefined ? {} : { thresholdAt: threshold }),
    },
    refsOf(from, to),
  );

/** M6: "120 sampled, 70 of them with two or more unusual features", with the Wilson 95 % interval of that share. */
export function sample(of: Case, s: SampleMeasure): Message {
  const record = find(of, "sample", s.sample);
  const { n, suspicious: k, low: lowRatio, high: highRatio, noAvatar, noPosts, massFollow, burst, ruleStated } = s;
  const args = {
    n,
    k,
    lowRatio,
    highRatio,
    noAvatar,
    noPosts,
    massFollow,
    burst,
    ruleStated,
    rule: record?.rule ?? "",
  };
  return message("M6.sample", args, [ref("sample", s.sample), ...(record ? [ref("exhibit", record.exhibit)] : [])]);
}

/** M7: "as of …, three attempts unanswered". Undefined without an attempt that counts. */
export function attempts(u: UnreachableMeasure): Message | undefined {
  const [first, last] = [u.attempts[0], u.attempts.at(-1)];
  if (!first || !last) return undefined;
  return message(
    "M7.attempts",
    {
      n: u.attempts.length,
      dates: u.dates,
      media: u.media,
      spanHours: tenths(u.spanHours),
      fromAt: first.at,
      toAt: last.at,
    },
    u.attempts.flatMap((a) => [ref("attempt", a.id), ...(a.exhibit === undefined ? [] : [ref("exhibit", a.exhibit)])]),
  );
}
