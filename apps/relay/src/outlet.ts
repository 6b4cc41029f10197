/**
 * Outlet: the way out of one connection. Whoever does not read what he is sent is closed, before his backlog takes the memory of the others.
 *
 * 1. What is posted in one go leaves as one message, in the order in which it was posted: a write costs the relay more than what is in it.
 *
 * Source: RL3; RFC 6455, 7.4.1, and the registry of close codes (1013: try again later).
 */
import { concat, encodeFrame, MAX_MESSAGE, type Bytes, type Frame } from "@recourse/sync/protocol";

/** What of a WebSocket is needed here. */
export type OutletSocket = {
  readonly readyState: number;
  readonly OPEN: number;
  /** Units: bytes. */
  readonly bufferedAmount: number;
  readonly send: (message: Uint8Array, sent?: () => void) => void;
  readonly close: (code: number) => void;
};

export type Outlet = {
  /** Sends it with what else is posted before the work in hand is done, or closes the connection when more than the limit lies before it. */
  readonly post: (frame: Frame) => void;
  /** Sends it; answers when it has left this process. For what was asked for, one after the other. */
  readonly hand: (frame: Frame) => Promise<void>;
  /** Sends what was posted now, before the connection is closed. */
  readonly flush: () => void;
  readonly isGone: () => boolean;
};

/** A frame for many is written once. */
const encoded = new WeakMap<Frame, Bytes>();
const bytesOf = (frame: Frame): Bytes => {
  const known = encoded.get(frame);
  if (known !== undefined) return known;
  const bytes = encodeFrame(frame);
  encoded.set(frame, bytes);
  return bytes;
};

/** Units: `limit` bytes. `onSlow` is told once. */
export const createOutlet = (socket: OutletSocket, limit: number, onSlow: () => void): Outlet => {
  const isGone = (): boolean => socket.readyState !== socket.OPEN;
  let slow = false;
  let posted: Bytes[] = [];
  let size = 0;
  const flush = (): void => {
    const [first, ...more] = posted;
    posted = [];
    size = 0;
    if (first !== undefined && !isGone()) socket.send(more.length === 0 ? first : concat(first, ...more));
  };
  return {
    isGone,
    flush,
    post: (frame) => {
      if (isGone() || slow) return;
      if (socket.bufferedAmount + size > limit) {
        slow = true;
        flush();
        socket.close(1013);
        return onSlow();
      }
      const bytes = bytesOf(frame);
      if (size + bytes.length > MAX_MESSAGE) flush();
      if (posted.length === 0) queueMicrotask(flush);
      posted.push(bytes);
      size += bytes.length;
    },
    hand: (frame) =>
      new Promise((done) => {
        flush();
        if (isGone() || slow) done();
        else socket.send(encodeFrame(frame), () => done());
      }),
  };
};
