/** G6 and G14 in the app itself: from the press to the first rows of a large case, and a board of 5,000 rows. */
import type { Browser, Page } from "playwright-core";
import { handOver, inPage, slowed } from "./browser.ts";
import { bound, figure, gate, ROUNDS, type Figure, type GoalResult } from "./figures.ts";

const CASE = { exhibits: 500, notes: 2_000 } as const;
const ROWS = 5_000;
/** Any of the case's files; a name of `exhibitName`. */
const FILE = "材料-\\d{5}\\.png";

/** Goes to an address inside the app and answers the milliseconds until the words are drawn. */
const drawn = (page: Page, hash: string, words: string): Promise<number> =>
  page.evaluate(
    async ([to, pattern]) => {
      const wanted = new RegExp(pattern);
      const before = performance.now();
      location.hash = to;
      await new Promise<void>((resolve) => {
        const look = (): void => {
          if (wanted.test(document.querySelector("#app")?.textContent ?? "")) requestAnimationFrame(() => resolve());
          else requestAnimationFrame(look);
        };
        look();
      });
      return performance.now() - before;
    },
    [hash, words] as const,
  );

/** Milliseconds from the navigation until the words are drawn. */
const drawnSince = (page: Page, words: string): Promise<number> =>
  page.evaluate(async (pattern) => {
    const wanted = new RegExp(pattern);
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (wanted.test(document.querySelector("#app")?.textContent ?? "")) requestAnimationFrame(() => resolve());
        else requestAnimationFrame(look);
      };
      look();
    });
    return performance.now();
  }, words);

/** A page of the app's origin that is not the app. */
async function filled(
  browser: Browser,
  url: string,
  code: string,
  fill: (page: Page) => Promise<void>,
): Promise<Awaited<ReturnType<Browser["newContext"]>>> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(`${url}healthz`);
  await handOver(page, code);
  await fill(page);
  await page.close();
  return context;
}

export async function firstRows(browser: Browser, url: string, code: string): Promise<readonly GoalResult[]> {
  let caseId = "";
  const context = await filled(browser, url, code, async (page) => {
    caseId = await inPage(page, "seedApp", CASE.exhibits, CASE.notes);
  });
  try {
    const [pressed, booted]: [number[], number[]] = [[], []];
    for (let n = 0; n < ROUNDS; n += 1) {
      const page = await context.newPage();
      // The app would open again what was open: the case is to be opened by the press.
      await page.goto(`${url}healthz`);
      await page.evaluate(() => localStorage.removeItem("recourse.layout"));
      await page.goto(`${url}#/board`);
      await page.waitForFunction(() => /第 0 件|大案件/.test(document.querySelector("#app")?.textContent ?? ""));
      await page.waitForTimeout(1_500);
      await slowed(context, page);
      pressed.push(await drawn(page, `#/case/${caseId}`, FILE));
      gate(
        "G6 the app shows the case",
        await page.evaluate(() => (document.querySelector("#app")?.textContent ?? "").includes("大案件")),
        true,
      );
      await page.close();
      const cold = await context.newPage();
      await slowed(context, cold);
      await cold.goto(`${url}#/case/${caseId}`, { waitUntil: "commit" });
      booted.push(await drawnSince(cold, FILE));
      await cold.close();
    }
    return [
      bound(
        {
          id: "G6.rows",
          what: "500 exhibits + 2,000 notes, from the press to the first rows, 4 × slower CPU",
          goal: "≤ 100 ms",
          most: 100,
        },
        figure("first rows in the app", "ms", pressed),
        [figure("first rows after a cold start of the app", "ms", booted)],
      ),
    ];
  } finally {
    await context.close();
  }
}

export async function largeBoard(browser: Browser, url: string, code: string): Promise<readonly GoalResult[]> {
  const context = await filled(browser, url, code, async (page) => {
    gate("G14 rows", await inPage(page, "seedBoard", ROWS), ROWS);
  });
  try {
    const [both, index, switched, booted]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let n = 0; n < ROUNDS; n += 1) {
      const reader = await context.newPage();
      await reader.goto(`${url}healthz`);
      await handOver(reader, code);
      const read = await inPage(reader, "readBoard");
      gate("G14 rows read", read.rows, ROWS);
      await reader.close();
      const page = await context.newPage();
      await page.goto(`${url}#/settings`);
      await page.waitForTimeout(2_500);
      const shown = await drawn(page, "#/board", "第 \\d+ 件");
      // The gate, outside of the time: it throws where the board never counts them all.
      await page.waitForFunction(() => /5,?000/.test(document.querySelector("#app")?.textContent ?? ""));
      await page.close();
      const cold = await context.newPage();
      await cold.goto(`${url}#/board`, { waitUntil: "commit" });
      booted.push(await drawnSince(cold, "第 \\d+ 件"));
      await cold.close();
      index.push(read.ms);
      switched.push(shown);
      both.push(read.ms + shown);
    }
    const beside: readonly Figure[] = [
      figure("index read", "ms", index),
      figure("board drawn", "ms", switched),
      figure("cold start of the app to the first cards", "ms", booted),
    ];
    return [
      bound(
        { id: "G14.board", what: "board of 5,000 rows: read from the index and drawn", goal: "≤ 300 ms", most: 300 },
        figure("read and drawn", "ms", both),
        beside,
      ),
    ];
  } finally {
    await context.close();
  }
}
