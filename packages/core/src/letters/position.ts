/**
 * Fractional positions: text keys between which there is always room. Pure.
 *
 * 1. Keys sort by code unit (`<`), never by locale; equal keys are ordered by record id.
 * 2. A key made here never ends in the lowest digit, so there is always a key below it.
 * 3. Total: keys of other apps that do not fit the alphabet still give a key after the left neighbour.
 */

const digits = "0123456789abcdefghijklmnopqrstuvwxyz";
const wellFormed = /^[0-9a-z]*[1-9a-z]$/;

/** A key strictly between `a` and `b`; an absent neighbour is the open end. Keys that are equal or the wrong way round count as an open right end. */
export function between(a?: string, b?: string): string {
  const left = a ?? "";
  if (left !== "" && !wellFormed.test(left)) return `${left}i`;
  const right = b !== undefined && wellFormed.test(b) && b > left ? b : undefined;
  return middle(left, right);
}

function middle(a: string, b: string | undefined): string {
  if (b !== undefined) {
    let same = 0;
    while (same < b.length && (a[same] ?? "0") === b[same]) same += 1;
    if (same > 0) return b.slice(0, same) + middle(a.slice(same), b.slice(same));
  }
  const low = a === "" ? 0 : digits.indexOf(a.charAt(0));
  const high = b === undefined ? digits.length : digits.indexOf(b.charAt(0));
  if (high - low > 1) return digits.charAt(Math.round((low + high) / 2));
  if (b !== undefined && b.length > 1) return b.charAt(0);
  return digits.charAt(low) + middle(a.slice(1), undefined);
}

/** Order of two records by position, then by id, so that two devices agree. */
export function byPosition(
  a: { readonly position: string; readonly id: string },
  b: { readonly position: string; readonly id: string },
): number {
  if (a.position !== b.position) return a.position < b.position ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
