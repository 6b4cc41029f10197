/**
 * Outlet: the way out of one connection. Whoever does not read what he is sent is closed, before his backlog takes the memory of the others.
 *
 * Source: RL3; RFC 6455, 7.4.1, and the registry of close codes (1013: try again later).
 */
import { encodeFrame, type Frame } from "@recourse/sync/protocol";

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
  /** Sends it, or closes the connection when more than the limit lies before it. */
  readonly post: (frame: Frame) => void;
  /** Sends it; answers when it has left this process. For what was asked for, one after the other. */
  readonly hand: (frame: Frame) => Promise<void>;
  readonly isGone: () => boolean;
};

/** Units: `limit` bytes. `onSlow` is told once. */
export const createOutlet = (socket: OutletSocket, limit: number, onSlow: () => void): Outlet => {
  const isGone = (): boolean => socket.readyState !== socket.OPEN;
  let slow = false;
  return {
    isGone,
    post: (frame) => {
      if (isGone() || slow) return;
      if (socket.bufferedAmount <= limit) return socket.send(encodeFrame(frame));
      slow = true;
      socket.close(1013);
      onSlow();
    },
    hand: (frame) =>
      new Promise((done) => {
        if (isGone() || slow) done();
        else socket.send(encodeFrame(frame), () => done());
      }),
  };
};
