/**
 * BlobTalk: what one connection says and hears about evidence. Effects through its ports.
 *
 * 1. Owner and helper bring, viewer gets, everybody else nothing; asked anew for each frame and each piece (RL2).
 * 2. What is asked for goes out piece by piece, each when the one before has left; nobody's wishes take memory.
 * 3. Who feeds a case that was not known here is heard when his admission has come.
 *
 * Source: BL2, RL2, RL3.
 */
import {
  blobFramesOf,
  eachOf,
  NO_PLACES,
  placesFrom,
  recordHash,
  union,
  without,
  type BlobFrame,
  type BlobId,
  type BlobPlaces,
  type Frame,
  type NackCode,
  type Places,
  type RecordHash,
} from "@recourse/sync/protocol";
import type { CaseRoom, Guest } from "./case-room.ts";

/** Named before the admission has come; the rest is named again. */
const MOST_EARLY = 4096;

export type BlobTalkPorts = {
  readonly room: CaseRoom;
  readonly guest: Guest;
  readonly mayPush: () => boolean;
  readonly mayRead: () => boolean;
  readonly send: (frame: Frame) => void;
  /** Answers when it has left. */
  readonly hand: (frame: Frame) => Promise<void>;
  readonly isGone: () => boolean;
  readonly nack: (code: NackCode, hashes: readonly RecordHash[]) => void;
};

export type BlobTalk = {
  /** Says what is held here. */
  readonly begin: () => void;
  readonly hear: (frame: BlobFrame) => Promise<void>;
  /** His admission has come. */
  readonly admitted: () => void;
  readonly leave: () => void;
};

/** One connection to one case. */
export const createBlobTalk = (ports: BlobTalkPorts): BlobTalk => {
  const { room, guest, mayPush, mayRead, send, hand, isGone, nack } = ports;
  const { blobs } = room;
  const pending = new Map<BlobId, Places>();
  let early: readonly BlobPlaces[] = [];
  let pumping = false;

  const tellAll = (told: readonly BlobPlaces[]): void => {
    for (const frame of blobFramesOf("bhave", told))
      for (const other of room.guests) if (room.isMember(other)) other.send(frame);
  };
  /** A piece that was altered on the disk: whoever has the blob hears what is lacking now. */
  const tellLost = (id: BlobId): void => {
    tellAll([{ id, places: NO_PLACES }]);
    tellAll(blobs.held().filter((each) => each.id === id));
  };
  const next = (): { readonly id: BlobId; readonly place: number } | undefined => {
    for (const [id, places] of pending) {
      const place = eachOf(places).next().value;
      const left = typeof place === "number" ? without(places, placesFrom(place, place + 1)) : NO_PLACES;
      if (left.length === 0) pending.delete(id);
      else pending.set(id, left);
      if (typeof place === "number") return { id, place };
    }
    return undefined;
  };
  const pump = async (): Promise<void> => {
    for (let due = next(); due !== undefined && !isGone() && mayRead(); due = next()) {
      const { id, place } = due;
      const bytes = await blobs.read(id, place);
      if (bytes === undefined) {
        pending.delete(id);
        tellLost(id);
      } else await hand({ is: "bchunk", id, place, bytes });
    }
  };
  const want = (wanted: readonly BlobPlaces[]): void => {
    const held = new Map(blobs.held().map(({ id, places }) => [id, places]));
    for (const { id, places } of wanted) {
      const there = without(places, without(places, held.get(id) ?? NO_PLACES));
      if (there.length > 0) pending.set(id, union(pending.get(id) ?? NO_PLACES, there));
      else send({ is: "bhave", blobs: [{ id, places: NO_PLACES }] });
    }
    if (pumping) return;
    pumping = true;
    void pump()
      .catch(() => undefined)
      .finally(() => {
        pumping = false;
      });
  };
  const announced = (named: readonly BlobPlaces[]): void => {
    const { wanted, refused } = blobs.announce(guest, named);
    for (const frame of blobFramesOf("bwant", wanted)) send(frame);
    if (refused.length > 0)
      nack(
        "quota",
        refused.map((id) => recordHash(id)),
      );
  };
  const put = async ({ id, place, bytes }: BlobFrame & { readonly is: "bchunk" }): Promise<void> => {
    if (!mayPush()) return nack("read_only", [recordHash(id)]);
    const done = await blobs.put(guest, id, place, bytes);
    if (done.is === "refused") return nack(done.code, [recordHash(id)]);
    tellAll([{ id, places: placesFrom(place, place + 1) }]);
  };

  return {
    begin: () => {
      if (mayRead()) for (const frame of blobFramesOf("bhave", blobs.held())) send(frame);
    },
    hear: async (frame) => {
      if (frame.is === "bchunk") return put(frame);
      if (frame.is === "bwant") return mayRead() ? want(frame.blobs) : undefined;
      if (mayPush()) return announced(frame.blobs);
      if (guest.isFounding()) early = [...early, ...frame.blobs].slice(0, MOST_EARLY);
    },
    admitted: () => {
      if (early.length === 0 || !mayPush()) return;
      announced(early);
      early = [];
    },
    leave: () => {
      pending.clear();
      for (const { guest: other, blobs: wanted } of blobs.leave(guest))
        for (const frame of blobFramesOf("bwant", wanted)) other.send(frame);
    },
  };
};
