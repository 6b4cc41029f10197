/** Work of one writer for G5: letters typed into a note, and a field set now and then. Pure; the same edits for every system. */
import * as Y from "yjs";

/** What an opened document has to hold. */
export interface Typed {
  /** The number of the last edit, as it stands in a field. */
  readonly edits: number;
  readonly letters: number;
  readonly ends: string;
}

const KEY = "n1/body";
const NOTE = "note";
const ORDER = "order";

export const beginTyping = (doc: Y.Doc): void => void doc.getMap(NOTE).set(KEY, new Y.Text());

/** Where the caret is: at the end, and every fifty edits at another place. */
const caret = (n: number, length: number): number => (n % 50 < 40 ? length : (n * 7919) % (length + 1));

/** The n-th edit, counted from 1. */
export function typeOnce(doc: Y.Doc, n: number): void {
  const text = doc.getMap(NOTE).get(KEY);
  if (!(text instanceof Y.Text)) throw new Error("no text");
  if (n % 10 === 0) doc.getMap(ORDER).set(`o${n % 70}/title`, n);
  else text.insert(caret(n, text.length), String.fromCharCode(97 + (n % 26)));
}

export function typedIn(doc: Y.Doc): Typed {
  const text = doc.getMap(NOTE).get(KEY);
  const letters = text instanceof Y.Text ? text.toJSON() : "";
  const edits = [...doc.getMap(ORDER).values()].reduce<number>((most, n) => Math.max(most, Number(n)), 0);
  return { edits, letters: letters.length, ends: letters.slice(-20) };
}
