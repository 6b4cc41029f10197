/**
 * Time that is not counted in: from `<what>.started` to `<what>.ended`. Pure (K2).
 *
 * 1. Only the clocks of others stand still, so the first and the last day are both left out of the count.
 * 2. What has begun and not ended is not counted up to now: the end moves with every day.
 */
import { civilOf, type CivilDate, type Instant } from "../time.ts";
import type { Pause } from "./period.ts";
import type { Start } from "./starts.ts";

/** From what was raised, oldest first. `since`: the day since which the clock stands still now. */
export function pausesOf(
  raised: readonly Pick<Start, "name" | "at">[],
  now: Instant,
): { readonly pauses: readonly Pause[]; readonly since: CivilDate | undefined } {
  const pauses: Pause[] = [];
  let since: CivilDate | undefined;
  for (const r of raised) {
    if (r.name.endsWith(".started")) since ??= civilOf(r.at);
    else if (since !== undefined) {
      pauses.push({ from: since, to: civilOf(r.at) });
      since = undefined;
    }
  }
  if (since !== undefined) pauses.push({ from: since, to: civilOf(now) });
  return { pauses, since };
}
