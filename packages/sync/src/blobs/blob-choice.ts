/**
 * What is fetched next: small things at once and beside each other, one large thing at a time. Pure.
 *
 * Source: BL2.
 */
import type { Sha256 } from "@recourse/core";
import { CHUNK } from "./blob-manifest.ts";
import type { NamedBlob } from "./named-blobs.ts";

/** Small blobs fetched at once. */
const SMALL_AT_ONCE = 3;
/** Large ones. */
const LARGE_AT_ONCE = 1;

/** A blob that is not here, and of which somebody has what is missing. */
export interface Candidate {
  readonly blob: NamedBlob;
  /** Somebody waits for it. */
  readonly demanded: boolean;
}

export interface ChoicePorts {
  /** Whether the case still names these bytes. */
  readonly isWanted: (sha256: Sha256) => boolean;
  /** Whether large things nobody waits for may be fetched now. */
  readonly mayFetchAhead: () => boolean;
}

/** Thumbnails, and what is one chunk anyway. */
const isSmall = ({ thumbnailOf, size }: NamedBlob): boolean => thumbnailOf !== undefined || size <= CHUNK;

function rankOf({ blob, demanded }: Candidate): number {
  if (blob.thumbnailOf !== undefined) return 0;
  return demanded ? 1 : 2;
}

/** Those to be fetched now. */
export function choiceOf(candidates: readonly Candidate[], ports: ChoicePorts): readonly NamedBlob[] {
  const ahead = ports.mayFetchAhead();
  const due = candidates
    .filter(({ blob, demanded }) => {
      if (demanded) return true;
      return (isSmall(blob) || ahead) && ports.isWanted(blob.thumbnailOf ?? blob.sha256);
    })
    .toSorted((a, b) => rankOf(a) - rankOf(b) || a.blob.size - b.blob.size)
    .map(({ blob }) => blob);
  return [
    ...due.filter(isSmall).slice(0, SMALL_AT_ONCE),
    ...due.filter((blob) => !isSmall(blob)).slice(0, LARGE_AT_ONCE),
  ];
}
