/** The network in memory: the contract, and its faults. */
import { describe, expect, test } from "vitest";
import { seeded } from "../log/people.fixture.ts";
import { createManualScheduler } from "../scheduler.ts";
import { createMemoryLink } from "./memory-transport.ts";
import { transportContract } from "./transport.contract.ts";

describe("memory", () => {
  transportContract(async () => {
    const scheduler = createManualScheduler();
    const { ends } = createMemoryLink(scheduler, seeded(1));
    return {
      ends,
      until: async (done) => {
        for (let n = 0; n < 100 && !done(); n++) scheduler.advance(1);
        if (!done()) throw new Error("it did not come");
      },
    };
  });
});

const run = (seed: number, drop: number, twice: number, most: number): readonly number[] => {
  const scheduler = createManualScheduler();
  const faults = { drop, twice, delay: { least: 1, most } };
  const { ends } = createMemoryLink(scheduler, seeded(seed), () => faults);
  const heard: number[] = [];
  ends[1].start({ message: ([first = 0]) => void heard.push(first), end: () => undefined });
  for (let n = 0; n < 100; n++) ends[0].send(Uint8Array.of(n));
  scheduler.advance(1000);
  return heard;
};

test("[R1] dropped, doubled and reordered by dice, the same for the same dice", () => {
  const all = Array.from({ length: 100 }, (_, n) => n);
  expect(run(1, 0, 0, 1)).toEqual(all);
  expect(run(1, 0.5, 0, 1).length).toBeLessThan(80);
  expect(run(1, 0, 0.5, 1).length).toBeGreaterThan(120);
  const mixed = run(1, 0, 0, 50);
  expect(mixed).not.toEqual(all);
  expect(mixed.toSorted((a, b) => a - b)).toEqual(all);
  expect(run(7, 0.2, 0.2, 50)).toEqual(run(7, 0.2, 0.2, 50));
});

test("[R1] a cut loses what is under way", () => {
  const scheduler = createManualScheduler();
  const { ends, cut } = createMemoryLink(scheduler, seeded(1));
  const heard: string[] = [];
  ends[1].start({ message: () => void heard.push("message"), end: () => void heard.push("end") });
  ends[0].send(Uint8Array.of(1));
  cut();
  scheduler.advance(10);
  expect(heard).toEqual(["end"]);
});
