/**
 * Clients of the servers under measurement: each sends what it is given and counts what it hears. Effects: sockets.
 *
 * 1. At most so many of one's own unanswered, where the server answers: as the app does.
 */
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { authText, decodeFrames, encodeFrame, type Frame } from "@recourse/sync/wire";
import { WebSocket } from "ws";
import * as Y from "yjs";
import type { LoadedCase, LoadedMember } from "./sealed-load.ts";
import { plainEdit } from "./sealed-load.ts";

/** Source: RL3. */
const WINDOW = 64;

export interface LoadClient {
  /** Sends its edits from one number to below another. */
  readonly send: (from: number, to: number) => void;
  /** Of its own, what the server says to have. */
  readonly acknowledged: () => number;
  /** Of others. */
  readonly heard: () => number;
  /** Names of what was acknowledged, where records have names. */
  readonly hashes: () => readonly string[];
  readonly close: () => void;
}

/** Called for each edit that goes out or comes in, by a key that is the same at both ends. */
export interface Watch {
  readonly sent: (key: string) => void;
  readonly came: (key: string) => void;
}
const NOBODY: Watch = { sent: () => undefined, came: () => undefined };

const opened = (socket: WebSocket): Promise<void> =>
  new Promise((done, fail) => {
    socket.once("open", () => done());
    socket.once("error", fail);
  });

const bytesIn = (data: unknown): Uint8Array<ArrayBuffer> =>
  Buffer.isBuffer(data) ? new Uint8Array(data) : new Uint8Array(0);
const keyOf = (record: Uint8Array): string => Buffer.from(record.subarray(-12)).toString("hex");

/** A member at our relay. `first`: what he brings before anybody else comes. */
export async function relayClient(
  port: number,
  of: LoadedCase,
  { keys, records }: LoadedMember,
  first: readonly Uint8Array<ArrayBuffer>[],
  watch = NOBODY,
): Promise<LoadClient> {
  const { caseId } = of;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync`, { perMessageDeflate: false });
  const say = (...frames: readonly Frame[]): void => frames.forEach((frame) => socket.send(encodeFrame(frame)));
  const hashes: string[] = [];
  const queue: Uint8Array<ArrayBuffer>[] = [];
  let [unanswered, heard, founded] = [0, 0, 0];
  const pump = (): void => {
    while (unanswered < WINDOW) {
      const record = queue.shift();
      if (record === undefined) return;
      unanswered += 1;
      watch.sent(keyOf(record));
      say({ is: "recs", records: [record] });
    }
  };
  await new Promise<void>((ready, fail) => {
    const hear = async (frame: Frame): Promise<void> => {
      if (frame.is === "hello") {
        const text = authText({ origin: "http://bench.test", node: frame.node, caseId, challenge: frame.challenge });
        const key = new Uint8Array([...keys.edPub, ...keys.xPub]);
        const signature = await keys.sign(text);
        say({ is: "hello", from: 1, to: 1, node: frame.node, challenge: frame.challenge });
        say({ is: "auth", as: "device", caseId, key, signature }, { is: "sub", caseId });
        if (first.length > 0) say({ is: "recs", records: first });
      } else if (frame.is === "have" && first.length === 0) ready();
      else if (frame.is === "nack") fail(new Error(frame.code));
      else if (frame.is === "recs") {
        heard += frame.records.length;
        for (const record of frame.records) watch.came(keyOf(record));
      } else if (frame.is === "ack" && founded < first.length) {
        founded += frame.hashes.length;
        if (founded >= first.length) ready();
      } else if (frame.is === "ack") {
        unanswered -= frame.hashes.length;
        hashes.push(...frame.hashes);
        pump();
      }
    };
    socket.on("error", fail);
    socket.on("message", (data) => {
      const read = decodeFrames(bytesIn(data));
      if (!read.ok) return fail(new Error(read.error.kind));
      for (const frame of read.value) void hear(frame);
    });
  });
  return {
    send: (from, to) => {
      queue.push(...records.slice(from, to));
      pump();
    },
    acknowledged: () => hashes.length,
    heard: () => heard,
    hashes: () => hashes,
    close: () => socket.terminate(),
  };
}

/** Somebody at the probe, or at bare `ws`, which answers nothing. */
export async function plainClient(
  kind: "probe" | "bare",
  port: number,
  room: string,
  records: readonly Uint8Array[],
): Promise<LoadClient> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${room}`, { perMessageDeflate: false });
  const queue: Uint8Array[] = [];
  let [unanswered, heard, acknowledged] = [0, 0, 0];
  const pump = (): void => {
    while (unanswered < WINDOW) {
      const record = queue.shift();
      if (record === undefined) return;
      if (kind === "probe") unanswered += 1;
      else acknowledged += 1;
      socket.send(record);
    }
  };
  socket.on("message", (data) => {
    if (kind === "bare") heard += 1;
    else if (Buffer.isBuffer(data)) {
      acknowledged += data.readUInt32LE(0);
      unanswered -= data.readUInt32LE(0);
      heard += data.readUInt32LE(4);
      pump();
    }
  });
  await opened(socket);
  return {
    send: (from, to) => {
      queue.push(...records.slice(from, to));
      pump();
    },
    acknowledged: () => acknowledged,
    heard: () => heard,
    hashes: () => [],
    close: () => socket.terminate(),
  };
}

/** Somebody at Hocuspocus, with a document. */
export async function hocuspocusClient(
  port: number,
  name: string,
  who: number,
  watch = NOBODY,
): Promise<LoadClient & { readonly doc: Y.Doc }> {
  const doc = new Y.Doc();
  const websocketProvider = new HocuspocusProviderWebsocket({ url: `ws://127.0.0.1:${port}` });
  const provider = new HocuspocusProvider({ websocketProvider, name, document: doc });
  provider.attach();
  const synced = new Promise<void>((done) => provider.on("synced", () => done()));
  let sent = 0;
  doc.getMap("order").observe((event, transaction) => {
    if (transaction.local) return;
    for (const key of event.keysChanged) watch.came(`${key}=${doc.getMap("order").get(key)}`);
  });
  await synced;
  return {
    doc,
    send: (from, to) => {
      for (let n = from; n < to; n++) {
        watch.sent(`${who}/o${n % 50}/title=${n}`);
        plainEdit(doc, who, n);
      }
      sent = Math.max(sent, to);
    },
    acknowledged: () => Math.max(0, sent - provider.unsyncedChanges),
    // Each edit is one clock of its author.
    heard: () =>
      [...doc.store.clients.keys()].reduce(
        (sum, of) => (of === doc.clientID ? sum : sum + Y.getState(doc.store, of)),
        0,
      ),
    hashes: () => [],
    close: () => {
      provider.destroy();
      websocketProvider.destroy();
    },
  };
}
