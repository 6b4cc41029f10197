/**
 * The main job on a phone of 360 × 640, by touch alone, and what every screen must be like there.
 */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import { axeFindings, bringAxe } from "./axe-steps.ts";
import {
  addFiles,
  addPromise,
  answerNotice,
  button,
  captureClause,
  dialog,
  downloadBundle,
  letterState,
  named,
  newCase,
  openApp,
  openLetter,
  openPoints,
  paper,
  rewrite,
  saved,
  seen,
} from "./drive.ts";
import { guideCase, promise, samples, startClause } from "./guide-case.ts";
import { closeSheet, fingerAt, goByBar, lowerBar, misfitsOf, PHONE, smallTargets, type Finger } from "./phone-steps.ts";

let served: Served;
let browser: Browser;
let watched: Watched;
let hand: Finger;

beforeAll(async () => {
  served = await serve();
  browser = await launch();
  watched = await openPage(browser, PHONE);
  await bringAxe(watched.context);
  watched.page.setDefaultTimeout(10_000);
  hand = fingerAt(watched.page);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

/** What does not fit, by screen: all of it is shown at the end, not only the first. */
const misfits: Record<string, readonly string[]> = {};

/** Looks whether the screen is as every screen of a phone must be. */
async function look(screen: string): Promise<void> {
  const found = [
    ...(await misfitsOf(hand.page)),
    ...(await axeFindings(hand.page, "light")),
    ...(await axeFindings(hand.page, "dark")),
  ];
  if (found.length > 0) misfits[screen] = found;
}

describe("[A6] the main job at 360 × 640 by touch", () => {
  it("[A6] starts on Today, which says what to do", async () => {
    await openApp(hand, served.address);
    await seen(button(hand.page, named(hand, "screen.empty.new")));
    expect(new URL(hand.page.url()).hash).toBe("#/today");
    await look("Today");
  });

  it("[A6] a new case, told in the window that fills the lower part", async () => {
    await hand.press(button(hand.page, named(hand, "screen.empty.new")));
    await seen(dialog(hand, named(hand, "screen.empty.new")));
    await look("new case");
    await newCase(hand, guideCase);
    await answerNotice(hand, "L6.ask", "situation.own");
    await look("case");
  });

  it("[A6] bill, series, promise, clause and chat go in, and the table says what is open until nothing is", async () => {
    await addFiles(hand, [samples.alipay]);
    await addFiles(hand, [samples.followers]);
    expect(Object.keys(await openPoints(hand))).toEqual(["有这笔订单", "没按约定做", "该谁负责"]);
    await addPromise(hand, promise);
    await captureClause(hand, startClause);
    await addFiles(hand, [samples.qq]);
    expect(await openPoints(hand)).toEqual({});
    await seen(hand.page.getByText(named(hand, "chain.closed"), { exact: true }));
    await saved(hand);
    await look("case with its material");
  });

  it("[A6] the letter: an insult is found and mended by one tap", async () => {
    await openLetter(hand);
    await look("letter");
    await rewrite(hand, "服务尚未启动", "你们这个骗子平台，截至2024年5月2日 21:00尚未启动。");
    const card = paper(hand).locator("[data-finding^='W1.']");
    await seen(card);
    await look("letter with a finding");
    await hand.press(card.locator("[data-fix]").first());
    await card.waitFor({ state: "detached" });

    // Nothing that has to be changed: what is left is only advice.
    expect(await letterState(hand)).toContain(named(hand, "screen.letter.ready"));
  });

  it("[A6] the bundle is downloaded", async () => {
    const download = await downloadBundle(hand);
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
    await look("bundle");
  });

  it("[A6] every place is one or two taps away, and what is pulled up goes away again", async () => {
    for (const place of ["board", "inbox", "rules", "settings", "today"] as const) {
      await goByBar(hand, place);
      expect(new URL(hand.page.url()).hash).toBe(`#/${place}`);
      await look(place);
      // A risk that stays is said wherever the case is shown (L1).
      if (place === "board" || place === "today")
        await seen(hand.page.getByText(/这类订单可能要不回/).filter({ visible: true }));
    }
    await goByBar(hand, "cases");
    await closeSheet(hand);
    expect(await smallTargets(hand.page, "nav[data-part=activity]")).toEqual([]);
    await seen(lowerBar(hand));
  });

  it("[A6] every screen fits: no way sideways, no target smaller than a finger, nothing behind the bar, nothing for axe", () => {
    expect(misfits).toEqual({});
  });

  it("[A6] nothing that was pressed was smaller than a finger, and the page had no trouble", () => {
    expect(hand.tooSmall).toEqual([]);
    expect(watched.troubles).toEqual([]);
  });
});
