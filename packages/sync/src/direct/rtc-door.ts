/**
 * DirectDoor over WebRTC: one data channel, ordered and whole. Effects: network.
 *
 * 1. No server is asked for addresses (FR6); on one network, and between networks that let each other in, that is enough.
 * 2. What is sent waits here, not in the browser: beyond 16 MiB that throws.
 * 3. A browser that is killed is noticed by whoever uses this: the platform takes minutes.
 *
 * Source: FR6.
 */
import type { Bytes } from "../log/bytes.ts";
import type { Scheduler } from "../scheduler.ts";
import { createInbox, type Transport } from "../wire/transport.ts";
import { describe, sdpOf } from "./description.ts";
import type { CallingEnd, DirectDoor, DirectEnd } from "./direct-door.ts";
import { createGatherer, piecesOf } from "./pieces.ts";

/** Units: bytes that lie in the browser before more are given to it. */
const PILED_UP = 1_048_576;
const LOW = 262_144;
/** Units: ms that are waited for addresses. */
const GATHERING = 2000;

/** Undefined where the browser has no WebRTC, or was told not to. */
export function createRtcDoor(scheduler: Scheduler): DirectDoor | undefined {
  if (typeof RTCPeerConnection === "undefined") return undefined;
  const begin = (): { readonly connection: RTCPeerConnection; readonly channel: RTCDataChannel } => {
    const connection = new RTCPeerConnection({ iceServers: [] });
    return { connection, channel: connection.createDataChannel("case", { negotiated: true, id: 0, ordered: true }) };
  };
  /** With its addresses. */
  const ownOf = async (connection: RTCPeerConnection): Promise<ReturnType<typeof describe>> => {
    await connection.setLocalDescription();
    await gathered(connection, scheduler);
    return describe(connection.localDescription?.sdp ?? "");
  };
  return {
    call: async (): Promise<CallingEnd | undefined> => {
      const { connection, channel } = begin();
      const end = endOf(connection, channel);
      const mine = await ownOf(connection).catch(() => undefined);
      if (mine === undefined) return void end.transport.close();
      return {
        ...end,
        mine,
        accept: async (answer) => {
          try {
            await connection.setRemoteDescription({ type: "answer", sdp: sdpOf(answer, "answer") });
          } catch {
            // Not to be understood, or the attempt is over.
            end.transport.close();
          }
        },
      };
    },
    answer: async (offer): Promise<DirectEnd | undefined> => {
      const { connection, channel } = begin();
      const end = endOf(connection, channel);
      try {
        await connection.setRemoteDescription({ type: "offer", sdp: sdpOf(offer, "offer") });
        const mine = await ownOf(connection);
        if (mine !== undefined) return { ...end, mine };
      } catch {
        // As where there is no address.
      }
      return void end.transport.close();
    },
  };
}

const gathered = (connection: RTCPeerConnection, scheduler: Scheduler): Promise<void> =>
  new Promise((done) => {
    const look = (): void => {
      if (connection.iceGatheringState === "complete") done();
    };
    connection.addEventListener("icegatheringstatechange", look);
    scheduler.after(GATHERING, done);
    look();
  });

function endOf(connection: RTCPeerConnection, channel: RTCDataChannel): Omit<DirectEnd, "mine"> {
  const inbox = createInbox();
  const gather = createGatherer();
  const queue: Bytes[] = [];
  const waiting = new Set<() => void>();
  let tellOpened: (opened: boolean) => void = () => undefined;
  const opened = new Promise<boolean>((tell) => {
    tellOpened = tell;
  });
  const isFull = (): boolean => queue.length > 0 || channel.bufferedAmount > PILED_UP;
  const release = (): void => {
    for (const go of waiting) go();
    waiting.clear();
  };
  const close = (): void => {
    inbox.end();
    tellOpened(false);
    queue.length = 0;
    release();
    channel.close();
    connection.close();
  };
  const pump = (): void => {
    if (channel.readyState !== "open") return;
    try {
      while (channel.bufferedAmount <= PILED_UP) {
        const piece = queue.shift();
        if (piece === undefined) break;
        channel.send(piece);
      }
    } catch {
      // It was closing already: what is lost is asked for again elsewhere.
      return close();
    }
    if (!isFull()) release();
  };
  channel.binaryType = "arraybuffer";
  channel.bufferedAmountLowThreshold = LOW;
  channel.addEventListener("bufferedamountlow", pump);
  channel.addEventListener("open", () => {
    tellOpened(true);
    pump();
  });
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    // Text is no piece.
    const message = data instanceof ArrayBuffer ? gather(new Uint8Array(data)) : "bad";
    if (message === "bad") close();
    else if (message !== undefined) inbox.message(message);
  });
  channel.addEventListener("close", close);
  connection.addEventListener("connectionstatechange", () => {
    if (connection.connectionState === "failed" || connection.connectionState === "closed") close();
  });
  const transport: Transport = {
    start: inbox.start,
    send: (message) => {
      if (inbox.isOver()) return;
      queue.push(...piecesOf(message));
      pump();
    },
    ready: async () => {
      while (!inbox.isOver() && isFull()) await new Promise<void>((go) => void waiting.add(go));
    },
    close,
  };
  return { opened, transport };
}
