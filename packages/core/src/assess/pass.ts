/**
 * Passes: named steps of an assessment that remember their last answer. Pure apart from that memory.
 *
 * 1. An answer is reused while the slices it reads and the answers it builds on are the same objects and `now` has not reached its `staleAt`.
 * 2. Going back in time recomputes: an answer is never older than asked for.
 */
import type { Case } from "../case/case.ts";
import type { Kind } from "../schema/kinds.ts";
import type { Instant } from "../time.ts";

export interface Timed<T> {
  readonly value: T;
  /** First moment at which the answer may differ without a change of the case. */
  readonly staleAt: Instant | undefined;
}

interface Remembered {
  readonly inputs: readonly unknown[];
  readonly now: Instant;
  readonly answer: Timed<unknown>;
}

export interface Passes {
  /** Runs `run` unless the remembered answer still holds. */
  readonly timed: <T>(
    name: string,
    of: Case,
    reads: readonly Kind[],
    builtOn: readonly unknown[],
    now: Instant,
    run: () => Timed<T>,
  ) => Timed<T>;
  /** A pass that does not look at the clock. */
  readonly plain: <T>(
    name: string,
    of: Case,
    reads: readonly Kind[],
    builtOn: readonly unknown[],
    now: Instant,
    run: () => T,
  ) => T;
  /** Names of passes run since the last call, for tests and the bench. */
  readonly ran: () => readonly string[];
}

/** A fresh set of passes; one per open case. */
export function makePasses(): Passes {
  const memory = new Map<string, Remembered>();
  let ran: string[] = [];
  const pass = <T>(
    name: string,
    of: Case,
    reads: readonly Kind[],
    builtOn: readonly unknown[],
    now: Instant,
    looksAtClock: boolean,
    run: () => Timed<T>,
  ): Timed<T> => {
    const inputs = [...reads.flatMap((k) => [of.live[k], of.removed[k]]), ...builtOn];
    const last = memory.get(name);
    if (last && holds(last, inputs, now, looksAtClock)) return last.answer as Timed<T>;
    const answer = run();
    memory.set(name, { inputs, now, answer });
    ran.push(name);
    return answer;
  };
  return {
    timed: (name, of, reads, builtOn, now, run) => pass(name, of, reads, builtOn, now, true, run),
    plain: (name, of, reads, builtOn, now, run) =>
      pass(name, of, reads, builtOn, now, false, () => ({ value: run(), staleAt: undefined })).value,
    ran: () => {
      const names = ran;
      ran = [];
      return names;
    },
  };
}

function holds(last: Remembered, inputs: readonly unknown[], now: Instant, looksAtClock: boolean): boolean {
  if (looksAtClock && (now < last.now || (last.answer.staleAt !== undefined && now >= last.answer.staleAt)))
    return false;
  return last.inputs.length === inputs.length && last.inputs.every((x, i) => x === inputs[i]);
}

/** The earliest of some moments. */
export const earliest = (...at: readonly (Instant | undefined)[]): Instant | undefined =>
  at.filter((x) => x !== undefined).toSorted()[0];
