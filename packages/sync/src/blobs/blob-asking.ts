/**
 * Whom a missing piece is asked of. Pure but for the lines' memory and what they send.
 *
 * 1. Before the manifest is here nothing can be checked: all is asked of the one that brings it.
 * 2. No piece is asked of two at once; whoever has failed less is asked first.
 *
 * Source: BL2.
 */
import { blobFramesOf } from "../wire/blob-frames.ts";
import type { BlobLine } from "./blob-line.ts";
import type { NamedBlob } from "./named-blobs.ts";
import { countOf, firstOf, hasPlace, NO_PLACES, placesFrom, union, without, type Places } from "./places.ts";

/** Pieces of one blob asked for at once: with the blobs fetched at once it bounds what is in memory. */
const WINDOW = 4;
const MANIFEST = placesFrom(0, 1);

function candidates(lines: Iterable<BlobLine>, { id }: NamedBlob, missing: Places): readonly BlobLine[] {
  const all = [...lines].toSorted((a, b) => a.failures() - b.failures());
  if (!hasPlace(missing, 0)) return all;
  const asked = all.find((line) => hasPlace(line.asked(id), 0));
  const first = asked ?? all.find((line) => line.offers(id, MANIFEST).length > 0);
  return first === undefined ? [] : [first];
}

/** What anybody was asked for and has not brought. */
export const askedOf = (lines: Iterable<BlobLine>, { id }: NamedBlob): Places =>
  [...lines].reduce((all, line) => union(all, line.asked(id)), NO_PLACES);

/** Whether anybody can be asked for something of it. */
export const isFetchable = (lines: Iterable<BlobLine>, blob: NamedBlob, missing: Places): boolean =>
  candidates(lines, blob, missing).some((line) => line.offers(blob.id, missing).length > 0);

/** Asks for as much as may be on its way. Answers who was asked last. */
export function ask(lines: Iterable<BlobLine>, blob: NamedBlob, missing: Places, now: number): BlobLine | undefined {
  const asked = askedOf(lines, blob);
  let left = without(missing, asked);
  let room = WINDOW - countOf(asked);
  let last: BlobLine | undefined;
  for (const line of candidates(lines, blob, missing)) {
    const places = firstOf(line.offers(blob.id, left), room);
    if (places.length === 0) continue;
    line.ask(blob.id, places, now);
    for (const frame of blobFramesOf("bwant", [{ id: blob.id, places }])) line.end.send(frame);
    left = without(left, places);
    room -= countOf(places);
    last = line;
  }
  return last;
}
