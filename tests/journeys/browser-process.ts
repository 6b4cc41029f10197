/**
 * A Chromium of our own that can be killed without a warning and started again on the same profile. Effects: processes, folders.
 *
 * 1. It is started here, in a process group of its own: only this group is ever killed.
 * 2. Killed is killed: SIGKILL to browser, renderers and helpers at once, as a flat battery or the system out of memory does.
 */
import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "playwright-core";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { findChromium, NO_BROWSER } from "../../scripts/browser.ts";

export interface OwnBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Ends it at once, with nothing saved, closed or said. */
  readonly kill: () => Promise<void>;
  /** Closes it as a person does; ends when its process has gone. */
  readonly close: () => Promise<void>;
}

/** Starts Chromium on a profile. Errors: throws with what it printed when it does not come up in half a minute. */
export async function startOn(profile: string): Promise<OwnBrowser> {
  const program = findChromium();
  if (program === undefined) throw new Error(NO_BROWSER);
  // What a killed browser leaves behind to keep a second one off its profile.
  for (const lock of ["SingletonLock", "SingletonCookie", "SingletonSocket"])
    await rm(join(profile, lock), { force: true });
  const child = spawn(
    program,
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--no-first-run",
      "--lang=zh-CN",
      "--accept-lang=zh-CN",
      "--window-size=1389,868",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "pipe"], detached: true },
  );
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const address = await new Promise<string>((found, failed) => {
    let printed = "";
    const timer = setTimeout(() => failed(new Error(`Chromium did not start: ${printed}`)), 30_000);
    child.stderr.on("data", (chunk: Buffer) => {
      printed += chunk.toString("utf8");
      const url = /DevTools listening on (ws:\S+)/.exec(printed)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      found(url);
    });
    child.once("exit", (code) => failed(new Error(`Chromium ended with ${code ?? "a signal"}: ${printed}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error("Chromium has no context");
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    context,
    page,
    kill: async () => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, "SIGKILL");
      await ended;
      await browser.close().catch(() => undefined);
    },
    close: async () => {
      const session = await browser.newBrowserCDPSession();
      // The answer may not come any more.
      await session.send("Browser.close").catch(() => undefined);
      await ended;
      await browser.close().catch(() => undefined);
    },
  };
}
