/** Many updates as one. Pure. */
import * as Y from "yjs";

/** Merged at once: what Yjs does for thousands takes the square of their number. */
const AT_ONCE = 16;

/** The same bytes as one merge of all; undefined for none. */
export function mergeMany(updates: readonly Uint8Array[]): Uint8Array | undefined {
  let left = updates;
  while (left.length > 1) {
    const merged: Uint8Array[] = [];
    for (let from = 0; from < left.length; from += AT_ONCE) {
      const some = left.slice(from, from + AT_ONCE);
      const [only] = some;
      merged.push(some.length === 1 && only !== undefined ? only : Y.mergeUpdates(some));
    }
    left = merged;
  }
  return left[0];
}
