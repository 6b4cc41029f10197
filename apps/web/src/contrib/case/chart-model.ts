/**
 * What the chart of one counter shows, as data. Pure (M1–M5).
 *
 * 1. Times are moved to the clock of Asia/Shanghai, so that a chart drawn in UTC prints the clock people know.
 * 2. A stretch without readings is shown as one: its ends are told, nothing is drawn in between that was not read.
 */
import { addHours, hoursBetween, toMillis, type Instant, type RecordOf, type UndertakingMeasure } from "@recourse/core";

type Reading = RecordOf<"reading">;

const SHANGHAI = 8 * 3_600_000;

/** Milliseconds whose UTC clock reads as the clock in Shanghai. */
export const clockMillis = (at: Instant): number => toMillis(at) + SHANGHAI;

export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

/** A moment worth a line in the chart. */
export interface ChartMoment {
  readonly x: number;
  readonly code: "order" | "last_not" | "started" | "peak" | "dropped";
  /** Value at that moment, where one was read. */
  readonly value: number | undefined;
}

export interface ChartModel {
  readonly counter: string;
  readonly points: readonly ChartPoint[];
  readonly moments: readonly ChartMoment[];
  /** The time in which they promised to start. */
  readonly promised: readonly [number, number] | undefined;
  /** What had to be exceeded to count as started. */
  readonly line: number | undefined;
  readonly baseline: number | undefined;
}

/** What the chart draws: readings, the order line, the promised window and the moments the M2–M4 sentences name. */
export function chartModel(m: UndertakingMeasure, startWithinHours: number | undefined): ChartModel {
  const { readings } = m.series;
  const moment = (code: ChartMoment["code"], reading: Reading | undefined): readonly ChartMoment[] =>
    reading === undefined ? [] : [{ code, x: clockMillis(reading.at), value: reading.value }];
  const order = clockMillis(m.orderedAt);
  return {
    counter: m.series.counter,
    points: readings.map((r) => ({ x: clockMillis(r.at), y: r.value })),
    moments: [
      { code: "order", x: order, value: undefined },
      ...moment("last_not", m.start?.lastNot),
      ...moment("started", m.start?.first),
      ...moment("peak", m.peak),
      ...moment("dropped", m.drop?.to),
    ],
    promised:
      startWithinHours === undefined ? undefined : [order, clockMillis(addHours(m.orderedAt, startWithinHours))],
    line: m.baseline && m.start ? m.baseline.value + m.start.line : undefined,
    baseline: m.baseline?.value,
  };
}

/** The longest stretch without a reading. Units: hours, one decimal. */
export function longestGap(
  readings: readonly Reading[],
): { readonly from: Instant; readonly to: Instant; readonly hours: number } | undefined {
  let longest: { from: Instant; to: Instant; hours: number } | undefined;
  readings.forEach((r, n) => {
    const before = readings[n - 1];
    if (before === undefined) return;
    const hours = Math.round(hoursBetween(before.at, r.at) * 10) / 10;
    if (longest === undefined || hours > longest.hours) longest = { from: before.at, to: r.at, hours };
  });
  return longest;
}
