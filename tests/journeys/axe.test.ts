/**
 * axe finds nothing on any screen, in light, dark and high contrast, in both languages.
 */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served } from "../../scripts/served-app.ts";
import { axeFindings, bringAxe, type Theme } from "./axe-steps.ts";
import { handAt, type Lang } from "./drive.ts";
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
  lang: Lang,
  themes: readonly Theme[],
): Promise<{ readonly screens: number; readonly found: Readonly<Record<string, readonly string[]>> }> {
  const { context, page, troubles } = await openPage(browser, { locale: lang });
  page.setDefaultTimeout(15_000);
  await bringAxe(context);
  const found: Record<string, readonly string[]> = {};
  let screens = 0;
  await walkScreens(handAt(page, { lang }), served.address, async (screen) => {
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

describe("[A6] axe finds nothing", () => {
  it("[A6] in Chinese, on every screen, in light, dark and high contrast", async () => {
    const { screens, found } = await findings("zh-CN", ["light", "dark", "contrast"]);
    expect(found).toEqual({});
    expect(screens).toBeGreaterThan(30);
  });

  it("[A6] in English, on every screen", async () => {
    expect((await findings("en", ["light"])).found).toEqual({});
  });
});
