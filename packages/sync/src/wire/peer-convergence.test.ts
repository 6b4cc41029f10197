/**
 * Four people on a network that loses, doubles, delays and cuts, at random. `SEED` and `SEEDS` choose other ones.
 * Then the same with a fault planted into what one of the programs says: it must be noticed.
 */
import { describe, expect, test } from "vitest";
import { findingsIn, seedsFrom, seedsIn } from "../log/seeds.fixture.ts";
import { decodeFrames, encodeFrame, type Frame } from "./frame.ts";
import type { Through } from "./network.fixture.ts";
import { stormy, type StormOptions } from "./storm.fixture.ts";

const seedsOf = seedsIn(process.env);

describe("storms", () => {
  test("[I1, R1] 200 stormy meetings: the same records, one document, every link live", async () => {
    expect(await findingsIn(seedsOf(200), (seed) => stormy({ seed }))).toEqual([]);
  }, 120_000);

  test("[I1, R1] 20 stormy meetings with real ciphers", async () => {
    expect(await findingsIn(seedsOf(20), (seed) => stormy({ seed, sealed: true }))).toEqual([]);
  }, 120_000);
});

/** Whether any of so many storms notices. */
const noticed = async (fault: Partial<StormOptions>): Promise<string> => {
  for (const seed of seedsFrom(1, 10)) {
    const [finding] = await findingsIn([seed], () => stormy({ seed, ...fault }));
    if (finding !== undefined) return finding.wrong.join();
  }
  return "";
};
/** A program that never says such a frame. */
const without =
  (who: string, is: Frame["is"]): Through =>
  (name, message) => {
    const read = decodeFrames(message);
    if (name !== who || !read.ok) return message;
    const kept = read.value.filter((frame) => frame.is !== is).map(encodeFrame);
    return kept.length === 0 ? undefined : new Uint8Array(Buffer.concat(kept));
  };

describe("planted", () => {
  test("[R1] planted: what stands between the program and the network changes nothing by itself", async () => {
    expect(await noticed({ message: without("nobody", "want") })).toBe("");
  }, 60_000);

  test("[R1, FR2] planted: one-way sync, bob gives and never asks", async () => {
    expect(await noticed({ message: without("bob", "want") })).toMatch(/bob (lacks|sees something else|waits)/);
  }, 60_000);

  test("[R1, FR3] planted: one-way sync, bob asks and never gives", async () => {
    expect(await noticed({ message: without("bob", "recs") })).toMatch(/lacks|sees something else/);
  }, 60_000);
});
