/**
 * Carets in somebody else's text: positions that go with letters, not with numbers, there and back on another device. Pure but for the text it reads.
 *
 * 1. Total: bytes of others that are no position, name another text, or letters that have not come yet, are no caret; nothing is made in the document.
 *
 * Source: FR5; prose.ts.
 */
import * as Y from "yjs";
import { sameBytes, type Bytes } from "../log/bytes.ts";
import type { CaretAt } from "./eph-frame.ts";

/** `anchor`: where the selection began; `head`: where the caret stands. Units: UTF-16 code units. */
export interface DirectedSelection {
  readonly anchor: number;
  readonly head: number;
}

/** A selection in the text of a field (`kind/id/field`), as others can find it. */
export const markCaretAt = (text: Y.Text, field: string, { anchor, head }: DirectedSelection): CaretAt => ({
  field,
  anchor: positionOf(text, anchor),
  head: positionOf(text, head),
});

const positionOf = (text: Y.Text, index: number): Bytes =>
  new Uint8Array(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index)));

/** Where it stands in this device's text of the same field; undefined when it stands nowhere here, or not yet. */
export function findCaretAt(text: Y.Text, caret: CaretAt): DirectedSelection | undefined {
  const anchor = indexOf(text, caret.anchor);
  const head = indexOf(text, caret.head);
  return anchor === undefined || head === undefined ? undefined : { anchor, head };
}

function indexOf(text: Y.Text, bytes: Bytes): number | undefined {
  const { doc } = text;
  if (doc === null) return undefined;
  try {
    const position = Y.decodeRelativePosition(bytes);
    // Yjs makes a root of any name that it is asked for.
    if (position.tname !== null || !sameBytes(Y.encodeRelativePosition(position), bytes)) return undefined;
    const found = Y.createAbsolutePositionFromRelativePosition(position, doc);
    return found !== null && found.type === text ? found.index : undefined;
  } catch {
    // Bytes of others: Yjs throws errors of many kinds for what is no position.
    return undefined;
  }
}
