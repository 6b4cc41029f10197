/** The bucket of tokens. */
import { expect, it } from "vitest";
import { createTokens } from "./tokens.ts";

it("[RL3] a burst at once, then so many a second, and never more than the burst", () => {
  let time = 0;
  const tokens = createTokens({ perSecond: 60, burst: 300, now: () => time });
  const taken = (): number => {
    let count = 0;
    while (tokens.take()) count++;
    return count;
  };
  expect(taken()).toBe(300);
  // 60 a second are one in 16⅔ ms.
  expect(tokens.wait()).toBe(17);
  time = 1000;
  expect(taken()).toBe(60);
  time = 60_000;
  expect(taken()).toBe(300);
  expect(tokens.wait()).toBeGreaterThan(0);
});
