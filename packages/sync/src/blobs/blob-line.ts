/**
 * BlobLine: what is known of one other side, for as long as the conversation lasts: what it holds, what it was asked for, what it has got wrong. Holds state.
 *
 * Source: BL2.
 */
import type { RecordHash } from "../log/log-ids.ts";
import type { BlobFrame } from "../wire/blob-frames.ts";
import type { NackCode } from "../wire/nack-codes.ts";
import type { BlobId, BlobPlaces } from "./blob-id.ts";
import type { BlobServing } from "./blob-serving.ts";
import { both, NO_PLACES, union, without, type Places } from "./places.ts";

/** A conversation as the exchange uses it. */
export interface BlobEnd {
  readonly kind: "relay" | "member";
  /** Of the relay or the device, in hex. */
  readonly name: () => string;
  readonly send: (frame: BlobFrame) => void;
  /** Answers when more may be sent. */
  readonly ready: () => Promise<void>;
  /** Whether it may have sealed pieces now: a relay always, a member from viewer on. */
  readonly may: () => boolean;
}

/** What the exchange hears of a conversation. */
export interface BlobTalk {
  /** Both have said what they have. */
  readonly begin: () => void;
  readonly hear: (frame: BlobFrame) => Promise<void>;
  /** NACK; answers what of it is about no blob. */
  readonly refused: (code: NackCode, hashes: readonly RecordHash[]) => readonly RecordHash[];
  readonly end: () => void;
}

/** Blobs remembered of one side. */
const MOST = 20_000;
/** Wrong pieces after which a side is asked for nothing more. */
const TOO_WRONG = 8;
/** Units: ms without anything that was asked for. */
const STALLED = 20_000;

export interface BlobLine {
  readonly end: BlobEnd;
  readonly serving: BlobServing;
  begun: boolean;
  /** Blobs named to it and how much of them, and when. */
  readonly told: Map<BlobId, { readonly count: number; readonly at: number }>;
  /** Blobs it would not take. */
  readonly notTaken: Map<BlobId, { readonly code: NackCode; readonly at: number }>;
  readonly holds: (id: BlobId) => Places;
  readonly asked: (id: BlobId) => Places;
  /** What it could be asked for of these. */
  readonly offers: (id: BlobId, places: Places) => Places;
  readonly learn: (of: BlobPlaces) => void;
  readonly ask: (id: BlobId, places: Places, at: number) => void;
  readonly came: (id: BlobId, place: Places, at: number) => void;
  readonly wasWrong: (id: BlobId, place: Places) => void;
  /** The fewer the better. */
  readonly failures: () => number;
  /** Forgets what it was asked for when nothing has come for long. */
  readonly checkStall: (now: number) => void;
}

/** Nothing is known of it. */
export function createBlobLine(end: BlobEnd, serving: BlobServing): BlobLine {
  const holds = new Map<BlobId, Places>();
  const asked = new Map<BlobId, Places>();
  const bad = new Map<BlobId, Places>();
  let heardAt = 0;
  let wrong = 0;
  let stalls = 0;
  const of = (map: ReadonlyMap<BlobId, Places>, id: BlobId): Places => map.get(id) ?? NO_PLACES;
  const take = (map: Map<BlobId, Places>, id: BlobId, places: Places): void => {
    const left = without(of(map, id), places);
    if (left.length === 0) map.delete(id);
    else map.set(id, left);
  };
  return {
    end,
    serving,
    begun: false,
    told: new Map(),
    notTaken: new Map(),
    holds: (id) => of(holds, id),
    asked: (id) => of(asked, id),
    offers: (id, places) => (wrong >= TOO_WRONG ? NO_PLACES : without(both(places, of(holds, id)), of(bad, id))),
    learn: ({ id, places }) => {
      if (places.length === 0) {
        holds.delete(id);
        asked.delete(id);
        return;
      }
      if (!holds.has(id) && holds.size >= MOST) return;
      // What is said to be there anew is worth another try.
      take(bad, id, without(places, of(holds, id)));
      holds.set(id, union(of(holds, id), places));
    },
    ask: (id, places, at) => {
      if (asked.size === 0) heardAt = at;
      asked.set(id, union(of(asked, id), places));
    },
    came: (id, place, at) => {
      heardAt = at;
      take(asked, id, place);
    },
    wasWrong: (id, place) => {
      wrong++;
      bad.set(id, union(of(bad, id), place));
    },
    failures: () => wrong + stalls,
    checkStall: (now) => {
      if (asked.size === 0 || now - heardAt < STALLED) return;
      asked.clear();
      stalls++;
    },
  };
}
