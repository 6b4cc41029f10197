/** The server over real HTTP on a free port: headers, files, bad requests. */
import { once } from "node:events";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { request as httpRequest, type IncomingHttpHeaders, type Server } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listen } from "./listen.ts";
import { createRelay } from "./server.ts";
import { openSite } from "./static.ts";

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

const PAGE = "<!doctype html><title>追索</title>";
const SCRIPT = `export const word = "${"证据".repeat(1000)}";`;
const SECRET = "outside the build folder";

let folder = "";
let server: Server;
let port = 0;
const reported: unknown[] = [];

const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<Answer> =>
  new Promise((resolve, reject) => {
    // Node's own client sends the path as it is, so dots and broken escapes arrive; fetch would tidy them away.
    const request = httpRequest({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on("error", reject);
    request.end();
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "recourse-relay-"));
  const dist = join(folder, "dist");
  await mkdir(join(dist, "assets"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), SECRET);
  await writeFile(join(dist, "index.html"), PAGE);
  await writeFile(join(dist, "sw.js"), "self.skipWaiting();");
  await writeFile(join(dist, ".env"), SECRET);
  await writeFile(join(dist, "assets/app-1a2b.js"), SCRIPT);
  await writeFile(join(dist, "assets/hash-worker-1a2b.js"), SCRIPT);
  await writeFile(join(dist, "证据.svg"), "<svg/>");
  await symlink(join(folder, "secret.txt"), join(dist, "link.txt"));
  const opened = await openSite(dist);
  if (!opened.ok) throw new Error("the site of the test did not open");
  server = createRelay({
    site: opened.site,
    now: () => 0,
    report: (error) => reported.push(error),
    metrics: () => "recourse_relay_cases 0\n",
  });
  const listening = await listen(server, { host: "127.0.0.1", port: 0 });
  if (!listening.ok) throw new Error("the server of the test did not listen");
  port = listening.port;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

// Copied from the design's table of headers, not from the code.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types solid-template app-url";
const EXACT = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy":
    "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=(), display-capture=(), browsing-topics=()",
};

it.each([
  ["GET", "/", 200],
  ["GET", "/j", 200],
  ["GET", "/metrics", 200],
  ["GET", "/j?case=1", 200],
  ["HEAD", "/", 200],
  ["GET", "/sw.js", 200],
  ["GET", "/assets/app-1a2b.js", 200],
  ["GET", "/healthz", 200],
  ["GET", "/nothing", 404],
  ["GET", "/assets/hash-worker-9.js/../../secret.txt", 404],
  ["POST", "/", 405],
  ["GET", "/%E0%A4%A", 400],
])("[S8] %s %s answers %i with the exact headers", async (method, path, status) => {
  const answer = await ask(path, {}, method);
  expect(answer.status).toBe(status);
  expect(answer.headers).toMatchObject({ ...EXACT, "content-security-policy": POLICY });
});

it("[S8] the hashing worker's script alone may compile WebAssembly", async () => {
  const worker = await ask("/assets/hash-worker-1a2b.js");
  expect(worker.status).toBe(200);
  expect(worker.headers["content-security-policy"]).toBe(
    POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"),
  );
});

it("[S8] a broken request line is answered with the headers, and the server goes on", async () => {
  const socket = connect(port, "127.0.0.1");
  const chunks: string[] = [];
  socket.on("data", (chunk) => chunks.push(String(chunk)));
  socket.write("NOT HTTP\r\n\r\n");
  await once(socket, "close");
  expect(chunks.join("")).toContain("400 Bad Request");
  expect(chunks.join("")).toContain(POLICY);
  expect((await ask("/healthz")).status).toBe(200);
});

it("[S8] a 304 carries the headers too", async () => {
  const etag = (await ask("/")).headers.etag ?? "";
  const again = await ask("/", { "if-none-match": `"other", ${etag}` });
  expect(again.status).toBe(304);
  expect(again.body).toHaveLength(0);
  expect(again.headers).toMatchObject({ ...EXACT, "content-security-policy": POLICY });
  expect((await ask("/", { "if-none-match": '"other"' })).status).toBe(200);
});

it("[RL4] the page is served at / and at the invite path, and nowhere else", async () => {
  for (const path of ["/", "/j", "/index.html"]) {
    const answer = await ask(path);
    expect(answer.body.toString()).toBe(PAGE);
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(answer.headers["cache-control"]).toBe("no-cache");
  }
  for (const path of ["/j/", "/jj", "/case/1", "/assets/", "/assets"]) expect((await ask(path)).status).toBe(404);
});

it("[RL4] files under /assets/ never change, so they are kept", async () => {
  const script = await ask("/assets/app-1a2b.js");
  expect(script.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
  expect((await ask("/sw.js")).headers["cache-control"]).toBe("no-cache");
  expect((await ask("/%E8%AF%81%E6%8D%AE.svg")).headers["content-type"]).toBe("image/svg+xml; charset=utf-8");
});

it("[RL5] nothing outside the build, hidden in it, or linked from it is served", async () => {
  const paths = [
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/../../secret.txt",
    "/.env",
    "/link.txt",
    "//secret.txt",
    "/..%5csecret.txt",
    "/%00",
  ];
  for (const path of paths) {
    const answer = await ask(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.body.toString()).not.toContain(SECRET);
  }
});

it("[RL6] large text is compressed for clients that take it, and only for them", async () => {
  const packed = await ask("/assets/app-1a2b.js", { "accept-encoding": "gzip, br" });
  expect(packed.headers["content-encoding"]).toBe("br");
  expect(packed.headers.vary).toBe("Accept-Encoding");
  expect(packed.headers["content-length"]).toBe(String(packed.body.byteLength));
  expect(brotliDecompressSync(packed.body).toString()).toBe(SCRIPT);
  const plain = await ask("/assets/app-1a2b.js");
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(plain.body.toString()).toBe(SCRIPT);
});

it("[RL6] HEAD gives the length and no body", async () => {
  const head = await ask("/", {}, "HEAD");
  expect(head.headers["content-length"]).toBe(String(Buffer.byteLength(PAGE)));
  expect(head.body).toHaveLength(0);
});

it("[RL7] /healthz is JSON and is not kept", async () => {
  const health = await ask("/healthz");
  // index.html, sw.js, two scripts and the picture, plus the two other paths of the page: 7.
  expect(JSON.parse(health.body.toString())).toEqual({
    status: "ok",
    service: "recourse-relay",
    uptimeSeconds: 0,
    files: 7,
  });
  expect(health.headers["cache-control"]).toBe("no-store");
});

it("[RL8] a taken port is left to its owner and the next free one used", async () => {
  const opened = await openSite(join(folder, "dist"));
  if (!opened.ok) throw new Error("the site of the test did not open");
  const second = createRelay({
    site: opened.site,
    now: () => 0,
    report: (error) => reported.push(error),
    metrics: () => "recourse_relay_cases 0\n",
  });
  const listening = await listen(second, { host: "127.0.0.1", port });
  expect(listening.ok && listening.port > port).toBe(true);
  second.close();
});

it("[RL9] a folder without a page is refused by name", async () => {
  const empty = join(folder, "nothing");
  expect(await openSite(empty)).toEqual({ ok: false, error: { kind: "not_built", folder: empty } });
});

it("[RL10] nothing above was the server's own failure", () => {
  expect(reported).toEqual([]);
});
