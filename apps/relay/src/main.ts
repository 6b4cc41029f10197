/**
 * The relay's entry: reads the command line, serves apps/web/dist and prints its address as the last line.
 * Effects: process, clock, files, sockets.
 *
 * 1. SIGINT and SIGTERM, or the end of the program that started it, close the port, let running answers finish, and
 *    end with 0.
 */
import { resolve } from "node:path";
import { listen } from "./listen.ts";
import { type OptionsError, readOptions } from "./options.ts";
import { createRelay } from "./server.ts";
import { openSite } from "./static.ts";

/** How long running answers may take after a stop. Units: milliseconds. */
const GRACE = 2000;

const fail = (line: string, code: number): never => {
  console.error(line);
  process.exit(code);
};

const optionsLine = ({ kind, given }: OptionsError): string =>
  kind === "port"
    ? `Not a port: "${given}". Give a whole number from 0 to 65535, for example --port 4280.`
    : `Not understood: "${given}". Usage: [--port NUMBER] [--host ADDRESS]`;

const read = readOptions(process.argv.slice(2), process.env);
const { options } = read.ok ? read : fail(optionsLine(read.error), 2);

const opened = await openSite(resolve(import.meta.dirname, "../../web/dist"));
const { site } = opened.ok
  ? opened
  : fail(`The web app is not built: no index.html in ${opened.error.folder}. Run: npx -y pnpm@12 start`, 1);

const server = createRelay({ site, now: Date.now, report: (error) => console.error("relay:", error) });
const listening = await listen(server, options);
const { port } = listening.ok ? listening : fail(`No free port from ${options.port} on (${listening.error.code}).`, 1);
server.on("error", (error) => console.error("relay:", error));

let stopping = false;
const stop = (): void => {
  if (stopping) return;
  stopping = true;
  server.close(() => process.exit(0));
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
