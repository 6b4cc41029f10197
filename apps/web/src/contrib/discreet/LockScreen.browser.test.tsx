/** The cover of the quick lock in a real browser: what it hides, what takes it away, and that the focus comes back. */
import "@recourse/ui/theme.css";
import axe from "axe-core";
import { createRoot, createSignal } from "solid-js";
import { afterEach, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { createMemoryServices } from "../../parts/memory-case.fixture.ts";
import { coverWhileLocked } from "./LockScreen.tsx";

let end: (() => void) | undefined;
afterEach(() => {
  end?.();
  end = undefined;
  document.body.replaceChildren();
});

const cover = (): HTMLElement | null => document.querySelector("[data-covered]");

/** A page with one button behind the cover. */
function mount(): { readonly button: HTMLButtonElement; readonly lock: () => void; readonly pressed: () => number } {
  const button = document.createElement("button");
  button.textContent = "案件";
  let presses = 0;
  button.addEventListener("click", () => (presses += 1));
  document.body.append(button);
  return createRoot((dispose) => {
    const [locked, setLocked] = createSignal(false);
    const discreet = {
      on: () => false,
      set: () => undefined,
      locked,
      lock: () => void setLocked(true),
      unlock: () => void setLocked(false),
    };
    coverWhileLocked(createMemoryServices(undefined, { discreet }).services);
    end = () => {
      setLocked(false);
      dispose();
    };
    return { button, lock: discreet.lock, pressed: () => presses };
  });
}

describe("quick lock", () => {
  test("[P3] covers every point of the page, and what had the focus has it again", async () => {
    const { button, lock } = mount();
    button.focus();
    lock();
    await expect.poll(cover).not.toBeNull();
    for (const [x, y] of [
      [1, 1],
      [innerWidth - 2, innerHeight - 2],
      [innerWidth / 2, innerHeight / 2],
    ] as const)
      expect(cover()?.contains(document.elementFromPoint(x, y))).toBe(true);
    const paint = getComputedStyle(cover() ?? document.body).backgroundColor;
    expect(paint).not.toMatch(/rgba\(.*, 0(\.\d+)?\)|transparent/);
    await userEvent.keyboard("a");
    await expect.poll(cover).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  test("[P3] the press that uncovers does nothing else; the keys of the chord do not uncover", async () => {
    const { button, lock, pressed } = mount();
    button.focus();
    lock();
    await expect.poll(cover).not.toBeNull();
    await userEvent.keyboard("{Alt}{Control}{Shift}");
    expect(cover()).not.toBeNull();
    const { x, y } = button.getBoundingClientRect();
    document.elementFromPoint(x + 2, y + 2)?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    await expect.poll(cover).toBeNull();
    lock();
    await userEvent.keyboard("{Enter}");
    await expect.poll(cover).toBeNull();
    expect(pressed()).toBe(0);
  });

  test("[A6] axe finds nothing", async () => {
    const { lock } = mount();
    lock();
    await expect.poll(cover).not.toBeNull();
    const { violations } = await axe.run(cover() ?? document.body);
    expect(violations.map((found) => found.id)).toEqual([]);
  });
});
