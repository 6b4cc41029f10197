/**
 * Clock: the time as a signal. It ticks by itself and at the moments at which something turns. Effects: timers, through the ports.
 *
 * 1. A deadline turns red because `now` changed, so `now` changes at the very moment something becomes stale.
 * 2. A page that comes back into view ticks at once: timers of hidden pages sleep.
 */
import { addMillis, fromMillis, toMillis, type Instant } from "@recourse/core";
import { createSignal, type Accessor } from "solid-js";

/** Units: milliseconds. */
const TICK = 30_000;

export interface ClockPorts {
  /** Units: milliseconds since the epoch. */
  readonly read: () => number;
  /** Calls back later; answers the calling off. */
  readonly after: (ms: number, work: () => void) => () => void;
  /** Moments at which the page comes back into view. */
  readonly shown: (listener: () => void) => void;
}

export interface Clock {
  readonly now: Accessor<Instant>;
  /** This very moment, not tracked: `now` lags by up to a tick, too much for what came in one after the other. */
  readonly read: () => Instant;
  /** Whoever's answer turns at a moment says so; the newest word of each `who` counts. */
  readonly turnsAt: (who: string, at: Instant | undefined) => void;
}

/** Begins to tick at once. */
export function createClock(ports: ClockPorts): Clock {
  const read = (): Instant => fromMillis(ports.read());
  const [now, setNow] = createSignal(read());
  const turns = new Map<string, Instant>();
  let callOff = (): void => undefined;

  const plan = (): void => {
    callOff();
    const from = ports.read();
    const soonest = [...turns.values()].map(toMillis).filter((at) => at > from);
    callOff = ports.after(Math.min(TICK, ...soonest.map((at) => at - from + 1)), tick);
  };
  function tick(): void {
    setNow(read());
    plan();
  }
  ports.shown(tick);
  plan();
  return {
    now,
    read,
    turnsAt: (who, at) => {
      if (at === undefined) turns.delete(who);
      else turns.set(who, at);
      // Only a moment before the next tick changes the plan.
      if (at !== undefined && at < addMillis(read(), TICK)) plan();
    },
  };
}
