/**
 * What of the blobs of the same bytes is named to an other side: to a relay what it lacks, to a member what has come since. Pure but for the line's memory.
 *
 * Source: BL2.
 */
import { chunksOf } from "./blob-manifest.ts";
import type { BlobId, BlobPlaces } from "./blob-id.ts";
import type { BlobLine } from "./blob-line.ts";
import type { NamedBlob } from "./named-blobs.ts";
import { countOf, placesFrom, type Places } from "./places.ts";

/** Units: ms. What the relay has not taken is offered again. */
const OFFER_AGAIN = 20_000;
/** Units: ms. A disk that was full may have room again. */
export const FULL_AGAIN = 60_000;

export interface OfferPorts {
  /** What this device can hand out of it. */
  readonly heldOf: (blob: NamedBlob) => Places;
  readonly mayPush: () => boolean;
  /** Whether it is what its note says, as far as is known here. */
  readonly isFit: (id: BlobId) => boolean;
  readonly now: () => number;
}

/** All places of a blob of this length. */
export const allPlaces = (size: number): Places => placesFrom(0, chunksOf(size) + 1);

/** Whether nothing of it is missing. */
export const isWhole = (blob: NamedBlob, places: Places): boolean => countOf(places) === chunksOf(blob.size) + 1;

/** `blobs`: all that the log names of the same bytes. */
export function offersOf(line: BlobLine, blobs: readonly NamedBlob[], ports: OfferPorts): readonly BlobPlaces[] {
  const { heldOf, mayPush, isFit, now } = ports;
  const fit = blobs.filter(({ id }) => isFit(id));
  if (line.end.kind === "member")
    return fit.flatMap((blob) => {
      const places = heldOf(blob);
      return countOf(places) > (line.told.get(blob.id)?.count ?? 0) ? [{ id: blob.id, places }] : [];
    });
  // One sealed copy is enough, and only who has all of it brings it.
  if (!mayPush() || blobs.some((blob) => isWhole(blob, line.holds(blob.id)))) return [];
  const [best] = fit
    .filter((blob) => isWhole(blob, heldOf(blob)))
    .toSorted((a, b) => countOf(line.holds(b.id)) - countOf(line.holds(a.id)));
  if (best === undefined) return [];
  const told = line.told.get(best.id);
  const refused = line.notTaken.get(best.id);
  const waits = refused !== undefined && (refused.code === "quota" || now() - refused.at < FULL_AGAIN);
  if (waits || (told !== undefined && now() - told.at < OFFER_AGAIN)) return [];
  return [{ id: best.id, places: allPlaces(best.size) }];
}
