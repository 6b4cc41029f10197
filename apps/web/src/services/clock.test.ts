/** The clock ticks by itself and when something turns. */
import { fromMillis } from "@recourse/core";
import { describe, expect, test } from "vitest";
import { createClock } from "./clock.ts";

function manual() {
  let at = 0;
  let planned: { readonly at: number; readonly work: () => void } | undefined;
  let shown = (): void => undefined;
  const clock = createClock({
    read: () => at,
    after: (ms, work) => {
      const own = { at: at + ms, work };
      planned = own;
      return () => {
        if (planned === own) planned = undefined;
      };
    },
    shown: (listener) => {
      shown = listener;
    },
  });
  return {
    clock,
    due: () => planned?.at,
    go: (to: number) => {
      at = to;
      const { work } = planned ?? { work: () => undefined };
      planned = undefined;
      work();
    },
    show: (to: number) => {
      at = to;
      shown();
    },
  };
}

describe("clock", () => {
  test("[K7] ticks every 30 s, and one millisecond after something turns before that", () => {
    const { clock, due, go } = manual();
    expect(due()).toBe(30_000);
    clock.turnsAt("rows", fromMillis(12_000));
    expect(due()).toBe(12_001);
    go(12_001);
    expect(clock.now()).toBe(fromMillis(12_001));
    expect(due()).toBe(42_001);
  });
  test("[K7] ticks at once when the page is shown again", () => {
    const { clock, show } = manual();
    show(3_600_000);
    expect(clock.now()).toBe(fromMillis(3_600_000));
  });
});
