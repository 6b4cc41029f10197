import { describe, expect, it } from "vitest";
import { between, byPosition } from "./position.ts";

/** Small linear generator, so that a failing run can be repeated by its seed. */
const random = (seed: number): (() => number) => {
  let s = seed;
  return () => {
    s = (s * 1_103_515_245 + 12_345) % 2_147_483_648;
    return s / 2_147_483_648;
  };
};

describe("[A3] positions", () => {
  it("[A3] there is always a key between two neighbours (seeded insertions)", () => {
    const seed = 20_240_501;
    const next = random(seed);
    const keys: string[] = [];
    for (let i = 0; i < 500; i += 1) {
      const at = Math.floor(next() * (keys.length + 1));
      keys.splice(at, 0, between(keys[at - 1], keys[at]));
    }
    expect(keys, `seed ${seed}`).toEqual(keys.toSorted());
    expect(new Set(keys).size).toBe(500);
    expect(keys.some((k) => k.endsWith("0"))).toBe(false);
  });
  it("[A3] open ends: before everything and after everything", () => {
    expect(between(undefined, "1") < "1").toBe(true);
    expect(between("z") > "z").toBe(true);
  });
  it("[A3] equal neighbours of two devices still give a key after the left one", () => {
    expect(between("i", "i") > "i").toBe(true);
    // Not of our alphabet: kept as the left end.
    expect(between("A:7") > "A:7").toBe(true);
  });
  it("[A3] equal positions are ordered by id, the same on both devices", () => {
    const [a, b] = [
      { position: "i", id: "01" },
      { position: "i", id: "02" },
    ];
    expect([b, a].toSorted(byPosition)).toEqual([a, b]);
  });
});
