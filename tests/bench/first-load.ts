/** G12: the first load of the built app on a slow phone and line, and the reload without any line. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { slowed } from "./browser.ts";
import { bound, figure, gate, ROUNDS, type GoalResult } from "./figures.ts";

/** Source: 7-quality, G12. Units: bytes per second, milliseconds. */
const LINE = { downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150 };
const PHONE = { width: 412, height: 823 };
/** Long enough after the last paint that no larger one follows. Units: milliseconds. */
const QUIET = 2_500;
/** Below this nothing is gained by compressing. Units: bytes. */
const SMALL = 1_500;

interface Seen {
  /** Units: milliseconds after the navigation began. */
  readonly lcp: number;
  readonly fcp: number;
  readonly cls: number;
  /** When the screen had something to press. */
  readonly usable: number;
  /** Scripts that had arrived by then. Units: bytes as sent, without headers. */
  readonly scripts: number;
  readonly files: number;
}

/** Watches from the first moment of every page. */
const watch = (): void => {
  const seen = { lcp: 0, fcp: 0, cls: 0, usable: 0 };
  Object.assign(globalThis, { seen });
  const observe = (type: string, each: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  observe("largest-contentful-paint", (entry) => (seen.lcp = entry.startTime));
  observe("paint", (entry) => (seen.fcp = entry.name === "first-contentful-paint" ? entry.startTime : seen.fcp));
  observe("layout-shift", (entry) => {
    const shift: { readonly value?: number; readonly hadRecentInput?: boolean } = entry.toJSON();
    seen.cls += shift.hadRecentInput === true ? 0 : (shift.value ?? 0);
  });
  const look = (): void => {
    if (document.querySelector("#app main button") === null) requestAnimationFrame(look);
    else requestAnimationFrame(() => (seen.usable = performance.now()));
  };
  look();
};

const read = (page: Page): Promise<Seen> =>
  page.evaluate((): Seen => {
    const seen: { lcp: number; fcp: number; cls: number; usable: number } = Reflect.get(globalThis, "seen");
    const scripts = performance
      .getEntriesByType("resource")
      .filter((entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming)
      .filter((entry) => new URL(entry.name).pathname.endsWith(".js") && entry.responseEnd <= seen.usable);
    return { ...seen, scripts: scripts.reduce((sum, entry) => sum + entry.encodedBodySize, 0), files: scripts.length };
  });

/** When the service worker says it has every file of the build. */
const readyOffline = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    await new Promise<void>((resolve) => {
      const ask = (): void => active?.postMessage("ready?");
      const timer = setInterval(ask, 200);
      navigator.serviceWorker.addEventListener("message", ({ data }) => {
        if (data?.ready !== true) return;
        clearInterval(timer);
        resolve();
      });
      navigator.serviceWorker.startMessages();
      ask();
    });
  });

async function once(context: BrowserContext, url: string): Promise<{ readonly first: Seen; readonly offline: Seen }> {
  const page = await context.newPage();
  await page.addInitScript(watch);
  const session = await slowed(context, page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, ...LINE });
  const encodings = new Set<string>();
  page.on("response", (response) => {
    const { "content-encoding": encoding = "none", "content-length": length } = response.headers();
    const small = encoding === "none" && Number(length ?? 0) < SMALL;
    if (new URL(response.url()).pathname.endsWith(".js") && !small) encodings.add(encoding);
  });
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(QUIET);
  const first = await read(page);
  gate("G12 scripts are sent with brotli", [...encodings], ["br"]);
  gate("G12 a screen was drawn", [first.lcp > 0, first.usable > 0, first.files > 0], [true, true, true]);
  await readyOffline(page);
  await session.send("Network.emulateNetworkConditions", {
    offline: true,
    downloadThroughput: 0,
    uploadThroughput: 0,
    latency: 0,
  });
  await context.setOffline(true);
  await page.reload({ waitUntil: "load" });
  await page.waitForTimeout(QUIET);
  const offline = await read(page);
  gate("G12 a screen was drawn without a line", [offline.lcp > 0, offline.usable > 0], [true, true]);
  await page.close();
  return { first, offline };
}

export async function firstLoad(browser: Browser, url: string): Promise<readonly GoalResult[]> {
  const rounds: { readonly first: Seen; readonly offline: Seen }[] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    const context = await browser.newContext({
      viewport: PHONE,
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
      locale: "zh-CN",
    });
    try {
      rounds.push(await once(context, url));
    } finally {
      await context.close();
    }
  }
  const of = (
    name: string,
    unit: string,
    pick: (round: (typeof rounds)[number]) => number,
  ): ReturnType<typeof figure> => figure(name, unit, rounds.map(pick));
  const slow = "4 × slower CPU, 1.6 Mbit/s, 150 ms";
  return [
    bound(
      { id: "G12.js", what: "brotli JS before the first usable screen", goal: "≤ 75 KB", most: 75 },
      of("JS before something can be pressed", "KB", (r) => r.first.scripts / 1000),
      [of("files", "", (r) => r.first.files)],
    ),
    bound(
      { id: "G12.lcp", what: `first load, ${slow}`, goal: "LCP ≤ 1.5 s", most: 1500 },
      of("LCP", "ms", (r) => r.first.lcp),
      [of("FCP", "ms", (r) => r.first.fcp), of("something can be pressed", "ms", (r) => r.first.usable)],
    ),
    bound(
      { id: "G12.cls", what: `layout shift of the first load, ${slow}`, goal: "CLS 0", most: 0 },
      of("CLS", "", (r) => r.first.cls),
    ),
    bound(
      { id: "G12.offline", what: "reload without a line, 4 × slower CPU", goal: "≤ 400 ms", most: 400 },
      of("LCP", "ms", (r) => r.offline.lcp),
      [of("FCP", "ms", (r) => r.offline.fcp), of("something can be pressed", "ms", (r) => r.offline.usable)],
    ),
  ];
}
