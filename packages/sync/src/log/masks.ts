/**
 * Masks: what a masked record may still bring into the document. Pure.
 *
 * 1. What structs in force refer to enters with deleted content, so that they find their place; a Text stays, because they may stand in it.
 * 2. Everything else of a masked record enters as collected ids, and its deletes not at all.
 *
 * Source: RE2.
 */
import * as Y from "yjs";
import type { Bytes } from "./bytes.ts";
import { writeStructs, type Struct } from "./struct-writer.ts";

/** An update in force, or a masked one that an update in force has as ancestor. */
export interface UpdateInView {
  readonly update: Bytes;
  readonly masked: boolean;
}

/** Ids of masked structs by client, to be found by clock. */
export interface MaskedStructs {
  /** Whether nothing is masked. */
  readonly none: boolean;
  /** Whether a struct in force refers to what is masked and not needed so far. */
  readonly needsMore: (update: Bytes) => boolean;
  /** The masked update as it enters the document. */
  readonly materialised: (update: Bytes) => Bytes;
}

/** What is needed of the masked updates, by all those in force. */
export function maskedStructs(updates: readonly UpdateInView[]): MaskedStructs {
  const byClient = new Map<number, Struct[]>();
  for (const { update, masked } of updates) {
    if (!masked) continue;
    for (const struct of Y.decodeUpdate(update).structs) {
      const { client } = struct.id;
      const known = byClient.get(client);
      if (known === undefined) byClient.set(client, [struct]);
      else known.push(struct);
    }
  }
  for (const structs of byClient.values()) structs.sort((a, b) => a.id.clock - b.id.clock);
  const maskedAt = (id: Y.ID): Struct | undefined => structAt(byClient.get(id.client) ?? [], id.clock);

  const needed = new Set<string>();
  const nameOf = ({ id }: Struct): string => `${id.client}:${id.clock}`;
  const queue: Struct[] = [];
  const referTo = (struct: Struct): void => {
    for (const id of references(struct)) {
      const masked = maskedAt(id);
      if (masked === undefined || needed.has(nameOf(masked))) continue;
      needed.add(nameOf(masked));
      queue.push(masked);
    }
  };
  if (byClient.size > 0)
    for (const { update, masked } of updates) if (!masked) Y.decodeUpdate(update).structs.forEach(referTo);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) referTo(next);

  return {
    none: byClient.size === 0,
    needsMore: (update) =>
      byClient.size > 0 &&
      Y.decodeUpdate(update).structs.some((struct) =>
        references(struct).some((id) => {
          const masked = maskedAt(id);
          return masked !== undefined && !needed.has(nameOf(masked));
        }),
      ),
    materialised: (update) =>
      writeStructs(
        Y.decodeUpdate(update).structs.map((struct) =>
          needed.has(nameOf(struct)) ? emptied(struct) : collected(struct),
        ),
        undefined,
      ),
  };
}

const collected = ({ id, length }: Struct): Struct => new Y.GC(id, length);

function emptied(struct: Struct): Struct {
  if (!(struct instanceof Y.Item)) return struct;
  if (!(struct.content instanceof Y.ContentType)) struct.content = new Y.ContentDeleted(struct.length);
  return struct;
}

/** Ids that a struct needs to find its place. */
function references(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  // Before it is integrated an item has its parent's id here, whatever its type says.
  const parent: unknown = struct.parent;
  return [struct.origin, struct.rightOrigin, parent].filter((id) => id instanceof Y.ID);
}

function structAt(structs: readonly Struct[], clock: number): Struct | undefined {
  let low = 0;
  let high = structs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle];
    if (struct === undefined) return undefined;
    if (clock < struct.id.clock) high = middle - 1;
    else if (clock >= struct.id.clock + struct.length) low = middle + 1;
    else return struct;
  }
  return undefined;
}
