/**
 * Series: the readings of one account's counter in order of time. Pure (M1).
 *
 * 1. Sorted by instant, then id; the order in which readings came in never matters.
 * 2. A reading told twice (same instant, same value) is kept once.
 */
import type { Case } from "../case/case.ts";
import { HOUR_MS, toMillis, type Instant } from "../time.ts";
import { compareText, liveReadings } from "./live.ts";
import type { Reading, Series } from "./measurement.ts";

interface Place {
  readonly counter: Reading["counter"];
  readonly platform: string;
  readonly account: string;
}

const placeOf = (r: Reading): Place => ({
  counter: r.counter,
  platform: r.platform?.trim() ?? "",
  account: r.account?.trim() ?? "",
});
const keyOf = (p: Place): string => [p.counter, p.platform, p.account].join("|");

/**
 * All series of a case. A reading that does not say its platform or account belongs to the only series it can belong to;
 * where there are several, it stays apart, because guessing would mix two accounts.
 */
export function seriesOf(of: Case): readonly Series[] {
  const places = new Map<string, Place>();
  const said = new Map<string, Reading[]>();
  for (const r of liveReadings(of)) {
    const place = placeOf(r);
    const key = keyOf(place);
    const there = said.get(key);
    if (there) there.push(r);
    else {
      places.set(key, place);
      said.set(key, [r]);
    }
  }
  const all = [...places.values()];
  const groups = new Map<string, Reading[]>();
  for (const [key, list] of said) {
    const own = places.get(key);
    const at = own === undefined ? key : keyOf(home(own, all));
    groups.set(at, [...(groups.get(at) ?? []), ...list]);
  }
  return [...groups]
    .map(([key, list]) => toSeries(key, places.get(key), list))
    .filter((s): s is Series => s !== undefined)
    .toSorted((a, b) => compareText(a.key, b.key));
}

function home(own: Place, places: readonly Place[]): Place {
  if (own.platform !== "" && own.account !== "") return own;
  const fits = (mine: string, theirs: string): boolean => mine === theirs || (mine === "" && theirs !== "");
  const fuller = places.filter(
    (p) =>
      p.counter === own.counter &&
      keyOf(p) !== keyOf(own) &&
      fits(own.platform, p.platform) &&
      fits(own.account, p.account),
  );
  const [only] = fuller;
  return fuller.length === 1 && only ? home(only, places) : own;
}

function toSeries(key: string, place: Place | undefined, list: readonly Reading[]): Series | undefined {
  if (!place) return undefined;
  const seen = new Set<string>();
  const readings = list
    .toSorted((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id))
    .filter((r) => {
      const same = `${r.at}|${r.value}`;
      if (seen.has(same)) return false;
      seen.add(same);
      return true;
    });
  return {
    key,
    counter: place.counter,
    account: place.account === "" ? undefined : place.account,
    readings,
    maxGapHours: maxGap(readings),
  };
}

function maxGap(readings: readonly Reading[]): number {
  let widest = 0;
  let before: number | undefined;
  for (const r of readings) {
    const at = toMillis(r.at);
    if (before !== undefined) widest = Math.max(widest, (at - before) / HOUR_MS);
    before = at;
  }
  return widest;
}

/** Readings taken before the order. */
export const before = (series: Series, orderedAt: Instant): readonly Reading[] =>
  series.readings.filter((r) => r.at < orderedAt);
/** Readings taken at the order or later. */
export const since = (series: Series, orderedAt: Instant): readonly Reading[] =>
  series.readings.filter((r) => r.at >= orderedAt);
