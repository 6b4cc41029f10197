/** Rows that stay themselves, with their focus, while what they show changes. Reads signals. */
import { createMemo, type Accessor } from "solid-js";

/** Keys of a list: the same list as long as the keys are the same, in the same order. */
export function steadyKeys<T>(list: Accessor<readonly T[]>, keyOf: (item: T) => string): Accessor<readonly string[]> {
  return createMemo<readonly string[]>(() => list().map(keyOf), [], {
    equals: (a, b) => a.length === b.length && a.every((key, at) => key === b[at]),
  });
}
