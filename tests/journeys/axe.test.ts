/**
 * axe finds nothing on any screen, in light, dark and high contrast, in both languages.
 */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served } from "../../scripts/served-app.ts";
import { axeFindings, bringAxe, type Theme } from "./axe-steps.ts";
import { handAt, type Lang } from "./drive.ts";
import { walkRounds } from "./screens-rounds.ts";
import { walkScreens } from "./screens.ts";

let served: Served;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([serve(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

/** Everything axe finds on every screen, by screen and appearance; and how many screens were looked at. */
async function findings(
  walk: typeof walkScreens,
  lang: Lang,
  themes: readonly Theme[],
): Promise<{ readonly screens: number; readonly found: Readonly<Record<string, readonly string[]>> }> {
  const { context, page, troubles } = await openPage(browser, { locale: lang });
  page.setDefaultTimeout(15_000);
  await bringAxe(context);
  const found: Record<string, readonly string[]> = {};
  let screens = 0;
  await walk(handAt(page, { lang }), served.address, async (screen) => {
    screens += 1;
    for (const theme of themes) {
      const violations = await axeFindings(page, theme);
      if (violations.length > 0) found[`${screen} · ${theme}`] = violations;
    }
  });
  expect(troubles).toEqual([]);
  await context.close();
  return { screens, found };
}

describe.each([
  ["up to the first answer", walkScreens, 30],
  ["of the later rounds", walkRounds, 18],
] as const)("[A6] axe finds nothing on the screens %s", (_, walk, many) => {
  it("[A6] in Chinese, in light, dark and high contrast", async () => {
    const { screens, found } = await findings(walk, "zh-CN", ["light", "dark", "contrast"]);
    expect(found).toEqual({});
    expect(screens).toBeGreaterThan(many);
  });

  it("[A6] in English", async () => {
    expect((await findings(walk, "en", ["light"])).found).toEqual({});
  });
});
