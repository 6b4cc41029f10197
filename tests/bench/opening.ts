/** G6: opening a case from this device's storage in a real Chromium at 4 × CPU slowdown, beside nested maps, plain values and JSON. */
import type { Browser } from "playwright-core";
import { emptyPage, handOver, inPage, slowed } from "./browser.ts";
import { bound, figure, gate, interleaved, ratio, type GoalResult } from "./figures.ts";
import type { Anchor } from "./in-page.ts";
import { caseFileOf, expected } from "./workload.ts";

const sizes = { small: [500, 2_000], large: [10_000, 20_000] } as const;
const anchors: readonly (readonly [Anchor, string])[] = [
  ["nested", "nested Y.Maps"],
  ["plain", "plain values in a Y.Map"],
  ["json", "JSON.parse"],
];

export async function opening(browser: Browser, code: string): Promise<readonly GoalResult[]> {
  const served = await emptyPage();
  const context = await browser.newContext();
  try {
    const filling = await context.newPage();
    await filling.goto(served.url);
    await handOver(filling, code);
    for (const [size, [exhibits, notes]] of Object.entries(sizes)) {
      await inPage(filling, "seedCase", `ours-${size}`, exhibits, notes);
      for (const [kind] of anchors) await inPage(filling, "seedAnchor", kind, `${kind}-${size}`, exhibits, notes);
    }
    await filling.close();

    const opened = (size: keyof typeof sizes, kind: Anchor | "ours") => async (): Promise<number> => {
      const page = await context.newPage();
      await page.goto(served.url);
      await handOver(page, code);
      await slowed(context, page);
      const name = `${kind}-${size}`;
      const { ms, found } = await (kind === "ours"
        ? inPage(page, "openOurs", name)
        : inPage(page, "openAnchor", kind, name));
      const [exhibits, notes] = sizes[size];
      gate(`G6 ${name}`, found, expected(caseFileOf(exhibits, notes)));
      await page.close();
      return ms;
    };
    const both = async (size: keyof typeof sizes): Promise<readonly ReturnType<typeof figure>[]> =>
      interleaved("ms", [
        { name: "whole document open", run: opened(size, "ours") },
        ...anchors.map(([kind, name]) => ({ name, run: opened(size, kind) })),
      ]);
    const [small = figure("", "", []), ...besideSmall] = await both("small");
    const [large = small, nested = small, ...besideLarge] = await both("large");
    return [
      bound(
        {
          id: "G6.open",
          what: "500 exhibits + 2,000 notes, whole document, 4 × slower CPU",
          goal: "≤ 100 ms (first rows)",
          most: 100,
        },
        small,
        besideSmall,
      ),
      ratio(
        {
          id: "G6.large",
          what: "10,000 exhibits + 20,000 notes, whole document, 4 × slower CPU",
          goal: "≤ 0.25 × nested Y.Maps",
          most: 0.25,
        },
        large,
        nested,
        besideLarge,
      ),
    ];
  } finally {
    await context.close();
    await served.close();
  }
}
