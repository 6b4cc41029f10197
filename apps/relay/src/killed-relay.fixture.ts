/**
 * A relay that ends itself by SIGKILL at a named point of a commit, for tests: `node killed-relay.fixture.ts FILE PORT POINT COUNT`. FILE may be the
 * address of a PostgreSQL database.
 * POINT: `before` the count-th commit, `after` it and before anybody hears of it, or `never`. A fifth word `early` plants a fault into a life that ends
 * before a commit: it says stored first and commits a moment later.
 */
import { createServer } from "node:http";
import { createMetrics } from "./metrics.ts";
import { attachSockets } from "./sockets.ts";
import { openSqliteStore } from "./sqlite-store.ts";
import type { RelayStore } from "./store.ts";

const [file = "", port = "0", point = "never", count = "1", early = ""] = process.argv.slice(2);
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const open = async (): Promise<RelayStore> => {
  if (!file.startsWith("postgres://")) return openSqliteStore(file, random(16));
  const { openPostgresStore } = await import("./postgres-store.ts");
  const database = await openPostgresStore({ address: file, random, tell: () => process.exit(3) });
  if (!database.ok) throw new Error(database.fault.kind);
  return database.store;
};
const real = await open();
let commits = 0;
const die = (): never => {
  process.kill(process.pid, "SIGKILL");
  throw new Error("still alive");
};
const store: RelayStore = {
  ...real,
  append: async (batch) => {
    commits++;
    if (early === "early" && point === "before") {
      setTimeout(() => (commits >= Number(count) ? die() : void real.append(batch)), 40);
      return { ok: true };
    }
    if (point === "before" && commits === Number(count)) die();
    const stored = await real.append(batch);
    if (point === "after" && commits === Number(count)) die();
    return stored;
  },
};
const server = createServer();
const portNow = (): number => {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
};
attachSockets(server, {
  store,
  metrics: createMetrics(),
  random,
  now: Date.now,
  report: () => process.exit(3),
  origins: () => [`http://localhost:${portNow()}`],
});
server.listen({ host: "127.0.0.1", port: Number(port) }, () => void process.stdout.write(`${portNow()}\n`));
