/**
 * The main job at a desk by the keyboard alone: no mouse is touched, the focus is never lost, and it can always be seen.
 */
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import {
  addFiles,
  addPromise,
  answerNotice,
  button,
  captureClause,
  dialog,
  gone,
  named,
  newCase,
  openApp,
  openLetter,
  openPoints,
  paper,
  rewrite,
  saved,
  seen,
  sentence,
} from "./drive.ts";
import { guideCase, promise, samples, startClause } from "./guide-case.ts";
import { keysAt, type Keys } from "./keyboard-steps.ts";

let served: Served;
let browser: Browser;
let watched: Watched;
let hand: Keys;

beforeAll(async () => {
  served = await serve();
  browser = await launch();
  watched = await openPage(browser);
  watched.page.setDefaultTimeout(10_000);
  hand = keysAt(watched.page);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const box = (): Locator => hand.page.getByRole("combobox", { name: "快速打开", exact: true });
/** What has the focus, in a form that can be compared. */
const focused = (): Promise<string> =>
  hand.page.evaluate(() => {
    const e = document.activeElement;
    return e === null
      ? ""
      : `${e.localName} ${e.id} ${e.getAttribute("aria-label") ?? e.textContent?.trim().slice(0, 30) ?? ""}`;
  });

/** Runs a command by its words, as a person does who forgot where the button is. */
async function byPalette(words: string): Promise<void> {
  await hand.key("F1");
  await seen(box());
  await hand.page.keyboard.type(words);
  await seen(hand.page.getByRole("option", { name: words }).first());
  await hand.key("Enter");
  await gone(box());
}

describe("[A6] the main job by the keyboard alone", () => {
  it("[A6] a new case from the palette; the window takes the focus", async () => {
    await openApp(hand, served.address);
    await seen(button(hand.page, named(hand, "screen.empty.new")).first());
    await byPalette(named(hand, "screen.empty.new"));
    await seen(dialog(hand, named(hand, "screen.empty.new")));
    await newCase(hand, guideCase);
    await answerNotice(hand, "L6.ask", "situation.own");
  });

  it("[A6] F1 and Mod+K open the commands, Mod+P the quick box; Escape returns to the very place", async () => {
    await hand.reach(button(hand.page, named(hand, "screen.case.more")));
    const before = await focused();
    for (const chord of ["F1", "Control+K", "Control+P"]) {
      await hand.key(chord);
      await seen(box());
      await hand.page.keyboard.type("看");
      await hand.key("Escape");
      await gone(box());
      expect([chord, await focused()]).toEqual([chord, before]);
    }
  });

  it("[A6] bill, series, promise, clause and chat go in; the table says what is open until nothing is", async () => {
    await addFiles(hand, [samples.alipay]);
    await addFiles(hand, [samples.followers]);
    await addPromise(hand, promise);
    await captureClause(hand, startClause);
    await addFiles(hand, [samples.qq]);
    expect(await openPoints(hand)).toEqual({});
    await saved(hand);
  });

  it("[A6] a window that is left by Escape gives the focus back to what opened it", async () => {
    const opener = button(hand.page, named(hand, "screen.case.capture_clause")).first();
    await hand.press(opener);
    const form = await seen(dialog(hand, named(hand, "screen.form.title.clause")));
    await hand.key("Escape");
    await gone(form);
    expect(await opener.evaluate((e) => e === document.activeElement)).toBe(true);
  });

  it("[A6] the letter: from sentence to sentence by arrows, an insult is mended by the key of the first way out", async () => {
    await openLetter(hand);
    await rewrite(hand, "服务尚未启动", "你们这个骗子平台，截至2024年5月2日 21:00尚未启动。");
    const card = paper(hand).locator("[data-finding^='W1.']");
    await seen(card);
    const words = sentence(hand, "骗子").locator("[data-sentence-text]");
    await hand.reach(words);
    await hand.key("Control+.");
    expect(
      await card
        .locator("[data-fix]")
        .first()
        .evaluate((e) => e === document.activeElement),
    ).toBe(true);
    await hand.key("Enter");
    await gone(card);
  });

  it("[A6] the bundle is packed and comes as a download", async () => {
    await byPalette(named(hand, "screen.bundle.make"));
    const start = button(hand.page, named(hand, "screen.bundle.start"));
    const [download] = await Promise.all([hand.page.waitForEvent("download"), hand.press(start)]);
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
  });

  it("[A6] F6 goes round the regions, and quick open finds the case again", async () => {
    await hand.key("F6");
    await hand.key("F6");
    await hand.key("Control+P");
    await hand.page.keyboard.type(guideCase.title);
    await seen(hand.page.getByRole("option", { name: new RegExp(`^${guideCase.title}`) }).first());
    await hand.key("Enter");
    await seen(hand.page.getByRole("heading", { level: 1, name: guideCase.title, exact: true }));
  });

  it("[A6] the focus was never lost and always seen, and the page had no trouble", () => {
    expect(hand.lost).toEqual([]);
    expect(hand.unseen).toEqual([]);
    expect(watched.troubles).toEqual([]);
  });
});
