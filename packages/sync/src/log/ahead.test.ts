/** Work begun ahead: what is begun when, and that the log judges a batch as it judges the same records one by one. */
import { describe, expect, test } from "vitest";
import { countingBreaths, workAhead } from "./ahead.ts";
import { HELPER, OUT } from "./entry.ts";
import {
  below,
  createWorld,
  edit,
  everything,
  flipped,
  forged,
  found,
  invite,
  lower,
  person,
  put,
  shuffled,
  sync,
  take,
  type Person,
} from "./people.fixture.ts";

const numbers = (length: number): readonly { readonly n: number }[] => Array.from({ length }, (_, n) => ({ n }));

describe("what is begun", () => {
  test("[AC2] 256 records are begun on the first question, the next ones when half of these were asked for, each once", async () => {
    const batch = numbers(600);
    const begun: number[] = [];
    const { of } = workAhead(batch, async ({ n }) => {
      begun.push(n);
      return n * 10;
    });
    expect(begun).toEqual([]);
    const answers: unknown[] = [];
    for (const each of batch) {
      answers.push(await of(each));
      // Place 0 begins 0–255; from place 128 on the next look begins up to 383, and so on.
      if (each.n === 0 || each.n === 127) expect(begun.length).toBe(256);
      if (each.n === 128) expect(begun.length).toBe(384);
    }
    expect(answers).toEqual(batch.map(({ n }) => n * 10));
    expect(begun).toEqual(batch.map(({ n }) => n));
  });

  test("[AC2] what could not be begun is begun after `again`; what was handed out, or is of no batch, is not begun a second time", async () => {
    const batch = numbers(3);
    const known = new Set([0]);
    const begun: number[] = [];
    const { of, again } = workAhead(batch, ({ n }) => {
      if (!known.has(n)) return undefined;
      begun.push(n);
      return Promise.resolve(n);
    });
    const [first, second, third] = batch;
    if (first === undefined || second === undefined || third === undefined) throw new Error("three");
    expect(await of(first)).toBe(0);
    expect(of(second)).toBeUndefined();
    known.add(1).add(2);
    expect(of(third)).toBeUndefined();
    again();
    expect(await of(first)).toBeUndefined();
    expect(begun).toEqual([0]);
    const later = workAhead(batch, async ({ n }) => n);
    known.clear();
    later.again();
    expect([await later.of(second), await later.of(second), await later.of({ n: 1 })]).toEqual([
      1,
      undefined,
      undefined,
    ]);
  });
});

test("[I10] of a long batch every 256th record leaves room for tasks that wait; the others do not", async () => {
  const breath = countingBreaths();
  let tasks = 0;
  const waits = (): void => void setImmediate(() => (tasks += 1));
  waits();
  for (let n = 1; n < 256; n++) await breath();
  expect(tasks).toBe(0);
  // An answer of the platform may come within the task of another; three of them do not.
  for (let n = 256; n <= 768; n++) await breath();
  expect(tasks).toBe(1);
});

/** What stands in a log, and what does not, as text. */
const judged = (who: Person): string =>
  JSON.stringify({
    admissible: who.log.index
      .all()
      .map(({ node }) => node.hash)
      .toSorted(),
    inadmissible: [...who.log.inadmissible()].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    waiting: who.log
      .waiting()
      .map(({ record, missing, checked }) => [record.hash, missing, checked])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  });

test.each([false, true])(
  "[AC1, AC2, I1, S2] histories with an attacker: the same set whether the records come in one batch, in small ones or one by one (real ciphers: %s)",
  { timeout: 60_000 },
  async (sealed) => {
    for (let seed = 1; seed <= (sealed ? 3 : 40); seed++) {
      const world = createWorld({ seed, sealed });
      const { random } = world;
      const { alice, caseId } = await found(world);
      const bob = await invite(world, alice, "bob", HELPER);
      const mallory = await invite(world, alice, "mallory", HELPER);
      const bad: Uint8Array[] = [];
      for (let n = 0; n < 24; n++) {
        const who = [alice, bob, mallory][below(random, 3)] ?? alice;
        const [record] = await edit(world, who, put(`o${below(random, 5)}/title`, n));
        if (below(random, 3) === 0) await sync(who, who === alice ? bob : alice);
        if (below(random, 4) === 0 && who !== mallory) await sync(who, mallory);
        if (record === undefined) continue;
        // A copy with another signature, one of another body, and, from mallory, what the rules do not allow.
        if (below(random, 3) === 0) bad.push(flipped(record.bytes, record.bytes.length - 1 - below(random, 60)));
        if (below(random, 4) === 0) bad.push(flipped(record.bytes, record.headBytes.length + below(random, 8)));
      }
      bad.push((await forged(world, mallory, { seq: 99 })).bytes);
      bad.push((await forged(world, mallory, {}, Uint8Array.of(9, 9, 9))).bytes);
      await lower(world, alice, mallory, OUT);
      await edit(world, mallory, put("o1/title", "after"));
      for (const who of [bob, mallory]) await take(alice, everything(who));
      const all = shuffled(
        random,
        [...everything(alice), ...everything(mallory)].map(({ bytes }) => bytes),
      );
      for (const each of bad) all.splice(below(random, all.length), 0, new Uint8Array(each));
      const readers: string[] = [];
      for (const size of [all.length, 7, 1]) {
        const reader = await person(world, "bob", bob.keys, caseId);
        for (let at = 0; at < all.length; at += size) await reader.log.receive(all.slice(at, at + size));
        readers.push(judged(reader));
      }
      const [batch, small, single] = readers;
      expect(small, `seed ${seed}`).toBe(batch);
      expect(single, `seed ${seed}`).toBe(batch);
      // Everything honest is in, and the forged ones are not.
      expect(batch).toContain(everything(alice).at(-1)?.hash ?? "none");
      expect(batch).toContain('"kind":"seq"');
    }
  },
);
