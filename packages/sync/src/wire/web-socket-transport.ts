/**
 * Transport over a WebSocket: of the browser, and of Node, which has the same.
 */
import type { Bytes } from "../log/bytes.ts";
import type { Scheduler } from "../scheduler.ts";
import { createInbox, type Transport } from "./transport.ts";

/** Path at which a relay speaks frames. */
export const SOCKET_PATH = "/sync";
/** Units: bytes. Beyond it the next message waits. */
const PILED_UP = 1_048_576;
/** Units: ms. The platform does not say when its buffer has emptied. */
const LOOK_AGAIN = 20;

/** Address of the relay that served the app. `origin` as the browser names it. */
export const socketAddress = (origin: string): string => `${origin.replace(/^http/, "ws")}${SOCKET_PATH}`;

/** Begins to connect; what is sent before it is open goes out when it is. It ends when it cannot be opened. */
export function connectWebSocket(address: string, scheduler: Scheduler): Transport {
  const inbox = createInbox();
  const socket = new WebSocket(address);
  const early: Bytes[] = [];
  socket.binaryType = "arraybuffer";
  socket.addEventListener("open", () => early.splice(0).forEach((message) => socket.send(message)));
  socket.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    // Text is no frame.
    if (data instanceof ArrayBuffer) inbox.message(new Uint8Array(data));
    else socket.close();
  });
  socket.addEventListener("close", () => inbox.end());
  // A close follows; without a listener Node would end the process.
  socket.addEventListener("error", () => undefined);
  const ready = async (): Promise<void> => {
    while (!inbox.isOver() && socket.bufferedAmount + early.reduce((sum, { length }) => sum + length, 0) > PILED_UP)
      await new Promise<void>((go) => void scheduler.after(LOOK_AGAIN, go));
  };
  return {
    start: inbox.start,
    send: (message) => {
      if (inbox.isOver()) return;
      if (socket.readyState === WebSocket.CONNECTING) early.push(message);
      else if (socket.readyState === WebSocket.OPEN) socket.send(message);
    },
    ready,
    close: () => {
      inbox.end();
      socket.close();
    },
  };
}
