/**
 * Discreet mode: no amount and no telling name on the screen, and a cover over everything until somebody presses.
 */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import { axeFindings, bringAxe } from "./axe-steps.ts";
import { told } from "./board-cases.ts";
import { lane, takeCases } from "./board-steps.ts";
import { goTo, gone, handAt, named, seen, type Hand } from "./drive.ts";

describe("[P3] discreet mode", () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  let hand: Hand;

  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), launch()]);
    watched = await openPage(browser, { viewport: { width: 1280, height: 800 } });
    await bringAxe(watched.context);
    watched.page.setDefaultTimeout(10_000);
    hand = handAt(watched.page);
    await takeCases(hand, served.address, 2);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  const amounts = (): Promise<readonly string[]> =>
    hand.page
      .getByText(/¥\s?\d/)
      .filter({ visible: true })
      .allInnerTexts();
  const cover = (): ReturnType<Hand["page"]["locator"]> => hand.page.locator("[data-covered]");
  const toggle = async (): Promise<void> => {
    await goTo(hand, "settings");
    await hand.press(hand.page.getByRole("checkbox", { name: named(hand, "screen.discreet.on") }));
  };

  it("[P3] amounts go from board, Today and the head of a case, and the title of the tab tells nothing", async () => {
    const { page } = hand;
    await toggle();
    await goTo(hand, "board");
    await seen(lane(hand, told.asked.title));
    expect(await amounts()).toEqual([]);
    expect(await page.title()).not.toMatch(/追索|看板/);
    await goTo(hand, "today");
    await seen(page.locator("[data-card]").filter({ visible: true }));
    expect(await amounts()).toEqual([]);
    await hand.press(page.locator("[data-card]").filter({ visible: true }).first());
    const heading = page.getByRole("heading", { level: 1, name: told.fresh.title, exact: true });
    await seen(heading);
    expect(await heading.locator("xpath=ancestor::header[1]").innerText()).not.toMatch(/¥\s?\d/);
  });

  it("[P3] the key covers everything, also over an open window; a reload keeps it covered; a press uncovers", async () => {
    const { page } = hand;
    await page.keyboard.press("F1");
    await seen(page.getByRole("combobox", { name: "快速打开", exact: true }));
    await page.keyboard.press("Alt+l");
    await seen(cover());
    const box = await cover().boundingBox();
    expect([box?.x, box?.y, box?.width, box?.height]).toEqual([0, 0, 1280, 800]);
    for (const theme of ["light", "dark", "contrast"] as const) expect(await axeFindings(page, theme)).toEqual([]);
    await page.reload();
    await seen(cover());
    await page.keyboard.press("Enter");
    await gone(cover());
    await seen(page.getByRole("heading", { level: 1, name: told.fresh.title, exact: true }));
  });

  it("[P3] switched off, amounts are back", async () => {
    await toggle();
    await goTo(hand, "board");
    await expect.poll(async () => (await amounts()).length).toBeGreaterThan(0);
    expect(watched.troubles).toEqual([]);
  });
});
