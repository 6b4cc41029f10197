/**
 * Where two inputs differ: the paths at which one has another value than the other. Pure.
 *
 * 1. What is there on one side only counts once, at its own place: a record more is one difference, however many fields it has.
 * 2. Lists are compared place by place, so that leaving out the last one is one difference and leaving out the first is many.
 */

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** Paths as `records.reading.value`; the empty path is the input itself. */
export function differences(a: unknown, b: unknown, at = ""): readonly string[] {
  if (isTree(a) && isTree(b) && Array.isArray(a) === Array.isArray(b))
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => {
      const path = at === "" ? key : `${at}.${key}`;
      return Object.hasOwn(a, key) === Object.hasOwn(b, key) ? differences(a[key], b[key], path) : [path];
    });
  return Object.is(a, b) ? [] : [at];
}
