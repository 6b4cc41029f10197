/**
 * The relay's HTTP server: routes to the web app, to /healthz and /metrics. Opens no port and reads no clock itself.
 *
 * 1. Only GET and HEAD exist.
 * 2. Every answer carries the security headers, whatever went wrong.
 * 3. Nothing a client sends can end the process: sockets, requests and responses each have an error listener.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { chooseCoding } from "./encoding.ts";
import { cacheControl, securityHeaders } from "./headers.ts";
import { healthJson } from "./health.ts";
import { matchesTag, type Site, type SiteFile } from "./static.ts";

/** What the server needs from outside. Units: `now` gives milliseconds. */
export type ServerPorts = {
  readonly site: Site;
  readonly now: () => number;
  /** Told about failures that are no client's fault. */
  readonly report: (error: unknown) => void;
  /** The body of /metrics. */
  readonly metrics: () => string;
};

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly pathname: string };

/** The decoded path of a request target, or undefined when it is malformed. */
const pathOf = (target: string | undefined): string | undefined => {
  const path = (target ?? "").split(/[?#]/, 1)[0] ?? "";
  try {
    return path.startsWith("/") ? decodeURIComponent(path) : undefined;
  } catch {
    return undefined;
  }
};

const send = (
  { request, response, pathname }: Exchange,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array,
): void => {
  response.writeHead(status, {
    ...securityHeaders(pathname),
    ...headers,
    ...(status === 304 ? {} : { "Content-Length": String(Buffer.byteLength(body)) }),
  });
  if (request.method === "HEAD" || status === 304) response.end();
  else response.end(body);
};

const sendText = (
  exchange: Exchange,
  status: number,
  line: string,
  extra: Readonly<Record<string, string>> = {},
): void =>
  send(
    exchange,
    status,
    { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...extra },
    `${line}\n`,
  );

const sendFile = async (exchange: Exchange, file: SiteFile): Promise<void> => {
  const { request, pathname } = exchange;
  const caching: Readonly<Record<string, string>> = {
    ETag: file.etag,
    "Cache-Control": cacheControl(pathname),
    ...(file.compressible ? { Vary: "Accept-Encoding" } : {}),
  };
  if (matchesTag(request.headers["if-none-match"], file.etag)) {
    send(exchange, 304, caching, "");
    return;
  }
  const accepted = request.headers["accept-encoding"];
  const coding = file.compressible ? chooseCoding(Array.isArray(accepted) ? accepted.join(",") : accepted) : "identity";
  const body = await file.bytes(coding);
  const headers = { "Content-Type": file.type, ...caching };
  send(exchange, 200, coding === "identity" ? headers : { ...headers, "Content-Encoding": coding }, body);
};

const answer = async (exchange: Exchange, ports: ServerPorts, startedAt: number): Promise<void> => {
  const { request, pathname } = exchange;
  if (request.method !== "GET" && request.method !== "HEAD") {
    sendText(exchange, 405, "Method not allowed", { Allow: "GET, HEAD" });
    return;
  }
  if (pathname === "/healthz") {
    const body = healthJson({ startedAt, now: ports.now(), files: ports.site.size });
    send(exchange, 200, { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" }, body);
    return;
  }
  if (pathname === "/metrics") {
    const type = "text/plain; version=0.0.4; charset=utf-8";
    send(exchange, 200, { "Content-Type": type, "Cache-Control": "no-store" }, ports.metrics());
    return;
  }
  const file = ports.site.get(pathname);
  if (file === undefined) sendText(exchange, 404, "Not found");
  else await sendFile(exchange, file);
};

/** The server, not yet listening. */
export const createRelay = (ports: ServerPorts): Server => {
  const startedAt = ports.now();
  const server = createServer((request, response) => {
    request.on("error", () => response.destroy());
    response.on("error", () => response.destroy());
    request.resume();
    const pathname = pathOf(request.url);
    const exchange = { request, response, pathname: pathname ?? "" };
    if (pathname === undefined) {
      sendText(exchange, 400, "Bad request");
      return;
    }
    answer(exchange, ports, startedAt).catch((error: unknown) => {
      ports.report(error);
      if (response.headersSent) response.destroy();
      else sendText(exchange, 500, "Internal error");
    });
  });
  server.on("clientError", (_error, socket) => {
    socket.on("error", () => socket.destroy());
    if (!socket.writable) {
      socket.destroy();
      return;
    }
    const headers = Object.entries(securityHeaders("")).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n${headers.join("")}\r\n`);
  });
  return server;
};
