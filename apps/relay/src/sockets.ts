/**
 * The relay's WebSockets: who may connect, how fast he may talk, and when he is let go. Effects: sockets, timers.
 *
 * 1. One path, no compression, messages of 1 MiB; a page of another origin is refused before anything is said.
 * 2. Whoever talks too fast is read more slowly; whoever does not read is closed with 1013 at 4 MiB; whoever is silent for two pings is gone.
 * 3. Nothing a client sends can end the process, and nothing of it is logged.
 *
 * Source: RL3.
 */
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type RawData, type WebSocket } from "ws";
import { heapsOf, MAX_MESSAGE, type Bytes } from "@recourse/sync/protocol";
import { BLOB_QUOTA } from "./blob-room.ts";
import { QUOTA, type Quota } from "./case-room.ts";
import { createCaseRooms } from "./case-rooms.ts";
import { clientAddress } from "./client-address.ts";
import { createCommitQueue } from "./commit-queue.ts";
import { createConversation } from "./conversation.ts";
import type { Metrics } from "./metrics.ts";
import { createNodeSealer } from "./node-sealer.ts";
import type { RelayStore } from "./store.ts";
import { createOutlet } from "./outlet.ts";
import { createTokens, type Tokens } from "./tokens.ts";

const PATH = "/sync";

export type SocketLimits = {
  readonly quota: Quota;
  /** Units: bytes of sealed evidence per case. */
  readonly blobQuota: number;
  /** Messages per second, and at once. */
  readonly perSecond: number;
  readonly burst: number;
  /** Units: bytes. */
  readonly outbound: number;
  /** Units: ms. */
  readonly ping: number;
  /** Time to say who one is. Units: ms. */
  readonly greeting: number;
  readonly perAddress: number;
  /** New cases of one address in an hour. */
  readonly newCases: number;
};
export const LIMITS: SocketLimits = {
  quota: QUOTA,
  blobQuota: BLOB_QUOTA,
  perSecond: 60,
  burst: 300,
  outbound: 4_194_304,
  ping: 20_000,
  greeting: 10_000,
  perAddress: 64,
  newCases: 30,
};

export type SocketPorts = {
  readonly store: RelayStore;
  readonly metrics: Metrics;
  readonly origins: () => readonly string[];
  readonly random: (length: number) => Bytes;
  /** Units: ms since 1970. */
  readonly now: () => number;
  readonly report: (error: unknown) => void;
  readonly limits?: SocketLimits;
  /** How many proxies before the relay are believed whom they serve; 0 unless set. */
  readonly proxies?: number;
};

export type Sockets = {
  readonly counts: () => { readonly connections: number; readonly cases: number };
  /** Says goodbye to all, waits for what is being stored. */
  readonly close: () => Promise<void>;
};

const HOUR = 3_600_000;
/** Addresses remembered for their new cases; beyond it all are forgotten. */
const ADDRESSES = 10_000;

const bytesIn = (data: RawData): Bytes =>
  new Uint8Array(Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? new Uint8Array(data) : data);

/** Puts the relay's conversations on a server. */
export const attachSockets = (server: Server, ports: SocketPorts): Sockets => {
  const { store, metrics, origins, random, now, report, limits = LIMITS, proxies = 0 } = ports;
  const sealer = createNodeSealer();
  const queue = createCommitQueue(store, (records, ok) => {
    metrics.add(ok ? "commits_total" : "commits_failed_total");
    if (ok) metrics.add("records_stored_total", records);
  });
  const rooms = createCaseRooms({
    store,
    queue,
    sealer,
    quota: limits.quota,
    blobQuota: limits.blobQuota,
    countBlobs: (what) => metrics.add(what === "stored" ? "pieces_stored_total" : "pieces_spoiled_total"),
    now,
  });
  const wss = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_MESSAGE });
  wss.on("error", report);
  const perAddress = new Map<string, number>();
  const founding = new Map<string, Tokens>();
  const goodbyes = new Set<Promise<void>>();

  const mayFound = (address: string): boolean => {
    if (founding.size > ADDRESSES) founding.clear();
    const tokens =
      founding.get(address) ??
      createTokens({ perSecond: (limits.newCases * 1000) / HOUR, burst: limits.newCases, now });
    founding.set(address, tokens);
    return tokens.take();
  };

  const open = (socket: WebSocket, address: string): void => {
    metrics.add("connections_total");
    perAddress.set(address, (perAddress.get(address) ?? 0) + 1);
    const tokens = createTokens({ perSecond: limits.perSecond, burst: limits.burst, now });
    let serving: Promise<void> = Promise.resolve();
    const inbox: Bytes[] = [];
    let alive = true;
    const outlet = createOutlet(socket, limits.outbound, () => {
      metrics.add("slow_consumers_total");
      // Its goodbye lies behind the backlog.
      setTimeout(() => socket.terminate(), 1000).unref();
    });
    const conversation = createConversation({
      rooms,
      sealer,
      node: store.node,
      challenge: random(32),
      origins,
      now,
      mayFound: () => mayFound(address),
      send: outlet.post,
      hand: outlet.hand,
      isGone: outlet.isGone,
      serve: (caseId, hashes) => {
        const work = async (): Promise<void> => {
          for (let from = 0; from < hashes.length && !outlet.isGone(); from += 256) {
            const records = await store.read(caseId, hashes.slice(from, from + 256));
            for (const heap of heapsOf(records)) await outlet.hand({ is: "recs", records: heap });
          }
        };
        serving = serving.then(work).catch(report);
      },
      end: () => {
        outlet.flush();
        socket.close(1000);
      },
      refused: () => metrics.add("nacks_total"),
    });
    const failed = (error: unknown): void => {
      report(error);
      outlet.flush();
      socket.close(1011);
    };
    /** One message after the other, no faster than allowed; what has been read already waits here, and nothing more is read. */
    const work = async (): Promise<void> => {
      for (let next = inbox[0]; next !== undefined && !outlet.isGone(); next = inbox[0]) {
        if (inbox.length > 1) socket.pause();
        for (let wait = tokens.wait(); wait > 0; wait = tokens.wait()) await new Promise((go) => setTimeout(go, wait));
        tokens.take();
        alive = true;
        await conversation.take(next);
        inbox.shift();
      }
      // Also when it is being closed: the other side's goodbye must be read.
      socket.resume();
    };
    const slow = setTimeout(() => {
      if (!conversation.isKnown()) socket.terminate();
    }, limits.greeting);
    const pings = setInterval(() => {
      if (!alive) return socket.terminate();
      alive = false;
      socket.ping();
    }, limits.ping);
    socket.on("pong", () => {
      alive = true;
    });
    socket.on("error", () => socket.terminate());
    socket.on("message", (data, isBinary) => {
      metrics.add("messages_total");
      alive = true;
      if (!isBinary) return socket.close(1003);
      inbox.push(bytesIn(data));
      if (inbox.length === 1) void work().catch(failed);
    });
    socket.on("close", () => {
      clearTimeout(slow);
      clearInterval(pings);
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left === 0) perAddress.delete(address);
      else perAddress.set(address, left);
      const leaving = conversation.leave().catch(report);
      goodbyes.add(leaving);
      void leaving.finally(() => goodbyes.delete(leaving));
    });
    conversation.greet();
  };

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on("error", () => socket.destroy());
    const forwarded = request.headersDistinct["x-forwarded-for"]?.join(",");
    const address = clientAddress({ peer: request.socket.remoteAddress ?? "", forwarded, proxies });
    const origin = request.headers.origin;
    const refuse = (line: string): void => {
      metrics.add("connections_refused_total");
      socket.end(`HTTP/1.1 ${line}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    };
    if ((request.url ?? "").split("?", 1)[0] !== PATH) return refuse("404 Not Found");
    if (origin !== undefined && !origins().includes(origin)) return refuse("403 Forbidden");
    if ((perAddress.get(address) ?? 0) >= limits.perAddress) return refuse("429 Too Many Requests");
    wss.handleUpgrade(request, socket, head, (opened) => open(opened, address));
  };
  server.on("upgrade", upgrade);

  return {
    counts: () => ({ connections: wss.clients.size, cases: rooms.count() }),
    close: async () => {
      server.off("upgrade", upgrade);
      for (const socket of wss.clients) socket.close(1001);
      await queue.idle();
      setTimeout(() => wss.clients.forEach((socket) => socket.terminate()), 500).unref();
      await new Promise<void>((done) => wss.close(() => done()));
      await Promise.all(goodbyes);
      await queue.idle();
    },
  };
};
