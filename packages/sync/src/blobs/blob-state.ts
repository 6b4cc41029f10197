/**
 * How the bytes that a shared case names stand on this device, as the app shows it. Pure.
 *
 * Source: BL2, I10.
 */
import type { Sha256 } from "@recourse/core";
import type { NackCode } from "../wire/nack-codes.ts";
import type { BlobId } from "./blob-id.ts";
import type { BlobLine } from "./blob-line.ts";
import { chunksOf } from "./blob-manifest.ts";
import { isWhole } from "./blob-offers.ts";
import type { NamedBlob } from "./named-blobs.ts";
import { countOf, placesFrom, without, type Places } from "./places.ts";

/**
 * `no_room`: this device has none; evidence is refused before text (LO4). `false_note`: what was sealed is not what its note says.
 * `store`: the vault or the shelf failed.
 */
export type BlobTrouble = "no_room" | "false_note" | "store";

/** Units: `size` bytes; `got`, `of` chunks. */
export interface BlobState {
  readonly is: "here" | "missing" | "fetching";
  readonly size: number;
  readonly got: number;
  readonly of: number;
  /** Who it comes from: name of the relay or of the device, in hex. */
  readonly from: string | undefined;
  /** SHA-256 of the original that this is a small picture of. */
  readonly thumbnailOf: Sha256 | undefined;
  /** The relay that is spoken to holds all of it. */
  readonly onRelay: boolean;
  readonly trouble: BlobTrouble | undefined;
  /** Why the relay would not take it, e.g. `quota`. */
  readonly notTaken: NackCode | undefined;
}

/**
 * Something that was not as it should be. `wrong_piece`: sent by `from`. `false_note`: what was sealed is not what its note says; whose note it is, is in
 * `from`. `spoiled`: altered on this device, on the shelf (with a place) or in the vault (without).
 */
export interface BlobFault {
  readonly sha256: Sha256;
  readonly id: BlobId;
  /** 0 is the manifest. */
  readonly place: number | undefined;
  readonly from: string | undefined;
  readonly why: "wrong_piece" | "false_note" | "spoiled";
}

/** Whether nothing of it has changed. */
export const sameState = (a: BlobState, b: BlobState): boolean =>
  a.is === b.is &&
  a.got === b.got &&
  a.of === b.of &&
  a.size === b.size &&
  a.from === b.from &&
  a.thumbnailOf === b.thumbnailOf &&
  a.onRelay === b.onRelay &&
  a.trouble === b.trouble &&
  a.notTaken === b.notTaken;

/** What the state is made of. */
export interface BlobFacts {
  readonly isHere: (sha256: Sha256) => boolean;
  /** Whether it is what its note says, as far as is known here. */
  readonly isFit: (id: BlobId) => boolean;
  readonly arrived: (id: BlobId) => Places;
  /** Asked for, or on its way into the vault. */
  readonly isUnderWay: (blob: NamedBlob) => boolean;
  readonly source: (sha256: Sha256) => string | undefined;
  readonly trouble: (sha256: Sha256) => BlobTrouble | undefined;
  /** Conversations with a relay. */
  readonly relays: () => readonly BlobLine[];
}

/** `blobs`: all that the log names of the same bytes; of several the one counts that has come furthest. */
export function stateOf(blobs: readonly NamedBlob[], facts: BlobFacts): BlobState | undefined {
  const { isFit, arrived, relays } = facts;
  const [best] = blobs.toSorted((a, b) => countOf(arrived(b.id)) - countOf(arrived(a.id)));
  if (best === undefined) return undefined;
  const { sha256, size, thumbnailOf } = best;
  const isHere = facts.isHere(sha256);
  const isFetching = !isHere && blobs.some(facts.isUnderWay);
  const of = chunksOf(size);
  return {
    is: isHere ? "here" : isFetching ? "fetching" : "missing",
    size,
    got: isHere ? of : countOf(without(arrived(best.id), placesFrom(0, 1))),
    of,
    from: isFetching ? facts.source(sha256) : undefined,
    thumbnailOf,
    onRelay: relays().some((line) => blobs.some((blob) => isWhole(blob, line.holds(blob.id)))),
    trouble: blobs.some(({ id }) => isFit(id)) ? facts.trouble(sha256) : "false_note",
    notTaken: relays().flatMap((line) => blobs.flatMap(({ id }) => line.notTaken.get(id)?.code ?? []))[0],
  };
}
