/**
 * Which sealed blobs the log names, by the SHA-256 that exhibits know. Reads the log; remembers how far.
 *
 * 1. Only notes in force count, and no blob that an owner device has dropped.
 * 2. Several notes may name blobs of the same bytes: each attempt to seal has a key of its own, and any will do.
 *
 * Source: SPEC 1, BL1, RE1.
 */
import type { Sha256 } from "@recourse/core";
import type { DeviceId, RecordHash } from "../log/log-ids.ts";
import type { CaseLog } from "../log/record-gate.ts";
import { blobId, type BlobId } from "./blob-id.ts";
import { BLOB_NOTE, decodeBlobNote, type BlobNote } from "./blob-note.ts";

/** `by`: whose note it is. */
export interface NamedBlob extends BlobNote {
  readonly by: DeviceId;
}

export interface NamedBlobs {
  /** Several of one SHA-256 are in order of their names. */
  readonly all: () => ReadonlyMap<Sha256, readonly NamedBlob[]>;
  readonly get: (id: BlobId) => NamedBlob | undefined;
  /** Dropped by an owner device. */
  readonly isDropped: (id: BlobId) => boolean;
}

interface Read {
  readonly hash: RecordHash;
  readonly blob: NamedBlob;
}

/** Answers for the log as it stands at the call. */
export function createNamedBlobs(log: CaseLog): NamedBlobs {
  const notes: Read[] = [];
  let seen = 0;
  let turn = -1;
  let bySha: ReadonlyMap<Sha256, readonly NamedBlob[]> = new Map();
  let byId: ReadonlyMap<BlobId, NamedBlob> = new Map();
  let dropped: ReadonlySet<BlobId> = new Set();

  const refresh = (): void => {
    const all = log.index.all();
    const standings = log.standings();
    if (all.length === seen && standings.turn === turn) return;
    for (const { node, record, content } of all.slice(seen)) {
      if (content.is !== "note" || content.note.kind !== BLOB_NOTE) continue;
      const note = decodeBlobNote(content.note.value);
      if (note !== undefined) notes.push({ hash: node.hash, blob: { ...note, by: record.head.device } });
    }
    seen = all.length;
    turn = standings.turn;
    dropped = new Set(
      log.index
        .entries()
        .flatMap(({ hash, entry }) =>
          entry.op === "drop" && standings.membership.counts.has(hash) ? entry.blobs.map((each) => blobId(each)) : [],
        ),
    );
    const ids = new Map<BlobId, NamedBlob>();
    for (const { hash, blob } of notes)
      if (standings.of(hash) === "in_force" && !dropped.has(blob.id) && !ids.has(blob.id)) ids.set(blob.id, blob);
    const shas = new Map<Sha256, NamedBlob[]>();
    for (const blob of [...ids.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)))
      shas.set(blob.sha256, [...(shas.get(blob.sha256) ?? []), blob]);
    byId = ids;
    bySha = shas;
  };
  const fresh = <T>(answer: () => T): T => {
    refresh();
    return answer();
  };
  return {
    all: () => fresh(() => bySha),
    get: (id) => fresh(() => byId.get(id)),
    isDropped: (id) => fresh(() => dropped.has(id)),
  };
}
