/**
 * Context keys: the facts that `when` clauses speak about (focus, selection, what is open), as signals. Not pure: holds signals.
 *
 * 1. A key exists from its first reading; before it is set its value is undefined.
 * 2. A key is either set by events or bound to an accessor. Binding wins, so no effect ever has to copy a derived
 *    fact into a signal.
 */
import { createSignal, type Accessor } from "solid-js";
import { when } from "./when.ts";

/** Reads, sets and derives context keys. */
export interface ContextKeys {
  /** Reads a key and tracks it. */
  get(key: string): unknown;
  /** Sets a key from an event handler. */
  set(key: string, value: unknown): void;
  /** Derives a key. Returns the undoing. */
  bind(key: string, value: Accessor<unknown>): () => void;
  /** Evaluates a clause; a missing clause is true. Tracks every key it reads. */
  test(clause: string | undefined): boolean;
}

/** Makes an independent set of context keys. */
export function createContextKeys(): ContextKeys {
  const cells = new Map<string, ReturnType<typeof createSignal<unknown>>>();
  const [bound, setBound] = createSignal<ReadonlyMap<string, Accessor<unknown>>>(new Map());
  const cell = (key: string): ReturnType<typeof createSignal<unknown>> => {
    const known = cells.get(key);
    if (known !== undefined) return known;
    const made = createSignal<unknown>(undefined);
    cells.set(key, made);
    return made;
  };
  const get = (key: string): unknown => {
    const derived = bound().get(key);
    return derived === undefined ? cell(key)[0]() : derived();
  };
  return {
    get,
    set: (key, value) => {
      cell(key)[1](() => value);
    },
    bind: (key, value) => {
      setBound((map) => new Map(map).set(key, value));
      return () => {
        setBound((map) => {
          if (map.get(key) !== value) return map;
          const rest = new Map(map);
          rest.delete(key);
          return rest;
        });
      };
    },
    test: (clause) => clause === undefined || when(clause).evaluate(get),
  };
}
