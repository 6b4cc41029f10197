/**
 * BlobServing: sealed pieces on their way to one other side, one after the other. Holds state; effects through its ports.
 *
 * 1. What is small goes first.
 * 2. A relay acknowledges each piece by BHAVE; before it has, only few are on their way, so that edits and answers do not wait behind evidence.
 *
 * Source: BL2, RL3.
 */
import type { Bytes } from "../log/bytes.ts";
import type { BlobFrame } from "../wire/blob-frames.ts";
import type { BlobId } from "./blob-id.ts";
import type { NamedBlob } from "./named-blobs.ts";
import { countOf, eachOf, NO_PLACES, placesFrom, union, without, type Places } from "./places.ts";

/** Pieces that are not acknowledged yet. */
const UNDER_WAY = 2;
/** Units: ms. */
const STALLED = 60_000;

export interface BlobServingPorts {
  /** Whether each piece is acknowledged. */
  readonly answered: boolean;
  /** Whether the other side may have them, asked anew for each. */
  readonly may: () => boolean;
  readonly send: (frame: BlobFrame) => void;
  /** Answers when more may be sent. */
  readonly ready: () => Promise<void>;
  readonly piece: (blob: NamedBlob, place: number) => Promise<Bytes | undefined>;
  /** It cannot be had here any more. */
  readonly lost: (blob: NamedBlob) => void;
  /** Units: ms. */
  readonly now: () => number;
}

export interface BlobServing {
  readonly want: (blob: NamedBlob, places: Places) => void;
  readonly answer: (id: BlobId, places: Places) => void;
  /** The other side does not take it. */
  readonly drop: (id: BlobId) => void;
  /** Nobody hears any more. */
  readonly end: () => void;
  /** Acknowledgements that have not come for long are given up. */
  readonly checkStall: () => void;
  /** Answers when all that may go now has gone. */
  readonly idle: () => Promise<void>;
}

/** Nothing is under way. */
export function createBlobServing(ports: BlobServingPorts): BlobServing {
  const { answered, may, send, ready, piece, lost, now } = ports;
  const queue = new Map<BlobId, { readonly blob: NamedBlob; readonly places: Places }>();
  const underWay = new Map<BlobId, Places>();
  let movedAt = 0;
  let ended = false;
  let pumping: Promise<void> = Promise.resolve();

  const isFull = (): boolean => [...underWay.values()].reduce((sum, places) => sum + countOf(places), 0) >= UNDER_WAY;
  const next = (): { readonly blob: NamedBlob; readonly place: number } | undefined => {
    const [first] = [...queue.values()].toSorted((a, b) => a.blob.size - b.blob.size);
    const place = first === undefined ? undefined : eachOf(first.places).next().value;
    return first === undefined || typeof place !== "number" ? undefined : { blob: first.blob, place };
  };
  const takeOff = (id: BlobId, places: Places): void => {
    const of = queue.get(id);
    const left = without(of?.places ?? NO_PLACES, places);
    if (of === undefined || left.length === 0) queue.delete(id);
    else queue.set(id, { blob: of.blob, places: left });
  };
  const pump = async (): Promise<void> => {
    while (queue.size > 0 && !isFull()) {
      await ready();
      const due = next();
      if (due === undefined || !may()) return queue.clear();
      const { blob, place } = due;
      const range = placesFrom(place, place + 1);
      const bytes = await piece(blob, place);
      takeOff(blob.id, range);
      if (ended) return;
      if (bytes === undefined) {
        queue.delete(blob.id);
        send({ is: "bhave", blobs: [{ id: blob.id, places: NO_PLACES }] });
        lost(blob);
        continue;
      }
      movedAt = now();
      if (answered) underWay.set(blob.id, union(underWay.get(blob.id) ?? NO_PLACES, range));
      send({ is: "bchunk", id: blob.id, place, bytes });
    }
  };
  const go = (): void => {
    pumping = pumping.then(pump).catch(() => undefined);
  };
  const settle = (id: BlobId, places: Places): void => {
    const left = without(underWay.get(id) ?? NO_PLACES, places);
    if (left.length === 0) underWay.delete(id);
    else underWay.set(id, left);
  };
  return {
    want: (blob, places) => {
      const fresh = without(places, underWay.get(blob.id) ?? NO_PLACES);
      if (fresh.length === 0 || ended) return;
      queue.set(blob.id, { blob, places: union(queue.get(blob.id)?.places ?? NO_PLACES, fresh) });
      go();
    },
    answer: (id, places) => {
      movedAt = now();
      settle(id, places);
      takeOff(id, places);
      if (queue.size > 0) go();
    },
    drop: (id) => {
      queue.delete(id);
      underWay.delete(id);
      if (queue.size > 0) go();
    },
    end: () => {
      ended = true;
      queue.clear();
    },
    checkStall: () => {
      if (underWay.size === 0 || now() - movedAt < STALLED) return;
      underWay.clear();
      if (queue.size > 0) go();
    },
    idle: () => pumping,
  };
}
