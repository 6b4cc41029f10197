/**
 * Turning: between which two readings something changed, and what that says about a given moment. Pure (M5).
 *
 * 1. A moment inside the stretch that nobody looked at is unknown, and the stretch is named.
 * 2. Silence after the last reading says nothing: without a reading at or after the moment it is unknown.
 */
import type { Instant } from "../time.ts";
import type { Reading } from "./measurement.ts";

export interface Turning {
  /** Last reading before the change was seen. */
  readonly lastWithout: Reading | undefined;
  /** First reading that shows the change. */
  readonly firstWith: Reading | undefined;
}

/** `readings` oldest first. */
export function turningOf(readings: readonly Reading[], changed: (r: Reading) => boolean): Turning {
  const n = readings.findIndex(changed);
  return n < 0
    ? { lastWithout: readings.at(-1), firstWith: undefined }
    : { lastWithout: n === 0 ? undefined : readings[n - 1], firstWith: readings[n] };
}

export type Timing =
  /** It had changed by then. */
  | { readonly is: "changed_by"; readonly shows: Reading }
  /** It had not; `shows` is the first reading at or after the moment that shows it. */
  | { readonly is: "not_yet"; readonly shows: Reading }
  | { readonly is: "gap"; readonly from: Reading; readonly to: Reading }
  | { readonly is: "no_reading"; readonly last: Reading | undefined };

/** Had it changed at `moment`? `readings` oldest first; `earlier` is the last reading before them, if any. */
export function timingOf(
  readings: readonly Reading[],
  turning: Turning,
  moment: Instant,
  earlier: Reading | undefined,
): Timing {
  const { lastWithout, firstWith } = turning;
  if (firstWith && firstWith.at <= moment) return { is: "changed_by", shows: firstWith };
  if (lastWithout && lastWithout.at >= moment) {
    const shows = readings.find((r) => r.at >= moment) ?? lastWithout;
    return { is: "not_yet", shows };
  }
  const from = lastWithout ?? earlier;
  if (firstWith && from) return { is: "gap", from, to: firstWith };
  return { is: "no_reading", last: from };
}
