/**
 * Snoozes: cases that were put off until a moment, and that wake by themselves. Kept in the workspace. Effects: writes through the port, keeps a copy for a quick start.
 *
 * 1. A case sleeps while the latest of its moments lies ahead: it wakes because `now` changed.
 * 2. The copy among the comforts is what the first screen goes by; once the workspace is read, the workspace counts.
 */
import { isId, parseInstant, type Id, type Instant } from "@recourse/core";
import { createEffect, createMemo, on, type Accessor } from "solid-js";
import { isPlain } from "../live/plain.ts";
import { readJson, type Comforts } from "./comforts.ts";
import type { Clock } from "./clock.ts";

/** By case: until when. */
export type SnoozeMap = Readonly<Record<string, Instant>>;

export interface Snoozes {
  /** Cases that sleep now; the same set until one falls asleep or wakes. */
  readonly asleep: Accessor<ReadonlySet<string>>;
  /** When a case wakes; undefined while it is awake. Tracked. */
  readonly until: (caseId: string) => Instant | undefined;
  /** Puts cases off, or wakes them where `until` is undefined. Resolves with what takes it back; undefined when it could not be kept. */
  readonly put: (caseIds: readonly Id[], until: Instant | undefined) => Promise<(() => void) | undefined>;
}

export interface SnoozePorts {
  readonly comforts: Comforts;
  readonly clock: Clock;
  /** Undefined until the workspace is read. Tracked. */
  readonly kept: Accessor<SnoozeMap | undefined>;
  readonly write: Snoozes["put"];
}

const NAME = "snoozes";

/** What a disk holds, as far as it fits. Pure. */
export function snoozesIn(text: string | undefined): SnoozeMap {
  const raw = readJson(text);
  if (!isPlain(raw)) return {};
  return Object.fromEntries(
    Object.entries(raw).flatMap(([caseId, until]) => {
      const read = parseInstant(String(until));
      return isId(caseId) && read.ok ? [[caseId, read.value] as const] : [];
    }),
  );
}

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((each) => b.has(each));

/** Must be called under an owner that lives as long as the page. */
export function createSnoozes({ comforts, clock, kept, write }: SnoozePorts): Snoozes {
  const atStart = snoozesIn(comforts.read(NAME));
  const all = createMemo(() => kept() ?? atStart);
  const asleep = createMemo<ReadonlySet<string>>(
    () => new Set(Object.entries(all()).flatMap(([caseId, until]) => (until > clock.now() ? [caseId] : []))),
    new Set(),
    { equals: sameSet },
  );
  createEffect(
    on([all, asleep], ([map, sleeping]) => {
      clock.turnsAt(
        "snoozes",
        Object.entries(map)
          .flatMap(([caseId, until]) => (sleeping.has(caseId) ? [until] : []))
          .toSorted()[0],
      );
    }),
  );
  createEffect(
    on(kept, (map) => {
      if (map === undefined) return;
      const ahead = Object.entries(map).filter(([, until]) => until > clock.read());
      comforts.keep(NAME, ahead.length === 0 ? undefined : JSON.stringify(Object.fromEntries(ahead)));
    }),
  );
  return {
    asleep,
    until: (caseId) => (asleep().has(caseId) ? all()[caseId] : undefined),
    put: write,
  };
}
