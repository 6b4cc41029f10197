/** Originals of a shared case as lines a screen can show. Pure. */
import type { BlobState } from "@recourse/sync/blobs";
import type { EvidenceLine } from "./sharing.ts";

/** By SHA-256. */
export const evidenceLines = (states: ReadonlyMap<string, BlobState>): ReadonlyMap<string, EvidenceLine> =>
  new Map([...states].map(([sha256, state]) => [sha256, lineOf(state)]));

const lineOf = ({ is, size, got, of, onRelay, trouble, notTaken }: BlobState): EvidenceLine => ({
  is,
  size,
  got,
  of,
  onRelay,
  trouble: trouble ?? notTaken,
});
