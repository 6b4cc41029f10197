/**
 * Cutting an update that would not fit a record into several that do. Pure.
 *
 * 1. The parts, in order, have the same structs and deletes; a long text is cut between characters.
 * 2. One value that is too long by itself cannot be cut: the part that holds it stays too long, and whoever seals it says so.
 *
 * Source: CO5.
 */
import * as Y from "yjs";
import type { Bytes } from "./bytes.ts";
import { writeStructs, type Struct } from "./struct-writer.ts";

/** Units: bytes. Parts of at most `most` bytes, where that can be done. */
export function splitUpdate(update: Bytes, most: number): readonly Bytes[] {
  if (update.length <= most) return [update];
  const { structs, ds } = Y.decodeUpdate(update);
  const pieces = structs.flatMap((struct) => cutText(struct, Math.floor(most / 4)));
  const parts: Bytes[] = [];
  let part: Struct[] = [];
  let size = 0;
  for (const piece of pieces) {
    const length = writeStructs([piece], undefined).length;
    if (size + length > most && part.length > 0) {
      parts.push(writeStructs(part, undefined));
      part = [];
      size = 0;
    }
    part.push(piece);
    size += length;
  }
  const last = writeStructs(part, ds);
  // Deletes name what the parts before have brought, so they come last.
  if (last.length <= most || part.length === 0) return [...parts, last];
  return [...parts, writeStructs(part, undefined), writeStructs([], ds)];
}

/** A text of more than `most` UTF-16 units as items one behind the other. */
function cutText(struct: Struct, most: number): readonly Struct[] {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return [struct];
  const { str } = struct.content;
  if (str.length <= most) return [struct];
  const { client, clock } = struct.id;
  const items: Struct[] = [];
  for (let from = 0; from < str.length;) {
    const end = wholeEnd(str, from + most);
    const content = new Y.ContentString(str.slice(from, end));
    const id = Y.createID(client, clock + from);
    items.push(
      from === 0
        ? new Y.Item(id, null, struct.origin, null, struct.rightOrigin, struct.parent, struct.parentSub, content)
        : new Y.Item(id, null, Y.createID(client, clock + from - 1), null, struct.rightOrigin, null, null, content),
    );
    from = end;
  }
  return items;
}

/** Yjs would turn the halves of a surrogate pair into U+FFFD. */
function wholeEnd(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  return end < text.length && (last & 0xfc00) === 0xd800 ? end - 1 : Math.min(end, text.length);
}
