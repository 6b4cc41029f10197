/** Keys among the cards. */
import { describe, expect, test } from "vitest";
import { nextIndex } from "./moves.ts";

describe("nextIndex", () => {
  test("[UI] arrows, J and K go one card on or back and stop at the ends", () => {
    expect(nextIndex("ArrowDown", 0, 3)).toBe(1);
    expect(nextIndex("j", 2, 3)).toBe(2);
    expect(nextIndex("k", 1, 3)).toBe(0);
    expect(nextIndex("ArrowUp", 0, 3)).toBe(0);
    expect(nextIndex("End", 0, 3)).toBe(2);
    expect(nextIndex("Home", 2, 3)).toBe(0);
    // No card in use yet: down enters the first.
    expect(nextIndex("ArrowDown", -1, 3)).toBe(0);
  });
  test("[UI] other keys, and an empty board, are left alone", () => {
    expect(nextIndex("Enter", 0, 3)).toBeUndefined();
    expect(nextIndex("j", -1, 0)).toBeUndefined();
  });
});
