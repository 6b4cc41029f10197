/**
 * The built app, served by the real relay, in a real Chromium: what journeys, screenshots and benches drive. Effects: processes, browser.
 *
 * 1. The relay is the real process; its address is read from its last line.
 * 2. Every page fails loudly: CSP violations and page errors are collected, so a journey can assert that there were none.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import { findChromium } from "./browser.ts";
import { root } from "./workspace.ts";

export interface Served {
  readonly address: string;
  /** Folder of the relay's store. */
  readonly data: string;
  /** What it printed so far. */
  readonly printed: () => string;
  /** Ends the relay; its store stays, so that it can go on. */
  readonly pause: () => Promise<void>;
  /** Ends it and removes its store. */
  readonly stop: () => Promise<void>;
}

/** Where a relay goes on that was paused: the same port and store. */
export type ServedAgain = Pick<Served, "address" | "data">;

/** Starts the relay on a free port with a store of its own, or where one paused. Errors: throws with what it printed when it does not come up in 30 s. */
export async function serve(again?: ServedAgain): Promise<Served> {
  const data = again?.data ?? (await mkdtemp(join(tmpdir(), "recourse-relay-")));
  const port = again === undefined ? "0" : new URL(again.address).port;
  let all = "";
  const child = spawn(
    process.execPath,
    ["apps/relay/src/main.ts", "--port", port, "--data", join(data, "relay.sqlite")],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const address = await new Promise<string>((found, failed) => {
    let printed = "";
    const timer = setTimeout(() => failed(new Error(`the relay did not start: ${printed}`)), 30_000);
    const read = (chunk: Buffer): void => {
      printed += chunk.toString("utf8");
      all += chunk.toString("utf8");
      const url = /https?:\/\/\S+/.exec(printed)?.[0];
      if (url === undefined) return;
      clearTimeout(timer);
      found(url.replace(/\/$/, ""));
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.on("exit", (code) => failed(new Error(`the relay ended with ${code ?? "a signal"}: ${printed}`)));
  });
  return {
    address,
    data,
    printed: () => all,
    pause: () => ended(child),
    stop: async () => {
      await ended(child);
      await rm(data, { recursive: true, force: true });
    },
  };
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null) return done();
    child.on("exit", () => done());
    child.kill("SIGTERM");
  });

/** Chromium as every journey uses it: nothing but the page reaches for the network. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--no-first-run",
    ],
  });

export interface Watched {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Page errors and console errors so far, CSP violations among them. */
  readonly troubles: readonly string[];
}

/** A fresh profile with one page, its troubles written down. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1389, height: 868 },
    ...options,
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(`page error: ${error.message}`));
  page.on("console", (line) => {
    if (line.type() === "error" && !/ERR_INTERNET_DISCONNECTED/.test(line.text()))
      troubles.push(`console: ${line.text()}`);
  });
  return { context, page, troubles };
}
