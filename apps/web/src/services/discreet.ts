/**
 * Discreet mode of this device: neutral names outside of the app, amounts hidden inside, and a quick lock that covers the screen (P3). Effects: keeps the choice, hears other tabs.
 *
 * 1. It hides from eyes and from nobody else: nothing is encrypted by it, and every screen that offers it says so.
 * 2. A page that was covered is covered again after a reload, before anything is drawn.
 */
import { createSignal, onCleanup, type Accessor } from "solid-js";
import type { Comforts } from "./comforts.ts";

export interface Discreet {
  readonly on: Accessor<boolean>;
  readonly set: (on: boolean) => void;
  /** Whether the screen is covered. */
  readonly locked: Accessor<boolean>;
  readonly lock: () => void;
  readonly unlock: () => void;
}

export interface DiscreetPorts {
  readonly comforts: Comforts;
  /** Hears that another tab of this browser kept something. Answers how to stop. */
  readonly changed: (listener: () => void) => () => void;
}

/** Must be called under an owner that lives as long as the page. */
export function createDiscreet({ comforts, changed }: DiscreetPorts): Discreet {
  const kept = (name: "discreet" | "locked"): boolean => comforts.read(name) === "yes";
  const [on, setOn] = createSignal(kept("discreet"));
  const [locked, setLocked] = createSignal(kept("locked"));
  const keep = (name: "discreet" | "locked", is: boolean): void => comforts.keep(name, is ? "yes" : undefined);
  onCleanup(
    changed(() => {
      setOn(kept("discreet"));
      setLocked(kept("locked"));
    }),
  );
  const cover = (is: boolean): void => {
    setLocked(is);
    keep("locked", is);
  };
  return {
    on,
    set: (is) => {
      setOn(is);
      keep("discreet", is);
    },
    locked,
    lock: () => cover(true),
    unlock: () => cover(false),
  };
}
