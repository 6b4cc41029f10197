/**
 * The sample case of a membership, opened and read without a network: no notice of another category, and law word for word.
 */
import { loadTexts } from "@recourse/pack-cn";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import {
  button,
  goTo,
  handAt,
  offlineReady,
  openApp,
  openLetter,
  section,
  seen,
  sentPaper,
  switchLanguage,
  textsOf,
  type Hand,
} from "./drive.ts";

const bare = (text: string): string => text.replace(/\s+/g, "");

describe("[A5] a membership, opened as a sample", () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  let hand: Hand;

  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), launch()]);
    watched = await openPage(browser);
    watched.page.setDefaultTimeout(20_000);
    hand = handAt(watched.page);
    await openApp(hand, served.address);
    await offlineReady(hand);
    await served.stop();
    await watched.context.setOffline(true);
  });
  afterAll(() => browser.close());

  /** What the notices of `engagement` and their short forms have in common. */
  const warned = (): Promise<number> =>
    hand.page
      .getByText(
        /这类订单可能要不回|刷量|可能被平台处理|双方都可能被认为有过错|may not be refundable|fake engagement|may be sanctioned|may be held at fault/,
      )
      .filter({ visible: true })
      .count();

  it("[A5] none of the notices of engagement on the case, Today, the board and the letter; no follower chart", async () => {
    await hand.press(button(hand.page, "看示例"));
    await seen(section(hand, "screen.case.matrix").locator("[data-element]"));
    expect(await warned()).toBe(0);
    expect(await hand.page.locator("[data-measure-sentences]").count()).toBe(0);
    for (const place of ["today", "board"] as const) {
      await goTo(hand, place);
      await seen(
        hand.page
          .getByRole("heading", { level: 1, name: place === "today" ? "今天" : "看板" })
          .filter({ visible: true }),
      );
      expect(await warned(), place).toBe(0);
    }
    await hand.page.goBack();
    await hand.page.goBack();
    await openLetter(hand);
    expect(await warned()).toBe(0);
  });

  it("[A5] in English there is none either; the letter stays in the language it was written in", async () => {
    const english = await switchLanguage(hand);
    await goTo(english, "today");
    await seen(hand.page.getByRole("heading", { level: 1, name: "Today" }).filter({ visible: true }));
    expect([await warned(), await hand.page.title()]).toEqual([0, "Recourse"]);
    await hand.page.goBack();
    await seen(sentPaper(hand).getByText(/规定：“/));
    hand = await switchLanguage(english);
  });

  it("[B6] its letter cites law, every article word for word as the pack has it", async () => {
    const texts = Object.values(await loadTexts()).map(bare);
    const cited = (await textsOf(sentPaper(hand).getByRole("paragraph"))).filter((text) =>
      /^《[^》]+》第\S+条规定：“/.test(text),
    );
    expect(cited.length).toBeGreaterThan(0);
    for (const sentence of cited)
      expect(texts).toContain(
        bare(sentence)
          .replace(/^.*?规定：“/, "")
          .replace(/”[^”]*$/, ""),
      );
  });

  it("[S8] nothing went wrong on the way", () => {
    expect(watched.troubles).toEqual([]);
  });
});
