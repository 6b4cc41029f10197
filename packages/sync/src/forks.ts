/**
 * Forks: values of one key that were written without knowledge of each other. Pure.
 *
 * A Y.Map keeps the writes of a key as a chain. Each names, as its origin, the write it replaced; so the writes form a tree, and where the tree has
 * more than one leaf, people wrote at the same time. The rightmost leaf is the value shown, the others are lost writes.
 *
 * 1. The answer depends on the document alone, not on arrival order, time or device (I1).
 * 2. A write made where lost writes are visible settles them: it lists them under `id/!field`. A lost write that is added later is not in the list, and shows.
 *    Two lists written at once lose one of them, so a settled fork may show again; it is never hidden unseen.
 */
import type * as Y from "yjs";
import { settledKey, valueIn, valueNow, type AnyRoot, type HeldValue } from "./layout.ts";

/** A write that lost; `write` is its id in the document, `client:clock`. */
export interface LostWrite {
  readonly write: string;
  readonly held: HeldValue;
}

const name = (client: number, clock: number): string => `${client}:${clock}`;

/** True when every write knew the one before: the usual case, answered without building the tree. */
function isChain(newest: Y.Item): boolean {
  let item = newest;
  while (item.left !== null) {
    const { origin, left } = item;
    if (origin === null || origin.client !== left.id.client || origin.clock !== left.id.clock + left.length - 1)
      return false;
    item = left;
  }
  return true;
}

/** Lost writes of a key, settled ones too, newest place in the chain first. */
export function lostWrites(newest: Y.Item): readonly LostWrite[] {
  if (isChain(newest)) return [];
  const replaced = new Set<string>();
  const lost: LostWrite[] = [];
  for (let item: Y.Item | null = newest; item !== null; item = item.left) {
    // Neighbouring writes of one author may lie in one item; inside it each replaced the one before.
    for (let at = item.length - 1; at >= 0; at--) {
      const write = name(item.id.client, item.id.clock + at);
      const shown = item === newest && at === item.length - 1;
      if (!shown && !replaced.has(write)) lost.push({ write, held: valueIn(item, at) });
      if (at > 0) replaced.add(name(item.id.client, item.id.clock + at - 1));
      else if (item.origin !== null) replaced.add(name(item.origin.client, item.origin.clock));
    }
  }
  return lost;
}

/** Lost writes of a part that nobody has settled yet. */
export function openForks(root: AnyRoot, id: string, part: string, newest: Y.Item): readonly LostWrite[] {
  const lost = lostWrites(newest);
  if (lost.length === 0) return lost;
  const settled = settledWrites(root, id, part);
  return lost.filter((each) => !settled.has(each.write));
}

/** The list under `id/!field`; anything else that stands there settles nothing. */
export function settledWrites(root: AnyRoot, id: string, part: string): ReadonlySet<string> {
  const listed = valueNow(root, settledKey(id, part));
  return new Set(Array.isArray(listed) ? listed.filter((each) => typeof each === "string") : []);
}
