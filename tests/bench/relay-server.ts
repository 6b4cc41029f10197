/**
 * A server to measure, as a process of its own: `node relay-server.ts KIND FILE`. Says its port, then its CPU time whenever it is asked. Effects: sockets,
 * files.
 *
 * ours        the relay's conversations and store, without its limits on how fast one may talk
 * hocuspocus  Hocuspocus with its database extension on the same SQLite, as it comes
 * probe       what durable forwarding costs at least: what came in one turn of the loop is one commit and one message to each, nothing is looked at
 * bare        `ws` that forwards and keeps nothing
 */
import { mkdirSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";
import { WebSocketServer, type RawData, type WebSocket } from "ws";
// @boundaries-ignore the relay is what is measured
import { createMetrics } from "../../apps/relay/src/metrics.ts";
// @boundaries-ignore the relay is what is measured
import { attachSockets, LIMITS } from "../../apps/relay/src/sockets.ts";
// @boundaries-ignore the relay is what is measured
import { openSqliteStore } from "../../apps/relay/src/sqlite-store.ts";

const [kind = "", file = ""] = process.argv.slice(2);
mkdirSync(dirname(file), { recursive: true });

const onPort = (server: ReturnType<typeof createServer>): Promise<number> =>
  new Promise((answer) =>
    server.listen({ host: "127.0.0.1", port: 0 }, () => {
      const address = server.address();
      answer(typeof address === "object" && address !== null ? address.port : 0);
    }),
  );

async function ours(): Promise<number> {
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const server = createServer();
  attachSockets(server, {
    store: openSqliteStore(file, random(16)),
    metrics: createMetrics(),
    random,
    now: Date.now,
    report: (error) => console.error(error),
    origins: () => ["http://bench.test"],
    limits: { ...LIMITS, perSecond: 1e6, burst: 1e6, newCases: 1000, outbound: 64 * 1024 * 1024 },
  });
  return onPort(server);
}

async function hocuspocus(): Promise<number> {
  const database = openDatabase();
  database.exec("CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, data BLOB NOT NULL)");
  const read = database.prepare("SELECT data FROM documents WHERE name = ?");
  const put = database.prepare("INSERT OR REPLACE INTO documents VALUES (?, ?)");
  const server = new Server({
    quiet: true,
    port: 0,
    address: "127.0.0.1",
    extensions: [
      new Database({
        fetch: async ({ documentName }) => {
          const data = read.get(documentName)?.["data"];
          return data instanceof Uint8Array ? data : null;
        },
        store: async ({ documentName, state }) => void put.run(documentName, state),
      }),
    ],
  });
  await server.listen();
  return server.address.port;
}

const openDatabase = (): DatabaseSync => {
  const database = new DatabaseSync(file);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  return database;
};
/** Everybody at one path hears the others there. */
const roomsOf = (hear: (socket: WebSocket, room: Set<WebSocket>, message: Buffer) => void): Promise<number> => {
  const server = createServer();
  const wss = new WebSocketServer({ server, perMessageDeflate: false });
  const rooms = new Map<string, Set<WebSocket>>();
  wss.on("connection", (socket: WebSocket, request: IncomingMessage) => {
    const name = request.url ?? "/";
    const room = rooms.get(name) ?? new Set();
    rooms.set(name, room.add(socket));
    socket.on("error", () => socket.terminate());
    socket.on("close", () => room.delete(socket));
    socket.on("message", (data: RawData) => {
      if (Buffer.isBuffer(data)) hear(socket, room, data);
    });
  });
  return onPort(server);
};
const bare = (): Promise<number> =>
  roomsOf((from, room, message) => {
    for (const socket of room) if (socket !== from) socket.send(message);
  });

function probe(): Promise<number> {
  const database = openDatabase();
  database.exec("CREATE TABLE IF NOT EXISTS records (n INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
  const add = database.prepare("INSERT INTO records (bytes) VALUES (?)");
  let waiting: { readonly from: WebSocket; readonly room: Set<WebSocket>; readonly message: Buffer }[] = [];
  const commit = (): void => {
    const batch = waiting;
    waiting = [];
    database.exec("BEGIN IMMEDIATE");
    for (const { message } of batch) add.run(message);
    database.exec("COMMIT");
    const out = new Map<WebSocket, { own: number; readonly parts: Buffer[] }>();
    const to = (socket: WebSocket) => {
      const of = out.get(socket) ?? { own: 0, parts: [] };
      out.set(socket, of);
      return of;
    };
    for (const { from, room, message } of batch)
      for (const socket of room) {
        if (socket === from) to(socket).own += 1;
        else to(socket).parts.push(message);
      }
    // How many of one's own are stored, how many of others follow, and these.
    for (const [socket, { own, parts }] of out) {
      const head = Buffer.alloc(8);
      head.writeUInt32LE(own, 0);
      head.writeUInt32LE(parts.length, 4);
      socket.send(Buffer.concat([head, ...parts]));
    }
  };
  return roomsOf((from, room, message) => {
    waiting.push({ from, room, message });
    if (waiting.length === 1) setImmediate(commit);
  });
}

const kinds = { ours, hocuspocus, probe, bare };
const start = Object.entries(kinds).find(([name]) => name === kind)?.[1];
if (start === undefined) throw new Error(`no such server: ${kind}`);
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system });
});
process.on("disconnect", () => process.exit(0));
process.send?.({ port: await start() });
