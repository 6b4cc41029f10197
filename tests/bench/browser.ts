/**
 * A real Chromium for the benchmarks: slowed down, with the bench's own code in its pages, and the built app behind the real relay. Effects: processes, sockets.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:http";
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from "playwright-core";
import { build } from "vite";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { findChromium, NO_BROWSER } from "../../scripts/browser.ts";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { root } from "../../scripts/workspace.ts";
import type { Bench } from "./in-page.ts";

/** Source: 7-quality, G6 and G12. */
export const SLOWDOWN = 4;

export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(NO_BROWSER);
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
}

/** The bench's own code as one script. */
export async function bundle(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "silent",
    root: import.meta.dirname,
    resolve: { dedupe: ["yjs"] },
    build: {
      write: false,
      lib: { entry: "in-page.ts", formats: ["iife"], name: "recourseBench", fileName: "bench" },
      minify: true,
      target: "es2023",
    },
  });
  const outputs = Array.isArray(made) ? made.flatMap((each) => each.output) : "output" in made ? made.output : [];
  const code = outputs.flatMap((each) => (each.type === "chunk" ? [each.code] : []))[0];
  if (code === undefined) throw new Error("the bench's script was not built");
  return `${code};globalThis.bench=recourseBench.bench;`;
}

/** Evaluated through the debugger, so the app's own policy need not allow it. */
export async function handOver(page: Page, code: string): Promise<void> {
  await page.evaluate(code);
}

/** Calls a function of the bench in the page. */
export const inPage = <K extends keyof Bench>(
  page: Page,
  name: K,
  ...args: Parameters<Bench[K]>
): Promise<Awaited<ReturnType<Bench[K]>>> => page.evaluate(`bench.${name}(...${JSON.stringify(args)})`);

export async function slowed(context: BrowserContext, page: Page, rate = SLOWDOWN): Promise<CDPSession> {
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  return session;
}

export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** One empty page. */
export async function emptyPage(): Promise<Served> {
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end("<!doctype html><title>bench</title>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  const port = typeof at === "object" && at !== null ? at.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The relay with the built app. Errors: rejects with what it printed when it does not start. */
export async function startRelay(): Promise<Served> {
  const relay: ChildProcess = spawn(process.execPath, ["apps/relay/src/main.ts", "--port", "0"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    const hear = (part: Buffer): void => {
      said += part.toString();
      const found = /^http:\/\/\S+$/m.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    };
    relay.stdout?.on("data", hear);
    relay.stderr?.on("data", hear);
    relay.on("exit", () => reject(new Error(`the relay did not start: ${said}`)));
  });
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        relay.once("exit", () => resolve());
        relay.kill("SIGTERM");
      }),
  };
}
