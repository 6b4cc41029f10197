/**
 * Keeping what did not change: of two answers that say the same, the earlier object. Pure.
 *
 * 1. Two answers are the same when they are equal by value and made of plain objects and lists. A function is only ever itself.
 * 2. Parts that are the same object in both are not gone through.
 */

/** `now`, or `was` where both say the same. */
export const kept = <T>(was: unknown, now: T): T => (same(was, now) ? (was as T) : now);

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && sameList(a, b);
  return isPlain(a) && isPlain(b) && sameFields(a, b);
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (!same(a[i], b[i])) return false;
  return true;
}

type Fields = Readonly<Record<string, unknown>>;

const isPlain = (a: object): a is Fields => Object.getPrototypeOf(a) === Object.prototype;

function sameFields(a: Fields, b: Fields): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]))
  );
}
