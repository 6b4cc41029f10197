/**
 * Reference: long parts of the pack that only some screens read. Signals over lazy loading; asking loads.
 *
 * 1. What could not be loaded (offline without cache) stays undefined and is asked for again.
 */
import type { Channels, Excuses, Forms, ProvisionSources, PurchaseChecklist } from "@recourse/pack-cn";
import { createSignal, type Accessor } from "solid-js";

export type { Channel, Channels, Excuses, Forms, ProvisionSources } from "@recourse/pack-cn";

export interface Reference {
  readonly channels: Accessor<Channels | undefined>;
  readonly sources: Accessor<ProvisionSources | undefined>;
  /** Layouts of formal papers. */
  readonly forms: Accessor<Forms | undefined>;
  /** What the other side says, and what answers it. */
  readonly excuses: Accessor<Excuses | undefined>;
  /** What to look at before the next purchase (S4). */
  readonly checklist: Accessor<PurchaseChecklist | undefined>;
}

function lazily<T extends object>(load: () => Promise<T>): Accessor<T | undefined> {
  const [value, setValue] = createSignal<T | undefined>(undefined);
  let asked: Promise<unknown> | undefined;
  return () => {
    const there = value();
    if (there === undefined && asked === undefined) {
      asked = load().then(
        (loaded) => setValue(() => loaded),
        () => (asked = undefined),
      );
    }
    return there;
  };
}

/** Long reference data of the pack, each read once and kept. */
export function createReference(): Reference {
  return {
    channels: lazily(async () => (await import("@recourse/pack-cn")).loadChannels()),
    sources: lazily(async () => (await import("@recourse/pack-cn")).loadSources()),
    forms: lazily(async () => (await import("@recourse/pack-cn")).loadForms()),
    excuses: lazily(async () => (await import("@recourse/pack-cn")).loadExcuses()),
    checklist: lazily(async () => (await import("@recourse/pack-cn")).loadPurchaseChecklist()),
  };
}
