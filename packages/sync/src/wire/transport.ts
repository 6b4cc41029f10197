/**
 * Transport: messages to one other end and back, whatever carries them. Port; its adapters pass one contract suite.
 *
 * 1. What arrives is whole; in order and once, unless the transport says otherwise. What is sent after the end is dropped.
 * 2. Messages that arrive before `start` are held back until then; `end` is told once.
 */
import type { Bytes } from "../log/bytes.ts";

/** Who hears. */
export interface TransportListener {
  readonly message: (message: Uint8Array) => void;
  /** The other end or the way to it is gone. */
  readonly end: () => void;
}

export interface Transport {
  readonly start: (listener: TransportListener) => void;
  readonly send: (message: Bytes) => void;
  /** Answers when more may be sent without piling up; at once after the end. */
  readonly ready: () => Promise<void>;
  /** Ends it from this side; the listener is told too. */
  readonly close: () => void;
}

/** Keeps rule 2 for an adapter: the inbox that a listener is put before. */
export interface Inbox {
  readonly start: Transport["start"];
  readonly message: (message: Uint8Array) => void;
  readonly end: () => void;
  readonly isOver: () => boolean;
}

/** Empty. */
export function createInbox(): Inbox {
  const held: Uint8Array[] = [];
  let listener: TransportListener | undefined;
  let over = false;
  let told = false;
  const tellEnd = (): void => {
    if (!over || told || listener === undefined) return;
    told = true;
    listener.end();
  };
  return {
    start: (given) => {
      listener = given;
      for (const message of held.splice(0)) given.message(message);
      tellEnd();
    },
    message: (message) => {
      if (over) return;
      if (listener === undefined) held.push(message);
      else listener.message(message);
    },
    end: () => {
      over = true;
      tellEnd();
    },
    isOver: () => over,
  };
}
