/** The walk of ME4 over entries whose ancestry is written down by hand. */
import { describe, expect, test } from "vitest";
import { zeros } from "./bytes.ts";
import type { Entry, Level } from "./entry.ts";
import { deviceId, epochId, recordHash, type DeviceId, type RecordHash } from "./log-ids.ts";
import { membersOf, type EntryAt } from "./membership.ts";
import { below, seeded, shuffled, type Random } from "./people.fixture.ts";

const id = (n: number): DeviceId => deviceId(n.toString(16).padStart(32, "0"));
const hash = (n: number): RecordHash => recordHash(n.toString(16).padStart(64, "0"));
const keys = { edPub: zeros(32), xPub: zeros(32) };
const rotation = { fullHash: zeros(32), epoch: epochId("00".repeat(16)), boxes: [], old: undefined };
const [R, A, B, C, M] = [id(1), id(2), id(3), id(4), id(9)];

/** An entry and the numbers of those it was written on. */
interface Made extends EntryAt {
  readonly on: readonly number[];
  readonly n: number;
}
const genesis: Made = {
  n: 0,
  hash: hash(0),
  author: A,
  on: [],
  subjects: [R, A],
  entry: { op: "genesis", recovery: keys, first: keys, rotation },
};
const made = (
  n: number,
  author: DeviceId,
  on: readonly number[],
  entry: Entry,
  subjects: readonly DeviceId[] = [],
): Made => ({
  n,
  hash: hash(n),
  author,
  on,
  entry,
  subjects,
});
const admit = (n: number, by: DeviceId, on: readonly number[], who: DeviceId, level: Level, rank = 0): Made =>
  made(n, by, on, { op: "admit", keys, level, rank, invite: undefined, boxes: [] }, [who]);
const lower = (n: number, by: DeviceId, on: readonly number[], who: DeviceId, to: Level): Made =>
  made(n, by, on, { op: "lower", device: who, to, rotation: to === 0 ? rotation : undefined });

function walk(all: readonly Made[]) {
  const past = new Map<number, Set<number>>();
  const pastOf = (n: number): Set<number> => {
    const known = past.get(n);
    if (known !== undefined) return known;
    const of = all.find((each) => each.n === n)?.on ?? [];
    const found = new Set([...of, ...of.flatMap((each) => [...pastOf(each)])]);
    past.set(n, found);
    return found;
  };
  const { members, counts } = membersOf(all, (a, b) => pastOf(Number.parseInt(b, 16)).has(Number.parseInt(a, 16)));
  const levels = [...members.values()].map(
    ({ device, level, rank }) => [Number.parseInt(device, 16), level, rank] as const,
  );
  return {
    levels: levels.toSorted(([a], [b]) => a - b),
    counts: [...counts].map((each) => Number.parseInt(each, 16)).toSorted((a, b) => a - b),
  };
}
const levelsOf = (...all: readonly Made[]) => walk([genesis, ...all]).levels;
const countsOf = (...all: readonly Made[]) => walk([genesis, ...all]).counts;

describe("membership", () => {
  test("[ME2] genesis names the recovery device and the first device", () => {
    expect(levelsOf()).toEqual([
      [1, 3, 0],
      [2, 3, 1],
    ]);
  });

  test("[ME1] an entry of a helper counts for nothing, that of an owner does", () => {
    const helper = admit(1, A, [0], B, 2);
    expect(countsOf(helper, admit(2, B, [1], M, 2))).toEqual([0, 1]);
    expect(countsOf(admit(1, A, [0], B, 3, 2), admit(2, B, [1], M, 2))).toEqual([0, 1, 2]);
  });

  test("[ME3] the level is the highest admit, cut by every lower; a second admit does not bring it back", () => {
    expect(levelsOf(admit(1, A, [0], B, 1), admit(2, A, [1], B, 2)).at(-1)).toEqual([3, 2, undefined]);
    expect(levelsOf(admit(1, A, [0], B, 2), lower(2, A, [1], B, 1)).at(-1)).toEqual([3, 1, undefined]);
    expect(levelsOf(admit(1, A, [0], B, 2), lower(2, A, [1], B, 0), admit(3, A, [2], B, 2)).at(-1)).toEqual([
      3,
      0,
      undefined,
    ]);
  });

  test("[ME4] an owner device ranks above its admitter: an admit at its rank does not count, one above does", () => {
    expect(countsOf(admit(1, A, [0], B, 3, 1))).toEqual([0]);
    expect(countsOf(admit(1, A, [0], B, 3, 2))).toEqual([0, 1]);
  });

  test("[ME4] of two owner admits of one device the one met first fixes the rank: by turn, then by hash, never by arrival", () => {
    const rankOf = (...all: readonly Made[]) => levelsOf(...all).find(([device]) => device === 4)?.[2];
    const [small, great] = [admit(3, A, [0], C, 3, 2), admit(5, A, [0], C, 3, 4)];
    expect([rankOf(small, great), rankOf(great, small)]).toEqual([2, 2]);
    // The recovery device has the first turn, whatever the hashes.
    const first = admit(7, R, [0], C, 3, 6);
    expect([rankOf(small, first), rankOf(first, small)]).toEqual([6, 6]);
  });

  test("[ME4] an owner device is lowered by a smaller rank, not by a greater or an equal one", () => {
    const two = [admit(1, A, [0], B, 3, 2), admit(2, A, [1], C, 3, 2)];
    expect(countsOf(...two, lower(3, B, [2], A, 0))).toEqual([0, 1, 2]);
    expect(countsOf(...two, lower(3, B, [2], C, 0))).toEqual([0, 1, 2]);
    expect(countsOf(...two, lower(3, A, [2], B, 0))).toEqual([0, 1, 2, 3]);
    // The lost first phone: only the recovery file can.
    expect(countsOf(...two, lower(3, R, [2], A, 0))).toEqual([0, 1, 2, 3]);
  });

  test("[ME4] what an owner device wrote before its cut counts, what it wrote beside it does not, nor what that brought", () => {
    const owner = admit(1, A, [0], B, 3, 2);
    const early = admit(2, B, [1], C, 2);
    const cut = lower(3, A, [2], B, 0);
    expect(countsOf(owner, early, cut)).toEqual([0, 1, 2, 3]);
    const beside = admit(4, B, [2], M, 3, 3);
    expect(countsOf(owner, early, cut, beside, admit(5, M, [4], id(10), 2))).toEqual([0, 1, 2, 3]);
    expect(countsOf(owner, early, beside, admit(5, M, [4], id(10), 2))).toEqual([0, 1, 2, 4, 5]);
  });

  test("[ME4] a lower that no longer counts gives back what it took", () => {
    const all = [admit(1, A, [0], B, 3, 2), admit(2, A, [1], C, 2), lower(3, B, [2], C, 0)];
    expect(levelsOf(...all).at(-1)).toEqual([4, 0, undefined]);
    expect(levelsOf(...all, lower(4, A, [2], B, 0)).at(-1)).toEqual([4, 2, undefined]);
  });

  test("[ME4, I2] any order of arrival gives the same members, in 300 histories of owners who admit and lower at the same time", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = seeded(seed);
      const all = history(random);
      const first = JSON.stringify(walk(all));
      for (let again = 0; again < 3; again++)
        expect(JSON.stringify(walk(shuffled(random, all))), `seed ${seed}`).toBe(first);
      // Who was put out by an entry that counts is out, whoever admits it again.
      const { levels, counts } = walk(all);
      for (const { entry, n } of all)
        if (entry.op === "lower" && counts.includes(n))
          expect(levels.find(([device]) => id(device) === entry.device)?.[1] ?? 0, `seed ${seed}`).toBeLessThanOrEqual(
            entry.to,
          );
      expect(levels[0], `seed ${seed}`).toEqual([1, 3, 0]);
    }
  });
});

/** Four owner devices at most, people, removals; each device sees what it happens to have seen. */
function history(random: Random): readonly Made[] {
  const owners = [
    { device: R, rank: 0 },
    { device: A, rank: 1 },
  ];
  const seen = new Map<DeviceId, Set<number>>([
    [R, new Set([0])],
    [A, new Set([0])],
  ]);
  const people: DeviceId[] = [];
  const all: Made[] = [genesis];
  for (let n = 1; n < 16; n++) {
    const by = owners[below(random, owners.length)];
    if (by === undefined) continue;
    const on = [...(seen.get(by.device) ?? [])];
    const turn = random();
    if (turn < 0.2 && owners.length < 5) {
      const device = id(100 + n);
      const rank = by.rank + 1 + below(random, 2);
      all.push(admit(n, by.device, on, device, 3, rank));
      owners.push({ device, rank });
      seen.set(device, new Set([...on, n]));
    } else if (turn < 0.6 || people.length === 0) {
      people.push(id(200 + n));
      all.push(admit(n, by.device, on, id(200 + n), random() < 0.5 ? 2 : 1));
    } else {
      const among = random() < 0.4 ? owners.map(({ device }) => device) : people;
      all.push(lower(n, by.device, on, among[below(random, among.length)] ?? M, random() < 0.7 ? 0 : 1));
    }
    seen.get(by.device)?.add(n);
    const other = owners[below(random, owners.length)];
    if (other !== undefined && random() < 0.4)
      for (const each of seen.get(by.device) ?? []) seen.get(other.device)?.add(each);
  }
  return all;
}
