/** Sets of places, against sets of numbers. `SEED` chooses others. */
import { expect, test } from "vitest";
import { below, seeded } from "../log/people.fixture.ts";
import { both, countOf, eachOf, firstOf, hasPlace, placesOf, union, without, type Places } from "./places.ts";

const seed = Number(process.env["SEED"] ?? 1);
const random = seeded(seed);
const some = (): ReadonlySet<number> => new Set(Array.from({ length: below(random, 12) }, () => below(random, 20)));
const listed = (places: Places): readonly number[] => [...eachOf(places)];
const sorted = (numbers: Iterable<number>): readonly number[] => [...numbers].toSorted((a, b) => a - b);

test(`[BL2] 2,000 pairs of sets: ranges do what sets do, in their one form (seed ${seed})`, () => {
  for (let n = 0; n < 2000; n++) {
    const [a, b] = [some(), some()];
    const [one, other] = [placesOf(a), placesOf(b)];
    expect(listed(one)).toEqual(sorted(a));
    expect(listed(union(one, other))).toEqual(sorted(new Set([...a, ...b])));
    expect(listed(without(one, other))).toEqual(sorted([...a].filter((place) => !b.has(place))));
    expect(listed(both(one, other))).toEqual(sorted([...a].filter((place) => b.has(place))));
    expect([countOf(one), hasPlace(one, 7)]).toEqual([a.size, a.has(7)]);
    expect(listed(firstOf(one, 3))).toEqual(sorted(a).slice(0, 3));
    for (const set of [union(one, other), without(one, other), both(one, other)])
      for (const [at, range] of set.entries()) {
        const before = set[at - 1];
        expect(range.to > range.from && (before === undefined || range.from > before.to)).toBe(true);
      }
  }
});
