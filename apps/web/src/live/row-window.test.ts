/** Where rows stand and which are drawn. */
import { describe, expect, test } from "vitest";
import { drawn, layOut } from "./row-window.ts";

const ids = Array.from({ length: 100 }, (_, n) => `row-${n}`);

describe("row window", () => {
  test("[G13] rows stand below each other, measured ones as high as they are", () => {
    // Row 1 is 150 instead of 100: everything after it is 50 lower.
    const layout = layOut(ids, new Map([["row-1", 150]]), 100);
    expect([layout.top(0), layout.top(1), layout.top(2), layout.top(99), layout.total]).toEqual([
      0, 100, 250, 9_950, 10_050,
    ]);
    expect([layout.at(0), layout.at(99.9), layout.at(100), layout.at(249), layout.at(250)]).toEqual([0, 0, 1, 1, 2]);
    expect(layout.at(1_000_000)).toBe(99);
  });
  test("[G13] drawn is what is seen and a little around it, never all", () => {
    const layout = layOut(ids, new Map(), 100);
    // Seen 1,000–1,500; 200 around: 800–1,700, rows 8 to 17.
    expect(drawn(layout, { from: 1_000, height: 500 }, 200, -1)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
    expect(drawn(layout, { from: 0, height: 150 }, 0, -1)).toEqual([0, 1]);
  });
  test("[A6] the row in use stays drawn wherever the list is, in its own place", () => {
    const layout = layOut(ids, new Map(), 100);
    expect(drawn(layout, { from: 5_000, height: 100 }, 0, 3)).toEqual([3, 50, 51]);
    expect(drawn(layout, { from: 0, height: 100 }, 0, 77)).toEqual([0, 1, 77]);
    expect(drawn(layout, { from: 0, height: 100 }, 0, 1)).toEqual([0, 1]);
  });
  test("[UI] an empty list draws nothing", () => {
    expect(drawn(layOut([], new Map(), 100), { from: 0, height: 500 }, 200, -1)).toEqual([]);
    expect(layOut([], new Map(), 100).total).toBe(0);
  });
});
