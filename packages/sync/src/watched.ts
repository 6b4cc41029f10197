/**
 * Watched: one value that changes over time, and who wants to know. Pure.
 *
 * 1. Subscribers hear of a change after `get` answers with the new value; setting the same value (`===`) tells nobody.
 */

/** What a view may do with a value that changes: read it and listen. */
export interface Watched<T> {
  readonly get: () => T;
  /** Answers how to stop listening. */
  readonly subscribe: (listener: (value: T) => void) => () => void;
}

/** The owner's end of a `Watched`. */
export interface Watchable<T> extends Watched<T> {
  readonly set: (value: T) => void;
}

/** A value to own; hand it on as `Watched`, so that only the owner sets it. */
export function createWatched<T>(initial: T): Watchable<T> {
  let now = initial;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => now,
    set: (value) => {
      if (value === now) return;
      now = value;
      for (const listener of listeners) listener(value);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
