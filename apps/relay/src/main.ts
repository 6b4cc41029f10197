/**
 * The relay's entry: reads the command line, serves apps/web/dist and the conversations of shared cases, and prints its address as the last line.
 * Effects: process, clock, files, sockets, randomness.
 *
 * 1. SIGINT and SIGTERM, or the end of the program that started it, close the port, let running answers finish and what came in be stored, and
 *    end with 0.
 * 2. No line it prints names a case, a person, a key, an address of a client or the address of a database, which may hold a password (I9, RL4).
 * 3. The driver of PostgreSQL is loaded only where it is used.
 */
import { resolve } from "node:path";
import { listen } from "./listen.ts";
import { readOptions } from "./options.ts";
import type { LeaseNews } from "./postgres-lease.ts";
import { createMetrics } from "./metrics.ts";
import { createRelay } from "./server.ts";
import { attachSockets, LIMITS } from "./sockets.ts";
import { openSqliteStore } from "./sqlite-store.ts";
import { databaseLine, optionsLine } from "./start-fault.ts";
import { openSite } from "./static.ts";
import type { RelayStore } from "./store.ts";

/** How long running answers may take after a stop. Units: milliseconds. */
const GRACE = 2000;

const fail = (line: string, code: number): never => {
  console.error(line);
  process.exit(code);
};

/** What kind of error, and nothing of what it was about. */
const codeOf = (error: unknown): string =>
  error instanceof Error ? ("code" in error ? String(error.code) : error.name) : "unknown";

const read = readOptions(process.argv.slice(2), process.env);
const { options } = read.ok ? read : fail(optionsLine(read.error), 2);

const opened = await openSite(resolve(options.site ?? resolve(import.meta.dirname, "../../web/dist")));
const { site } = opened.ok
  ? opened
  : fail(`The web app is not built: no index.html in ${opened.error.folder}. Run: npx -y pnpm@12 start`, 1);

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
const report = (error: unknown): void => console.error(`relay: ${codeOf(error)}`);
const openFile = (): RelayStore => {
  const data = resolve(options.data ?? resolve(import.meta.dirname, "../data/relay.sqlite"));
  try {
    return openSqliteStore(data, random(16));
  } catch (error) {
    return fail(`The file of shared cases cannot be used: ${data} (${codeOf(error)}).`, 1);
  }
};
const tell = (news: LeaseNews): void => {
  if (news.is === "lost") console.error(`relay: the database is lost (${news.code})`);
  else if (news.is === "waiting") console.error(`relay: ${databaseLine(news.fault)}`);
  else if (news.is === "held") console.error("relay: the database is there again");
  else
    fail(
      "Another relay has used this database meanwhile. Start again: what is in memory is no longer what is stored.",
      1,
    );
};
const openDatabase = async (address: string): Promise<RelayStore> => {
  // A relay with a file needs no driver.
  const { openPostgresStore } = await import("./postgres-store.ts");
  const database = await openPostgresStore({ address, random, tell });
  return database.ok ? database.store : fail(databaseLine(database.fault), 1);
};
const store = options.database === undefined ? openFile() : await openDatabase(options.database);
const metrics = createMetrics();
let origins: readonly string[] = [];
const server = createRelay({ site, now: Date.now, report, metrics: () => metrics.text(sockets.counts()) });
const limits = { ...LIMITS, blobQuota: options.blobQuota };
const sockets = attachSockets(server, {
  store,
  metrics,
  random,
  report,
  now: Date.now,
  origins: () => origins,
  limits,
  proxies: options.proxies,
});
const listening = await listen(server, options);
const { port } = listening.ok ? listening : fail(`No free port from ${options.port} on (${listening.error.code}).`, 1);
server.on("error", report);
// By any other name a page could be somebody else's.
const ownNames = ["localhost", "127.0.0.1", "[::1]"].map((name) => `http://${name}:${port}`);
origins = options.origin === undefined ? ownNames : [options.origin];

let stopping = false;
const stop = (): void => {
  if (stopping) return;
  stopping = true;
  const stored = sockets.close().then(() => store.close());
  server.close(() => void stored.then(() => process.exit(0)));
  server.closeIdleConnections();
  setTimeout(() => {
    server.closeAllConnections();
    process.exit(0);
  }, GRACE).unref();
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
process.on("disconnect", stop);
// A closed terminal must not turn the last log line into a crash.
process.stdout.on("error", stop);
process.stderr.on("error", stop);

if (port !== options.port && options.port !== 0) console.log(`Port ${options.port} is taken, using ${port}.`);
const shown = options.host === "127.0.0.1" || options.host === "0.0.0.0" ? "localhost" : options.host;
console.log(`http://${shown.includes(":") ? `[${shown}]` : shown}:${port}/`);
