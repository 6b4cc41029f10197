/**
 * DirectDoor: how two devices come to have a way of their own. Port; what carries it is WebRTC (rtc-door.ts), in tests memory.
 *
 * 1. One calls with an offer, the other answers it; each offer has one answer.
 */
import type { Transport } from "../wire/transport.ts";
import type { Description } from "./description.ts";

/** One end, open or not yet. */
export interface DirectEnd {
  /** Of this device: what the other one must be told. */
  readonly mine: Description;
  /** Answers true when messages go both ways, false when it ended before. */
  readonly opened: Promise<boolean>;
  /** Closing it before it is open gives the attempt up. */
  readonly transport: Transport;
}

/** The end that called. */
export interface CallingEnd extends DirectEnd {
  readonly accept: (answer: Description) => Promise<void>;
}

export interface DirectDoor {
  /** Undefined where this device has no address to be reached at. */
  readonly call: () => Promise<CallingEnd | undefined>;
  readonly answer: (offer: Description) => Promise<DirectEnd | undefined>;
}
