/** The sockets on a free port of this machine: who is let in, who is let go, and that nobody can hurt the rest. `SEED` chooses other bytes. */
import { createServer, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { decodeFrames, encodeFrame, type Bytes, type Frame } from "@recourse/sync/protocol";
import { listen } from "./listen.ts";
import { createMetrics } from "./metrics.ts";
import { attachSockets, LIMITS, type SocketLimits } from "./sockets.ts";
import { createMemoryStore } from "./store.ts";

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
let stop: () => Promise<void> = async () => undefined;
afterEach(() => stop());

const relay = async (limits: Partial<SocketLimits> = {}, proxies?: number) => {
  const server: Server = createServer();
  const metrics = createMetrics();
  const reported: unknown[] = [];
  const sockets = attachSockets(server, {
    store: createMemoryStore(random(16)),
    metrics,
    random,
    now: Date.now,
    report: (error) => reported.push(error),
    origins: () => ["http://case.test"],
    limits: { ...LIMITS, ...limits },
    ...(proxies === undefined ? {} : { proxies }),
  });
  const listening = await listen(server, { host: "127.0.0.1", port: 0 });
  if (!listening.ok) throw new Error("no port");
  stop = async () => {
    await sockets.close();
    server.close();
  };
  const count = (name: string): number =>
    Number(new RegExp(`^recourse_relay_${name} (\\d+)$`, "m").exec(metrics.text(sockets.counts()))?.[1]);
  return { port: listening.port, sockets, reported, count };
};

const connect = (
  port: number,
  { path = "/sync", origin }: { readonly path?: string; readonly origin?: string } = {},
) => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, origin === undefined ? {} : { origin });
  const heard: Frame[] = [];
  socket.on("message", (data: Buffer) => {
    const read = decodeFrames(data);
    if (read.ok) heard.push(...read.value);
  });
  const ended = new Promise<string>((answer) => {
    socket.on("error", (error) => answer(error.message));
    socket.on("close", (code) => answer(String(code)));
  });
  return { socket, heard, ended };
};
const until = async (done: () => boolean): Promise<void> => {
  for (const end = Date.now() + 5000; !done();) {
    if (Date.now() > end) throw new Error("waited in vain");
    await new Promise((go) => setTimeout(go, 2));
  }
};
const ping = (n: number): Bytes => encodeFrame({ is: "ping", token: new Uint8Array(8).fill(n) });

test("[RL3, FR1] a page of another origin, another path and too many of one address are refused before anything is said", async () => {
  const { port, count } = await relay({ perAddress: 1 });
  expect(await connect(port, { origin: "http://evil.test" }).ended).toContain("403");
  expect(await connect(port, { path: "/other" }).ended).toContain("404");
  const first = connect(port, { origin: "http://case.test" });
  await until(() => first.heard.length === 1);
  expect(first.heard[0]?.is).toBe("hello");
  expect(await connect(port).ended).toContain("429");
  first.socket.close();
  await until(() => count("connections") === 0);
  const next = connect(port);
  await until(() => next.heard.length === 1);
  expect(count("connections_refused_total")).toBe(3);
});

test("[RL3] who does not say who he is, or answers no ping, is let go", async () => {
  const quiet = await relay({ greeting: 30 });
  expect(await connect(quiet.port).ended).toBe("1006");
  await stop();
  const { port } = await relay({ ping: 30 });
  const { socket, ended } = connect(port);
  // Answers to pings are switched off: the far end has frozen.
  socket.on("open", () => socket.pause());
  await until(() => socket.isPaused);
  await new Promise((go) => setTimeout(go, 120));
  socket.resume();
  expect(await ended).toBe("1006");
});

test("[RL3] who talks too fast is heard more slowly, and completely", async () => {
  const { port } = await relay({ burst: 5, perSecond: 200 });
  const { socket, heard } = connect(port);
  await until(() => heard.length === 1);
  const began = Date.now();
  for (let n = 0; n < 45; n++) socket.send(ping(n));
  await until(() => heard.length === 46);
  // 5 at once, 40 at 200 a second.
  expect(Date.now() - began).toBeGreaterThan(150);
  expect(heard.slice(1).map((frame) => (frame.is === "pong" ? frame.token[0] : -1))).toEqual(
    Array.from({ length: 45 }, (_, n) => n),
  );
});

const seed = Number(process.env["SEED"] ?? 1);
test(`[S6] 300 connections that talk nonsense: no error but the ones meant for them, nothing left behind (seed ${seed})`, async () => {
  const { port, reported, count, sockets } = await relay({ burst: 10_000 });
  let state = seed;
  const dice = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  for (let n = 0; n < 300; n++) {
    const { socket, heard, ended } = connect(port);
    await until(() => heard.length === 1);
    const [hello] = heard;
    if (hello?.is === "hello" && dice(2) === 0) socket.send(encodeFrame({ ...hello, node: random(16) }));
    for (let m = dice(4); m >= 0; m--) {
      const length = dice(60);
      socket.send(Uint8Array.of(1 + dice(18), length, ...Array.from({ length: length + dice(2) }, () => dice(256))));
    }
    if (dice(3) === 0) socket.terminate();
    else socket.close();
    await ended;
  }
  await until(() => count("connections") === 0);
  expect([reported, sockets.counts().cases]).toEqual([[], 0]);
}, 60_000);

test("[RL3] behind a proxy that is trusted each visitor has limits of his own; by default all share the proxy's, whatever a page says", async () => {
  const told = async (proxies: number): Promise<readonly string[]> => {
    const { port } = await relay({ perAddress: 1 }, proxies);
    const come = async (forwarded: string): Promise<string> => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/sync`, { headers: { "X-Forwarded-For": forwarded } });
      return new Promise((answer) => {
        socket.on("message", () => answer("in"));
        socket.on("error", (error) => answer(error.message.includes("429") ? "too many" : error.message));
      });
    };
    const said = [
      await come("203.0.113.7"),
      await come("203.0.113.8"),
      // What mallory writes herself stands before what the proxy writes.
      await come("198.51.100.1, 203.0.113.8"),
    ];
    await stop();
    return said;
  };
  expect(await told(1)).toEqual(["in", "in", "too many"]);
  expect(await told(0)).toEqual(["in", "too many", "too many"]);
});
