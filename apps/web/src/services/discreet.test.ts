/** Discreet mode and the quick lock: kept on this device, the same in every tab. */
import { createRoot } from "solid-js";
import { describe, expect, test } from "vitest";
import { createDiscreet, type Discreet } from "./discreet.ts";

/** Tabs over one storage: what one keeps the others hear of. */
function tabs(kept: Readonly<Record<string, string>> = {}) {
  const all = new Map(Object.entries(kept));
  const listeners = new Map<object, () => void>();
  const open = (): Discreet => {
    const own = {};
    return createRoot(() =>
      createDiscreet({
        comforts: {
          read: (name) => all.get(name),
          keep: (name, value) => {
            if (value === undefined) all.delete(name);
            else all.set(name, value);
            for (const [tab, listener] of listeners) if (tab !== own) listener();
          },
        },
        changed: (listener) => {
          listeners.set(own, listener);
          return () => void listeners.delete(own);
        },
      }),
    );
  };
  return { open };
}

describe("discreet mode", () => {
  test("[P3] off on the first day, kept afterwards", () => {
    const { open } = tabs();
    const first = open();
    expect([first.on(), first.locked()]).toEqual([false, false]);
    first.set(true);
    expect(open().on()).toBe(true);
    first.set(false);
    expect(open().on()).toBe(false);
  });
  test("[P3] what was covered is covered after a reload and in every tab, until somebody presses", () => {
    const { open } = tabs();
    const [left, right] = [open(), open()];
    left.lock();
    expect(right.locked()).toBe(true);
    expect(open().locked()).toBe(true);
    right.unlock();
    expect(left.locked()).toBe(false);
    expect(open().locked()).toBe(false);
  });
});
