/**
 * BlobRoom: the sealed evidence of one case while somebody is there: what is stored, who is asked for what is not. Effects through the store.
 *
 * 1. A piece is checked against the manifest, and the manifest against the blob's name, before it is stored and before it is handed out: nobody can put
 *    something else in its place, and what the disk has altered is taken away and asked for again.
 * 2. Nothing is said to be held before it is stored. No bytes of evidence stay in memory but the manifest used last.
 * 3. What is asked of one is not asked of others, as long as it keeps coming.
 *
 * Source: BL1, BL2, RL2, RL3.
 */
import {
  countOf,
  decodeManifest,
  hasPlace,
  idOfManifest,
  isChunkOf,
  MAX_PIECE,
  NO_PLACES,
  placesFrom,
  union,
  without,
  type BlobId,
  type BlobPlaces,
  type Bytes,
  type LogCaseId,
  type Manifest,
  type NackCode,
  type Places,
} from "@recourse/sync/protocol";
import type { Guest } from "./case-room.ts";
import type { RelayBlobs } from "./blob-store.ts";

/** Units: bytes of sealed evidence per case. */
export const BLOB_QUOTA = 1_073_741_824;
/** Blobs of one case, and those one guest may name. */
const MOST_BLOBS = 20_000;
/** Units: ms. Who was asked and brings nothing for so long is no longer waited for. */
const PATIENCE = 30_000;

/** What became of a piece. */
export type Put = { readonly is: "held" } | { readonly is: "refused"; readonly code: NackCode };

export type BlobRoom = {
  readonly held: () => readonly BlobPlaces[];
  /** A guest who may push has these. Answers what to ask of him, and what will not be taken. */
  readonly announce: (from: Guest, blobs: readonly BlobPlaces[]) => Announced;
  /** Answers after it is stored. */
  readonly put: (from: Guest, id: BlobId, place: number, bytes: Bytes) => Promise<Put>;
  /** One piece, checked; undefined when it is not there. */
  readonly read: (id: BlobId, place: number) => Promise<Bytes | undefined>;
  /** Owners have dropped these, in entries that count. Answers those of which something was there. */
  readonly drop: (ids: Iterable<BlobId>) => Promise<readonly BlobId[]>;
  /** Answers whom to ask for what he was asked for. */
  readonly leave: (guest: Guest) => readonly { readonly guest: Guest; readonly blobs: readonly BlobPlaces[] }[];
};

export type Announced = {
  readonly wanted: readonly BlobPlaces[];
  readonly refused: readonly BlobId[];
};

export type BlobRoomPorts = {
  readonly caseId: LogCaseId;
  readonly blobs: RelayBlobs;
  /** Units: bytes. */
  readonly quota: number;
  readonly isDropped: (id: BlobId) => boolean;
  /** Units: ms. */
  readonly now: () => number;
  readonly count?: (what: "stored" | "spoiled") => void;
};

type Asked = { readonly guest: Guest; at: number };

/** Reads from the store what there is. */
export const openBlobRoom = async (ports: BlobRoomPorts): Promise<BlobRoom> => {
  const { caseId, blobs, quota, isDropped, now, count = () => undefined } = ports;
  const stored = await blobs.held(caseId);
  const held = new Map<BlobId, Places>(stored.blobs.map(({ id, places }) => [id, places]));
  const named = new Map<Guest, Map<BlobId, Places>>();
  const asked = new Map<BlobId, Asked>();
  let { bytes: used } = stored;
  let latest: { readonly id: BlobId; readonly manifest: Manifest } | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const of = (id: BlobId): Places => held.get(id) ?? NO_PLACES;
  const manifestOf = async (id: BlobId): Promise<Manifest | undefined> => {
    if (latest?.id === id) return latest.manifest;
    const bytes = hasPlace(of(id), 0) ? await blobs.read(caseId, id, 0) : undefined;
    const manifest = bytes !== undefined && (await idOfManifest(bytes)) === id ? decodeManifest(bytes) : undefined;
    if (manifest !== undefined) latest = { id, manifest };
    return manifest;
  };
  /** Altered on the disk: as if it had never come. */
  const takeAway = async (id: BlobId, place: number): Promise<void> => {
    if (!hasPlace(of(id), place)) return;
    count("spoiled");
    latest = undefined;
    await blobs.remove(caseId, [id], place);
    ({ bytes: used } = await blobs.held(caseId));
    const left = without(of(id), placesFrom(place, place + 1));
    if (left.length === 0) held.delete(id);
    else held.set(id, left);
  };
  /** Whether the piece belongs there; the code if not. */
  const refusalOf = async (id: BlobId, place: number, bytes: Bytes): Promise<NackCode | undefined> => {
    if (isDropped(id)) return "refused";
    if (place === 0) {
      const manifest = (await idOfManifest(bytes)) === id ? decodeManifest(bytes) : undefined;
      if (manifest === undefined) return "noise";
      // What would not fit in the end is not begun.
      const whole = bytes.length + (manifest.hashes.length - 1) * MAX_PIECE;
      return used + whole > quota || held.size >= MOST_BLOBS ? "quota" : undefined;
    }
    const manifest = await manifestOf(id);
    if (manifest === undefined) return "missing";
    if (!(await isChunkOf(manifest, place, bytes))) return "noise";
    return used + bytes.length > quota ? "quota" : undefined;
  };
  const put = async (from: Guest, id: BlobId, place: number, bytes: Bytes): Promise<Put> => {
    const of_ = asked.get(id);
    if (of_?.guest === from) of_.at = now();
    if (hasPlace(of(id), place)) return { is: "held" };
    const code = await refusalOf(id, place, bytes);
    if (code !== undefined) return { is: "refused", code };
    const done = await blobs.put({ caseId, id, place, bytes });
    if (!done.ok) return { is: "refused", code: "disk" };
    count("stored");
    used += bytes.length;
    held.set(id, union(of(id), placesFrom(place, place + 1)));
    return { is: "held" };
  };
  /** What to ask of a guest who has these, if nobody else is bringing it. */
  const wantOf = (guest: Guest, { id, places }: BlobPlaces): readonly BlobPlaces[] => {
    const lacking = without(places, of(id));
    const before = asked.get(id);
    if (lacking.length === 0 || (before === undefined && asked.size >= MOST_BLOBS)) return [];
    if (before !== undefined && before.guest !== guest && now() - before.at < PATIENCE) return [];
    asked.set(id, { guest, at: now() });
    return [{ id, places: lacking }];
  };

  return {
    held: () => [...held].map(([id, places]) => ({ id, places })),
    announce: (from, given) => {
      const own = named.get(from) ?? new Map<BlobId, Places>();
      named.set(from, own);
      const refused: BlobId[] = [];
      const wanted: BlobPlaces[] = [];
      for (const each of given) {
        if (each.places.length === 0) own.delete(each.id);
        else if (own.size < MOST_BLOBS) own.set(each.id, each.places);
        if (isDropped(each.id)) continue;
        if (used >= quota && countOf(without(each.places, of(each.id))) > 0) refused.push(each.id);
        else wanted.push(...wantOf(from, each));
      }
      return { wanted, refused };
    },
    put: (...piece) => inTurn(() => put(...piece)),
    read: async (id, place) => {
      if (!hasPlace(of(id), place)) return undefined;
      const bytes = await blobs.read(caseId, id, place);
      const manifest = await manifestOf(id);
      const isGood =
        place === 0
          ? bytes !== undefined && (await idOfManifest(bytes)) === id
          : bytes !== undefined && manifest !== undefined && (await isChunkOf(manifest, place, bytes));
      if (isGood) return bytes;
      // Without its manifest nothing can be said of a chunk: the manifest is what is taken away.
      await inTurn(() => takeAway(id, manifest === undefined ? 0 : place));
      return undefined;
    },
    drop: (ids) =>
      inTurn(async () => {
        const there = [...ids].filter((id) => held.has(id));
        if (there.length === 0 || !(await blobs.remove(caseId, there)).ok) return [];
        for (const id of there) held.delete(id);
        latest = undefined;
        ({ bytes: used } = await blobs.held(caseId));
        return there;
      }),
    leave: (guest) => {
      named.delete(guest);
      const lost = [...asked].flatMap(([id, { guest: by }]) => (by === guest ? [id] : []));
      for (const id of lost) asked.delete(id);
      return [...named].map(([other, own]) => ({
        guest: other,
        blobs: lost.flatMap((id) => {
          const places = own.get(id);
          return places === undefined || isDropped(id) ? [] : wantOf(other, { id, places });
        }),
      }));
    },
  };
};
