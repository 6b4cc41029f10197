/** G8: edits without a network until they are durable, and what that costs the page's main thread, in a real Chromium beside y-indexeddb. */
import type { Browser } from "playwright-core";
import { emptyPage, handOver, inPage } from "./browser.ts";
import { bound, figure, gate, ratio, ROUNDS, type GoalResult } from "./figures.ts";

const EDITS = 5000;

interface Round {
  readonly ms: number;
  /** Units: ms the main thread was busy. */
  readonly busy: number;
}

export async function offlineEdits(browser: Browser, code: string): Promise<readonly GoalResult[]> {
  const served = await emptyPage();
  const context = await browser.newContext();
  try {
    let databases = 0;
    const inNewPage = async <T>(
      work: (page: Awaited<ReturnType<typeof context.newPage>>) => Promise<T>,
    ): Promise<T> => {
      const page = await context.newPage();
      await page.goto(served.url);
      await handOver(page, code);
      const answer = await work(page);
      await page.close();
      return answer;
    };
    const round = (kind: "offlineOwn" | "offlineYIndexedDb"): Promise<Round> =>
      inNewPage(async (page) => {
        const session = await context.newCDPSession(page);
        await session.send("Performance.enable");
        const busyNow = async (): Promise<number> => {
          const { metrics } = await session.send("Performance.getMetrics");
          return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
        };
        const before = await busyNow();
        const { ms, last, edits } = await inPage(page, kind, `offline-${++databases}`, EDITS);
        const busy = (await busyNow()) - before;
        gate(`G8 ${kind}`, [edits, last.startsWith(`第 ${EDITS} 次修改`)], [EDITS, true]);
        return { ms, busy };
      });
    const own: Round[] = [];
    const theirs: Round[] = [];
    const windows: number[] = [];
    for (let n = 0; n < ROUNDS; n++) {
      own.push(await round("offlineOwn"));
      theirs.push(await round("offlineYIndexedDb"));
      const sorted = await inNewPage((page) => inPage(page, "lossWindow", `offline-${++databases}`, 100));
      windows.push(sorted[98] ?? Number.NaN);
    }
    const of = (name: string, rounds: readonly Round[], key: keyof Round) =>
      figure(
        name,
        "ms",
        rounds.map((each) => each[key]),
      );
    return [
      ratio(
        { id: "G8.durable", what: `${EDITS} offline edits until durable`, goal: "≤ 0.1 × y-indexeddb", most: 0.1 },
        of("own store", own, "ms"),
        of("y-indexeddb", theirs, "ms"),
      ),
      ratio(
        {
          id: "G8.main",
          what: `${EDITS} offline edits, main thread busy, opening and reading back included`,
          goal: "≤ 0.4 × y-indexeddb",
          most: 0.4,
        },
        of("own store", own, "busy"),
        of("y-indexeddb", theirs, "busy"),
      ),
      bound(
        { id: "G8.window", what: "one edit until it is durable, 99 of 100", goal: "≤ 50 ms", most: 50 },
        figure("own store", "ms", windows),
      ),
    ];
  } finally {
    await context.close();
    await served.close();
  }
}
