/**
 * What one update did, as a person would say it: one line for each record and field it wrote. Pure.
 *
 * 1. A value written several times within one update is the last one; letters typed and deleted again within it never were.
 * 2. Keys that the layout keeps for itself are no lines (layout.ts, rule 4).
 *
 * Source: SPEC 1, CO5; layout.ts.
 */
import { BIRTH, isOverride, partsOf, TOMBSTONE } from "../layout.ts";
import { wellFormed } from "../stored-value.ts";
import { writeName, type PlacedEdit, type RecordEdits, type WriteName } from "./record-edits.ts";

/** `field`: "" where the whole record was made, "!" where it was removed (true) or restored (false). */
export interface WrittenField {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
}

/**
 * `value`: undefined where the field was taken away. `write`: its name in the document, as a conflict names what was lost; undefined where a key was
 * deleted, which no program of ours does. `inserted`: each run of letters, in the order in which they were begun. `deleted`: letters that stood there
 * before. Units: UTF-16 code units.
 */
export type RecordLine = WrittenField &
  (
    | { readonly is: "value"; readonly value: unknown; readonly write: WriteName | undefined }
    | { readonly is: "text"; readonly inserted: readonly string[]; readonly deleted: number }
  );

interface Piece {
  text: string;
  /** Clocks of its last letter that stayed, and of its last letter. */
  kept: number;
  last: number;
}

/** What was done under one key. */
interface Touched {
  readonly root: string;
  readonly key: string;
  newest: Exclude<PlacedEdit, { readonly is: "letters" }> | undefined;
  readonly pieces: Piece[];
  deleted: number;
  /** Writes of others, or of before, that were deleted here. */
  readonly gone: WriteName[];
}

/** `isReplaced`: whether another write had replaced this one before the update, so that deleting it takes nothing away. */
export function linesOf(said: RecordEdits, isReplaced: (write: WriteName) => boolean): readonly RecordLine[] {
  const { client } = said;
  const touched = new Map<string, Touched>();
  const at = (root: string, key: string): Touched => {
    const name = `${root}/${key}`;
    const known = touched.get(name) ?? { root, key, newest: undefined, pieces: [], deleted: 0, gone: [] };
    touched.set(name, known);
    return known;
  };
  const ownGone = new Set<number>();
  for (const { own, clock, length } of said.deletes) if (own) for (let n = 0; n < length; n++) ownGone.add(clock + n);
  for (const edit of said.edits) {
    const here = at(edit.root, edit.key);
    if (edit.is === "letters") addLetters(here.pieces, edit, client, ownGone);
    else here.newest = edit;
  }
  for (const { own, place, client: of, clock, length } of said.deletes) {
    if (own || place === undefined) continue;
    const here = at(place.root, place.key);
    if (place.inText) here.deleted += length;
    else for (let n = 0; n < length; n++) here.gone.push(writeName(of, clock + n));
  }
  const lines = [...touched.values()].flatMap((each) => lineOf(each, client, ownGone, isReplaced));
  return lines.length < 2 ? lines : lines.toSorted((a, b) => Number(b.field === BIRTH) - Number(a.field === BIRTH));
}

function lineOf(
  { root, key, newest, pieces, deleted, gone }: Touched,
  client: number,
  ownGone: ReadonlySet<number>,
  isReplaced: (write: WriteName) => boolean,
): readonly RecordLine[] {
  const { id, part } = partsOf(key);
  if (part !== BIRTH && part !== TOMBSTONE && !isOverride(part)) return [];
  const of: WrittenField = { kind: root, id, field: part };
  const inserted = pieces.map(({ text }) => wellFormed(text));
  if (inserted.length > 0) return [{ ...of, is: "text", inserted, deleted }];
  if (newest?.is === "value") {
    const { clock, value } = newest;
    return [{ ...of, is: "value", value: ownGone.has(clock) ? undefined : value, write: writeName(client, clock) }];
  }
  if (newest === undefined && gone.some((write) => !isReplaced(write)))
    return [{ ...of, is: "value", value: undefined, write: undefined }];
  // An empty text is no news where nothing stood.
  const changed = deleted > 0 || (newest !== undefined && gone.length > 0);
  return changed ? [{ ...of, is: "text", inserted, deleted }] : [];
}

/** Letters that stay, to the piece they were typed on to, or as a piece of their own. */
function addLetters(
  pieces: Piece[],
  { clock, behind, text }: Extract<PlacedEdit, { readonly is: "letters" }>,
  client: number,
  ownGone: ReadonlySet<number>,
): void {
  const end = clock + text.length - 1;
  let kept = "";
  let last: number | undefined;
  for (let n = 0; n < text.length; n++) {
    if (ownGone.has(clock + n)) continue;
    kept += text[n] ?? "";
    last = clock + n;
  }
  const piece = pieces.at(-1);
  const goesOn = piece !== undefined && clocksFrom(piece).some((each) => writeName(client, each) === behind);
  if (goesOn) {
    piece.last = end;
    if (last === undefined) return;
    piece.text += kept;
    piece.kept = last;
  } else if (last !== undefined) pieces.push({ text: kept, kept: last, last: end });
}

/** What may stand right before the letters that go on: the last letter that stayed, or one deleted since. */
const clocksFrom = ({ kept, last }: Piece): readonly number[] =>
  Array.from({ length: last - kept + 1 }, (_, n) => kept + n);
